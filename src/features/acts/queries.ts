import {
  type KnownAct,
  localActOn,
  type SuperiorStanding,
  superiorOn,
  touchedBy,
} from '../../domain/acts/amending.ts';
import type { LocalActBody, SuperiorActBody } from '../../domain/acts/facts.ts';
import { superiorSentence } from '../../domain/acts/words.ts';
import { numberIn } from '../../domain/documents/number.ts';
import { draftStandingOf } from '../../domain/drafts/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { type KnownDraft, knownDrafts } from '../drafts/queries.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { type DirectiveThen, directivesOn } from '../planning/directives.ts';
import { type KnownRecord, knownRecords } from '../planning/facts.ts';
import { partyOn } from '../planning/lead.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import type { Acts, LocalActShown, SuperiorActRecord, SuperiorActShown, Touched } from './contract.ts';
import { actsPolicy, localActPolicy, superiorPolicy } from './policy.ts';

/** Everything acts are shown by: those here, those above, the directives given for them, the day. */
export interface KnownActs {
  day: string;
  today: string;
  actor: Actor;
  followed: Followed;
  acts: readonly (KnownAct & { version: number })[];
  superior: readonly KnownRecord<SuperiorActBody>[];
  directives: ReadonlyMap<string, DirectiveThen>;
}

/** An issued draft is an act by the number it was issued under. */
function issuedAct({ id, facts }: KnownDraft, day: string): (KnownAct & { version: number })[] {
  const standing = draftStandingOf(facts, { asOf: day });
  const issued = standing?.reached.issued;
  if (!standing || !issued) return [];
  const { title, lead, bases } = standing.now;
  const written = issued.document?.words ?? title;
  const number = written.length <= 60 ? written : (numberIn(written) ?? written);
  return [
    {
      ...{ id, draft: true, number, title, lead, bases, issuedOn: issued.on, endedOn: null },
      version: facts.length,
    },
  ];
}

function registeredAct(
  { id, facts }: KnownRecord<LocalActBody>,
  day: string,
): (KnownAct & { version: number })[] {
  const act = localActOn(facts, day);
  return act === null ? [] : [{ ...act, id, draft: false, version: facts.length }];
}

export async function knownActs(tx: Tx, ctx: Context, actor: Actor, asOf?: string): Promise<KnownActs> {
  const { agencyId } = actor;
  const calendar = await ctx.calendar();
  const today = await asOfToday(tx, ctx, agencyId, calendar, asOf);
  const day = today.today;
  const superior = await knownRecords(tx, agencyId, 'superior_act');
  const given = superior.flatMap(({ facts }) =>
    facts.flatMap(({ body }) => (body.kind === 'given' ? [body.directiveId] : [])),
  );
  const settings = await dueSettingsByDay(tx, agencyId);
  const drafts = await knownDrafts(tx, agencyId);
  const registered = await knownRecords(tx, agencyId, 'local_act');
  return {
    ...{ day, today: ctx.today().toString(), actor, superior },
    followed: await followedUnits(tx, agencyId),
    acts: [
      ...drafts.flatMap((draft) => issuedAct(draft, day)),
      ...registered.flatMap((record) => registeredAct(record, day)),
    ].toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn) || a.id.localeCompare(b.id)),
    directives: await directivesOn(tx, agencyId, given, { day: today, calendar, settings }),
  };
}

function presentLocal(act: KnownActs['acts'][number], known: KnownActs): LocalActShown {
  const { draft, lead, ...rest } = act;
  return {
    ...rest,
    lead: partyOn(known.followed, lead, known.day),
    draftId: draft ? act.id : null,
    abilities: onlyToday(localActPolicy.abilitiesOf(known.actor, { draft }), known),
  };
}

/** What a superior act touches, each with what was decided of it. */
export function touchedOf(standing: SuperiorStanding, known: KnownActs): Touched[] {
  return touchedBy(standing, known.acts, known.day).map((act) => {
    const decided = standing.decided.get(act.id);
    const found = decided?.kind === 'given' ? known.directives.get(decided.directiveId) : undefined;
    return {
      act: {
        ...{ id: act.id, number: act.number, title: act.title },
        lead: partyOn(known.followed, act.lead, known.day),
        draftId: act.draft ? act.id : null,
      },
      // A directive that was stopped leaves the act to be decided anew.
      state: found?.state === 'stopped' ? 'undecided' : (decided?.kind ?? 'undecided'),
      directive: found ? { id: found.id, state: found.state } : null,
      reason: decided?.kind === 'spared' ? decided.reason : null,
      on: decided?.on ?? null,
    };
  });
}

function presentSuperior(
  { id, facts }: KnownRecord<SuperiorActBody>,
  known: KnownActs,
): SuperiorActShown | null {
  const standing = superiorOn(facts, known.day);
  if (standing === null) return null;
  const touched = touchedOf(standing, known);
  return {
    ...{ ...standing.act, id, touched, version: facts.length },
    abilities: onlyToday(superiorPolicy.abilitiesOf(known.actor, { touched }), known),
  };
}

/** Acts here and above as they stand, or stood on a day. @param directive only what it was given for */
export async function listActs(
  ctx: Context,
  actor: Actor,
  { asOf, directive }: { asOf?: string | undefined; directive?: string | undefined },
): Promise<Acts> {
  const known = await ctx.store.read(actor.scope, (tx) => knownActs(tx, ctx, actor, asOf));
  const superior = known.superior
    .map((record) => presentSuperior(record, known))
    .filter((row) => row !== null)
    .filter(
      ({ touched }) => directive === undefined || touched.some((one) => one.directive?.id === directive),
    )
    .toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn) || a.id.localeCompare(b.id));
  return {
    asOf: known.day,
    local: directive === undefined ? known.acts.map((act) => presentLocal(act, known)) : [],
    superior,
    abilities: onlyToday(actsPolicy.abilitiesOf(actor, null), known),
  };
}

/** One act here as the list shows it. @throws Refused 404 */
export async function getLocalAct(ctx: Context, actor: Actor, id: string): Promise<LocalActShown> {
  const known = await ctx.store.read(actor.scope, (tx) => knownActs(tx, ctx, actor));
  const act = known.acts.find((one) => one.id === id);
  if (!act) throw Refused.notFound();
  return presentLocal(act, known);
}

/** One superior act with what it touches and its history. @throws Refused 404 */
export async function getSuperiorAct(
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<SuperiorActRecord> {
  const known = await ctx.store.read(actor.scope, (tx) => knownActs(tx, ctx, actor, asOf));
  const record = known.superior.find((one) => one.id === id);
  const shown = record && presentSuperior(record, known);
  if (!record || !shown) throw Refused.notFound();
  const numbers = new Map(known.acts.map((act) => [act.id, act.number]));
  return {
    ...shown,
    asOf: known.day,
    history: historyOn(record.facts, known.day).map(({ fact, told }) => ({
      ...told,
      sentence: superiorSentence(fact.body, (actId) => numbers.get(actId) ?? '…'),
    })),
  };
}
