import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  ConclusionLine,
  ConferenceFactBody,
  ConferencePart,
  ConferencePlan,
} from '../../domain/conferences/facts.ts';
import { faultIn } from '../../domain/reviews/words.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, commandThenRead, Refused } from '../context.ts';
import { partiesOf } from '../directives/parties.ts';
import { tellChanged } from '../directives/tell.ts';
import type {
  amendNotice,
  answerProposal,
  Conference,
  oweAnswer,
  propose,
  recordAttendance,
} from './contract.ts';
import { conferencePolicy, openingPolicy, proposalPolicy } from './policy.ts';
import { conferenceFacts, type Looking, lookingOf, presentConference, proposalFacts } from './queries.ts';
import { type KnownConference, knownConference } from './read.ts';

type BodyOf<Route extends { body?: z.ZodType }> = z.output<NonNullable<Route['body']>>;

export const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

async function record(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  conferenceId: string,
  body: ConferenceFactBody,
): Promise<void> {
  await tx
    .insertInto('conference_fact')
    .values({
      ...{ agency_id: actor.agencyId, id: uuidv7(), conference_id: conferenceId },
      ...{ happened_on: ctx.today().toString(), recorded_at: ctx.clock().toString() },
      ...{ recorded_by: actor.personId, body: json(body) },
    })
    .execute();
}

/** @throws Refused 400 for a review that is not the agency's */
async function refuseUnknownReview(tx: Tx, { agencyId }: Actor, { reviewId }: ConferencePlan): Promise<void> {
  if (reviewId === null) return;
  const found = await tx
    .selectFrom('review')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', reviewId)
    .executeTakeFirst();
  if (!found) throw wrong('reviewId', 'Không có kỳ sơ kết này. Chọn lại trong danh sách.');
}

/** Begins to prepare a conference. @throws Refused 400 */
export async function openConferenceOf(
  ctx: Context,
  actor: Actor,
  plan: ConferencePlan,
): Promise<{ id: string }> {
  openingPolicy.insist('open', actor, null);
  const about = { action: 'conference.opened', recordKind: 'conference', detail: { name: plan.name } };
  const opened = await command(ctx, actor, about, async (tx) => {
    await refuseUnknownReview(tx, actor, plan);
    const id = uuidv7();
    const stamp = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
    await tx
      .insertInto('conference')
      .values({ agency_id: actor.agencyId, id, ...stamp })
      .execute();
    await record(tx, ctx, actor, id, { kind: 'prepared', part: 'plan', plan });
    return { id };
  });
  tellChanged(ctx, actor.agencyId);
  return opened;
}

/** What a change finds: the conference as it stands, and who looks. */
export type Found = KnownConference & { looking: Looking };

/** Records the fact that `make` finds possible, and gives the conference as it then stands. Of two at once the second waits. */
export async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; detail?: unknown },
  make: (tx: Tx, found: Found) => Promise<ConferenceFactBody>,
): Promise<Conference> {
  const { id, action, detail } = about;
  const key = `conference ${actor.agencyId} ${id}`;
  const conference = await commandThenRead(
    ctx,
    actor,
    { action, recordKind: 'conference', recordId: id, detail },
    async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
      const known = await knownConference(tx, actor.agencyId, id);
      await record(
        tx,
        ctx,
        actor,
        id,
        await make(tx, { ...known, looking: await lookingOf(tx, ctx, actor) }),
      );
    },
    (tx) => presentConference(tx, ctx, actor, id),
  );
  tellChanged(ctx, actor.agencyId);
  return conference;
}

/** Units by id as they are named today, and only those of the agency. @throws Refused 400 */
async function unitsNamed(tx: Tx, ctx: Context, { agencyId }: Actor, ids: readonly string[]) {
  const parties = await partiesOf(tx, ctx, agencyId, ids, ctx.today().toString());
  return parties.map(({ unitId = '', name }) => ({ unitId, name }));
}

async function unitNamed(tx: Tx, ctx: Context, actor: Actor, id: string) {
  const [unit] = await unitsNamed(tx, ctx, actor, [id]);
  return unit ?? { unitId: id, name: '' };
}

/** What of a part does not fit the records of the agency. @throws Refused 400 */
async function refuseFaults(tx: Tx, ctx: Context, actor: Actor, part: ConferencePart): Promise<void> {
  if (part.part === 'plan') await refuseUnknownReview(tx, actor, part.plan);
  if (part.part === 'invitees') {
    const units = part.invitees.flatMap(({ kind, recordId }) =>
      kind === 'unit' && recordId ? [recordId] : [],
    );
    await unitsNamed(tx, ctx, actor, units);
  }
  const fault = part.part === 'assessment' && part.words !== null ? faultIn(part.words) : null;
  if (fault !== null) throw wrong('words', fault);
}

/** @throws Refused 400 where a day that people were invited to is changed without telling them why */
function refuseSilentMove({ plan, invitees }: KnownConference['conference'], next: ConferencePlan): void {
  const moved = next.day !== plan.day || next.start !== plan.start;
  if (moved && invitees.length > 0)
    throw wrong(
      next.day !== plan.day ? 'day' : 'start',
      'Đã mời người dự: đổi ngày giờ bằng «Dời, hoãn, huỷ», nêu lý do để người được mời biết.',
    );
}

