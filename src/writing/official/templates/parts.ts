import type { Block, OfficialDocument, Table } from '../document.ts';

export const field = (name: string): string => `{${name}}`;

/** A column of a table whose one row is repeated. */
export interface LoopColumn {
  head: string;
  width: number;
  align?: 'center' | 'right';
  tag: string;
}

/** A table of one row, repeated, since the loop begins in its first cell and ends in its last. */
export function loopTable(loop: string, columns: readonly LoopColumn[]): Table {
  const last = columns.length - 1;
  const row = columns.map(
    ({ tag }, at) => `${at === 0 ? `{#${loop}}` : ''}${tag}${at === last ? `{/${loop}}` : ''}`,
  );
  return { kind: 'table', columns, header: [columns.map(({ head }) => ({ text: head }))], rows: [row] };
}

/** Who issues a paper and signs it, as fields; number and day open unless a template bears them. */
export const frame = (on: string): Omit<OfficialDocument, 'title' | 'body' | 'sign'> => ({
  on,
  superior: field('co_quan_cap_tren'),
  issuer: field('co_quan'),
  number: null,
  place: field('dia_danh'),
  date: null,
  open: { year: field('nam') },
  signature: { lines: [field('chuc_vu_ky')], name: field('nguoi_ky') },
  recipients: [field('ten_don_vi'), 'Lưu: VT'],
});

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Paragraphs repeated: the marks stand alone in theirs, which then go. */
export const repeated = (loop: string, ...blocks: Block[]): Block[] => [
  paragraph(`{#${loop}}`),
  ...blocks,
  paragraph(`{/${loop}}`),
];
