import { z } from 'zod';
import { CallMode } from '../../domain/calls/call.ts';
import { DossierContent } from '../../domain/calls/dossier.ts';
import { budgetLine, Named } from '../../domain/tasks/change.ts';
import { StepBody, TaskEvent } from '../../domain/tasks/facts.ts';
import { StepName, TaskState } from '../../domain/tasks/filter.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';
import { AttachedFile, FileIds } from '../task-files/contract.ts';
import { ChangeOptionShown, ChangeShown, ClockShown, PhaseShown, StepShown } from '../tasks/shown.ts';

/** A filing with its receipt. */
export const FilingShown = z.object({
  id: Id,
  receipt: z.string(),
  filedAt: z.string(),
  by: z.string(),
  sha256: z.string(),
  /** It counts: neither replaced nor withdrawn since. */
  valid: z.boolean(),
  withdrawnAt: z.string().nullable(),
});
export type FilingShown = z.infer<typeof FilingShown>;

/** True where the act is possible, or why not. */
const Possible = z.union([z.literal(true), z.string()]);

/** What keeps the host, or the investigator it names, from a new task; only what rests on the host's own files is told. */
export const GateShown = z.object({
  who: z.enum(['self', 'investigator']),
  words: z.string(),
  /** Through this day; null where it ends when what is owed is made good. */
  until: Day.nullable(),
  /** It lasts beyond the closing: nothing can be filed. Otherwise it is a warning. */
  shuts: z.boolean(),
  tasks: z.array(z.object({ title: z.string(), words: z.string() })),
});
export type GateShown = z.infer<typeof GateShown>;

export const Dossier = z.object({
  id: Id,
  version: z.int(),
  call: z.object({ id: Id, number: z.string(), title: z.string(), mode: CallMode, closesOn: Day }),
  task: z.object({ id: Id, title: z.string() }),
  /** The first instant at which nothing can be filed any more, and the server's clock now. */
  closesAt: z.string(),
  now: z.string(),
  content: DossierContent,
  files: z.array(AttachedFile),
  changedAt: z.string(),
  changedBy: z.string(),
  /** The newest first. */
  filings: z.array(FilingShown),
  /** What was filed last is what stands here now. */
  asFiled: z.boolean(),
  gates: z.array(GateShown),
  possible: z.object({ save: Possible, submit: Possible, withdraw: Possible }),
});
export type Dossier = z.infer<typeof Dossier>;

export const PortalHome = z.object({
  partner: z.object({ id: Id, kind: z.enum(['organisation', 'person']), name: z.string() }),
  agency: z.string(),
  now: z.string(),
  /** What stands between them and the tasks called for now. */
  gates: z.array(GateShown),
  calls: z.array(
    z.object({
      id: Id,
      number: z.string(),
      title: z.string(),
      closesOn: Day,
      closesAt: z.string(),
      open: z.boolean(),
      tasks: z.array(
        z.object({
          id: Id,
          title: z.string(),
          /** The host's own dossier for it. */
          dossier: z
            .object({ id: Id, receipt: z.string().nullable(), filedAt: z.string().nullable() })
            .nullable(),
        }),
      ),
    }),
  ),
  tasks: z.array(
    z.object({
      id: Id,
      title: z.string(),
      codes: z.array(z.string()),
      state: TaskState,
      endsOn: Day.nullable(),
      /** What waits for this host or investigator, the earliest due first. */
      due: z.array(
        z.object({
          ...{ step: StepName, name: z.string(), due: Day.nullable(), late: z.boolean() },
          /** It was sent and waits for the agency to take note. */
          sent: z.boolean(),
        }),
      ),
    }),
  ),
});
export type PortalHome = z.infer<typeof PortalHome>;

/** A task of the host's own: what is due from them, what they recorded, and nothing of the agency's papers. */
export const PortalTask = z.object({
  id: Id,
  title: z.string(),
  codes: z.array(z.string()),
  state: TaskState,
  contract: z.object({ number: z.string(), from: Day, to: Day }).nullable(),
  phases: z.array(PhaseShown),
  phase: z.string().nullable(),
  /** What holds now, which changes begin with. */
  now: z.object({
    host: Named.nullable(),
    investigator: Named.nullable(),
    aims: z.string(),
    products: z.string(),
    budget: z.array(budgetLine),
  }),
  /** Steps that are the host's or investigator's, as far as they are open, may be done or were done. */
  steps: z.array(
    StepShown.omit({ unsure: true, who: true }).extend({
      /** It counts as it is sent, or once the agency has taken note. */
      saying: z.enum(['fact', 'notice']),
    }),
  ),
  /** A supplement that is awaited from the host. */
  supplements: z.array(
    z.object({ of: StepName, name: z.string(), askedOn: Day, clocks: z.array(ClockShown) }),
  ),
  /** The closed list of changes: who decides each under the task's khoán, and its limits. */
  changeOptions: z.array(ChangeOptionShown),
  changes: z.array(ChangeShown),
  /** What this host or investigator recorded or sent in here. */
  records: z.array(
    z.object({
      id: Id,
      on: Day,
      recordedAt: z.string(),
      words: z.string(),
      /** The step it tells the agency of, while it counts once noted. */
      step: StepName.nullable(),
      /** Of a notice: whether the agency has taken note; null for what counted as it was sent. */
      became: z.enum(['waiting', 'noted', 'returned']).nullable(),
      reason: z.string().nullable(),
      /** What was sent, to put right where it came back. */
      event: (StepBody as unknown as z.ZodType<StepBody>).nullable(),
      files: z.array(AttachedFile),
    }),
  ),
});
export type PortalTask = z.infer<typeof PortalTask>;