/** Saves a part. @throws Refused 400, 404, 409, 412 where somebody saved it meanwhile */
export async function prepare(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  part: ConferencePart,
): Promise<Conference> {
  const about = { id, action: 'conference.prepared', detail: { part: part.part } };
  return change(ctx, actor, about, async (tx, { conference, looking }) => {
    conferencePolicy.insist('prepare', actor, conferenceFacts(conference, looking));
    if (conference.versions[part.part] !== version)
      throw Refused.stale({ version: conference.versions[part.part] });
    await refuseFaults(tx, ctx, actor, part);
    if (part.part === 'plan') refuseSilentMove(conference, part.plan);
    return { kind: 'prepared', ...part };
  });
}

/** Says who of those invited came. @throws Refused 400, 404, 409 */
export async function attend(
  ctx: Context,
  actor: Actor,
  id: string,
  { inviteeId, presence, stead }: BodyOf<typeof recordAttendance>,
): Promise<Conference> {
  return change(ctx, actor, { id, action: 'conference.attended' }, async (_, { conference, looking }) => {
    conferencePolicy.insist('attend', actor, conferenceFacts(conference, looking));
    if (!conference.invitees.some((one) => one.id === inviteeId))
      throw wrong('inviteeId', 'Không có trong danh sách mời. Thêm vào danh sách mời rồi điểm danh.');
    return { kind: 'attended', inviteeId, presence, stead: presence === 'in-stead' ? stead || null : null };
  });
}

/** Keeps what a unit asks for or says. @throws Refused 400, 403, 404, 409 */
export async function proposeFor(
  ctx: Context,
  actor: Actor,
  id: string,
  { unitId, form, words }: BodyOf<typeof propose>,
): Promise<Conference> {
  return change(ctx, actor, { id, action: 'conference.proposed' }, async (tx, { conference, looking }) => {
    const unit = await unitNamed(tx, ctx, actor, unitId);
    conferencePolicy.insist('propose', actor, conferenceFacts(conference, looking, unit));
    return { kind: 'proposed', proposalId: uuidv7(), unit, form, words };
  });
}

/** @throws Refused 400 for a proposal that is not of the conference */
function proposalIn({ conference }: Found, proposalId: string) {
  const proposal = conference.proposals.find((one) => one.id === proposalId);
  if (!proposal) throw wrong('proposalId', 'Không có kiến nghị này ở hội nghị. Tải lại rồi chọn lại.');
  return proposal;
}

/** Says which unit owes the answer, by when. @throws Refused 400, 404, 409 */
export async function owe(
  ctx: Context,
  actor: Actor,
  id: string,
  { proposalId, unitId, due }: BodyOf<typeof oweAnswer>,
): Promise<Conference> {
  return change(ctx, actor, { id, action: 'conference.owed' }, async (tx, found) => {
    const proposal = proposalIn(found, proposalId);
    proposalPolicy.insist('owe', actor, proposalFacts(proposal, found.looking));
    if (due < proposal.on) throw wrong('due', 'Ngày trả lời trước ngày kiến nghị. Chọn ngày khác.');
    return { kind: 'owed', proposalId, by: await unitNamed(tx, ctx, actor, unitId), due };
  });
}

/** Answers for the unit that owes it. @throws Refused 400, 403, 404, 409 */
export async function answer(
  ctx: Context,
  actor: Actor,
  id: string,
  { proposalId, words }: BodyOf<typeof answerProposal>,
): Promise<Conference> {
  return change(ctx, actor, { id, action: 'conference.answered' }, async (_, found) => {
    const proposal = proposalIn(found, proposalId);
    proposalPolicy.insist('answer', actor, proposalFacts(proposal, found.looking));
    return { kind: 'answered', proposalId, words };
  });
}

/** Keeps a conclusion as it is being typed. @throws Refused 400, 404, 409, 412 with what another wrote meanwhile */
export async function write(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { lineId, line }: { lineId: string; line: ConclusionLine | null },
): Promise<Conference> {
  return change(ctx, actor, { id, action: 'conference.lineWritten' }, async (tx, { conference, looking }) => {
    conferencePolicy.insist('write', actor, conferenceFacts(conference, looking));
    const now = conference.lines.find((one) => one.id === lineId);
    const current = now?.version ?? conference.removed.get(lineId) ?? 0;
    if (current !== version)
      throw Refused.stale({ version: current, line: now?.line ?? null, by: now?.last.by ?? null });
    if (line === null) return { kind: 'line', lineId, line };
    const [lead = null] = await unitsNamed(tx, ctx, actor, line.lead ? [line.lead.unitId] : []);
    const others = line.coordinating.map(({ unitId }) => unitId).filter((unitId) => unitId !== lead?.unitId);
    const coordinating = await unitsNamed(tx, ctx, actor, [...new Set(others)]);
    return { kind: 'line', lineId, line: { ...line, lead, coordinating, product: line.product || null } };
  });
}

/** Records an amendment of the notice that is out. @throws Refused 404, 409 */
export async function amend(
  ctx: Context,
  actor: Actor,
  id: string,
  { words, document }: BodyOf<typeof amendNotice>,
): Promise<Conference> {
  return change(ctx, actor, { id, action: 'conference.amended' }, async (_, { conference, looking }) => {
    conferencePolicy.insist('amend', actor, conferenceFacts(conference, looking));
    return { kind: 'amended', words, document: document || null };
  });
}
