import { z } from 'zod';
import { blocks } from '../../domain/conferences/check.ts';
import {
  byUrgency,
  type Change,
  type Proposal,
  proposalStateOn,
  type Conference as Standing,
} from '../../domain/conferences/standing.ts';
import { familyOf } from '../../domain/reviews/figures.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { Id } from '../page.ts';
import { type Signing, signingOf } from '../papers/signature.ts';
import { partyOn, standingUnits } from '../planning/lead.ts';
import { type SpokenFor, speakingFor, unitsSpokenFor } from '../planning/spoken.ts';
import { recordsNamed, unnamed } from '../reviews/read.ts';
import type {
  CalledOff,
  Conference,
  ConferenceRow,
  listConferences,
  listNoticeRecords,
  Notice,
  ProposalTold,
} from './contract.ts';
import { figuresPeriod, noticeRead } from './notice.ts';
import { conferencePolicy, openingPolicy, proposalPolicy } from './policy.ts';
import { type KnownConference, knownConference, listedConferences } from './read.ts';

/** Who looks, on which day, for which units. */
export interface Looking {
  today: string;
  followed: Followed;
  spoken: SpokenFor;
  /** Whether the viewer signs, and whether only a title is missing for that. */
  signing: Pick<Signing, 'own' | 'untitled'>;
}

export async function lookingOf(tx: Tx, ctx: Context, actor: Actor): Promise<Looking> {
  const today = ctx.today().toString();
  return {
    today,
    followed: await followedUnits(tx, actor.agencyId),
    spoken: await unitsSpokenFor(tx, actor, today),
    signing: await signingOf(tx, actor, today),
  };
}

/** Whether a unit, through what it has become, is one the viewer speaks for. */
export const speaksFor = (unit: { unitId: string; name: string }, { followed, spoken, today }: Looking) =>
  speakingFor(spoken, standingUnits(followed, unit, today)) !== undefined;

/** What the policy asks of a conference. @param unit for which something is said; any the viewer speaks for unless told */
export const conferenceFacts = (
  { issued, plan, lines, calledOff }: Standing,
  looking: Looking,
  unit?: { unitId: string; name: string },
) => ({
  ...{ concluded: lines.length > 0 && plan.day <= looking.today, calledOff: calledOff?.form ?? null },
  ...{
    issued: issued !== null,
    day: plan.day,
    today: looking.today,
    signs: looking.signing.own,
    untitled: looking.signing.untitled,
  },
  speaks: unit === undefined ? looking.spoken.size > 0 : speaksFor(unit, looking),
});

/** What the policy asks of a proposal. */
export const proposalFacts = ({ form, answered, owed }: Proposal, looking: Looking) => ({
  ...{ remark: form === 'remark', answered: answered !== null, owed: owed !== null },
  speaks: owed !== null && speaksFor(owed.by, looking),
});

const toldChange = ({ on, by, form, from, to, reason }: Change): CalledOff => ({
  on,
  by,
  form,
  from,
  to,
  reason,
});

const rowOf = ({ id, conference }: KnownConference, today: string): ConferenceRow => {
  const { plan, issued, proposals, calledOff } = conference;
  const { name, day, start, place, chair } = plan;
  return {
    ...{ id, name, day, start, place, chair },
    issued: issued && { on: issued.on, by: issued.by, number: issued.number, documentId: issued.documentId },
    calledOff: calledOff && toldChange(calledOff),
    held: day <= today && calledOff === null,
    silent: proposals.filter((one) => proposalStateOn(one, today) === 'late').length,
  };
};

/** Conferences of the agency, the latest day first. */
export async function listConferencesOf(
  ctx: Context,
  actor: Actor,
): Promise<z.infer<(typeof listConferences)['reply']>> {
  const known = await ctx.store.read(actor.scope, (tx) => listedConferences(tx, actor.agencyId));
  const today = ctx.today().toString();
  return {
    items: known.map((one) => rowOf(one, today)),
    abilities: openingPolicy.abilitiesOf(actor, null),
  };
}

