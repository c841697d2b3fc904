import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type TaskColumn, taskColumns } from '../../domain/task-imports/columns.ts';
import { type Money, portfolioTable } from '../../domain/task-imports/portfolio.ts';
import { taskSentence } from '../../domain/tasks/words.ts';
import { insertRows } from '../../storage/rows.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import type { RegisterFile } from '../imports/import.ts';
import { withProgress } from '../imports/progress.ts';
import { rowsOf } from '../planning/table.ts';
import { keepFacts, portfolioLock, tellTasks } from '../tasks/change.ts';
import type { PortfolioImport, Sum } from './contract.ts';
import { storePartners } from './partners.ts';
import { type Item, type Plan, planOf } from './plan.ts';
import { errorSheet } from './table.ts';

/** A portfolio is never longer: twenty years of a large ministry. */
const mostRows = 20_000;
/** Rows and faults shown at most. */
const mostShown = 1000;

/** The table of a file. @throws Refused 413, 422 where it is no portfolio */
async function tableOf({ bytes }: RegisterFile) {
  const table = portfolioTable(await rowsOf(bytes, mostRows));
  if ('refusal' in table) throw Refused.unprocessable(table.refusal);
  if (table.beneath.length === 0)
    throw Refused.unprocessable('Tệp chưa có dòng nhiệm vụ nào dưới dòng tên cột.');
  return table;
}

const inDry = (ctx: Context, actor: Actor, file: RegisterFile): Promise<Plan> =>
  withProgress(actor, 'checking', async (tell) => {
    const table = await tableOf(file);
    return ctx.store.read(actor.scope, (tx) => planOf(tx, ctx, actor, table, tell));
  });

/** Looks at a portfolio without storing anything: what each row would record, and every fault. @throws Refused 413, 422 */
export const previewPortfolio = async (
  ctx: Context,
  actor: Actor,
  file: RegisterFile,
): Promise<PortfolioImport> => {
  const plan = await inDry(ctx, actor, file);
  return present(plan, { stored: false, made: sumOf(madeBy(plan).map(({ row }) => row.money)) });
};

/**
 * Stores what is sound of a portfolio in one transaction with one audit event; faulty rows stay out, to be mended and brought
 * in again with the same file. What is on record already is left, so nothing comes twice. @throws Refused 413, 422
 */
export async function importPortfolio(
  ctx: Context,
  actor: Actor,
  file: RegisterFile,
): Promise<PortfolioImport> {
  const table = await tableOf(file);
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  const detail = { fileHash, fileName: file.name, rows: 0, made: 0 };
  const act = { action: 'task.imported', recordKind: 'task', detail };
  const result = await withProgress(actor, 'storing', (tell) =>
    command(ctx, actor, act, async (tx) => {
      // Nobody changes a task meanwhile, and of two portfolios at once the second sees what the first has made.
      await sql`select pg_advisory_xact_lock(hashtextextended(${portfolioLock(actor.agencyId)}, 0))`.execute(
        tx,
      );
      const plan = await planOf(tx, ctx, actor, table, () => undefined);
      await store(tx, ctx, actor, plan, tell);
      const made = await sumStored(
        tx,
        actor.agencyId,
        madeBy(plan).map(({ taskId }) => taskId),
      );
      Object.assign(detail, { rows: plan.portfolio.rows.length, made: made.rows });
      return present(plan, { stored: true, made });
    }),
  );
  tellTasks(ctx, actor.agencyId);
  return result;
}

/** Tasks written before the next are worked on. */
const inOnePart = 1000;

async function store(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  plan: Plan,
  tell: (rows: number) => void,
): Promise<void> {
  await storePartners(tx, ctx, actor, plan.partners);
  const today = ctx.today().toString();
  const inNameOf = await givesInNameOf(tx, actor, today);
  const recorded = {
    agency_id: actor.agencyId,
    recorded_at: ctx.clock().toString(),
    recorded_by: actor.personId,
  };
  const changed = plan.items.filter(({ facts }) => facts.length > 0);
  for (let at = 0; at < changed.length; at += inOnePart) {
    const part = changed.slice(at, at + inOnePart);
    const tasks = part.filter(({ known }) => known === null).map(({ taskId: id }) => ({ ...recorded, id }));
    await insertRows(tx, 'task', tasks);
    const facts = part.flatMap(({ taskId, facts }) =>
      facts.map(({ on, body, restsOn }) => ({
        taskId,
        on,
        body,
        inNameOf,
        restsOn: restsOn ? { ...restsOn, documentId: null } : null,
      })),
    );
    await keepFacts(tx, ctx, actor, { law: plan.law, today }, facts);
    tell(at + part.length);
  }
}

const madeBy = ({ items }: Plan): Item[] => items.filter(({ known }) => known === null);

