import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundDepartment } from '../examples/demo.ts';
import { replayDrafts } from '../examples/drafts.ts';
import { replayProgramme } from '../examples/programme.ts';
import { replayTargets } from '../examples/targets.ts';
import { type Department, replayTwoYears } from '../examples/two-years/replay.ts';
import { lastDayInTime, usualDueSettings } from '../src/domain/calendar/due.ts';
import { windowOf } from '../src/domain/calendar/periods.ts';
import type { DirectiveFact } from '../src/domain/directives/facts.ts';
import { figureGroups } from '../src/domain/figures/catalogue.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import type { ReviewRead } from '../src/domain/reviews/content.ts';
import type { Actor } from '../src/features/context.ts';
import { actOn } from '../src/features/directives/act.ts';
import { getDirective } from '../src/features/directives/get.ts';
import { factsOf, refreshNow } from '../src/features/directives/record.ts';
import { answerRequest, askUnit } from '../src/features/requests/commands.ts';
import { checkReport } from '../src/features/reviews/check-report.ts';
import { compose } from '../src/features/reviews/commands.ts';
import { openReviewOf } from '../src/features/reviews/opening.ts';
import { getReviewOf } from '../src/features/reviews/queries.ts';
import { readRegister } from '../src/features/reviews/read.ts';
import { reportFile } from '../src/features/reviews/report-file.ts';
import { sign } from '../src/features/reviews/signing.ts';
import { standardLimits } from '../src/reading/extracted.ts';
import { findFigures } from '../src/reading/figures/find.ts';
import { extract } from '../src/reading/formats/extract.ts';
import { withClient } from '../src/storage/pool.ts';
import { type EmptyContext, emptyContext } from './context.ts';
import { stated } from './replayed-year.ts';

/** The invented department's last two years, replayed as they look a week after the annual report closes. */
let t: EmptyContext;
let clerk: Actor;
let director: Actor;
let department: Department;

const rights = (role: 'director' | 'head') =>
  permissionsOf({ roles: [role], installationRoles: [], superiorView: false });

beforeAll(async () => {
  t = await emptyContext();
  t.setNow('2026-12-21T03:00:00Z');
  ({ clerk, department } = await foundDepartment(t.ctx));
  director = { ...clerk, ...department.director, permissions: rights('director') };
  await replayTwoYears(t.ctx, clerk, department);
  await replayTargets(t.ctx, clerk, department, null);
  await replayProgramme(t.ctx, clerk, department);
  await replayDrafts(t.ctx, clerk, department);
  for (const [askedOn, due, answeredOn] of questions) await ask(askedOn, due, answeredOn);
  t.setNow('2026-12-21T03:00:00Z');
});
afterAll(() => t.close());

/** Asked, to be answered by, answered: one in time, one late, one in silence. */
const questions = [
  ['2026-03-02', '2026-03-06', '2026-03-05'],
  ['2026-05-04', '2026-05-08', '2026-05-20'],
  ['2026-10-05', '2026-10-09', null],
] as const;

async function ask(askedOn: string, due: string, answeredOn: string | null): Promise<void> {
  const head = (unit: string): Actor => {
    const team = department.teams.get(unit);
    if (!team) throw new Error(`No ${unit}`);
    return { ...clerk, ...team.head, permissions: rights('head') };
  };
  const [from, to] = ['Thanh tra Sở', 'Phòng Chuyển đổi số'];
  const idOf = (unit: string) => department.units.get(unit) ?? '';
  t.setNow(`${askedOn}T03:00:00Z`);
  const { id } = await askUnit(t.ctx, head(from), {
    ...{ fromUnitId: idOf(from), toUnitId: idOf(to), words: 'Cho biết số hệ thống đã kết nối' },
    ...{ directiveId: null, deadline: { kind: 'date', bound: 'by', due, text: due, span: [0, 0] } },
  });
  if (answeredOn === null) return;
  t.setNow(`${answeredOn}T03:00:00Z`);
  await answerRequest(t.ctx, head(to), id, 'Mười hai hệ thống');
}

