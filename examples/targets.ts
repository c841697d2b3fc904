import type { Cause } from '../src/domain/directives/facts.ts';
import type { FigureId } from '../src/domain/figures/catalogue.ts';
import type { Quarters, SourceNamed, TargetFactBody } from '../src/domain/targets/facts.ts';
import { type Actor, type Context, command } from '../src/features/context.ts';
import { uuidv7 } from '../src/storage/ids.ts';
import { json } from '../src/storage/schema/foundation.ts';
import type { Department } from './two-years/replay.ts';

/** The registered decision that assigns some of them, and its day. */
export interface Decision extends SourceNamed {
  on: string;
}

/** A target of the invented department with the results its unit reported, quarter by quarter. */
interface ExampleTarget {
  words: string;
  unit: string;
  counted: 'number' | 'percent' | 'money' | 'yes-no';
  of?: string;
  aim?: 'at-least' | 'at-most' | 'exactly';
  value: number;
  quarters?: Quarters;
  /** By quarter, as far as there are results. */
  results: (number | null)[];
  cause?: Cause;
  said?: string;
  /** By the decision that stands in the register. */
  decided?: boolean;
  amended?: { value: number; reason: string };
  /** The figure its result is read off; then nothing is reported. */
  figure?: FigureId;
}

const science = 'Phòng Quản lý khoa học';
const innovation = 'Phòng Công nghệ và Đổi mới sáng tạo';
const digital = 'Phòng Chuyển đổi số';
const standards = 'Chi cục Tiêu chuẩn Đo lường Chất lượng';
const finance = 'Phòng Kế hoạch - Tài chính';

const examples: readonly ExampleTarget[] = [
  {
    ...{ words: 'Nhiệm vụ cấp tỉnh được công nhận kết quả', unit: science, counted: 'number', decided: true },
    ...{ of: 'nhiệm vụ', value: 15, quarters: [2, 6, 10, 15], results: [2, 6, 8, 9] },
    ...{ cause: 'people', said: 'Hai hội đồng chưa đủ thành viên, dời sang tháng sau' },
  },
  {
    ...{ words: 'Giải ngân kinh phí sự nghiệp khoa học và công nghệ', unit: finance, counted: 'percent' },
    ...{ of: '%', value: 95, quarters: [15, 40, 65, 95], results: [12, 41, 58, 70] },
    ...{ cause: 'outside-papers', said: 'Còn chờ hồ sơ thanh toán của đơn vị chủ trì nhiệm vụ' },
  },
  {
    ...{ words: 'Hồ sơ thủ tục hành chính giải quyết quá hạn', unit: 'Văn phòng Sở', counted: 'percent' },
    ...{ of: '%', aim: 'at-most', value: 2, results: [1.1, 0.9, 1.4, 1.2] },
  },
  {
    ...{ words: 'Doanh nghiệp được hỗ trợ áp dụng hệ thống quản lý chất lượng', unit: innovation },
    ...{ counted: 'number', decided: true },
    ...{ of: 'doanh nghiệp', value: 20, quarters: [3, 8, 14, 20], results: [4, 9, 15, 21] },
  },
  {
    ...{ words: 'Ban hành kế hoạch chuyển đổi số của tỉnh', unit: digital, counted: 'yes-no', value: 1 },
    ...{ quarters: [null, 1, 1, 1], results: [0, 1, 1, 1] },
  },
  {
    ...{ words: 'Dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ', unit: digital, counted: 'percent' },
    ...{ of: '%', value: 80, quarters: [50, 60, 70, 80], results: [52, 63, 71, 74] },
  },
  {
    ...{ words: 'Phương tiện đo được kiểm định', unit: standards, counted: 'number', of: 'phương tiện' },
    ...{ value: 9000, quarters: [1800, 4200, 6600, 9000], results: [1750, 4310, 6700, 7900] },
    ...{ amended: { value: 9500, reason: 'bổ sung đợt kiểm định cân tại các chợ' } },
  },
  {
    ...{ words: 'Kinh phí doanh nghiệp đối ứng cho nghiên cứu', unit: science, counted: 'money' },
    ...{ of: 'triệu đồng', value: 4500, quarters: [500, 1500, 3000, 4500], results: [450, 1620.5, 2100] },
    ...{ cause: 'unclear', said: 'Chờ hướng dẫn về tỷ lệ đối ứng theo quy định mới' },
  },
  {
    ...{ words: 'Sáng kiến cấp cơ sở được công nhận', unit: 'Văn phòng Sở', counted: 'number' },
    ...{ of: 'sáng kiến', value: 15, quarters: [null, 5, 10, 15], results: [null, null, null] },
  },
  {
    ...{ words: 'Cuộc kiểm tra an toàn bức xạ theo kế hoạch', unit: 'Thanh tra Sở', counted: 'number' },
    ...{ of: 'cuộc', aim: 'exactly', value: 6, quarters: [1, 3, 5, 6], results: [1, 3, 5, 6] },
  },
  {
    ...{ words: 'Nhiệm vụ được giao hoàn thành đúng hạn giao lần đầu', unit: 'Văn phòng Sở' },
    ...{ counted: 'percent', of: '%', value: 80, quarters: [70, 75, 80, 80], results: [] },
    figure: 'rate-by-first',
  },
];

