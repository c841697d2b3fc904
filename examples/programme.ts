import type { ItemFactBody } from '../src/domain/programme/item.ts';
import { deadlineOfItem } from '../src/domain/programme/item.ts';
import { type Actor, type Context, command } from '../src/features/context.ts';
import { insertDirectives } from '../src/features/directives/insert.ts';
import { idsOf, recordFact, refreshNow } from '../src/features/directives/record.ts';
import { insertItems, recordItemFact } from '../src/features/programme/record.ts';
import { uuidv7 } from '../src/storage/ids.ts';
import { json } from '../src/storage/schema/foundation.ts';
import type { Tx } from '../src/storage/store.ts';
import type { Department } from './two-years/replay.ts';

type Line = [month: number, words: string, unit: string, product: string, submittedTo: string, more?: More];

/** What became of an item; without it, it was given and done in its month. */
interface More {
  movedTo?: number;
  /** A day of the month. */
  day?: number;
  dropped?: true;
  /** Still with the unit, so far done. */
  percent?: number;
  notGiven?: true;
  lateDays?: number;
}

const [province, director] = ['UBND tỉnh', 'Giám đốc Sở'];
const lines: readonly Line[] = [
  [1, 'Báo cáo kết quả khoa học và công nghệ năm trước', 'Văn phòng Sở', 'Báo cáo', province, { day: 15 }],
  [1, 'Kế hoạch thanh tra, kiểm tra của năm', 'Thanh tra Sở', 'Quyết định', director],
  [2, 'Danh mục nhiệm vụ khoa học và công nghệ cấp tỉnh', 'Phòng Quản lý khoa học', 'Quyết định', province],
  [2, 'Kế hoạch chuyển đổi số của Sở', 'Phòng Chuyển đổi số', 'Kế hoạch', director],
  [3, 'Báo cáo quý I về khoa học và công nghệ', 'Văn phòng Sở', 'Báo cáo', province, { lateDays: 4 }],
  [
    3,
    'Quy định hỗ trợ đổi mới công nghệ',
    'Phòng Công nghệ và Đổi mới sáng tạo',
    'Nghị quyết',
    'HĐND tỉnh',
    { movedTo: 5 },
  ],
  [4, 'Kiểm định phương tiện đo tại các chợ', 'Chi cục Tiêu chuẩn Đo lường Chất lượng', 'Báo cáo', director],
  [5, 'Ngày hội khoa học và công nghệ', 'Văn phòng Sở', 'Kịch bản', director],
  [6, 'Báo cáo sơ kết sáu tháng', 'Văn phòng Sở', 'Báo cáo', province, { day: 10 }],
  [6, 'Dự toán kinh phí khoa học và công nghệ năm sau', 'Phòng Kế hoạch - Tài chính', 'Dự toán', province],
  [
    7,
    'Đánh giá trình độ công nghệ sản xuất',
    'Phòng Công nghệ và Đổi mới sáng tạo',
    'Báo cáo',
    province,
    { movedTo: 10, percent: 60 },
  ],
  [8, 'Thanh tra an toàn bức xạ tại cơ sở y tế', 'Thanh tra Sở', 'Kết luận', director],
  [9, 'Báo cáo chín tháng', 'Văn phòng Sở', 'Báo cáo', province],
  [9, 'Hội thảo liên kết viện, trường', 'Phòng Quản lý khoa học', 'Kỷ yếu', director, { dropped: true }],
  [
    10,
    'Kho dữ liệu nhiệm vụ khoa học',
    'Trung tâm Thông tin và Ứng dụng khoa học công nghệ',
    'Hệ thống',
    director,
    { percent: 45 },
  ],
  [
    11,
    'Kế hoạch khoa học và công nghệ năm sau',
    'Phòng Kế hoạch - Tài chính',
    'Kế hoạch',
    province,
    { day: 20, percent: 80 },
  ],
  [
    11,
    'Chương trình phát triển tài sản trí tuệ',
    'Phòng Quản lý khoa học',
    'Chương trình',
    province,
    { notGiven: true },
  ],
  [12, 'Báo cáo tổng kết năm', 'Văn phòng Sở', 'Báo cáo', province, { day: 10, notGiven: true }],
  [12, 'Bình xét thi đua, khen thưởng', 'Văn phòng Sở', 'Tờ trình', director, { notGiven: true }],
];

