import type { BoardMember, ScienceProgrammeBody } from '../../src/domain/science-programmes/facts.ts';
import { type Actor, type Context, command } from '../../src/features/context.ts';
import { addFact, beginRecord } from '../../src/features/planning/facts.ts';
import { momentOf } from '../two-years/moment.ts';
import type { ExampleTask } from './plans.ts';

interface ExampleProgramme {
  code: string;
  name: string;
  aims: string;
  products: string;
  indicators: { name: string; target: string }[];
  /** Đồng. */
  stateMoney: number;
  sign: string;
  board: BoardMember[];
  /** What was reached in each year, the earliest first. */
  reports: string[];
  holds: (task: ExampleTask) => boolean;
}

const member = (role: BoardMember['role'], name: string): BoardMember => ({ id: null, role, name });

/** Programmes that do not exist, and which of the tasks belong to each. */
const programmes: readonly ExampleProgramme[] = [
  {
    code: 'MS.NN/23-28',
    name: 'Khoa học và công nghệ phục vụ nông nghiệp vùng cao',
    aims: 'Đưa giống và quy trình mới vào sản xuất ở các xã vùng cao.',
    products: 'Giống được công nhận; quy trình chuyển giao; mô hình trình diễn.',
    indicators: [
      { name: 'Giống mới được công nhận', target: '6' },
      { name: 'Quy trình chuyển giao cho hợp tác xã', target: '10' },
    ],
    stateMoney: 26_000_000_000,
    sign: '412/QĐ-UBND',
    board: [
      member('head', 'PGS. TS. Hoàng Văn Lâm'),
      member('deputy', 'TS. Triệu Thị Yến'),
      member('secretary', 'ThS. Lê Thu Quỳnh'),
    ],
    reports: [
      'Mở các nhiệm vụ đầu tiên về lúa nếp, chè và chăn nuôi; chưa có nhiệm vụ kết thúc.',
      'Nghiệm thu những nhiệm vụ đầu; hai quy trình đã chuyển giao cho hợp tác xã.',
      'Thêm ba quy trình chuyển giao; đề nghị kéo dài mô hình chè hữu cơ.',
    ],
    holds: ({ field, level }) => field === 'Nông nghiệp' && level === 'province',
  },
  {
    code: 'MS.CS/24-29',
    name: 'Công nghệ số và thiết bị cho sản xuất nhỏ',
    aims: 'Máy, thiết bị và phần mềm làm được tại tỉnh cho hợp tác xã, hộ sản xuất.',
    products: 'Thiết bị, phần mềm được dùng trong sản xuất.',
    indicators: [{ name: 'Thiết bị được thương mại hóa', target: '4' }],
    stateMoney: 20_000_000_000,
    sign: '97/QĐ-UBND',
    board: [member('head', 'KS. Bùi Quốc Dũng'), member('secretary', 'KS. Hoàng Quốc Trang')],
    reports: ['Mở nhiệm vụ máy sấy và thiết bị phân loại quả; một thiết bị đã dùng thử.'],
    holds: ({ field, type }) => field === 'Kỹ thuật và công nghệ' && type !== 'innovation',
  },
];

/** Records the department's programmes, each fact on its day. @returns the id of the programme a task belongs to, null for none */
export async function replayScienceProgrammes(
  ctx: Context,
  actor: Actor,
): Promise<(task: ExampleTask) => string | null> {
  const first = ctx.today().year - 3;
  const begun: { id: string; holds: ExampleProgramme['holds'] }[] = [];
  for (const [at, programme] of programmes.entries())
    begun.push({ id: await replayOne(ctx, actor, programme, first + at), holds: programme.holds });
  return (task) => begun.find(({ holds }) => holds(task))?.id ?? null;
}

function replayOne(
  ctx: Context,
  actor: Actor,
  { sign, board, reports, holds: _, ...said }: ExampleProgramme,
  year: number,
): Promise<string> {
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  const restsOn = { documentId: null, sign, date: `${year}-02-10` };
  const profile = { ...said, level: 'province' as const, from: `${year}-03-01`, to: `${year + 5}-12-31` };
  const facts: { on: string; body: ScienceProgrammeBody }[] = [
    { on: `${year}-03-15`, body: { kind: 'boardNamed', members: board, restsOn } },
    ...reports.map((words, at) => ({
      on: `${year + at + 1}-01-20`,
      body: { kind: 'reported' as const, year: year + at, words, restsOn: null },
    })),
  ];
  const stamped = (on: string) => ({
    ...{ on, inNameOf: null, recordedAt: momentOf(Temporal.PlainDate.from(on), 40) },
  });
  return command(ctx, actor, about, async (tx) => {
    const begun = `${year}-02-12`;
    const id = await beginRecord(tx, ctx, actor, 'science_programme', {
      ...stamped(begun),
      body: { kind: 'described', profile, restsOn },
    });
    for (const { on, body } of facts)
      if (on <= ctx.today().toString())
        await addFact(tx, ctx, actor, 'science_programme', { ...stamped(on), recordId: id, body });
    return id;
  });
}
