import { sayDay } from '../../../domain/deadlines/words.ts';
import type { Block, OfficialDocument } from '../document.ts';
import { type Frame, framed, type TaskLine } from './frame.ts';

export interface ConclusionNotice {
  frame: Frame;
  /** «Giám đốc Sở». */
  chair: string;
  /** «Hội nghị sơ kết công tác 9 tháng đầu năm 2026». */
  meeting: string;
  /** ISO day of the meeting. */
  heldOn: string;
  /** Paragraphs of assessment before the tasks; may be empty. */
  assessment: readonly string[];
  /** In the order of the notice; units follow each other as they first come. */
  tasks: readonly TaskLine[];
  /** Open work of before for the appendix; those of the tasks that were extended or are late, unless told. */
  carried?: readonly TaskLine[];
}

const periodEnd = /[.;]+\s*$/u;

/**
 * A task as one line a reader cannot mistake: lead by the heading above, coordinating units after «Chủ trì, phối hợp
 * với», the product named, the deadline alone in its brackets.
 */
export function sayAssigned({ words, coordinating, product, deadline }: TaskLine): string {
  const plain = words.trim().replace(periodEnd, '');
  const led =
    coordinating.length > 0 ? `Chủ trì, phối hợp với ${coordinating.join(', ')} ${lower(plain)}` : plain;
  const made = product === null ? '' : `, sản phẩm: ${product.trim().replace(periodEnd, '')}`;
  return `${led}${made}${bracketed(deadline)}.`;
}

/** Recurring and standing duties are done, all others finished. */
function bracketed(deadline: string | null): string {
  if (deadline === null) return '';
  return ` (${/^(?:hằng|định kỳ|thường xuyên)(?!\p{L})/u.test(deadline) ? 'thực hiện' : 'hoàn thành'} ${deadline})`;
}

/** First words of names that keep their capital within a sentence. */
const ofNames = new Set(['Sở', 'Bộ', 'Ban', 'Cục', 'Chi', 'Phòng', 'Trung', 'Văn', 'Viện', 'Hội']);

/** A task begins with its verb, which loses its capital; abbreviations and names keep theirs. */
function lower(words: string): string {
  const { first = '', second = '' } = /^(?<first>\p{Lu}\p{Ll}*)\s(?<second>\S)/u.exec(words)?.groups ?? {};
  if (first === '' || (ofNames.has(first) && /\p{Lu}/u.test(second))) return words;
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}

/** Tasks carried over: when they were first due, how often extended, how late they are. */
function carriedOver(tasks: readonly TaskLine[]): Block {
  const columns = [8, 46, 28, 26, 20, 20, 14, 16];
  const centred = new Set([0, 4, 5, 6, 7]);
  const heads = [
    [
      { text: 'TT', down: 2 },
      { text: 'Nội dung đã giao', down: 2 },
      { text: 'Đơn vị', down: 2 },
      { text: 'Sản phẩm', down: 2 },
      { text: 'Thời hạn', across: 3 },
      { text: 'Muộn (ngày làm việc)', down: 2 },
    ],
    [{ text: 'Giao lần đầu' }, { text: 'Hiện nay' }, { text: 'Số lần gia hạn' }],
  ];
  const shown = (day: string | null) => (day === null ? '' : sayDay(day));
  return {
    kind: 'table',
    columns: columns.map((width, at) => ({ width, align: centred.has(at) ? 'center' : 'left' })),
    header: heads,
    rows: tasks.map((task, at) => [
      String(at + 1),
      task.words,
      task.unit,
      task.product ?? '',
      shown(task.firstDue),
      shown(task.due),
      String(task.timesExtended),
      task.daysLate > 0 ? String(task.daysLate) : '',
    ]),
  };
}

/** Tasks by who leads them, units in the order in which they first come. */
export const tasksByUnit = (tasks: readonly TaskLine[]): [string, TaskLine[]][] => [
  ...Map.groupBy(tasks, ({ unit }) => unit),
];

/** What the appendix tells of: the open work named, else those tasks that were extended or are late. */
export const carriedTasks = ({
  tasks,
  carried,
}: Pick<ConclusionNotice, 'tasks' | 'carried'>): readonly TaskLine[] =>
  carried ?? tasks.filter(({ timesExtended, daysLate }) => timesExtended > 0 || daysLate > 0);

/** The notice of a meeting's conclusions: tasks by unit, and (in an appendix) how those carried over stand. */
export function conclusionNotice(input: ConclusionNotice): OfficialDocument {
  const { frame, chair, meeting, heldOn, assessment, tasks } = input;
  const carried = carriedTasks(input);
  const assessed: Block[] =
    assessment.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Đánh giá chung' },
          ...assessment.map((text): Block => ({ kind: 'paragraph', text })),
        ];
  return {
    ...framed(frame, 'TB'),
    title: { kind: 'Thông báo', subject: `Kết luận của ${chair} tại ${meeting}` },
    body: [
      {
        kind: 'paragraph',
        text: `Ngày ${sayDay(heldOn)}, ${chair} đã chủ trì ${meeting}. Sau khi nghe báo cáo và ý kiến của các đơn vị, ${chair} kết luận như sau:`,
      },
      ...assessed,
      ...tasksByUnit(tasks).flatMap(([unit, own]): Block[] => [
        { kind: 'heading', level: 2, text: `${unit}:` },
        ...own.map((task): Block => ({ kind: 'item', text: sayAssigned(task) })),
      ]),
      {
        kind: 'paragraph',
        text: `Trên đây là kết luận của ${chair}; các đơn vị nghiêm túc thực hiện./.`,
      },
    ],
    ...(carried.length > 0 && {
      appendices: [
        {
          title: 'Tình hình các nhiệm vụ đã gia hạn hoặc quá hạn',
          landscape: true,
          blocks: [carriedOver(carried)],
        },
      ],
    }),
  };
}
