import type { LocalAct, SuperiorAct } from '../src/domain/acts/facts.ts';
import { amendingWords } from '../src/domain/acts/words.ts';
import type { Cause } from '../src/domain/directives/facts.ts';
import type { ActKind, Answer, DraftFactBody, Stage } from '../src/domain/drafts/facts.ts';
import { deadlineOfItem } from '../src/domain/programme/item.ts';
import { type Actor, type Context, command } from '../src/features/context.ts';
import { insertDirectives } from '../src/features/directives/insert.ts';
import { idsOf, refreshNow } from '../src/features/directives/record.ts';
import { addFact, beginRecord } from '../src/features/planning/facts.ts';
import type { Tx } from '../src/storage/store.ts';
import type { Department } from './two-years/replay.ts';

/** Days from today: planned, and reached where it was. */
type Course = Partial<Record<Stage, readonly [planned: number, reached?: number, cause?: Cause]>>;

/** Days from today on which one was asked, is to answer, and answered. */
type Asked = readonly [
  whom: string,
  sent: number,
  due: number,
  answered?: number,
  answer?: Answer,
  ...remarks: string[],
];

interface ExampleDraft {
  title: string;
  kind: ActKind;
  unit: string;
  course: Course & { issued: readonly [number, number?, Cause?] };
  bases: string[];
  number?: string;
  cause?: Cause;
  said?: string;
  asked?: readonly Asked[];
  movedFrom?: number;
  stopped?: number;
}

const innovation = 'Phòng Công nghệ và Đổi mới sáng tạo';
const science = 'Phòng Quản lý khoa học';
const standards = 'Chi cục Tiêu chuẩn Đo lường Chất lượng';
const digital = 'Phòng Chuyển đổi số';
const [law, task, measures] = ['Luật 93/2025/QH15', '06/2023/TT-BKHCN', '05/2019/NĐ-CP'];

const examples: readonly ExampleDraft[] = [
  {
    ...{ title: 'Quy định chính sách hỗ trợ đổi mới công nghệ', kind: 'council-resolution' as const },
    ...{ unit: innovation, bases: [law], number: '18/2026/NQ-HĐND' },
    course: {
      ...{ proposed: [-250, -252], drafting: [-220, -221], consulting: [-180, -178, 'people'] },
      ...{ appraising: [-150, -150], submitted: [-120, -121], issued: [-90, -92] },
    },
    asked: [
      ['Sở Tài chính', -178, -168, -170, 'remarks', 'Làm rõ nguồn chi thường xuyên tại Điều 5'],
      ['Văn phòng Sở', -178, -171, -172, 'agree'],
    ],
  },
  {
    ...{ title: 'Quy định quản lý nhiệm vụ khoa học và công nghệ cấp tỉnh', unit: science },
    ...{ kind: 'committee-decision' as const, bases: [law, task], number: '25/2026/QĐ-UBND' },
    course: {
      ...{ drafting: [-210, -205], consulting: [-170, -165], appraising: [-130, -120] },
      ...{ submitted: [-100, -90], issued: [-80, -60, 'other-unit'] },
    },
  },
  {
    ...{ title: 'Quy định mức chi cho hội đồng khoa học và công nghệ', unit: science },
    ...{ kind: 'council-resolution' as const, bases: [law] },
    course: {
      ...{ drafting: [-160, -158], consulting: [-120, -118], appraising: [-70, -66, 'outside-papers'] },
      ...{ submitted: [-40, -30, 'outside-papers'], issued: [12] },
    },
  },
  {
    ...{ title: 'Quy định quản lý hoạt động đo lường trên địa bàn', unit: standards },
    ...{ kind: 'committee-decision' as const, bases: [measures] },
    course: {
      ...{ drafting: [-120, -119], consulting: [-90, -85], appraising: [-45, -40] },
      ...{ submitted: [-14], issued: [20] },
    },
    ...{ cause: 'outside-papers' as const, said: 'Sở Tư pháp yêu cầu bổ sung báo cáo tổng kết thi hành' },
  },
  {
    ...{ title: 'Quy định xét tặng giải thưởng sáng tạo khoa học', unit: innovation },
    ...{ kind: 'committee-decision' as const, bases: [law] },
    course: { drafting: [-80, -78], consulting: [-24, -20], appraising: [14], issued: [45] },
    ...{ movedFrom: 30, said: 'Đang tổng hợp ý kiến' },
    asked: [
      ['Sở Tài chính', -20, -10, -12, 'remarks', 'Bỏ mức thưởng bằng ngoại tệ', 'Nêu rõ nguồn kinh phí'],
      ['Sở Nội vụ', -20, -10, -6, 'disagree', 'Trùng với quy định thi đua, khen thưởng hiện hành'],
      ['Sở Tư pháp', -20, -10],
      ['Hội Liên hiệp Khoa học và Kỹ thuật tỉnh', -20, -10],
      [science, -6, 4],
      [digital, -6, 4],
    ],
  },
  {
    ...{ title: 'Quy chế vận hành kho dữ liệu khoa học và công nghệ', unit: digital },
    ...{ kind: 'committee-decision' as const, bases: [law] },
    course: { drafting: [-60, -50], consulting: [-15], appraising: [15], issued: [40] },
    ...{ cause: 'people' as const, said: 'Tổ soạn thảo thiếu người am hiểu hạ tầng dữ liệu' },
  },
  {
    ...{ title: 'Chính sách phát triển tài sản trí tuệ', unit: science, bases: [law] },
    ...{ kind: 'council-resolution' as const },
    course: { proposed: [-20, -22], drafting: [10], consulting: [50], issued: [120] },
  },
  {
    ...{ title: 'Quy định hoạt động của trạm quan trắc phóng xạ', unit: 'Thanh tra Sở', bases: [] },
    ...{ kind: 'committee-decision' as const, stopped: -35 },
    course: { drafting: [-100, -98], consulting: [-60], issued: [30] },
  },
  {
    ...{ title: 'Quy định tiêu chí doanh nghiệp công nghệ của tỉnh', unit: innovation, bases: [law] },
    ...{ kind: 'committee-decision' as const },
    course: { drafting: [25], consulting: [60], appraising: [90], issued: [130] },
  },
];