const periodOf = (kind: 'half' | 'year') => {
  const { from, to, ruleId } = windowOf({ kind, year: 2026, n: 1 });
  return { words: kind, from: from.toString(), to: to.toString(), cutOff: to.toString(), ruleId };
};

async function read(kind: 'half' | 'year'): Promise<ReviewRead> {
  const calendar = await t.ctx.calendar();
  return t.ctx.store.read(clerk.scope, (tx) => readRegister(tx, t.ctx, clerk, periodOf(kind), calendar));
}

/** Figures of S&T tasks have a replayed year of their own: here there are none to count. */
const ofTasks: ReadonlySet<string> = new Set(
  (['tasks', 'inspections', 'task-changes', 'task-steps'] as const).flatMap((family) =>
    Object.values(figureGroups[family]).flatMap((group) => group.map(({ id }) => id)),
  ),
);

const numbers = ({ figures }: Pick<ReviewRead, 'figures'>) =>
  Object.fromEntries(figures.filter(({ key }) => !ofTasks.has(key)).map(({ key, value }) => [key, value]));

test.each(['half', 'year'] as const)('every number of the %s is as stated', async (kind) => {
  expect(numbers(await read(kind))).toEqual(stated[kind]);
});

/** Every whole directive's facts, in the order they happened. */
async function allFacts(): Promise<Map<string, DirectiveFact[]>> {
  return t.ctx.store.read(clerk.scope, async (tx) => {
    const rows = await tx
      .selectFrom('directive')
      .select('id')
      .where('agency_id', '=', clerk.agencyId)
      .execute();
    return factsOf(
      tx,
      clerk.agencyId,
      rows.map(({ id }) => id),
    );
  });
}

/** What a clerk would count on fingers, from the facts of one directive alone. */
function byHand(facts: readonly DirectiveFact[], from: string, cutOff: string) {
  const happened = facts
    .filter(({ happenedOn }) => happenedOn <= cutOff)
    .toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn) || a.recordedAt.localeCompare(b.recordedAt));
  const last = (...kinds: string[]) => happened.findLast(({ body }) => kinds.includes(body.kind));
  const given = happened.find(({ body }) => body.kind === 'given');
  if (given?.body.kind !== 'given') return null;
  const ended = last('accepted', 'stopped');
  const handedIn =
    ended &&
    happened.findLast(({ body, happenedOn }) => body.kind === 'submitted' && happenedOn <= ended.happenedOn);
  return {
    givenOn: given.happenedOn,
    ended: ended && { on: ended.happenedOn, kind: ended.body.kind },
    handedInOn: handedIn?.happenedOn,
    deadline: given.body.deadline,
    inHand: !ended || ended.happenedOn >= from,
    extended: happened.filter(({ body }) => body.kind === 'extended').length,
    returned: happened.filter(({ body }) => body.kind === 'returned').length,
  };
}

test.each(['half', 'year'] as const)(
  'the flow of the %s counted by hand from the facts is the same',
  async (kind) => {
    const { from, cutOff } = periodOf(kind);
    const calendar = await t.ctx.calendar();
    const counted = [...(await allFacts()).values()]
      .map((one) => byHand(one, from, cutOff))
      .filter((one) => one !== null);
    const inHand = counted.filter((one) => one.inHand);
    const due = (one: (typeof counted)[number]) =>
      'due' in one.deadline
        ? (lastDayInTime(one.deadline, calendar, usualDueSettings)?.toString() ?? null)
        : null;
    const promised = counted.filter((one) => {
      const day = due(one);
      return day !== null && day >= from && day <= cutOff && one.ended?.kind !== 'stopped';
    });
    const done = promised.filter(({ ended }) => ended?.kind === 'accepted');
    const inTime = done.filter((one) => (one.handedInOn ?? '') <= (due(one) ?? ''));
    expect(numbers(await read(kind))).toMatchObject({
      'in-hand': inHand.length,
      'carried-over': inHand.filter(({ givenOn }) => givenOn < from).length,
      given: inHand.filter(({ givenOn }) => givenOn >= from).length,
      accepted: inHand.filter(({ ended }) => ended?.kind === 'accepted').length,
      stopped: inHand.filter(({ ended }) => ended?.kind === 'stopped').length,
      open: inHand.filter(({ ended }) => !ended).length,
      'done-by-first': inTime.length,
      'done-after-first': done.length - inTime.length,
    });
  },
);

