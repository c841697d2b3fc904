import type { Deadline } from '../../src/domain/deadlines/deadline.ts';
import type { DirectiveAct } from '../../src/domain/directives/facts.ts';
import type { Role } from '../../src/domain/permissions/permission.ts';
import { permissionsOf } from '../../src/domain/permissions/policy.ts';
import type { Actor, Context } from '../../src/features/context.ts';
import { delegate } from '../../src/features/delegations/commands.ts';
import { actOn } from '../../src/features/directives/act.ts';
import type { DirectiveRow } from '../../src/features/directives/contract.ts';
import { getDirective } from '../../src/features/directives/get.ts';
import { givePart } from '../../src/features/directives/parts.ts';
import { listDirectives } from '../../src/features/directives/queries.ts';
import { answerRequest, askUnit } from '../../src/features/requests/commands.ts';
import { byDay } from './course.ts';
import { momentOf } from './moment.ts';
import type { Department, Team } from './replay.ts';

const actorOf = (clerk: Actor, { personId }: Team['head'], role: Role): Actor => ({
  ...clerk,
  personId,
  permissions: permissionsOf({ roles: [role], installationRoles: [], superiorView: false }),
});

/** The same agency as it works some days ago. */
const asIf = (ctx: Context, day: Temporal.PlainDate): Context => ({
  ...ctx,
  today: () => day,
  clock: () => Temporal.Instant.from(momentOf(day, 40)),
});

/** An open directive with the people it is with. */
interface Open {
  row: DirectiveRow;
  unit: string;
  team: Team;
}

/** What is under way on the day one looks: results to accept, an extension asked for, parts, questions, an absent head. */
export async function fillPresent(ctx: Context, clerk: Actor, department: Department): Promise<void> {
  const director = actorOf(clerk, department.director, 'director');
  const open = await openWork(ctx, director, department);
  const [first, second, third, fourth, fifth] = open;
  if (first) await handIn(ctx, clerk, first, 'Đã hoàn thành dự thảo, xin ý kiến nghiệm thu');
  if (second) await handIn(ctx, clerk, second, '');
  if (third) await askForMore(ctx, clerk, third);
  if (fourth) await breakDown(ctx, clerk, fourth, department);
  if (fifth)
    await act(ctx, actorOf(clerk, fifth.team.head, 'head'), fifth.row.id, {
      kind: 'progressed',
      percent: 45,
      words: 'Còn thiếu số liệu kinh phí',
      obstacle: { cause: 'other-unit', waitingFor: partyOf(department, finance) },
    });
  await askAround(ctx, clerk, department, open);
  await beAway(ctx, director, department);
}

const finance = 'Phòng Kế hoạch - Tài chính';
const partyOf = ({ units }: Department, name: string) => ({ name, unitId: units.get(name) ?? '' });

/** Open work of the department's units, one of each unit in turn, the latest due first: enough time is left. */
async function openWork(ctx: Context, director: Actor, department: Department): Promise<Open[]> {
  const state = ['in-time', 'due-soon'] as const;
  const { items } = await listDirectives(ctx, director, { state: [...state], level: 'whole', limit: 100 });
  const seen = new Set<string>();
  return items.toReversed().flatMap((row) => {
    const unit = row.lead?.name ?? '';
    const team = department.teams.get(unit);
    if (!team || row.assignee === null || seen.has(unit)) return [];
    seen.add(unit);
    return [{ row, unit, team }];
  });
}

async function act(ctx: Context, actor: Actor, id: string, one: DirectiveAct) {
  const { version } = await getDirective(ctx, actor, id);
  return actOn(ctx, actor, id, version, { act: one });
}

async function handIn(ctx: Context, clerk: Actor, { row, team }: Open, words: string): Promise<void> {
  const head = actorOf(clerk, team.head, 'head');
  const name = `${row.product ?? 'Báo cáo kết quả'}.docx`;
  await act(ctx, head, row.id, { kind: 'evidenced', name, link: 'https://hoso.minhson.example/ket-qua' });
  await act(ctx, head, row.id, { kind: 'submitted', words });
}

async function askForMore(ctx: Context, clerk: Actor, { row, team }: Open): Promise<void> {
  const calendar = await ctx.calendar();
  const due = calendar.addWorkingDays(Temporal.PlainDate.from(row.dueDay ?? ctx.today()), 10);
  const reason = 'chờ ý kiến thẩm định của cơ quan phối hợp';
  await act(ctx, actorOf(clerk, team.head, 'head'), row.id, {
    kind: 'extensionAsked',
    deadline: byDay(due),
    reason,
  });
}