interface Replaying {
  tx: Tx;
  ctx: Context;
  actor: Actor;
  department: Department;
}

const from = (ctx: Context, days: number) => ctx.today().add({ days }).toString();
const partyOf = ({ units }: Department, name: string) => ({ name, unitId: units.get(name) ?? '' });
/** A fact is recorded on the day it happened. */
const told = (on: string) => ({ on, inNameOf: null, recordedAt: `${on}T03:00:00Z` });

/** The schedule of the running year as far as it has come, acts here with their bases, and two superior acts. */
export async function replayDrafts(ctx: Context, actor: Actor, department: Department): Promise<void> {
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  await command(ctx, actor, about, async (tx) => {
    const replaying = { tx, ctx, actor, department };
    for (const example of examples) await replayDraft(replaying, example);
    await replayActs(replaying);
  });
}

async function replayDraft(replaying: Replaying, example: ExampleDraft): Promise<void> {
  const { tx, ctx, actor, department } = replaying;
  const { year } = ctx.today();
  const on = from(ctx, -300);
  const days = Object.fromEntries(
    Object.entries(example.course).map(([stage, [planned]]) => [stage, from(ctx, planned)]),
  ) as Extract<DraftFactBody, { kind: 'planned' }>['days'];
  const { title, kind, bases, movedFrom } = example;
  const plan = {
    ...{ title, kind, bases, lead: partyOf(department, example.unit), drafter: 'Tổ soạn thảo' },
    submittedTo: kind === 'council-resolution' ? 'HĐND tỉnh' : 'UBND tỉnh',
    ...{ shortened: false, document: { words: `Kế hoạch xây dựng văn bản năm ${year}`, documentId: null } },
  };
  const first = movedFrom === undefined ? days : { ...days, issued: from(ctx, movedFrom) };
  const body: DraftFactBody = { kind: 'planned', plan, days: first };
  const id = await beginRecord(tx, ctx, actor, 'draft', { ...told(on), body, year });
  const tell = (day: number, fact: DraftFactBody) =>
    addFact(tx, ctx, actor, 'draft', { ...told(from(ctx, day)), recordId: id, body: fact });
  for (const [stage, [, reached, cause = null]] of Object.entries(example.course)) {
    if (reached === undefined) continue;
    const words = stage === 'issued' ? example.number : undefined;
    const document = words === undefined ? null : { words, documentId: null };
    const holder = stage === 'appraising' ? 'Sở Tư pháp' : null;
    await tell(reached, { kind: 'entered', stage: stage as Stage, document, holder, cause });
  }
  if (movedFrom !== undefined)
    await tell(-25, { kind: 'moved', days, reason: 'kéo dài thời gian lấy ý kiến', document: null });
  if (example.said !== undefined)
    await tell(-5, { kind: 'reported', words: example.said, cause: example.cause ?? null });
  if (example.stopped !== undefined)
    await tell(example.stopped, {
      ...{ kind: 'stopped', reason: 'chuyển về lĩnh vực nông nghiệp và môi trường' },
      document: null,
    });
  for (const asked of example.asked ?? []) await replayOpinion(replaying, asked, tell);
}

