import { z } from 'zod';
import { Dong, dongWords } from './change.ts';
import type { Happened, StepBody } from './facts.ts';

const item = z.string().trim().min(1, 'Nêu khoản mục').max(500);
const reason = z.string().trim().max(1000).default('');
const mostLines = 200;

/** One line of the estimate as the appraisal leaves it; `reason` says why it is not what was asked. */
export const AppraisedLine = z.object({ item, asked: Dong, proposed: Dong, reason });
export type AppraisedLine = z.infer<typeof AppraisedLine>;

/** One line as it is approved; `reason` says why it is not what was proposed. */
export const ApprovedLine = z.object({ item, proposed: Dong, approved: Dong, khoan: z.boolean(), reason });
export type ApprovedLine = z.infer<typeof ApprovedLine>;

export const appraisedLines = z.array(AppraisedLine).min(1).max(mostLines).optional();
export const approvedLines = z.array(ApprovedLine).min(1).max(mostLines).optional();

/** A sum the lines must come to: what the lines call it, the total, and what each line gives to it. */
interface Total<Line> {
  name: string;
  /** The field of the step that holds the total. */
  total: number;
  of: (line: Line) => number;
}

export const sumOf = <Line>(lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0);

/** What is wrong with lines, each under its path: a name twice, a difference without its reason, a sum that is not the total. */
export function linesFaults<Line extends { item: string; reason: string }>(
  lines: readonly Line[],
  ends: readonly [from: (line: Line) => number, to: (line: Line) => number],
  totals: readonly Total<Line>[],
): { path: (string | number)[]; message: string }[] {
  const [from, to] = ends;
  const seen = new Set<string>();
  const ofLines = lines.flatMap((line, at) => {
    const where = `Dòng ${at + 1} «${line.item}»`;
    const again = seen.has(itemKey(line.item));
    seen.add(itemKey(line.item));
    return [
      ...(again
        ? [{ path: [at, 'item'], message: `${where}: trùng tên một dòng trên. Gộp lại hoặc đổi tên.` }]
        : []),
      ...(from(line) !== to(line) && line.reason.length < 3
        ? [
            {
              path: [at, 'reason'],
              message: `${where}: ${dongWords(from(line))} thành ${dongWords(to(line))}, nêu lý do.`,
            },
          ]
        : []),
    ];
  });
  return [
    ...ofLines,
    ...totals.flatMap(({ name, total, of }) => {
      const apart = sumOf(lines, of) - total;
      return apart === 0
        ? []
        : [
            {
              path: [] as (string | number)[],
              message: `Các dòng ${name} cộng lại là ${dongWords(total + apart)}, ${apart > 0 ? 'nhiều' : 'ít'} hơn tổng số ${dongWords(Math.abs(apart))}. Sửa dòng hoặc tổng số.`,
            },
          ];
    }),
  ];
}

/** Items are the same whatever their spaces and capitals. */
export const itemKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** What is wrong with the lines of a step, under `lines`; nothing where it has none. */
export function costFaults(
  step:
    | { lines?: AppraisedLine[] | undefined; asked: number; proposed: number }
    | { lines?: ApprovedLine[] | undefined; stateMoney: number },
): ReturnType<typeof linesFaults> {
  if (!step.lines) return [];
  const found =
    'stateMoney' in step
      ? linesFaults(
          step.lines,
          [({ proposed }) => proposed, ({ approved }) => approved],
          [{ name: 'phê duyệt', total: step.stateMoney, of: ({ approved }) => approved }],
        )
      : linesFaults(
          step.lines,
          [({ asked }) => asked, ({ proposed }) => proposed],
          [
            { name: 'đề nghị', total: step.asked, of: ({ asked }) => asked },
            { name: 'thẩm định', total: step.proposed, of: ({ proposed }) => proposed },
          ],
        );
  return found.map(({ path, message }) => ({ path: ['lines', ...path], message }));
}

/** A line of the budget in force. */
export interface BudgetLine {
  item: string;
  amount: number;
  /** Whether the line is khoán. */
  khoan: boolean;
}

/** The budget an approval leaves; null where it names no lines. */
export const budgetOf = ({ lines }: { lines?: readonly ApprovedLine[] | undefined }): BudgetLine[] | null =>
  lines?.map(({ item: name, approved, khoan }) => ({ item: name, amount: approved, khoan })) ?? null;

/** One item of the budget through its life: asked, proposed, approved and in force; null where a paper does not name it. */
export const CostRow = z.object({
  item: z.string(),
  asked: z.int().nullable(),
  proposed: z.int().nullable(),
  proposedWhy: z.string(),
  approved: z.int().nullable(),
  approvedWhy: z.string(),
  /** As moved since; null before the approval. */
  now: z.int().nullable(),
  khoan: z.boolean(),
});
export type CostRow = z.infer<typeof CostRow>;

type Of<Kind extends StepBody['kind']> = Extract<StepBody, { kind: Kind }>;

/** The last step of a kind in a history that bears lines, of those that count. */
const lastWith = <Kind extends 'appraised' | 'approved'>(kind: Kind, history: readonly Happened[]) =>
  history.findLast(({ body }) => body.kind === kind)?.body as Of<Kind> | undefined;

const byItem = <Line extends { item: string }>(lines: readonly Line[]): ReadonlyMap<string, Line> =>
  new Map(lines.map((line) => [itemKey(line.item), line]));

/**
 * The budget by items, in the order of the papers: appraised, then what only the approval names, then what only a change does.
 * @param history in binding order
 * @param budget the lines in force
 */
export function costTable(history: readonly Happened[], budget: readonly BudgetLine[] | null): CostRow[] {
  const appraised = lastWith('appraised', history)?.lines ?? [];
  const approved = lastWith('approved', history)?.lines ?? [];
  const asked = byItem(appraised);
  const allowed = byItem(approved);
  const held = byItem(budget ?? []);
  return [...new Map<string, { item: string }>([...asked, ...allowed, ...held])].map(([key, { item }]) => {
    const [ofAsked, ofAllowed, ofHeld] = [asked.get(key), allowed.get(key), held.get(key)];
    return {
      ...{ item, asked: ofAsked?.asked ?? null },
      ...{ proposed: ofAsked?.proposed ?? ofAllowed?.proposed ?? null, proposedWhy: ofAsked?.reason ?? '' },
      ...{ approved: ofAllowed?.approved ?? null, approvedWhy: ofAllowed?.reason ?? '' },
      ...{ now: ofHeld?.amount ?? null, khoan: ofHeld?.khoan ?? ofAllowed?.khoan ?? false },
    };
  });
}
