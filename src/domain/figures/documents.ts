import type { Family } from './family.ts';
import type { FigureDefinition, Reading } from './figure.ts';

/** One paper as figures look at it: a document of the register, or a file that came in and stands in no book yet. */
export interface CountedDocument {
  /** Of the file that came in; of the document where it was entered by hand. */
  id: string;
  direction: 'in' | 'out' | null;
  kind: string | null;
  /** The day it was entered in its book; null while it stands in none. Days are ISO. */
  registeredOn: string | null;
  /** The day its file came in; null where it was entered by hand. */
  receivedOn: string | null;
  droppedOn: string | null;
  /** The reader has made something of the file. */
  read: boolean;
  /** Directives it carries. */
  directives: number;
}

export const documentFigureIds = [
  'documents-registered',
  'documents-in',
  'documents-out',
  'documents-carrying',
  'documents-to-confirm',
  'documents-waiting',
  'documents-received',
  'documents-confirmed',
  'documents-dropped',
  'documents-unconfirmed',
  'documents-unread',
] as const;
export type DocumentFigureId = (typeof documentFigureIds)[number];
type Definition = FigureDefinition<CountedDocument, DocumentFigureId>;

const within = (day: string | null, { from, cutOff }: Reading) =>
  day !== null && day >= from && day <= cutOff;
const registered = ({ registeredOn }: CountedDocument, reading: Reading) => within(registeredOn, reading);

/** Came in as a file and was not dealt with before the period. */
function toConfirm({ receivedOn, registeredOn, droppedOn }: CountedDocument, { from }: Reading): boolean {
  const dealtWith = registeredOn ?? droppedOn;
  return receivedOn !== null && (dealtWith === null || dealtWith >= from);
}
const unconfirmed = ({ receivedOn, registeredOn, droppedOn }: CountedDocument) =>
  receivedOn !== null && registeredOn === null && droppedOn === null;

const books: Definition[] = [
  {
    id: 'documents-registered',
    name: 'Văn bản vào sổ trong kỳ',
    counts: 'Ngày vào sổ văn bản đến hoặc sổ văn bản đi nằm trong kỳ, đến ngày chốt.',
    unit: 'documents',
    holds: registered,
    sums: [['documents-in', 'documents-out']],
  },
  {
    id: 'documents-in',
    name: 'Văn bản đến',
    counts: 'Vào sổ văn bản đến trong kỳ.',
    unit: 'documents',
    holds: (one, reading) => registered(one, reading) && one.direction === 'in',
  },
  {
    id: 'documents-out',
    name: 'Văn bản đi',
    counts: 'Vào sổ văn bản đi trong kỳ.',
    unit: 'documents',
    holds: (one, reading) => registered(one, reading) && one.direction === 'out',
  },
  {
    id: 'documents-carrying',
    name: 'Văn bản có giao nhiệm vụ',
    counts: 'Trong số vào sổ trong kỳ, văn bản có ít nhất một nhiệm vụ đã vào sổ theo dõi đến ngày chốt.',
    unit: 'documents',
    holds: (one, reading) => registered(one, reading) && one.directives > 0,
  },
];

const intake: Definition[] = [
  {
    id: 'documents-to-confirm',
    name: 'Bản nhận vào phải đọc và xác nhận',
    counts: 'Tệp nhận vào đến ngày chốt và chưa xác nhận, chưa bỏ trước ngày đầu kỳ.',
    unit: 'documents',
    holds: toConfirm,
    sums: [
      ['documents-waiting', 'documents-received'],
      ['documents-confirmed', 'documents-dropped', 'documents-unconfirmed'],
    ],
  },
  {
    id: 'documents-waiting',
    name: 'Kỳ trước chuyển sang',
    counts: 'Nhận trước ngày đầu kỳ và đến ngày ấy chưa xác nhận.',
    unit: 'documents',
    holds: (one, reading) => toConfirm(one, reading) && !within(one.receivedOn, reading),
    continues: 'documents-unconfirmed',
  },
  {
    id: 'documents-received',
    name: 'Nhận mới trong kỳ',
    counts: 'Ngày nhận tệp nằm trong kỳ, đến ngày chốt.',
    unit: 'documents',
    holds: (one, reading) => toConfirm(one, reading) && within(one.receivedOn, reading),
  },
  {
    id: 'documents-confirmed',
    name: 'Đã đọc, xác nhận và vào sổ',
    counts: 'Bản nhận vào được xác nhận và vào sổ trong kỳ, đến ngày chốt.',
    unit: 'documents',
    holds: (one, reading) => toConfirm(one, reading) && one.registeredOn !== null,
    better: 'more',
  },
  {
    id: 'documents-dropped',
    name: 'Bỏ, không vào sổ',
    counts: 'Bản nhận vào bị bỏ trong kỳ, có lý do.',
    unit: 'documents',
    holds: (one, reading) => toConfirm(one, reading) && one.registeredOn === null && one.droppedOn !== null,
  },
  {
    id: 'documents-unconfirmed',
    name: 'Còn chờ xác nhận đến ngày chốt',
    counts: 'Đã nhận, chưa xác nhận và chưa bỏ đến hết ngày chốt.',
    unit: 'documents',
    holds: unconfirmed,
    better: 'fewer',
  },
  {
    id: 'documents-unread',
    name: 'Trong đó máy chưa đọc được',
    counts: 'Còn chờ xác nhận mà máy chưa đọc xong, hoặc không đọc được.',
    unit: 'documents',
    holds: (one) => unconfirmed(one) && !one.read,
    better: 'fewer',
  },
];

/** Documents of the two books, and the files on their way into them. */
export const documents = {
  name: 'documents',
  groups: { books, intake },
  place: (one) => one,
  splits: { direction: ({ direction }) => direction, kind: ({ kind }) => kind },
  order: ({ registeredOn, receivedOn }) =>
    -Date.parse(registeredOn ?? receivedOn ?? '2000-01-01') / 86_400_000,
} satisfies Family<CountedDocument, CountedDocument, DocumentFigureId>;
