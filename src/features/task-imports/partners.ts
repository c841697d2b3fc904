import { sql } from 'kysely';
import type { PartnerBody, PartnerKind } from '../../domain/partners/facts.ts';
import { bareName } from '../../domain/task-imports/wanted.ts';
import { fold } from '../../domain/text/fold.ts';
import { searchable } from '../../domain/text/search.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { insertRows } from '../../storage/rows.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';

interface Known {
  id: string;
  kind: PartnerKind;
  name: string;
  organisationId: string | null;
  /** One of the agency's own people. */
  personId: string | null;
  /** Not on record yet: who it is, from when. */
  fresh: { said: PartnerBody; on: string } | null;
}

/** Organisations and persons as a portfolio names them, known again by their names; whoever is new is kept for storing. */
export interface Directory {
  organisation(written: string, on: string): Known;
  /** Of several persons of one name the one of that organisation is meant. */
  person(written: string, organisationId: string, on: string): Known;
  fresh: Known[];
  /** Those that are a person of the agency. */
  ownOf(personId: string | null): ReadonlySet<string>;
}

/** Everybody on record, by name. */
export async function directoryOf(tx: Tx, agencyId: string): Promise<Directory> {
  const { rows } = await sql<Omit<Known, 'fresh'>>`
    select partner_id as id, kind, name, organisation_id as "organisationId", person_id as "personId"
    from partner_now where agency_id = ${agencyId} order by partner_id`.execute(tx);
  const byName = new Map<string, Known[]>();
  const enter = (one: Known) => {
    const key = `${one.kind} ${searchable(bareName(one.name).name)}`;
    byName.set(key, [...(byName.get(key) ?? []), one]);
    return one;
  };
  for (const row of rows) enter({ ...row, fresh: null });
  const fresh: Known[] = [];
  const add = (said: PartnerBody, on: string) => {
    const organisationId = said.kind === 'person' ? said.profile.organisationId : null;
    const one = { id: uuidv7(), kind: said.kind, name: said.profile.name, organisationId, personId: null };
    fresh.push(enter({ ...one, fresh: { said, on } }));
    return fresh.at(-1)!;
  };
  return {
    fresh,
    ownOf: (personId) =>
      new Set(rows.flatMap((one) => (one.personId !== null && one.personId === personId ? [one.id] : []))),
    organisation(written, on) {
      const [known] = byName.get(`organisation ${searchable(written)}`) ?? [];
      return (
        known ??
        add({ kind: 'organisation', profile: { ...nothing, ...headless, address: null, name: written } }, on)
      );
    },
    person(written, organisationId, on) {
      const { name, degree } = bareName(written);
      const namesakes = byName.get(`person ${searchable(name)}`) ?? [];
      const known =
        namesakes.find((one) => one.organisationId === organisationId) ??
        namesakes.find((one) => one.organisationId === null);
      const profile = { ...nothing, name, degree, organisationId, personId: null };
      return known ?? add({ kind: 'person', profile }, on);
    },
  };
}

const nothing = { identifier: null, email: null, phone: null };
const headless = { headedBy: null, headTitle: null };

/** Stores whoever a portfolio names for the first time. */
export async function storePartners(
  tx: Tx,
  ctx: Context,
  { agencyId, personId }: Actor,
  fresh: Directory['fresh'],
): Promise<void> {
  const recorded = { agency_id: agencyId, recorded_at: ctx.clock().toString(), recorded_by: personId };
  // Organisations first: persons name them.
  const all = fresh.toSorted((a, b) => a.kind.localeCompare(b.kind));
  if (all.length === 0) return;
  await insertRows(
    tx,
    'partner',
    all.map(({ id, kind }) => ({ ...recorded, id, kind })),
  );
  const facts = all.map(({ id, fresh }) => ({ partner_id: id, happened_on: fresh?.on, body: fresh?.said }));
  await insertRows(
    tx,
    'partner_fact',
    facts.map((fact) => ({ ...recorded, id: uuidv7(), ...fact })),
  );
  const now = all.map(({ id, kind, name, organisationId }) => ({
    ...{ agency_id: agencyId, partner_id: id, kind, name },
    ...{ organisation_id: organisationId, fold: fold(name), version: 1 },
  }));
  await insertRows(tx, 'partner_now', now);
}