const sumOf = (all: readonly Money[]): Sum => ({
  rows: all.length,
  stateMoney: all.reduce((sum, { stateMoney }) => sum + stateMoney, 0),
  otherMoney: all.reduce((sum, { otherMoney }) => sum + otherMoney, 0),
});

/** What stands in the portfolio of the tasks made, read back from it. */
async function sumStored(tx: Tx, agencyId: string, ids: readonly string[]): Promise<Sum> {
  const { rows } = await sql<Record<keyof Sum, string>>`
    select count(*) as rows, coalesce(sum(state_money), 0) as "stateMoney", coalesce(sum(other_money), 0) as "otherMoney"
    from task_now where agency_id = ${agencyId} and task_id = any(${[...ids]}::uuid[])`.execute(tx);
  const [{ rows: count = '0', stateMoney = '0', otherMoney = '0' } = {}] = rows;
  return { rows: Number(count), stateMoney: Number(stateMoney), otherMoney: Number(otherMoney) };
}

function present(plan: Plan, { stored, made }: { stored: boolean; made: Sum }): PortfolioImport {
  const { portfolio, items, faulty, partners } = plan;
  const file = sumOf(portfolio.rows.map(({ money }) => money));
  const there = sumOf(
    items.flatMap(({ known }) =>
      known
        ? [
            {
              stateMoney: known.standing.terms.stateMoney ?? 0,
              otherMoney: known.standing.terms.otherMoney ?? 0,
            },
          ]
        : [],
    ),
  );
  const wrong = sumOf(faulty.map(({ money }) => money));
  const less = (of: 'rows' | 'stateMoney' | 'otherMoney') => file[of] - made[of] - there[of] - wrong[of];
  const { stated } = portfolio;
  return {
    ...{ stored, rows: file.rows, faulty: wrong.rows, notes: notesOf(plan) },
    faults: faulty
      .flatMap(({ row, faults }) =>
        faults.map((fault) => ({ row, ...fault, column: taskColumns[fault.column] })),
      )
      .slice(0, mostShown),
    sums: {
      ...{ file, made, there, faulty: wrong },
      off: { rows: less('rows'), stateMoney: less('stateMoney'), otherMoney: less('otherMoney') },
      stated: stated && {
        stateMoney: stated.stateMoney - file.stateMoney,
        otherMoney: stated.otherMoney - file.otherMoney,
      },
    },
    more: items.filter(({ known, facts }) => known !== null && facts.length > 0).length,
    partners: partners.length,
    facts: items.reduce((sum, { facts }) => sum + facts.length, 0),
    items: items.slice(0, mostShown).map(presentItem),
  };
}

const presentItem = ({
  row,
  taskId,
  known,
  facts,
  differs,
  regime,
}: Item): PortfolioImport['items'][number] => ({
  row: row.row,
  outcome: known === null ? 'new' : facts.length > 0 ? 'more' : 'same',
  taskId: known === null ? null : taskId,
  code: row.task.codes[0] ?? null,
  title: row.task.title,
  does: facts.map(({ on, body }) => ({ on, words: taskSentence(body, regime) })),
  differs,
});

function notesOf({ portfolio: { header, headings, rows } }: Plan): string[] {
  const notes: string[] = [];
  const list = (names: readonly string[]) =>
    names
      .slice(0, 20)
      .map((name) => `«${name}»`)
      .join(', ');
  if (header.ignored.length > 0) notes.push(`Cột không dùng đến: ${list(header.ignored)}.`);
  if (headings.length > 0) notes.push(`Dòng tiêu đề không phải nhiệm vụ: ${list(headings)}.`);
  const taken = new Map<TaskColumn, number>();
  for (const column of rows.flatMap(({ task }) => task?.taken ?? []))
    taken.set(column, (taken.get(column) ?? 0) + 1);
  for (const [column, times] of taken)
    notes.push(
      `Cột «${taskColumns[column]}»: ${times} ô chỉ ghi tháng hoặc năm, lấy ngày ${column === 'from' ? 'đầu' : column === 'time' ? 'đầu và ngày cuối' : 'cuối'} của tháng, năm ấy.`,
    );
  if (rows.some(({ task }) => task !== null && task.khoan === null))
    notes.push('Dòng không ghi phương thức khoán: ghi khoán chi từng phần.');
  if (rows.some(({ task }) => task !== null && task.settledOn !== null))
    notes.push(
      'Ngày quyết toán cũng được ghi là ngày thanh toán hết tạm ứng (TTLT 27/2015/TTLT-BKHCN-BTC Đ13).',
    );
  return notes;
}

/** The rows of a portfolio that cannot be imported, as they stood, with the reasons beside each. */
export async function portfolioErrors(ctx: Context, actor: Actor, file: RegisterFile): Promise<Uint8Array> {
  const { portfolio, faulty } = await inDry(ctx, actor, file);
  return errorSheet(portfolio.header, faulty);
}