async function replayOpinion(
  { ctx, department }: Replaying,
  [whom, sent, due, answered, answer, ...remarks]: Asked,
  tell: (day: number, fact: DraftFactBody) => Promise<string>,
): Promise<void> {
  const party = department.units.has(whom) ? partyOf(department, whom) : { name: whom };
  const ask = await tell(sent, { kind: 'asked', whom: party, due: from(ctx, due), document: null });
  if (answered === undefined || answer === undefined) return;
  const id = await tell(answered, { kind: 'answered', ask, answer, remarks, document: null });
  if (remarks.length > 0)
    await tell(answered + 2, {
      ...{ kind: 'handled', answer: id, remark: 0, how: 'taken' },
      words: 'đã chỉnh lý trong dự thảo',
    });
}

const local = (department: Department, unit: string, act: Omit<LocalAct, 'lead' | 'endedOn'>): LocalAct => ({
  ...{ ...act, lead: partyOf(department, unit), endedOn: null },
});

async function replayActs({ tx, ctx, actor, department }: Replaying): Promise<void> {
  const acts = [
    local(department, science, {
      ...{ number: '25/2018/QĐ-UBND', issuedOn: '2018-06-12', bases: [task] },
      title: 'Quy định tuyển chọn, giao trực tiếp nhiệm vụ khoa học và công nghệ',
    }),
    local(department, science, {
      ...{ number: '31/2019/QĐ-UBND', issuedOn: '2019-09-03', bases: [task] },
      title: 'Quy định đánh giá, nghiệm thu kết quả nhiệm vụ khoa học và công nghệ',
    }),
    local(department, standards, {
      ...{ number: '12/2020/QĐ-UBND', issuedOn: '2020-04-20', bases: [measures] },
      title: 'Quy định phân công quản lý đo lường',
    }),
  ];
  const ids: string[] = [];
  for (const act of acts)
    ids.push(
      await beginRecord(tx, ctx, actor, 'local_act', {
        ...{ ...told(from(ctx, -300)), body: { kind: 'registered', act } },
      }),
    );
  const superior = (act: Omit<SuperiorAct, 'document' | 'issuer'>) =>
    beginRecord(tx, ctx, actor, 'superior_act', {
      ...told(act.issuedOn),
      body: {
        kind: 'registered',
        act: {
          ...act,
          issuer: 'Bộ Khoa học và Công nghệ',
          document: { words: act.number, documentId: null },
        },
      },
    });
  const replacing = {
    ...{ number: '41/2026/TT-BKHCN', title: 'Quy định mới về quản lý nhiệm vụ khoa học và công nghệ' },
    ...{ issuedOn: from(ctx, -15), effectiveOn: from(ctx, 45), effect: 'replaces' as const, changes: [task] },
  };
  const first = await superior(replacing);
  await superior({
    ...{ number: '102/2026/NĐ-CP', title: 'Sửa đổi quy định về quản lý đo lường', effect: 'amends' },
    ...{ issuedOn: from(ctx, -4), effectiveOn: from(ctx, 90), changes: [measures] },
  });
  const [actId = ''] = ids;
  const givenOn = from(ctx, -12);
  const due = from(ctx, 40);
  const deadline = deadlineOfItem(Number(due.slice(0, 4)), { month: Number(due.slice(5, 7)), day: due });
  const [directiveId = ''] = idsOf(
    await insertDirectives(tx, ctx, actor, [
      {
        words: amendingWords({ number: '25/2018/QĐ-UBND' }, replacing),
        ...{ kind: 'do', origin: 'word', givenOn },
        given: {
          ...{ lead: partyOf(department, science), coordinating: [], deadline },
          product: 'Dự thảo quyết định thay thế 25/2018/QĐ-UBND',
        },
      },
    ]),
  );
  await refreshNow(tx, actor.agencyId, [directiveId], await ctx.calendar());
  await addFact(tx, ctx, actor, 'superior_act', {
    ...{ ...told(givenOn), recordId: first, body: { kind: 'given', actId, directiveId } },
  });
}
