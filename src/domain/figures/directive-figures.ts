import { type Counted, type Placed, placed } from './counted.ts';
import { inShare, inState, isOpen } from './directive-holds.ts';
import type { Definition, DirectiveFigureId } from './directive-ids.ts';
import { late } from './directive-late.ts';
import { definitionsOf, type Family } from './family.ts';

/** What came into the period and what became of it. */
const flow: Definition[] = [
  {
    id: 'in-hand',
    name: 'Nhiệm vụ phải thực hiện trong kỳ',
    counts:
      'Nhiệm vụ giao đến ngày chốt và chưa xong, chưa dừng trước ngày đầu kỳ. Phần việc tách ra không tính riêng.',
    unit: 'directives',
    holds: ({ inHand }) => inHand,
    sums: [
      ['carried-over', 'given'],
      ['accepted', 'stopped', 'open'],
    ],
  },
  {
    id: 'carried-over',
    name: 'Kỳ trước chuyển sang',
    counts: 'Giao trước ngày đầu kỳ và đến ngày ấy còn mở.',
    unit: 'directives',
    holds: ({ inHand, directive }, { from }) => inHand && directive.givenOn < from,
    continues: 'open',
  },
  {
    id: 'given',
    name: 'Giao mới trong kỳ',
    counts: 'Ngày giao nằm trong kỳ, đến ngày chốt.',
    unit: 'directives',
    holds: ({ inHand, directive }, { from }) => inHand && directive.givenOn >= from,
  },
  {
    id: 'accepted',
    name: 'Hoàn thành, được nghiệm thu trong kỳ',
    counts: 'Ngày nghiệm thu nằm trong kỳ, đến ngày chốt; đúng hạn hay muộn tính riêng theo ngày trình.',
    unit: 'directives',
    holds: ({ inHand, directive }) => inHand && directive.phase === 'accepted',
    better: 'more',
  },
  {
    id: 'stopped',
    name: 'Dừng thực hiện trong kỳ',
    counts: 'Có quyết định dừng trong kỳ, đến ngày chốt.',
    unit: 'directives',
    holds: ({ inHand, directive }) => inHand && directive.phase === 'stopped',
  },
  {
    id: 'open',
    name: 'Còn mở đến ngày chốt',
    counts: 'Đã giao, chưa được nghiệm thu và chưa dừng đến hết ngày chốt.',
    unit: 'directives',
    holds: isOpen,
    sums: [['overdue', 'in-time', 'awaiting', 'undated', 'suspended']],
  },
];

/** How what is open stands at the cut-off. */
const standing: Definition[] = [
  {
    id: 'overdue',
    name: 'Quá hạn',
    counts: 'Còn mở, đơn vị đang giữ và hạn hiện có đã qua.',
    unit: 'directives',
    holds: inState('overdue'),
    better: 'fewer',
  },
  {
    id: 'in-time',
    name: 'Trong hạn',
    counts: 'Còn mở, đơn vị đang giữ và chưa quá hạn hiện có, kể cả sắp đến hạn và việc trả lại để làm tiếp.',
    unit: 'directives',
    holds: inState('in-time', 'due-soon', 'returned'),
  },
  {
    id: 'due-soon',
    name: 'Trong đó sắp đến hạn',
    counts: 'Trong hạn và hạn nằm trong số ngày làm việc mà cơ quan coi là sắp đến.',
    unit: 'directives',
    holds: inState('due-soon'),
  },
  {
    id: 'awaiting',
    name: 'Chờ người giao',
    counts: 'Đã trình chờ nghiệm thu, hoặc đơn vị từ chối nhận và chờ giao lại.',
    unit: 'directives',
    holds: inState('awaiting-confirmation', 'refused'),
  },
  {
    id: 'undated',
    name: 'Không có ngày đến hạn',
    counts: 'Không hạn, chờ mốc tính hạn, thường xuyên, định kỳ, hoặc lệnh dừng.',
    unit: 'directives',
    holds: inState('no-deadline', 'awaiting-event', 'standing', 'stop'),
  },
  {
    id: 'suspended',
    name: 'Tạm hoãn',
    counts: 'Đang tạm hoãn vào ngày chốt.',
    unit: 'directives',
    holds: inState('suspended'),
  },
  {
    id: 'hindered',
    name: 'Đang vướng mắc',
    counts: 'Còn mở và báo cáo gần nhất nêu nguyên nhân vướng mắc.',
    unit: 'directives',
    holds: (one) => isOpen(one) && one.directive.cause !== null,
    better: 'fewer',
  },
];

