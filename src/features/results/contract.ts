import { z } from 'zod';
import { Day, Id } from '../page.ts';
import { defineRoute } from '../route.ts';

/** A recognised result put to use, as anybody may read of it. */
export const PublicResult = z.object({
  id: Id,
  title: z.string(),
  code: z.string().nullable(),
  field: z.string().nullable(),
  host: z.string().nullable(),
  investigator: z.string().nullable(),
  /** Recognised, or its completion confirmed, in this year. */
  year: z.int(),
  applied: z.array(z.object({ on: Day, where: z.string() })),
  /** Days of the reports on its effect. */
  reports: z.array(Day),
});
export type PublicResult = z.infer<typeof PublicResult>;

const AgencyNamed = z.object({ id: Id, name: z.string() });

/** Results of one agency. */
export const PublicResults = z.object({
  /** Agencies that have published results; which of them this is of. */
  agencies: z.array(AgencyNamed),
  agency: AgencyNamed.nullable(),
  fields: z.array(z.string()),
  years: z.array(z.int()),
  items: z.array(PublicResult),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type PublicResults = z.infer<typeof PublicResults>;

export const listPublicResults = defineRoute({
  id: 'publicResult.list',
  method: 'GET',
  path: '/api/public/results',
  summary: 'Kết quả nhiệm vụ KH&CN đã công nhận và được ứng dụng, ai cũng xem được',
  permission: 'public',
  query: z.object({
    agency: Id.optional(),
    q: z.string().trim().max(200).optional(),
    field: z.string().max(200).optional(),
    year: z.coerce.number().int().min(1900).max(2100).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  reply: PublicResults,
});
