import type { ConclusionLine } from '../src/domain/conferences/facts.ts';
import type { Role } from '../src/domain/permissions/permission.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import {
  answer,
  attend,
  openConferenceOf,
  owe,
  prepare,
  proposeFor,
  write,
} from '../src/features/conferences/commands.ts';
import { issue } from '../src/features/conferences/issue.ts';
import { getConferenceOf } from '../src/features/conferences/queries.ts';
import type { Actor, Context } from '../src/features/context.ts';
import { uuidv7 } from '../src/storage/ids.ts';
import { momentOf } from './two-years/moment.ts';
import type { Department } from './two-years/replay.ts';

const agenda = [
  { title: 'Ổn định tổ chức, giới thiệu đại biểu', presenter: 'Văn phòng', minutes: 10 },
  { title: 'Báo cáo kết quả công tác và nhiệm vụ trọng tâm', presenter: 'Văn phòng', minutes: 20 },
  { title: 'Tham luận của các đơn vị', presenter: 'Các phòng, trung tâm', minutes: 60 },
  { title: 'Thảo luận, kiến nghị', presenter: 'Đại biểu', minutes: 40 },
  { title: 'Kết luận hội nghị', presenter: 'Giám đốc', minutes: 20 },
];

/** What is concluded: words, lead, coordinating units, product, deadline as it is said. */
const concluded: readonly [string, string, readonly string[], string | null, string][] = [
  [
    'Tham mưu báo cáo tổng kết công tác năm và chương trình công tác năm sau',
    ...([
      'Văn phòng Sở',
      ['Phòng Kế hoạch - Tài chính'],
      'Báo cáo, dự thảo chương trình',
      'trước 15/12',
    ] as const),
  ],
  [
    'Rà soát các nhiệm vụ khoa học và công nghệ chậm nghiệm thu, đề xuất hướng xử lý từng nhiệm vụ',
    ...(['Phòng Quản lý khoa học', [], 'Danh mục kèm phương án xử lý', 'trong quý I'] as const),
  ],
  [
    'Đôn đốc giải ngân kinh phí sự nghiệp khoa học, báo cáo Giám đốc những nhiệm vụ không giải ngân hết',
    ...([
      'Phòng Kế hoạch - Tài chính',
      ['Phòng Quản lý khoa học'],
      'Báo cáo giải ngân',
      'hằng tháng',
    ] as const),
  ],
  [
    'Hoàn thành kết nối phần mềm theo dõi nhiệm vụ với trục liên thông của tỉnh',
    ...(['Phòng Chuyển đổi số', ['Văn phòng Sở'], 'Biên bản nghiệm thu kết nối', 'chậm nhất 31/3'] as const),
  ],
  [
    'Duy trì giao ban tuần, cập nhật tiến độ nhiệm vụ vào phần mềm',
    ...(['Văn phòng Sở', [], null, 'thường xuyên'] as const),
  ],
];

/** A conference that was held, its notice out, and one that is being prepared. */
export async function replayConferences(ctx: Context, clerk: Actor, department: Department): Promise<void> {
  const as = (personId: string, role: Role, name: string): Actor => ({
    ...clerk,
    ...{
      personId,
      name,
      permissions: permissionsOf({ roles: [role], installationRoles: [], superiorView: false }),
    },
  });
  const office = { ...clerk, permissions: as('', 'office', '').permissions };
  const director = as(department.director.personId, 'director', department.director.name);
  const unitNamed = (name: string) => ({ unitId: department.units.get(name) ?? '', name });
  const teams = [...department.teams].filter(([name]) => department.units.has(name));
  const plan = (name: string, day: Temporal.PlainDate) => ({
    ...{ name, day: day.toString(), start: '08:00', end: '11:30', place: 'Hội trường tầng 2' },
    ...{ chair: director.name, chairTitle: 'Giám đốc Sở', secretary: clerk.name, reviewId: null },
  });
  const open = async (then: Context, name: string, day: Temporal.PlainDate) => {
    const { id } = await openConferenceOf(then, office, plan(name, day));
    await prepare(then, office, id, 0, { part: 'agenda', items: agenda });
    const units = teams.map(([unit]) => ({
      ...{ id: uuidv7(), kind: 'unit' as const, name: unit, recordId: department.units.get(unit) ?? null },
    }));
    const guest = { id: uuidv7(), kind: 'guest' as const, name: 'Đại diện Sở Tài chính', recordId: null };
    await prepare(then, office, id, 0, { part: 'invitees', invitees: [...units, guest] });
    return { id, invitees: [...units, guest] };
  };

  const today = ctx.today();
  const calendar = await ctx.calendar();
  const before = (days: number) => {
    const day = today.subtract({ days });
    return calendar.isWorkingDay(day) ? day : calendar.previousWorkingDay(day);
  };
  const at = (day: Temporal.PlainDate): Context => ({
    ...ctx,
    today: () => day,
    clock: () => Temporal.Instant.from(momentOf(day, 50)),
  });
  const [held, signed] = [before(16), before(14)];
  const then = at(held);
  const { id, invitees } = await open(then, 'Hội nghị giao ban công tác tháng', held);
  for (const [place, { id: inviteeId }] of invitees.entries())
    await attend(then, office, id, {
      inviteeId,
      presence: place === 2 ? 'in-stead' : place === invitees.length - 1 ? 'absent' : 'present',
      stead: place === 2 ? 'Phó Trưởng phòng' : null,
    });
  const asked = teams.slice(0, 3).map(([, { head }]) => as(head.personId, 'head', head.name));
  const words = [
    'Đề nghị bổ sung một biên chế phụ trách an toàn thông tin.',
    'Đề nghị rút ngắn thời gian thẩm định kinh phí nhiệm vụ cấp cơ sở xuống còn 5 ngày làm việc.',
    'Thống nhất với báo cáo; nên gửi tài liệu họp trước hai ngày.',
  ];
  for (const [place, head] of asked.entries()) {
    const unitId = teams[place]?.[1] && (department.units.get(teams[place][0]) ?? '');
    const form = (['petition', 'proposal', 'remark'] as const)[place] ?? 'remark';
    if (unitId) await proposeFor(then, head, id, { unitId, form, words: words[place] ?? '' });
  }
  const [first, second] = (await getConferenceOf(then, office, id)).proposals;
  const due = held.add({ days: 7 }).toString();
  for (const proposal of [first, second])
    if (proposal)
      await owe(then, office, id, { proposalId: proposal.id, unitId: unitNamed('Văn phòng Sở').unitId, due });
  if (second)
    await answer(at(signed), office, id, {
      ...{ proposalId: second.id, words: 'Đã thống nhất quy trình 5 ngày làm việc, áp dụng từ tháng sau.' },
    });
  for (const [said, lead, coordinating, product, term] of concluded) {
    const line: ConclusionLine = {
      ...{ words: said, lead: unitNamed(lead), coordinating: coordinating.map(unitNamed) },
      ...{ product, term, answers: null },
    };
    await write(then, office, id, 0, { lineId: uuidv7(), line });
  }
  const { version } = await getConferenceOf(at(signed), director, id);
  const reason = 'Kiến nghị về biên chế đang xin ý kiến Sở Nội vụ';
  await issue(at(signed), director, id, version, reason);

  const coming = calendar.nextWorkingDay(today.add({ days: 8 }));
  const name = `Hội nghị tổng kết công tác năm ${today.year}`;
  await open(ctx, name, coming);
}
