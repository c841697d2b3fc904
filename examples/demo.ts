import { founder, newAgencyId } from '../src/features/agencies/found.ts';
import { type Actor, type Context, command, systemActor } from '../src/features/context.ts';
import { makeAllOccurrences } from '../src/features/directives/occurrences.ts';
import { addOwnFigure } from '../src/features/figures/own.ts';
import { confirmReview } from '../src/features/intake/confirm.ts';
import type { ReadingDesk } from '../src/features/intake/desk.ts';
import { receive } from '../src/features/intake/receive.ts';
import { editReview, getReview } from '../src/features/intake/review.ts';
import { learnAlias } from '../src/features/organisation/aliases.ts';
import { insertPerson, insertPost } from '../src/features/organisation/persons.ts';
import { insertField, insertUnit } from '../src/features/organisation/units.ts';
import { insertAccount, joinPerson } from '../src/features/session/accounts.ts';
import { urgeAll } from '../src/features/urging/urge.ts';
import type { Tx } from '../src/storage/store.ts';
import { type ExamplePerson, exampleAgency, examplePersons, exampleUnits } from './agency.ts';
import { replayConferences } from './conferences.ts';
import { replayDrafts } from './drafts.ts';
import { fileOf } from './files.ts';
import { replayInspections } from './inspections.ts';
import { type ExampleDocument, exampleDocuments } from './notices.ts';
import { replayProgramme } from './programme.ts';
import { replayReviews } from './reviews.ts';
import { replayTargets } from './targets.ts';
import { replayTasks } from './tasks/replay.ts';
import { fillPresent } from './two-years/present.ts';
import { type Department, replayTwoYears, type Team } from './two-years/replay.ts';

/** Documents already in the register when somebody first looks; the others wait to be read and reviewed. */
const alreadyRegistered = new Set([
  'CT 06 tang cuong ky luat',
  'QD 233 giao chi tieu',
  'CV 2041 UBND tinh don doc',
]);

const mediaTypes: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  html: 'text/html',
  rtf: 'application/rtf',
  txt: 'text/plain',
};

/**
 * Fills an empty installation with the invented department: its units, 30 persons with accounts that have no
 * password, and its documents, through the same commands the doors use. Deterministic for a day.
 * @param desk reads what is received
 * @returns the clerk, in whose name `receiveScans` brings in the rest
 */
export async function fillDemo(ctx: Context, desk: ReadingDesk): Promise<Actor> {
  const { clerk, department } = await foundDepartment(ctx);
  await replayTwoYears(ctx, clerk, department);
  const documents = exampleDocuments(ctx.today()).toSorted(
    (a, b) => Number(alreadyRegistered.has(b.name)) - Number(alreadyRegistered.has(a.name)),
  );
  const intakes = new Map<string, string>();
  for (const document of documents.filter((one) => !isPicture(one))) {
    const id = await bringIn(ctx, clerk, desk, document);
    if (id) intakes.set(document.name, id);
  }
  await desk.idle();
  for (const [name, id] of intakes)
    if (alreadyRegistered.has(name)) await acceptAndConfirm(ctx, clerk, desk, id);
  await replayTargets(ctx, clerk, department, await assigningDecision(ctx, clerk));
  await replayProgramme(ctx, clerk, department);
  await replayDrafts(ctx, clerk, department);
  await replayTasks(ctx, clerk, department);
  await replayInspections(ctx, clerk, department);
  await makeAllOccurrences(ctx);
  await replayReviews(ctx, clerk, department);
  await replayConferences(ctx, clerk, department);
  await fillPresent(ctx, clerk, department);
  await urgeAll(ctx);
  for (const figure of ownFigures) await addOwnFigure(ctx, clerk, figure);
  return clerk;
}

/** The decision that assigns targets of the year, as it stands in the register. */
const assigningDecision = (ctx: Context, clerk: Actor) =>
  ctx.store.read(clerk.scope, async (tx) => {
    const row = await tx
      .selectFrom('document')
      .select(['id', 'number', 'issued_on as on'])
      .where('agency_id', '=', clerk.agencyId)
      .where('number', 'like', '233/QĐ%')
      .executeTakeFirst();
    return row?.on ? { words: `Quyết định ${row.number}`, documentId: row.id, on: row.on } : null;
  });
/** What this department counts beyond the catalogue. */
const ownFigures = [
  {
    name: 'Việc định kỳ đến hạn trong kỳ',
    family: 'directives',
    query: 'origin=occurrence&level=whole',
    datedBy: 'first-due',
  },
  {
    name: 'Việc đang chờ đơn vị khác',
    family: 'directives',
    query: 'cause=other-unit&level=whole',
    datedBy: 'standing',
  },
  { name: 'Mục chương trình đã dời tháng', family: 'programme', query: 'moved=true', datedBy: 'standing' },
] as const;

const isPicture = (document: ExampleDocument) => document.as === 'scan' || document.as === 'photo';

