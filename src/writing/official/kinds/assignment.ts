import { sayDay } from '../../../domain/deadlines/words.ts';
import type { Block, OfficialDocument, Table } from '../document.ts';
import { type Frame, framed, sayDue, sayState, sayTask, type TaskLine } from './frame.ts';

export interface AssignmentSheet {
  frame: Frame;
  /** «Phòng Kế hoạch - Tài chính»; null where the sheet is of several units. */
  unit: string | null;
  /** Whose sheet it is, where it is one person's. */
  person: string | null;
  /** What else narrows it, in words. */
  narrowed?: string;
  tasks: readonly TaskLine[];
}

/** Tasks with who shares them, their products, deadlines and states. */
export function taskTable(tasks: readonly TaskLine[], withUnit: boolean): Table {
  const columns: {
    head: string;
    width: number;
    centred?: boolean;
    of: (task: TaskLine, at: number) => string;
  }[] = [
    { head: 'TT', width: 9, centred: true, of: (_, at) => String(at + 1) },
    { head: 'Nhiệm vụ', width: 54, of: sayTask },
    {
      head: withUnit ? 'Đơn vị, người thực hiện' : 'Thực hiện, phối hợp',
      width: 28,
      of: (task) => partiesOf(task, withUnit),
    },
    { head: 'Sản phẩm', width: 24, of: ({ product }) => product ?? '' },
    { head: 'Thời hạn', width: 24, centred: true, of: sayDue },
    { head: 'Tình trạng', width: 26, of: sayState },
  ];
  return {
    kind: 'table',
    columns: columns.map(({ width, centred }) => ({ width, align: centred ? 'center' : 'left' })),
    header: [columns.map(({ head }) => ({ text: head }))],
    rows: tasks.map((task, at) => columns.map(({ of }) => of(task, at))),
  };
}

function partiesOf({ unit, person, coordinating }: TaskLine, withUnit: boolean): string {
  const lead = [withUnit ? unit : '', person ?? ''].filter(Boolean).join(', ');
  const others = coordinating.length > 0 ? `phối hợp: ${coordinating.join(', ')}` : '';
  return [lead, others].filter(Boolean).join('; ');
}

/** What a unit or a person is given to do and how it stands on a day. */
export function assignmentSheet({ frame, unit, person, narrowed, tasks }: AssignmentSheet): OfficialDocument {
  const whose = [person, unit].filter(Boolean).join(', ') || 'các đơn vị';
  const count = tasks.length;
  const late = tasks.filter(({ overdue }) => overdue).length;
  const body: Block[] = [
    {
      kind: 'paragraph',
      text: `${frame.issuer} giao ${whose} thực hiện ${count} nhiệm vụ theo bảng dưới đây${narrowed ? ` (${narrowed})` : ''}; tình trạng tính đến hết ngày ${sayDay(frame.on)}${late > 0 ? `, trong đó ${late} nhiệm vụ quá hạn` : ''}.`,
    },
    ...(count > 0 ? [taskTable(tasks, unit === null)] : []),
    {
      kind: 'paragraph',
      text: 'Đơn vị, cá nhân được giao việc thực hiện đúng thời hạn; khó khăn, vướng mắc báo cáo kịp thời với người giao việc./.',
    },
  ];
  return {
    ...framed(frame, null),
    sign: null,
    title: { kind: 'Phiếu giao việc', subject: whose.charAt(0).toLocaleUpperCase('vi') + whose.slice(1) },
    body,
  };
}
