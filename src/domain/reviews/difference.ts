import type { ReviewFigure } from './figures.ts';

/** A figure that is told differently today than when the review was signed. */
export interface Differing {
  key: string;
  name: string;
  unit: ReviewFigure['unit'];
  signed: number | null;
  today: number | null;
  /** Records counted now and not then, and the other way round. */
  entered: string[];
  left: string[];
}

/** Which figures differ between two readings of one period, and by which records. */
export function differenceOf(then: readonly ReviewFigure[], now: readonly ReviewFigure[]): Differing[] {
  const current = new Map(now.map((figure) => [figure.key, figure]));
  return then.flatMap(({ key, name, unit, value, recordIds }): Differing[] => {
    const figure = current.get(key);
    if (!figure) return [];
    const [before, after] = [new Set(recordIds), new Set(figure.recordIds)];
    const entered = [...after.difference(before)];
    const left = [...before.difference(after)];
    return value === figure.value && entered.length === 0 && left.length === 0
      ? []
      : [{ key, name, unit, signed: value, today: figure.value, entered, left }];
  });
}
