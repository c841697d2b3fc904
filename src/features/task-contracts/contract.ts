import { z } from 'zod';
import { Day, IdParams } from '../page.ts';
import { contentTypes, Layout, type PaperFormat } from '../papers/contract.ts';
import { defineRoute } from '../route.ts';

const paper = (format: PaperFormat) =>
  defineRoute({
    id: `task.contract.${format}`,
    method: 'GET',
    path: `/api/tasks/:id/contract.${format}`,
    summary: `Hợp đồng của nhiệm vụ KH&CN hoặc phụ lục của nó, trước và sau khi ký, ${format === 'docx' ? 'Word' : 'PDF'}`,
    permission: 'task.view',
    params: IdParams,
    query: z.object({
      /** Which version: 1 the contract, 2 its first appendix; what is to be signed next where left out. */
      version: z.coerce.number().int().min(1).max(500).optional(),
      asOf: Day.optional(),
      ...Layout,
    }),
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const contractDocx = paper('docx');
export const contractPdf = paper('pdf');