async function bringIn(
  ctx: Context,
  clerk: Actor,
  desk: ReadingDesk,
  document: ExampleDocument,
): Promise<string | undefined> {
  const { name, bytes } = await fileOf(document);
  const mediaType = mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const source = document.as === 'photo' ? 'photo' : 'file';
  const { intake } = await receive(ctx, clerk, desk, { name, bytes, mediaType, source });
  return intake?.id;
}

/** The scans and the photograph take seconds to draw and to read: they arrive once the doors are open. */
export async function receiveScans(ctx: Context, clerk: Actor, desk: ReadingDesk): Promise<void> {
  for (const document of exampleDocuments(ctx.today()).filter(isPicture))
    await bringIn(ctx, clerk, desk, document);
}

/** The department itself, and the clerk who receives its documents. */
export async function foundDepartment(ctx: Context): Promise<{ clerk: Actor; department: Department }> {
  const agencyId = newAgencyId();
  const actor = founder(systemActor([agencyId]), agencyId);
  // Nobody knows a password of the demo: people come in by one click, which exists only there.
  const passwordHash = await ctx.hashPassword(crypto.randomUUID());
  return command(
    ctx,
    actor,
    { action: 'agency.created', recordKind: 'agency', recordId: agencyId },
    async (tx) => {
      await tx
        .insertInto('agency')
        .values({
          id: agencyId,
          name: exampleAgency.name,
          short_name: exampleAgency.shortName,
          sign: exampleAgency.sign,
        })
        .execute();
      const units = await insertUnits(tx, ctx, actor);
      const { clerkId, teams, director } = await insertPersons(tx, ctx, actor, units, passwordHash);
      return { clerk: { ...actor, personId: clerkId }, department: { units, teams, director } };
    },
  );
}

/** Everything in the department dates from here: before the two years that are replayed. */
const firstDay = (ctx: Context) => `${ctx.today().year - 4}-01-01`;

async function insertUnits(tx: Tx, ctx: Context, actor: Actor): Promise<Map<string, string>> {
  const openedOn = firstDay(ctx);
  const ids = new Map<string, string>();
  for (const { name, abbreviation, aliases, field } of exampleUnits) {
    const id = await insertUnit(tx, ctx, actor, { name, abbreviation, openedOn });
    ids.set(name, id);
    for (const alias of aliases) await learnAlias(tx, ctx, actor, id, alias);
    if (field) await insertField(tx, ctx, actor, id, { field, from: openedOn });
  }
  return ids;
}

/** The persons with their posts and accounts: the clerk who receives the documents, the director, and each unit's team. */
async function insertPersons(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  units: ReadonlyMap<string, string>,
  passwordHash: string,
): Promise<{ clerkId: string; teams: Map<string, Team>; director: Team['head'] }> {
  const from = firstDay(ctx);
  const placed: (ExamplePerson & Team['head'])[] = [];
  for (const [index, person] of examplePersons.entries()) {
    const unitId = units.get(person.unit);
    if (unitId === undefined) throw new Error(`No unit «${person.unit}» among the examples`);
    const staffCode = `MS${String(index + 1).padStart(3, '0')}`;
    const personId = await insertPerson(tx, ctx, actor, { fullName: person.fullName, staffCode });
    await insertPost(tx, ctx, actor, personId, { unitId, role: person.role, title: person.title, from });
    const userId = await insertAccount(tx, ctx, {
      userName: person.userName,
      fullName: person.fullName,
      passwordHash,
    });
    await joinPerson(tx, ctx, { userId, agencyId: actor.agencyId, personId });
    placed.push({ ...person, personId, name: person.fullName });
  }
  const named = ({ personId, name }: Team['head']) => ({ personId, name });
  const first = (people: typeof placed) => {
    if (!people[0]) throw new Error('The examples lack a person');
    return named(people[0]);
  };
  const teams = [...units.keys()].slice(1).map((unit): [string, Team] => {
    const people = placed.filter((person) => person.unit === unit);
    const officers = people.filter(({ role }) => role === 'officer' || role === 'office').map(named);
    return [unit, { head: first(people.filter(({ role }) => role === 'head')), officers }];
  });
  return {
    clerkId: first(placed.filter(({ title }) => title === 'Văn thư')).personId,
    teams: new Map(teams),
    director: first(placed.filter(({ role }) => role === 'director')),
  };
}

/** What a clerk does with a document that raises no question: answer what is missing, then into the register. */
async function acceptAndConfirm(
  ctx: Context,
  clerk: Actor,
  desk: ReadingDesk,
  intakeId: string,
): Promise<void> {
  const { review } = await getReview(ctx, clerk, desk, intakeId);
  for (const line of review?.lines ?? []) {
    const fields = {
      mark: 'accepted' as const,
      ...(line.lead === null ? { leadNone: true } : {}),
      ...(line.deadline.kind === 'none' ? { deadlineNone: true } : {}),
    };
    await editReview(ctx, clerk, intakeId, { act: 'change', lineId: line.id, version: line.version, fields });
  }
  await confirmReview(ctx, clerk, intakeId, 'in');
}
