import type { Config } from '../config.ts';
import type { Calendar } from '../domain/calendar/calendar.ts';
import type { Permission, Role } from '../domain/permissions/permission.ts';
import type { Language } from '../domain/text/language.ts';
import { recordAudit } from '../storage/audit.ts';
import type { FileStore } from '../storage/files.ts';
import { INSTALLATION } from '../storage/ids.ts';
import { notify, type Scope, type Store, type Tx } from '../storage/store.ts';
import { type AccessWatch, mayMoveRights } from './access-watch.ts';
import type { Lent } from './delegations/lent.ts';
import type { Live } from './live.ts';
import type { ActingPartner } from './session/partner.ts';

/** What every command and query may lean on; built once, by hand, in `app.ts`. */
export interface Context {
  store: Store;
  files: FileStore;
  live: Live;
  access: AccessWatch;
  clock(): Temporal.Instant;
  /** Today where the offices are, Asia/Ho_Chi_Minh. */
  today(): Temporal.PlainDate;
  /** The working calendar with every official list imported so far. */
  calendar(): Promise<Calendar>;
  /** An official list was imported: the next `calendar()` reads it. */
  calendarChanged(): void;
  /** Hash of a password as the identity library checks it. */
  hashPassword(password: string): Promise<string>;
  config: Config;
  log: Log;
}

/** Messages without personal data: ids and facts about the machine, never names or words of documents. */
export interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Who acts: resolved once by the door, then part of every query. */
export interface Actor {
  /** The account; null for the system's own acts. */
  userId: string | null;
  /** The person of the agency in whose name the account acts; null for the system and for viewers from above. */
  personId: string | null;
  /** The host or investigator outside in whose name the account uses the portal: part of every query there. */
  partner?: ActingPartner;
  /** The agency whose records are open; `INSTALLATION` where none is. */
  agencyId: string;
  scope: Scope;
  permissions: ReadonlySet<Permission>;
  /** Those of them that come only from acting in another's stead. */
  lent?: ReadonlySet<Permission>;
  /** Posts of the day and what is lent, as the door found them: for showing what may be done; commands look anew. */
  held?: { day: string; posts: readonly { role: Role; unitId: string }[]; lent: readonly Lent[] };
  /** The language answers are read in where the screens are not Vietnamese. */
  language?: Language;
  /** For presence and live messages: name of the person. */
  name: string;
  via: 'session' | 'token' | 'cli' | 'sweep';
  traceId: string;
  /** Set by the door when the caller sent an Idempotency-Key. */
  once?: Once;
}

/** A request that must take effect once, however often it is sent. */
export interface Once {
  key: string;
  requestHash: string;
  /** A transaction that carries the key has committed. */
  claimed: boolean;
}

/** A known refusal: what happened, what is safe and what to do, in Vietnamese. Faults are other errors. */
export class Refused extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: { path: string; message: string }[] | undefined;
  /** What stands now, so that nothing typed is lost. */
  readonly current: unknown;

  private constructor(
    status: number,
    title: string,
    detail: string,
    more: { errors?: Refused['errors']; current?: unknown } = {},
  ) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
    this.title = title;
    this.errors = more.errors;
    this.current = more.current;
  }

  /** Also for what exists but may not be seen: the two look alike. */
  static notFound(
    detail = 'Không có bản ghi này, hoặc anh/chị không được xem. Kiểm tra lại đường dẫn.',
  ): Refused {
    return new Refused(404, 'Không tìm thấy', detail);
  }
  static invalid(
    errors: { path: string; message: string }[],
    detail = 'Một số ô chưa đúng. Sửa theo lời nhắc rồi gửi lại.',
  ): Refused {
    return new Refused(400, 'Dữ liệu chưa đúng', detail, { errors });
  }
  static unauthenticated(
    detail = 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đăng nhập rồi làm tiếp.',
  ): Refused {
    return new Refused(401, 'Chưa đăng nhập', detail);
  }
  static forbidden(
    detail = 'Anh/chị không có quyền làm việc này. Liên hệ quản trị của cơ quan nếu cần.',
  ): Refused {
    return new Refused(403, 'Không có quyền', detail);
  }
  /** The rules of the record do not allow it now. */
  static conflict(detail: string, current?: unknown): Refused {
    return new Refused(409, 'Chưa thực hiện được', detail, { current });
  }
  /** The version named in If-Match has passed. */
  static stale(current?: unknown): Refused {
    return new Refused(
      412,
      'Bản ghi vừa được người khác sửa',
      'Xem bản mới rồi sửa lại; nội dung anh/chị vừa nhập chưa mất.',
      { current },
    );
  }
  static versionNeeded(): Refused {
    return new Refused(428, 'Thiếu phiên bản', 'Gửi kèm If-Match với ETag của bản đang xem.');
  }
  static unprocessable(detail: string): Refused {
    return new Refused(422, 'Không xử lý được', detail);
  }
  static unsupported(detail: string): Refused {
    return new Refused(415, 'Kiểu dữ liệu chưa hỗ trợ', detail);
  }
  static tooMany(detail: string): Refused {
    return new Refused(429, 'Thử quá nhiều lần', detail);
  }
  static tooLarge(detail: string): Refused {
    return new Refused(413, 'Tệp quá lớn', detail);
  }
}