async function breakDown(
  ctx: Context,
  clerk: Actor,
  { row, unit, team }: Open,
  department: Department,
): Promise<void> {
  const head = actorOf(clerk, team.head, 'head');
  const none: Deadline = { kind: 'none' };
  const deadline = row.dueDay === null ? none : byDay(Temporal.PlainDate.from(row.dueDay));
  const part = async (words: string, leadUnit: string, assigneeId: string | null, weight: number) => {
    const { version } = await getDirective(ctx, head, row.id);
    return givePart(ctx, head, row.id, version, {
      words,
      leadUnitId: department.units.get(leadUnit) ?? '',
      assigneeId,
      coordinatingUnitIds: [],
      product: null,
      deadline,
      weight,
    });
  };
  const [officer] = team.officers;
  const own = await part('Soạn dự thảo và bảng số liệu kèm theo', unit, officer?.personId ?? null, 2);
  const other = [...department.teams.keys()].find((name) => name !== unit && name !== finance) ?? unit;
  await part('Cung cấp số liệu của đơn vị, kiểm tra phần chuyên môn', other, null, 1);
  if (officer)
    await act(ctx, actorOf(clerk, officer, 'officer'), own.id, {
      kind: 'progressed',
      percent: 60,
      words: 'Đã có dự thảo lần một',
      obstacle: null,
    });
}

const questions = [
  {
    daysAgo: 14,
    within: 3,
    words: 'Xin số kinh phí đã giải ngân của từng nhiệm vụ đến hết quý trước',
    answered: 4,
  },
  {
    daysAgo: 9,
    within: 3,
    words: 'Đề nghị góp ý dự thảo báo cáo kết quả năm, nêu rõ nội dung không thống nhất',
    answered: null,
  },
  { daysAgo: 4, within: 3, words: 'Xin danh sách hợp đồng đã quá thời hạn thực hiện', answered: 2 },
  { daysAgo: 2, within: 5, words: 'Xin ý kiến về mức chi hội đồng tư vấn', answered: null },
] as const;

/** Questions from unit to unit: answered late, in time, and not yet. */
async function askAround(
  ctx: Context,
  clerk: Actor,
  { units, teams }: Department,
  open: readonly Open[],
): Promise<void> {
  const calendar = await ctx.calendar();
  const names = [...teams.keys()].filter((name) => teams.get(name)?.head && name !== finance);
  for (const [at, { daysAgo, within, words, answered }] of questions.entries()) {
    const [from, to] = [
      names[at % names.length] ?? '',
      at % 2 === 0 ? finance : (names[(at + 2) % names.length] ?? ''),
    ];
    const asker = teams.get(from)?.head;
    const answerer = teams.get(to)?.head;
    if (!asker || !answerer || from === to) continue;
    const on = calendar.addWorkingDays(ctx.today(), -daysAgo);
    const { id } = await askUnit(asIf(ctx, on), actorOf(clerk, asker, 'head'), {
      fromUnitId: units.get(from) ?? '',
      toUnitId: units.get(to) ?? '',
      words,
      deadline: byDay(calendar.addWorkingDays(on, within)),
      directiveId:
        open.find(({ unit, row }) => unit === from && row.givenOn <= on.toString())?.row.id ?? null,
    });
    if (answered === null) continue;
    const day = calendar.addWorkingDays(on, answered);
    const reply = 'Đã tổng hợp, gửi kèm trong hồ sơ công việc';
    await answerRequest(asIf(ctx, day), actorOf(clerk, answerer, 'head'), id, reply);
  }
}

/** The head of a unit is away this week; an officer acts for them. */
async function beAway(ctx: Context, director: Actor, { units, teams }: Department): Promise<void> {
  const away = 'Phòng Chuyển đổi số';
  const team = teams.get(away);
  const [officer] = team?.officers ?? [];
  if (!team || !officer) return;
  const today = ctx.today();
  await delegate(ctx, director, {
    form: 'KT.',
    fromPersonId: team.head.personId,
    toPersonId: officer.personId,
    unitId: units.get(away) ?? null,
    fromDay: today.toString(),
    lastDay: today.add({ days: 6 }).toString(),
    document: 'Thông báo nghỉ phép năm',
  });
}