/** A conference as it stands for the actor. @throws Refused 404 */
export const getConferenceOf = (ctx: Context, actor: Actor, id: string): Promise<Conference> =>
  ctx.store.read(actor.scope, (tx) => presentConference(tx, ctx, actor, id));

/** As `getConferenceOf`, within a transaction. */
export async function presentConference(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<Conference> {
  const known = await knownConference(tx, actor.agencyId, id);
  const looking = await lookingOf(tx, ctx, actor);
  const { conference } = known;
  const { version, versions, plan, agenda, invitees, presence, proposals, lines, amendments } = conference;
  const named = (unitId: string) => partyOn(looking.followed, { unitId, name: '' }, looking.today);
  return {
    ...rowOf(known, looking.today),
    changes: conference.changes.map(toldChange),
    ...{ version, versions, plan, agenda: [...agenda], amendments: [...amendments] },
    invitees: invitees.map((one) => ({
      ...one,
      ...(presence.get(one.id) ?? { presence: null, stead: null }),
    })),
    proposals: byUrgency(proposals, looking.today).map((one) => toldOf(one, actor, looking)),
    lines: lines.map(({ id: lineId, line, ...rest }) => ({ id: lineId, ...line, ...rest })),
    speaksFor: [...looking.spoken.keys()].map(named),
    abilities: conferencePolicy.abilitiesOf(actor, conferenceFacts(conference, looking)),
  };
}

function toldOf(one: Proposal, actor: Actor, looking: Looking): ProposalTold {
  const { id, unit, form, words, on, by, owed, answered } = one;
  const now = (party: { unitId: string; name: string }) => partyOn(looking.followed, party, looking.today);
  return {
    ...{ id, unit: now(unit), form, words, proposed: { on, by }, answered },
    owed: owed && { by: now(owed.by), due: owed.due },
    state: proposalStateOn(one, looking.today),
    own: speaksFor(unit, looking) || (owed !== null && speaksFor(owed.by, looking)),
    abilities: proposalPolicy.abilitiesOf(actor, proposalFacts(one, looking)),
  };
}

/** The notice as it reads now for the actor, or as it was issued. @throws Refused 404 */
export async function getNoticeOf(ctx: Context, actor: Actor, id: string): Promise<Notice> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, async (tx) => {
    const known = await knownConference(tx, actor.agencyId, id);
    const { content, drafted, findings } = await noticeRead(tx, ctx, actor, known, calendar);
    const { issued } = known.conference;
    return {
      ...content,
      figures: content.figures.map(({ recordIds, ...one }) => ({ ...one, records: recordIds.length })),
      drafted,
      findings: findings.map((one) => ({ ...one, blocks: blocks(one.code) })),
      seal: issued && {
        ...{ at: issued.at, sha256: issued.sha256, findings: [...issued.findings], reason: issued.reason },
      },
    };
  });
}

type Asked = z.output<NonNullable<(typeof listNoticeRecords)['query']>>;

/** A page of the directives behind a figure of the notice, of an issued one those counted then. @throws Refused 404 */
export async function listRecordsOfNotice(
  ctx: Context,
  actor: Actor,
  id: string,
  { figure: key, cursor, limit }: Asked,
): Promise<z.infer<(typeof listNoticeRecords)['reply']>> {
  const calendar = await ctx.calendar();
  const after = readCursor(cursor, z.tuple([Id]))?.[0];
  return ctx.store.read(actor.scope, async (tx) => {
    const known = await knownConference(tx, actor.agencyId, id);
    const { content } = await noticeRead(tx, ctx, actor, known, calendar);
    const figure = content.figures.find((one) => one.key === key);
    if (!figure) throw Refused.notFound();
    const rest = figure.recordIds.filter((one) => after === undefined || one > after);
    const ids = rest.slice(0, limit);
    const period = figuresPeriod(content.heldOn);
    const named = await recordsNamed(tx, ctx, actor, { family: familyOf(key), ids, period, calendar });
    const last = ids.at(-1);
    return {
      items: ids.map((one) => ({ id: one, ...(named.get(one) ?? unnamed) })),
      next: rest.length > limit && last !== undefined ? cursorOf([last]) : null,
      total: figure.recordIds.length,
    };
  });
}
