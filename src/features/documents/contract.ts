import { z } from 'zod';
import { Direction, DocumentFilter } from '../../domain/documents/filter.ts';
import { Citation } from '../../domain/documents/reading.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

export const DocumentRow = z.object({
  id: Id,
  direction: Direction,
  bookYear: z.int(),
  /** Gap-free in its book and year (NĐ 30/2020 Đ15). */
  bookNumber: z.int(),
  kind: z.string().nullable(),
  number: z.string().nullable(),
  date: Day.nullable(),
  issuer: z.string().nullable(),
  subject: z.string(),
  registeredOn: Day,
  directives: z.int(),
  hasOriginal: z.boolean(),
  /** Its file as it came in, with how it was read. */
  abilities: abilitiesTo('original'),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const DocumentRecord = DocumentRow.extend({
  registeredBy: z.string(),
  file: z.object({ hash: z.string(), name: z.string(), bytes: z.int(), intakeId: Id }).nullable(),
  text: z.string().nullable(),
  citations: z.array(Citation.extend({ documentId: Id.nullable() })),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;

export const listDocuments = defineRoute({
  id: 'document.list',
  method: 'GET',
  path: '/api/documents',
  summary: 'Sổ văn bản đến, đi',
  permission: 'document.view',
  query: PageQuery.extend(DocumentFilter.shape),
  reply: pageOf(DocumentRow),
});

export const getDocument = defineRoute({
  id: 'document.get',
  method: 'GET',
  path: '/api/documents/:id',
  summary: 'Một văn bản trong sổ',
  permission: 'document.view',
  params: IdParams,
  reply: DocumentRecord,
});

/** A document without a file: registered by hand; an outgoing one takes its number from the book. */
export const registerDocument = defineRoute({
  id: 'document.register',
  method: 'POST',
  path: '/api/documents',
  summary: 'Vào sổ một văn bản bằng tay',
  permission: 'document.register',
  body: z.object({
    direction: Direction,
    kind: z.string().max(10).nullable(),
    number: z.string().trim().max(60).nullable(),
    date: Day.nullable(),
    issuer: z.string().trim().max(200).nullable(),
    subject: z.string().trim().min(3, 'Nhập trích yếu').max(1000),
  }),
  reply: DocumentRow,
  status: 201,
  creates: true,
});

export const exportDocuments = defineRoute({
  id: 'document.export',
  method: 'GET',
  path: '/api/documents/export.xlsx',
  summary: 'Xuất sổ văn bản ra Excel theo bộ lọc',
  permission: 'document.view',
  query: DocumentFilter,
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});