export interface Act {
  /** «intake.confirmed»: what the audit event says was done. */
  action: string;
  recordKind: string;
  recordId?: string;
  detail?: unknown;
}

/** The one way to change anything: the work and its audit event in one transaction within the actor's scope. */
export async function command<T>(
  ctx: Context,
  actor: Actor,
  act: Act,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return commandThenRead(ctx, actor, act, work, async (_tx, result) => result);
}

/**
 * As `command`, and gives what is read of its result at the end of the same transaction. Work and reading may run again
 * after a deadlock, so they have no effect outside the transaction.
 */
export async function commandThenRead<T, Answer>(
  ctx: Context,
  actor: Actor,
  act: Act,
  work: (tx: Tx) => Promise<T>,
  read: (tx: Tx, result: T) => Promise<Answer>,
): Promise<Answer> {
  const { once } = actor;
  const moves = mayMoveRights(act.recordKind);
  const answer = await ctx.store.transaction(actor.scope, async (tx) => {
    if (once && !once.claimed) await claim(tx, actor, once);
    const result = await work(tx);
    if (moves) await notify(tx, 'access', '');
    await recordAudit(tx, {
      agencyId: actor.agencyId,
      userId: actor.userId ?? undefined,
      personId: actor.personId ?? undefined,
      action: act.action,
      recordKind: act.recordKind,
      recordId: act.recordId ?? idOf(result),
      detail: act.detail,
      traceId: actor.traceId,
    });
    return read(tx, result);
  });
  if (once) once.claimed = true;
  if (moves) ctx.access.changed();
  return answer;
}

/** A record just made is named by what the work returned. */
function idOf(result: unknown): string {
  return typeof result === 'object' && result !== null && 'id' in result ? String(result.id) : '';
}

/**
 * Takes the key in the same transaction as the effect: of two requests at once one waits here and is then refused,
 * and after a crash the key stands exactly where the effect does. The door adds the reply afterwards.
 */
async function claim(tx: Tx, actor: Actor, once: Once): Promise<void> {
  const taken = await tx
    .insertInto('idempotency')
    .values({
      agency_id: actor.agencyId,
      actor: actor.userId ?? actor.via,
      key: once.key,
      request_hash: once.requestHash,
      status: 0,
      body: '',
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!taken) {
    throw Refused.conflict(
      'Yêu cầu với Idempotency-Key này đã được thực hiện. Mở danh sách để xem kết quả, không gửi lại.',
    );
  }
}

/** The system itself, acting for one agency or (without one) for the installation. */
export function systemActor(agencies: readonly string[], agencyId: string = INSTALLATION): Actor {
  return {
    userId: null,
    personId: null,
    agencyId,
    scope: { agencies },
    permissions: new Set(),
    name: 'Hệ thống',
    via: 'sweep',
    traceId: 'sweep',
  };
}
