import { z } from 'zod';
import { Deadline, Span } from '../deadlines/deadline.ts';

/** A unit or person named in a document; `unitId` when it is one of the agency's own. */
export const Party = z.object({
  name: z.string(),
  unitId: z.string().optional(),
  span: Span.optional(),
  inferred: z.boolean().optional(),
});
export type Party = z.infer<typeof Party>;

/** do: to be done; stop: a stop order («dừng»); standing: a lasting duty without an end («thường xuyên»). */
export const DirectiveKind = z.enum(['do', 'stop', 'standing']);
export type DirectiveKind = z.infer<typeof DirectiveKind>;

/** One instruction that one lead can be held to, as read. */
export const ReadDirective = z.object({
  ordinal: z.int().min(1),
  text: z.string(),
  span: Span,
  outline: z.array(z.string()),
  lead: Party.nullable(),
  coordinating: z.array(Party),
  kind: DirectiveKind,
  action: z.string(),
  product: z.string().nullable(),
  quantity: z.object({ value: z.number(), unit: z.string().nullable() }).nullable(),
  deadline: Deadline,
  confidence: z.number().min(0).max(1),
  fieldConfidence: z.object({ lead: z.number(), deadline: z.number(), boundary: z.number() }),
});
export type ReadDirective = z.infer<typeof ReadDirective>;

export const Citation = z.object({ number: z.string(), date: z.string().nullable(), span: Span });
export type Citation = z.infer<typeof Citation>;

export const ReadFigure = z.object({
  value: z.number(),
  unit: z.string(),
  label: z.string(),
  period: z.string().optional(),
  span: Span,
});
export type ReadFigure = z.infer<typeof ReadFigure>;

export const ReadingWarning = z.object({ code: z.string(), message: z.string(), span: Span.optional() });
export type ReadingWarning = z.infer<typeof ReadingWarning>;

export const DocumentHead = z.object({
  kind: z.string().nullable(),
  number: z.string().nullable(),
  date: z.iso.date().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
});
export type DocumentHead = z.infer<typeof DocumentHead>;

/**
 * Where a stretch of `text` stands on a page image: `box` is [left, top, right, bottom] as shares (0..1)
 * of the page's width and height, so that any rendering of the page can be marked.
 */
export const Place = z.object({
  span: Span,
  page: z.int().min(1),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Place = z.infer<typeof Place>;

/** What reading a document gives; `quality` is the share of legal Vietnamese syllables, 0..1. */
export const Reading = z.object({
  document: DocumentHead,
  source: z.object({
    format: z.string(),
    pages: z.int(),
    method: z.enum(['text', 'ocr', 'mixed']),
    encoding: z.string().optional(),
    quality: z.number(),
  }),
  text: z.string(),
  directives: z.array(ReadDirective),
  citations: z.array(Citation),
  figures: z.array(ReadFigure),
  warnings: z.array(ReadingWarning),
  /** Line places on page images, in text order; absent where the source has no pages. */
  places: z.array(Place).optional(),
});
export type Reading = z.infer<typeof Reading>;
