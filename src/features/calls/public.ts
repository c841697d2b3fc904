import { sql } from 'kysely';
import { closingInstant, isOpenAt } from '../../domain/calls/call.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { aboutOf } from '../../domain/tasks/about.ts';
import type { Tx } from '../../storage/store.ts';
import type { OfficialDocument } from '../../writing/official/document.ts';
import { callNotice, extensionNotice } from '../../writing/official/kinds/call-notice.ts';
import { type Actor, type Context, Refused, systemActor } from '../context.ts';
import { writeApart } from '../papers/apart.ts';
import { frameOf } from '../papers/frame.ts';
import { taskFacts } from '../tasks/facts.ts';
import type { PublicCall, PublicCallPage } from './contract.ts';
import { type StandingCall, standingCall, standingCalls } from './rows.ts';

/** A call stays on the public list for so long after it closed. */
const shownDays = 60;

/** Reads across all agencies, since who asks belongs to none: what is read so is what was made public alone. */
export async function readPublic<T>(
  ctx: Context,
  work: (tx: Tx, agencies: string[]) => Promise<T>,
): Promise<T> {
  const rows = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  const agencies = rows.map(({ id }) => id);
  return ctx.store.read({ agencies }, (tx) => work(tx, agencies));
}

function presentPublic({ id, agency, taskIds, call }: StandingCall, now: Temporal.Instant): PublicCall {
  const { number, title, mode, openedOn, closesOn } = call;
  return {
    ...{ id, agency, number, title, mode, openedOn, closesOn },
    open: isOpenAt(closesOn, now),
    tasks: taskIds.length,
  };
}

/** Open calls, the next to close first, then those closed not long ago. */
export async function listPublicCalls(ctx: Context): Promise<PublicCall[]> {
  const now = ctx.clock();
  const calls = await readPublic(ctx, standingCalls);
  const since = now.subtract({ hours: shownDays * 24 });
  return calls
    .filter(({ call }) => Temporal.Instant.compare(closingInstant(call.closesOn), since) > 0)
    .map((one) => presentPublic(one, now))
    .toSorted((a, b) =>
      a.open === b.open
        ? (a.open ? 1 : -1) * a.closesOn.localeCompare(b.closesOn) || a.id.localeCompare(b.id)
        : a.open
          ? -1
          : 1,
    );
}

/** What the order list says of each task of a call: never who is to carry it out. */
async function calledProfiles(tx: Tx, { agencyId, taskIds }: StandingCall) {
  const facts = await taskFacts(tx, agencyId, taskIds);
  const { rows } = await sql<{ id: string; title: string }>`
    select task_id as id, title from task_now where agency_id = ${agencyId} and task_id = any(${taskIds}::uuid[])`.execute(
    tx,
  );
  return rows
    .map(({ id, title }) => {
      const profile = profileIn(facts.get(id) ?? []);
      return {
        ...{ taskId: id, title, field: profile?.field ?? null },
        ...{ aims: profile?.aims ?? '', products: profile?.products ?? '' },
      };
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, 'vi') || a.taskId.localeCompare(b.taskId));
}

const profileIn = (facts: readonly RecordedTaskFact[]) => aboutOf(facts)?.profile;

/** One call as anybody may see it. @throws Refused 404 */
export async function getPublicCall(ctx: Context, id: string): Promise<PublicCallPage> {
  return readPublic(ctx, async (tx, agencies) => {
    const found = await standingCall(tx, agencies, id);
    const { words, contact, extensions } = found.call;
    return {
      ...presentPublic(found, ctx.clock()),
      ...{ words, contact, extensions },
      items: await calledProfiles(tx, found),
    };
  });
}

/** The number of a notice as it stands in «15/TB-SKHCN»; null where it begins otherwise. */
const numberIn = (sign: string): number | null => {
  const digits = /^\s*(\d{1,6})\b/u.exec(sign)?.[1];
  return digits === undefined ? null : Number(digits);
};

async function noticeOf(
  tx: Tx,
  found: StandingCall,
  extension: number | undefined,
): Promise<OfficialDocument> {
  const { call, agencyId } = found;
  const said = extension === undefined ? null : call.extensions[extension - 1];
  if (said === undefined) throw Refused.notFound();
  const date = said?.on ?? call.openedOn;
  const actor: Actor = systemActor([agencyId], agencyId);
  const recipients = ['Các tổ chức, cá nhân quan tâm', 'Lưu: VT'];
  const frame = await frameOf(tx, actor, { on: date, date, recipients });
  const paper = {
    frame: { ...frame, number: numberIn(said?.number ?? call.number) },
    call,
    tasks: await calledProfiles(tx, found),
  };
  return extension === undefined ? callNotice(paper) : extensionNotice(paper, extension - 1);
}

type Format = 'pdf' | 'docx';

/** Notices as written last, by what they were written of: many download the same one in one evening. */
const written = new Map<string, Promise<Uint8Array>>();
const mostWritten = 64;

/** The notice of a call or of its extension as a file. @throws Refused 404 */
export async function publicNotice(
  ctx: Context,
  id: string,
  { format, extension }: { format: Format; extension?: number | undefined },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { paper, name } = await readPublic(ctx, async (tx, agencies) => {
    const found = await standingCall(tx, agencies, id);
    const number = (extension === undefined ? found.call : found.call.extensions[extension - 1])?.number;
    const paper = await noticeOf(tx, found, extension);
    return { paper, name: `Thông báo ${(number ?? '').replaceAll('/', '-')}.${format}` };
  });
  const key = `${format} ${JSON.stringify(paper)}`;
  const known = written.get(key) ?? writeApart(paper, format);
  if (!written.has(key)) {
    if (written.size >= mostWritten) written.clear();
    written.set(key, known);
    known.catch(() => written.delete(key));
  }
  return { name, bytes: await known };
}