const ends = ['03-31', '06-30', '09-30', '12-31'];

/**
 * Targets of the running year and of the year before with what became of them, told as of today: what would lie ahead is
 * left out, the value of the quarter that runs is of last week.
 */
export async function replayTargets(
  ctx: Context,
  actor: Actor,
  department: Department,
  decision: Decision | null,
): Promise<void> {
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  await command(ctx, actor, about, async (tx) => {
    const { year } = ctx.today();
    const rows = [year - 1, year].flatMap((of) =>
      examples
        .filter((_, at) => of === year || at % 2 === 0)
        .map((example) => ({
          id: uuidv7(),
          year: of,
          facts: factsOf(ctx, department, { example, of, decision }),
        })),
    );
    const stamp = { agency_id: actor.agencyId, recorded_by: actor.personId };
    await tx
      .insertInto('target')
      .values(rows.map(({ id, year: of, facts }) => ({ ...stamp, id, year: of, recorded_at: facts[0]!.at })))
      .execute();
    await tx
      .insertInto('target_fact')
      .values(
        rows.flatMap(({ id, facts }) =>
          facts.map(({ on, at, by, body }) => ({
            ...{ ...stamp, id: uuidv7(), target_id: id, happened_on: on, recorded_at: at },
            ...{ recorded_by: by ?? actor.personId, in_name_of: null, body: json(body) },
          })),
        ),
      )
      .execute();
  });
}

interface Told {
  on: string;
  at: string;
  by?: string;
  body: TargetFactBody;
}

function factsOf(
  ctx: Context,
  { units, teams }: Department,
  { example, of, decision }: { example: ExampleTarget; of: number; decision: Decision | null },
): Told[] {
  const today = ctx.today();
  const lead = { name: example.unit, unitId: units.get(example.unit) ?? '' };
  const head = teams.get(example.unit)?.head.personId;
  const named = of === today.year && example.decided ? decision : null;
  const assignment = {
    ...{ words: example.words, measure: example.counted, unit: example.of ?? '', value: example.value },
    ...{
      aim: example.aim ?? ('at-least' as const),
      due: `${of}-12-31`,
      lead,
      assignedBy: 'UBND tỉnh Minh Sơn',
    },
    document: named
      ? { words: named.words, documentId: named.documentId }
      : { words: `Quyết định giao kế hoạch năm ${of}`, documentId: null },
    ...(example.figure && { figure: example.figure }),
  };
  const facts: Told[] = [];
  const tell = (day: string, body: TargetFactBody, by?: string) => {
    if (day <= today.toString())
      facts.push({ on: day, at: `${day}T02:${10 + facts.length}:00Z`, body, ...(by && { by }) });
  };
  const begun = named?.on ?? `${of - 1}-12-20`;
  tell(begun, { kind: 'assigned', ...assignment });
  if (example.quarters) tell(begun, { kind: 'planned', quarters: example.quarters }, head);
  for (const [at, value] of example.results.entries()) {
    const end = `${of}-${ends[at]}`;
    const runs = end > today.toString();
    const on = runs ? today.subtract({ days: 6 }).toString() : end;
    const planned = example.quarters?.[at] ?? null;
    if (on < begun) continue;
    if (value === null || (runs && on <= `${of}-${ends[at - 1] ?? '01-01'}`)) continue;
    const behind = planned !== null && value < planned && example.cause !== undefined;
    tell(
      on,
      {
        ...{ kind: 'reported', value, words: behind ? (example.said ?? '') : '', link: null },
        cause: behind ? (example.cause ?? null) : null,
      },
      head,
    );
    if (runs) break;
  }
  if (example.amended) {
    const { value, reason } = example.amended;
    const document = { words: `Công văn điều chỉnh chỉ tiêu năm ${of}`, documentId: null };
    tell(`${of}-07-15`, { kind: 'amended', ...assignment, value, document, reason });
  }
  return facts;
}
