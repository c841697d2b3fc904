import { z } from 'zod';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { Reorganisation, ReorganisationKind } from '../../domain/organisation/reorganisation.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Role } from '../../domain/permissions/permission.ts';
import { Day, Id, IdParams } from '../page.ts';
import { contentTypes, Layout, type PaperFormat } from '../papers/contract.ts';
import { defineRoute } from '../route.ts';

/** `target` counts the targets of the act from 0; a record that stays is at its own unit. */
const placed = { id: Id, fromUnitId: Id, fromName: z.string(), target: z.int(), stays: z.boolean() };

/** Everything the act would do, to be reviewed before it is done. */
export const ReorganisationPreview = z.object({
  /** Why it cannot be done today though it can be planned; null where it can. */
  notYet: z.string().nullable(),
  closing: z.array(z.string()),
  opening: z.array(z.string()),
  renaming: z.array(z.object({ from: z.string(), to: z.string() })),
  targets: z.array(z.object({ unitId: Id.nullable(), name: z.string() })),
  directives: z.array(
    z.object({
      ...placed,
      words: z.string(),
      part: z.boolean(),
      firstDueDay: Day.nullable(),
      dueDay: Day.nullable(),
      state: DirectiveState,
      assignee: z.string().nullable(),
      assigneeMoves: z.boolean(),
    }),
  ),
  /** Where a unit only helps or is waited for: its successor stands there. */
  successions: z.array(
    z.object({ id: Id, words: z.string(), fromUnitId: Id, fromName: z.string(), target: z.int() }),
  ),
  posts: z.array(
    z.object({
      ...placed,
      target: z.int().nullable(),
      person: z.string(),
      role: Role,
      title: z.string().nullable(),
      newRole: Role,
      secondHead: z.boolean(),
    }),
  ),
  requests: z.array(
    z.object({
      ...placed,
      words: z.string(),
      side: z.enum(['asks', 'answers']),
      dueDay: Day.nullable(),
    }),
  ),
  units: z.array(z.object({ id: Id, name: z.string(), under: z.string().nullable() })),
  /** Directives and requests that move with a last day that runs. */
  clocks: z.int(),
});
export type ReorganisationPreview = z.infer<typeof ReorganisationPreview>;

export const ReorganisationRecord = z.object({
  id: Id,
  kind: ReorganisationKind,
  effectiveOn: Day,
  decision: z.object({ number: z.string(), on: Day }),
  /** Names as of the day before, and of the day itself. */
  lines: z.array(z.object({ from: z.string(), to: z.string() })),
  /** How many open directives moved. */
  directives: z.int(),
  by: z.string(),
  recordedAt: z.string(),
  abilities: abilitiesTo('handOver'),
});
export type ReorganisationRecord = z.infer<typeof ReorganisationRecord>;

export const listReorganisations = defineRoute({
  id: 'organisation.reorganisations',
  method: 'GET',
  path: '/api/reorganisations',
  summary: 'Các lần sắp xếp lại tổ chức, mới nhất trước',
  permission: 'organisation.view',
  reply: z.array(ReorganisationRecord),
});

export const previewReorganisation = defineRoute({
  id: 'organisation.previewReorganisation',
  method: 'POST',
  path: '/api/reorganisations/preview',
  summary: 'Xem trước: nhiệm vụ, chức vụ, yêu cầu, hạn nào chuyển về đâu; chưa ghi gì',
  permission: 'organisation.reorganise',
  body: Reorganisation,
  reply: ReorganisationPreview,
});

export const reorganise = defineRoute({
  id: 'organisation.reorganise',
  method: 'POST',
  path: '/api/reorganisations',
  summary: 'Sáp nhập, chia tách, đổi tên, giải thể đơn vị và chuyển mọi việc đang mở trong một lần',
  permission: 'organisation.reorganise',
  body: Reorganisation,
  reply: ReorganisationRecord,
  status: 201,
  creates: true,
});

const handOver = (id: string, format: PaperFormat) =>
  defineRoute({
    id,
    method: 'GET',
    path: `/api/reorganisations/:id/hand-over.${format}`,
    summary: `Biên bản bàn giao nhiệm vụ của một lần sắp xếp lại, ${format === 'docx' ? 'Word' : 'PDF'}`,
    permission: 'organisation.reorganise',
    params: IdParams,
    query: z.object(Layout),
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const handOverList = handOver('organisation.handOver', 'docx');
export const handOverPdf = handOver('organisation.handOverPdf', 'pdf');
