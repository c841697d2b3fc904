import { allFigures, type FigureId, figureOf } from './catalogue.ts';
import type { FigureValues } from './evaluate.ts';
import { unitWords } from './figure.ts';

/** Something to be looked at before anything is issued. */
export type Finding =
  /** A figure is not the sum of its parts. */
  | { kind: 'sum'; figure: FigureId; value: number; parts: FigureId[]; sum: number }
  /** What the period begins with is not what the one before ended with: these records differ. */
  | {
      kind: 'continues';
      figure: FigureId;
      value: number;
      ended: FigureId;
      before: number;
      recordIds: string[];
    };

const countIn = (values: FigureValues, id: FigureId) => values.get(id)?.recordIds.length ?? 0;

/** Figures a reading has told; a reading of some families is checked for those alone. */
const toldIn = (values: FigureValues) => allFigures.filter(({ id }) => values.has(id));

/** Which sums of a reading do not hold, by its values: what has been told is checked, not how it was found. */
export function checkSums(values: FigureValues): Finding[] {
  return toldIn(values).flatMap(({ id, sums = [] }) =>
    sums.flatMap((parts): Finding[] => {
      const value = countIn(values, id);
      const sum = parts.reduce((total, part) => total + countIn(values, part), 0);
      return sum === value ? [] : [{ kind: 'sum', figure: id, value, parts: [...parts], sum }];
    }),
  );
}

/** Records that are in one of two lists and not in the other. */
export function differing(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set(one).symmetricDifference(new Set(other))];
}

/**
 * Where a period does not begin with what the one before ended with.
 * @param before values of the period before, cut off at its last day; `told` as they were known then
 */
export function checkContinues(values: FigureValues, before: FigureValues): Finding[] {
  return toldIn(values).flatMap(({ id, continues }): Finding[] => {
    if (continues === undefined || !before.has(continues)) return [];
    const [now, then] = [values.get(id)?.recordIds ?? [], before.get(continues)?.recordIds ?? []];
    const recordIds = differing(now, then);
    return recordIds.length === 0
      ? []
      : [
          {
            kind: 'continues',
            figure: id,
            value: now.length,
            ended: continues,
            before: then.length,
            recordIds,
          },
        ];
  });
}

/** A finding in the words of the offices. */
export function sayFinding(finding: Finding): string {
  const name = (id: FigureId) => `«${figureOf(id).name}»`;
  const sayCount = (count: number) => `${count} ${unitWords[figureOf(finding.figure).unit]}`;
  if (finding.kind === 'sum')
    return `${name(finding.figure)} là ${sayCount(finding.value)}, nhưng các phần ${finding.parts.map(name).join(', ')} cộng lại là ${sayCount(finding.sum)}.`;
  return `${name(finding.figure)} là ${sayCount(finding.value)}, nhưng kỳ trước chốt ${name(finding.ended)} là ${sayCount(finding.before)}: khác nhau ở ${sayCount(finding.recordIds.length)}, do ghi muộn, đính chính hoặc chuyển đơn vị sau khi chốt.`;
}