/** The programme of the running year, approved at its beginning, with what became of it by today. */
export async function replayProgramme(ctx: Context, actor: Actor, department: Department): Promise<void> {
  const { year } = ctx.today();
  const calendar = await ctx.calendar();
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  await command(ctx, actor, about, async (tx) => {
    const drafted = `${year - 1}-12-15`;
    const document = { words: `Quyết định ban hành Chương trình công tác năm ${year}`, documentId: null };
    const id = uuidv7();
    const stamp = { recorded_at: `${drafted}T02:00:00Z`, recorded_by: actor.personId };
    await tx
      .insertInto('programme')
      .values({ agency_id: actor.agencyId, id, year, ...stamp })
      .execute();
    await tx
      .insertInto('programme_approval')
      .values({
        ...{ agency_id: actor.agencyId, programme_id: id, approved_on: `${year - 1}-12-28` },
        ...{ document: json(document), in_name_of: null, ...stamp },
      })
      .execute();
    const planned = lines.map(([month, words, unit, product, submittedTo, more = {}]) => ({
      on: drafted,
      body: {
        ...{ kind: 'planned', amendment: null, words, product, submittedTo, month, coordinating: [] },
        lead: { name: unit, unitId: department.units.get(unit) ?? '' },
        day: more.day === undefined ? null : dayOf(year, month, more.day),
      } satisfies ItemFactBody,
    }));
    const into = { programmeId: id, position: 1, importId: null, inNameOf: null };
    const ids = await insertItems(tx, ctx, actor, into, planned);
    const directives: string[] = [];
    for (const [at, line] of lines.entries()) {
      const item = { itemId: ids[at] ?? '', planned: planned[at]!.body };
      directives.push(
        ...(await becomeOf(tx, ctx, actor, { ...item, more: line[5] ?? {}, year, department })),
      );
    }
    await refreshNow(tx, actor.agencyId, directives, calendar);
  });
}

const dayOf = (year: number, month: number, day: number) =>
  Temporal.PlainDate.from({ year, month, day }).toString();

interface Item {
  itemId: string;
  planned: Extract<ItemFactBody, { kind: 'planned' }>;
  more: More;
  year: number;
  department: Department;
}

/** Moves, drops and gives an item as far as that lies behind. @returns the directive it became */
async function becomeOf(tx: Tx, ctx: Context, actor: Actor, item: Item): Promise<string[]> {
  const { itemId, planned, more, year, department } = item;
  const today = ctx.today().toString();
  const fact = (on: string, body: ItemFactBody) =>
    recordItemFact(tx, ctx, actor, { itemId, on, inNameOf: null, body });
  const paper = (month: number) => ({
    words: `Thông báo điều chỉnh tháng ${month}/${year}`,
    documentId: null,
  });
  let { month } = planned;
  const decided = dayOf(year, month, 5);
  if (more.dropped && decided <= today) {
    await fact(decided, { kind: 'dropped', reason: 'gộp vào hội nghị toàn quốc', document: paper(month) });
    return [];
  }
  if (more.movedTo !== undefined && decided <= today) {
    const reason = 'chờ hướng dẫn của cấp trên';
    await fact(decided, { kind: 'moved', month: more.movedTo, day: null, reason, document: paper(month) });
    month = more.movedTo;
  }
  const givenOn = dayOf(year, Math.max(1, month - 1), 6);
  if (more.notGiven || givenOn > today) return [];
  const { lead, coordinating, product, words } = planned;
  const deadline = deadlineOfItem(year, { month, day: planned.day });
  const [directiveId = ''] = idsOf(
    await insertDirectives(tx, ctx, actor, [
      { words, kind: 'do', origin: 'word', given: { lead, coordinating, product, deadline }, givenOn },
    ]),
  );
  await fact(givenOn, { kind: 'given', directiveId });
  const recordedBy = department.teams.get(lead.name)?.head.personId ?? actor.personId;
  const tell = (happenedOn: string, body: Parameters<typeof recordFact>[1]['body']) =>
    happenedOn > today
      ? Promise.resolve(null)
      : recordFact(tx, {
          ...{ agencyId: actor.agencyId, directiveId, happenedOn, recordedBy, body },
          recordedAt: `${happenedOn}T03:00:00Z`,
        });
  await tell(givenOn, { kind: 'received' });
  const due = 'due' in deadline ? deadline.due : today;
  const doneOn = Temporal.PlainDate.from(due)
    .add({ days: more.lateDays ?? -3 })
    .toString();
  const half = dayOf(year, month, 3);
  if (more.percent !== undefined) {
    const obstacle = { cause: 'outside-papers' as const, waitingFor: null };
    await tell(half, { kind: 'progressed', percent: more.percent, words: '', obstacle });
  } else if (doneOn <= today) {
    await tell(doneOn, { kind: 'submitted', words: '' });
    await tell(doneOn, { kind: 'accepted', words: '' });
  }
  return [directiveId];
}