/** Every fact recorded again after the year, the last first; those of one day stay in their order. */
async function enterAllLate(): Promise<void> {
  await withClient(t.ownerUrl, async (client) => {
    for (const table of ['directive_fact', 'target_fact', 'programme_item_fact', 'draft_fact'])
      await client.query(
        `update ${table} f set recorded_at = timestamptz '2026-12-21T00:00:00Z' + late.place * interval '1 millisecond'
         from (select id, row_number() over (order by happened_on desc, recorded_at, id) as place from ${table}) late
         where late.id = f.id`,
      );
  });
  const ids = [...(await allFacts()).keys()];
  const calendar = await t.ctx.calendar();
  await t.ctx.store.transaction(clerk.scope, (tx) => refreshNow(tx, clerk.agencyId, ids, calendar));
}

test('entered a year late and from the end, the same facts give the same numbers at each cut-off', async () => {
  await enterAllLate();
  for (const kind of ['half', 'year'] as const) expect(numbers(await read(kind))).toEqual(stated[kind]);
});

describe('the annual report', () => {
  let id: string;
  beforeAll(async () => {
    const office = {
      ...clerk,
      permissions: permissionsOf({ roles: ['office'], installationRoles: [], superiorView: false }),
    };
    ({ id } = await openReviewOf(t.ctx, office, {
      kind: 'year',
      year: 2026,
      n: 1,
      unitsUntil: '2026-12-21',
    }));
    await compose(t.ctx, office, id, 0, {
      section: 'proposals',
      words: 'Ưu tiên {{overdue}} nhiệm vụ quá hạn.',
    });
    await sign(t.ctx, director, id, 'Các đơn vị đã báo cáo tại giao ban');
  });

  /** The report as Word, each of its numbers held to the records of a reading. */
  async function checked(known: Pick<ReviewRead, 'figures' | 'units'>, change = (text: string) => text) {
    const { bytes } = await reportFile(t.ctx, clerk, id, 'docx');
    const extracted = await extract(bytes, { name: 'bao-cao.docx', limits: standardLimits });
    const text = change(extracted.text);
    expect(text).toHaveLength(extracted.text.length);
    return checkReport({ ...extracted, text }, findFigures(text), known);
  }

  test('writes itself, every number of it found again in the records', async () => {
    const known = await read('year');
    const found = await checked(known);
    expect(found.filter(({ verdict }) => verdict !== 'matches')).toEqual([]);
    const told = new Set(found.flatMap(({ figure }) => figure?.key ?? []));
    expect(known.figures.filter(({ key, recordIds }) => recordIds.length > 0 && !told.has(key))).toEqual([]);
    const [wrong, ...others] = (
      await checked(known, (text) =>
        text.replace('phải thực hiện 120 nhiệm vụ', 'phải thực hiện 121 nhiệm vụ'),
      )
    ).filter(({ verdict }) => verdict !== 'matches');
    expect(wrong).toMatchObject({ verdict: 'differs', value: 121, figure: { key: 'in-hand', value: 120 } });
    expect(others).toEqual([]);
  });

  test('stays as it was when one record changes, and names that record', async () => {
    const signed = await getReviewOf(t.ctx, director, id);
    const [late = ''] = (await read('year')).figures.find(({ key }) => key === 'overdue')?.recordIds ?? [];
    const { version } = await getDirective(t.ctx, director, late);
    await actOn(t.ctx, director, late, version, {
      act: { kind: 'stopped', reason: 'Không còn phải làm' },
      happenedOn: '2026-12-10',
    });
    const after = await getReviewOf(t.ctx, director, id);
    for (const part of ['figures', 'sections', 'signature'] as const)
      expect(after[part]).toEqual(signed[part]);
    expect(after.difference?.records.map((one) => one.id)).toEqual([late]);
    const differing = (await checked(await read('year'))).filter(({ verdict }) => verdict === 'differs');
    expect(new Set(differing.map(({ figure }) => figure?.key))).toContain('overdue');
  });
});