export const getPortal = defineRoute({
  id: 'portal.home',
  method: 'GET',
  path: '/api/portal',
  summary: 'Cổng của tổ chức chủ trì, chủ nhiệm: thông báo đang nhận hồ sơ, hồ sơ và nhiệm vụ của mình',
  permission: 'portal.view',
  reply: PortalHome,
});

export const beginDossier = defineRoute({
  id: 'portal.begin',
  method: 'POST',
  path: '/api/portal/dossiers',
  summary: 'Soạn hồ sơ cho một nhiệm vụ của thông báo; đã có thì mở hồ sơ đang soạn',
  permission: 'portal.file',
  body: z.object({ callId: Id, taskId: Id }),
  reply: Dossier,
});

const ofDossier = { params: IdParams, permission: 'portal.file', reply: Dossier } as const;

export const getDossier = defineRoute({
  ...ofDossier,
  id: 'portal.dossier',
  method: 'GET',
  path: '/api/portal/dossiers/:id',
  summary: 'Hồ sơ của mình: nội dung đang soạn và các lần nộp',
  versioned: true,
});

export const saveDossier = defineRoute({
  ...ofDossier,
  id: 'portal.save',
  method: 'PUT',
  path: '/api/portal/dossiers/:id',
  summary: 'Lưu nội dung đang soạn',
  body: DossierContent,
  versioned: true,
});

export const submitDossier = defineRoute({
  ...ofDossier,
  id: 'portal.submit',
  method: 'POST',
  path: '/api/portal/dossiers/:id/filings',
  summary: 'Nộp hồ sơ như đang soạn, hoặc thay hồ sơ đã nộp; trả biên nhận',
  versioned: true,
  creates: true,
});

export const withdrawDossier = defineRoute({
  ...ofDossier,
  id: 'portal.withdraw',
  method: 'POST',
  path: '/api/portal/dossiers/:id/withdrawal',
  summary: 'Rút hồ sơ đã nộp; nội dung đang soạn được giữ',
  body: z.object({ reason: z.string().trim().min(3, 'Nêu lý do').max(1000) }),
});

export const attachFile = defineRoute({
  id: 'portal.attach',
  method: 'POST',
  path: '/api/portal/files',
  summary: 'Gửi một tệp lên: PDF, Word, Excel hoặc ảnh, đến 32 MB, được mở thử trước khi nhận',
  permission: 'portal.record',
  reply: AttachedFile,
  status: 201,
  upload: true,
});

export const readFile = defineRoute({
  id: 'portal.readFile',
  method: 'GET',
  path: '/api/portal/files/:id',
  summary: 'Tải lại một tệp của mình',
  permission: 'portal.view',
  params: IdParams,
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});

export const readReceipt = defineRoute({
  id: 'portal.receipt',
  method: 'GET',
  path: '/api/portal/filings/:id/receipt',
  summary: 'Giấy biên nhận của một lần nộp (PDF)',
  permission: 'portal.view',
  params: IdParams,
  reply: z.unknown(),
  raw: { contentType: 'application/pdf' },
});

export const getPortalTask = defineRoute({
  id: 'portal.task',
  method: 'GET',
  path: '/api/portal/tasks/:id',
  summary: 'Một nhiệm vụ của mình: việc đến hạn và điều đã gửi',
  permission: 'portal.view',
  params: IdParams,
  reply: PortalTask,
});

export const recordOwnStep = defineRoute({
  id: 'portal.record',
  method: 'POST',
  path: '/api/portal/tasks/:id/steps',
  summary: 'Gửi báo cáo, đề nghị hoặc hồ sơ của nhiệm vụ mình, kèm tệp; tính vào ngày gửi',
  permission: 'portal.record',
  params: IdParams,
  body: z.object({ event: TaskEvent, files: FileIds }),
  reply: PortalTask,
});
