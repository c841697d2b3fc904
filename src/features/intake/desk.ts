import { standardLimits, Unreadable } from '../../reading/extracted.ts';
import type { readInWorker } from '../../reading/sandbox.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { type Context, command, systemActor } from '../context.ts';
import { agencyUnits } from '../organisation/queries.ts';
import { beginReview, topicOf } from './begin.ts';
import type { IntakeRow } from './contract.ts';
import { attemptsAllowed } from './rows.ts';

type PageProgress = NonNullable<IntakeRow['progress']>;

/** Where originals wait to be read and are read one after another, each in a worker with limits. */
export interface ReadingDesk {
  /** Something may be waiting. */
  wake(): void;
  progressOf(intakeId: string): PageProgress | null;
  /** Resolves once nothing waits; for tests and the CLI. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Wish {
  agencyId: string;
  wishId: string;
  intakeId: string;
  fileHash: string;
  name: string;
  attempts: number;
}

/**
 * The desk's queue is the database itself: wishes without an outcome, oldest first. A crash loses nothing and a
 * file that takes the server down is refused after a few attempts.
 */
export function makeReadingDesk(ctx: Context, read: typeof readInWorker): ReadingDesk {
  const progress = new Map<string, PageProgress>();
  const stopping = new AbortController();
  let woken = false;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (woken && !stopping.signal.aborted) {
      woken = false;
      for (let wish = await nextWish(ctx); wish && !stopping.signal.aborted; wish = await nextWish(ctx)) {
        await fulfil(wish);
      }
    }
  }

  async function fulfil(wish: Wish): Promise<void> {
    const scope = { agencies: [wish.agencyId] };
    if (wish.attempts >= attemptsAllowed) {
      return outcome(wish, {
        refusal: 'Tệp này làm dừng bộ đọc nhiều lần. Lưu lại tệp ở dạng khác (PDF, docx) rồi gửi lại.',
      });
    }
    const begun = { action: 'intake.readingBegun', recordKind: 'intake', recordId: wish.intakeId };
    await command(ctx, systemActor([wish.agencyId], wish.agencyId), begun, (tx) =>
      tx
        .insertInto('reading_attempt')
        .values({
          agency_id: wish.agencyId,
          id: uuidv7(),
          wish_id: wish.wishId,
          recorded_at: ctx.clock().toString(),
        })
        .execute(),
    );
    const tell = (done: number, of: number, what: string) => {
      progress.set(wish.intakeId, { done, of, what });
      ctx.live.tell(topicOf(wish.agencyId, wish.intakeId), {
        event: 'progress',
        progress: { done, of, what },
      });
    };
    tell(0, 1, 'Mở tệp');
    try {
      const [bytes, agency] = await Promise.all([
        ctx.files.read(wish.agencyId, wish.fileHash),
        ctx.store.read(scope, (tx) => agencyUnits(tx, wish.agencyId)),
      ]);
      const reading = await read(bytes, wish.name, {
        agency,
        limits: standardLimits,
        progress: tell,
        signal: stopping.signal,
      });
      await outcome(wish, { reading });
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (!(error instanceof Unreadable))
        ctx.log.error({ err: error, intakeId: wish.intakeId }, 'reading failed');
      await outcome(wish, {
        refusal:
          error instanceof Unreadable
            ? error.message
            : 'Chưa đọc được tệp vì lỗi của bộ đọc. Tệp gốc vẫn được giữ; thử đọc lại hoặc gửi dạng khác.',
      });
    } finally {
      progress.delete(wish.intakeId);
    }
  }

  const outcome = (wish: Wish, result: Parameters<typeof beginReview>[2]) => beginReview(ctx, wish, result);

  return {
    wake() {
      woken = true;
      if (stopping.signal.aborted) return;
      running ??= run()
        .catch((error: unknown) => ctx.log.error({ err: error }, 'reading desk stopped'))
        .finally(() => {
          running = null;
          if (woken && !stopping.signal.aborted) this.wake();
        });
    },
    progressOf: (intakeId) => progress.get(intakeId) ?? null,
    async idle() {
      while (running) await running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** The oldest wish without an outcome among all agencies. */
async function nextWish(ctx: Context): Promise<Wish | undefined> {
  const agencies = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  return ctx.store.read({ agencies: agencies.map((agency) => agency.id) }, (tx) =>
    tx
      .selectFrom('reading_wish as w')
      .innerJoin('intake as i', (join) =>
        join.onRef('i.agency_id', '=', 'w.agency_id').onRef('i.id', '=', 'w.intake_id'),
      )
      .leftJoin('reading as r', (join) =>
        join.onRef('r.agency_id', '=', 'w.agency_id').onRef('r.wish_id', '=', 'w.id'),
      )
      .leftJoin('intake_drop as x', (join) =>
        join.onRef('x.agency_id', '=', 'w.agency_id').onRef('x.intake_id', '=', 'w.intake_id'),
      )
      .where('r.id', 'is', null)
      .where('x.id', 'is', null)
      .where(
        'w.agency_id',
        'in',
        agencies.length ? agencies.map((agency) => agency.id) : ['00000000-0000-0000-0000-000000000000'],
      )
      .select((eb) => [
        'w.agency_id as agencyId',
        'w.id as wishId',
        'i.id as intakeId',
        'i.file_hash as fileHash',
        'i.name',
        eb
          .selectFrom('reading_attempt as a')
          .whereRef('a.agency_id', '=', 'w.agency_id')
          .whereRef('a.wish_id', '=', 'w.id')
          .select((a) => a.fn.countAll<number>().as('n'))
          .as('attempts'),
      ])
      .orderBy('w.recorded_at')
      .orderBy('w.id')
      .limit(1)
      .executeTakeFirst()
      .then((row) => (row ? { ...row, attempts: Number(row.attempts) } : undefined)),
  );
}