/** The four shares of what was promised. */
const shares = ['done-by-first', 'done-after-first', 'overdue-promised', 'extended-promised'] as const;

/** What the period promised, by first deadlines: an extension takes nothing out of it. */
const promised: Definition[] = [
  {
    id: 'promised',
    name: 'Đến hạn đầu trong kỳ',
    counts:
      'Hạn giao lần đầu nằm trong kỳ và đã đến ngày chốt; gia hạn không đưa ra khỏi kỳ. Mẫu số của các tỷ lệ.',
    unit: 'directives',
    holds: ({ share }) => share !== null && share !== 'set-aside',
    sums: [shares],
  },
  {
    id: 'done-by-first',
    name: 'Xong đúng hạn đầu',
    counts: 'Kết quả được nghiệm thu đã trình trong hạn giao lần đầu.',
    unit: 'directives',
    holds: inShare('done-by-first'),
    better: 'more',
  },
  {
    id: 'done-after-first',
    name: 'Xong muộn',
    counts: 'Kết quả được nghiệm thu đã trình sau hạn giao lần đầu, kể cả đã gia hạn.',
    unit: 'directives',
    holds: inShare('done-after-first'),
    better: 'fewer',
  },
  {
    id: 'overdue-promised',
    name: 'Quá hạn còn mở',
    counts: 'Đến hạn đầu trong kỳ, còn mở và hạn hiện có đã qua, kể cả đã trình mà chưa nghiệm thu.',
    unit: 'directives',
    holds: inShare('overdue'),
    better: 'fewer',
  },
  {
    id: 'extended-promised',
    name: 'Đã gia hạn, chưa đến hạn mới',
    counts: 'Đến hạn đầu trong kỳ, còn mở, đã gia hạn và chưa đến hạn mới.',
    unit: 'directives',
    holds: inShare('extended'),
  },
  {
    id: 'set-aside',
    name: 'Đã dừng hoặc tạm hoãn, không tính tỷ lệ',
    counts: 'Hạn đầu nằm trong kỳ nhưng đã dừng hoặc đang tạm hoãn: nêu bên cạnh, không vào mẫu số.',
    unit: 'directives',
    holds: inShare('set-aside'),
  },
  {
    id: 'rate-by-first',
    name: 'Tỷ lệ xong đúng hạn đầu',
    counts: 'Xong đúng hạn đầu trên số đến hạn đầu trong kỳ; bốn tỷ lệ cộng lại đúng 100 %.',
    unit: 'tenths-of-percent',
    holds: inShare('done-by-first'),
    measure: { as: 'rate', part: 'done-by-first', among: shares },
    better: 'more',
  },
  {
    id: 'rate-overdue',
    name: 'Tỷ lệ quá hạn còn mở',
    counts: 'Quá hạn còn mở trên số đến hạn đầu trong kỳ; bốn tỷ lệ cộng lại đúng 100 %.',
    unit: 'tenths-of-percent',
    holds: inShare('overdue'),
    measure: { as: 'rate', part: 'overdue-promised', among: shares },
    better: 'fewer',
  },
];

const daysOf = (iso: string) => Math.round((Date.parse(iso) - Date.parse('2000-01-01')) / 86_400_000);

/** What is still to be done before what is over: the nearest deadline first of the one, the latest first of the other. */
function order({ phase, due }: Counted): number {
  if (phase === 'accepted' || phase === 'stopped') return due === null ? 999_999 : 900_000 - daysOf(due);
  return due === null ? 600_000 : 500_000 + daysOf(due);
}

/** Directives; the day that counts is that of acceptance, in time or late goes by the day of submission. */
export const directives = {
  name: 'directives',
  groups: { flow, standing, promised, late },
  place: placed,
  splits: {
    unit: ({ leadUnitId }) => leadUnitId,
    origin: ({ origin }) => origin,
    field: ({ field }) => field,
    cause: ({ cause }) => cause,
  },
  order,
} satisfies Family<Counted, Placed, DirectiveFigureId>;

/** Every figure about directives that comes with the system. */
export const directiveFigures: readonly Definition[] = definitionsOf<Counted, Placed, DirectiveFigureId>(
  directives,
);
