import { type Period, periodContaining, windowOf } from '../src/domain/calendar/periods.ts';
import type { DirectiveAct } from '../src/domain/directives/facts.ts';
import { periodBefore } from '../src/domain/figures/comparison.ts';
import type { Role } from '../src/domain/permissions/permission.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import type { SectionWords } from '../src/domain/reviews/facts.ts';
import type { Actor, Context } from '../src/features/context.ts';
import { actOn } from '../src/features/directives/act.ts';
import { giveByWord } from '../src/features/directives/commands.ts';
import { getDirective } from '../src/features/directives/get.ts';
import { compose, confirmPage, writeWords } from '../src/features/reviews/commands.ts';
import type { ReviewUnit } from '../src/features/reviews/contract.ts';
import { openReviewOf } from '../src/features/reviews/opening.ts';
import { getReviewOf } from '../src/features/reviews/queries.ts';
import { sign } from '../src/features/reviews/signing.ts';
import { momentOf } from './two-years/moment.ts';
import type { Department } from './two-years/replay.ts';

const asIf = (ctx: Context, day: Temporal.PlainDate): Context => ({
  ...ctx,
  today: () => day,
  clock: () => Temporal.Instant.from(momentOf(day, 50)),
});

/** What units say of themselves, one after the other. */
const said: readonly SectionWords[] = [
  {
    results: 'Phòng phải thực hiện {{in-hand}} nhiệm vụ, đã hoàn thành {{accepted}} nhiệm vụ.',
    shortcomings: 'Còn {{overdue}} nhiệm vụ quá hạn, chủ yếu do chờ hồ sơ của đơn vị ngoài.',
    proposals: 'Đề nghị giao hạn theo ngày nhận đủ hồ sơ.',
  },
  { results: 'Hoàn thành {{accepted}} trong {{in-hand}} nhiệm vụ; số mới giao là {{given}}.' },
  {
    results: 'Đến ngày chốt còn mở {{open}} nhiệm vụ, trong hạn {{in-time}}.',
    proposals: 'Đề nghị bổ sung biên chế chuyên trách.',
  },
];

/** A signed review of the last half-year that differs from today by what was entered late, and one under way. */
export async function replayReviews(ctx: Context, clerk: Actor, department: Department): Promise<void> {
  const as = (personId: string, role: Role, name = clerk.name): Actor => ({
    ...clerk,
    ...{
      personId,
      name,
      permissions: permissionsOf({ roles: [role], installationRoles: [], superiorView: false }),
    },
  });
  const office = { ...clerk, permissions: as('', 'office').permissions };
  const headOf = ({ unitId }: ReviewUnit): Actor | null => {
    const name = [...department.units].find(([, id]) => id === unitId)?.[0] ?? '';
    const team = department.teams.get(name);
    return team ? as(team.head.personId, 'head') : null;
  };
  const open = async (then: Context, period: Period, cutOff: Temporal.PlainDate) => {
    const unitsUntil = cutOff.add({ days: 3 }).toString();
    return (await openReviewOf(then, office, { ...period, unitsUntil })).id;
  };
  const writeAll = async (then: Context, id: string, units: readonly ReviewUnit[]) => {
    for (const [at, unit] of units.entries()) {
      const head = headOf(unit);
      if (head === null) continue;
      await writeWords(then, head, id, unit.version, {
        unitId: unit.unitId,
        words: said[at % said.length] ?? {},
      });
      await confirmPage(then, head, id, unit.unitId);
    }
  };

  const today = ctx.today();
  const half = periodContaining(today, 'half');
  const year = periodContaining(today, 'year');
  if (half === null || year === null) return;
  const last = periodBefore(half);
  const cutOff = windowOf(last).to;
  const [after, signing] = [1, 4].map((days) => asIf(ctx, cutOff.add({ days })));
  if (!after || !signing || Temporal.PlainDate.compare(signing.today(), today) > 0) return;
  const id = await open(after, last, cutOff);
  await writeAll(after, id, (await getReviewOf(after, office, id)).units);
  await compose(after, office, id, 0, {
    section: 'proposals',
    words: 'Đề nghị các đơn vị rà soát {{open}} nhiệm vụ còn mở, ưu tiên việc đã gia hạn nhiều lần.',
  });
  const { personId, name } = department.director;
  await sign(
    signing,
    as(personId, 'director', name),
    id,
    'Các đơn vị còn lại đã báo cáo trực tiếp tại giao ban',
  );
  await enterLate(ctx, { office, director: as(personId, 'director', name), headOf }, id, cutOff);

  const current = await open(ctx, year, windowOf(year).to);
  const { units } = await getReviewOf(ctx, office, current);
  await writeAll(ctx, current, units.slice(0, 2));
}

/** Work of the signed period that came into the register only now. */
async function enterLate(
  ctx: Context,
  {
    office,
    director,
    headOf,
  }: { office: Actor; director: Actor; headOf: (unit: ReviewUnit) => Actor | null },
  reviewId: string,
  cutOff: Temporal.PlainDate,
): Promise<void> {
  const { units } = await getReviewOf(ctx, office, reviewId);
  const unit = units.find((one) => headOf(one) !== null);
  const head = unit && headOf(unit);
  if (!unit || !head) return;
  const day = (days: number) => cutOff.subtract({ days }).toString();
  const { id } = await giveByWord(ctx, director, {
    ...{ words: 'Tiếp đoàn giám sát về an toàn bức xạ', leadUnitId: unit.unitId, coordinatingUnitIds: [] },
    ...{ product: null, kind: 'do', givenOn: day(24) },
    deadline: { kind: 'date', due: day(10), bound: 'by', text: day(10), span: [0, 0] },
  });
  const acts: [Actor, DirectiveAct, string][] = [
    [head, { kind: 'submitted', words: 'Đã tiếp đoàn, có biên bản' }, day(12)],
    [director, { kind: 'accepted', words: '' }, day(11)],
  ];
  for (const [who, act, happenedOn] of acts) {
    const { version } = await getDirective(ctx, director, id);
    await actOn(ctx, who, id, version, { act, happenedOn });
  }
}
