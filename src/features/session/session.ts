import { type RawBuilder, sql } from 'kysely';
import type { InstallationRole, Role } from '../../domain/permissions/permission.ts';
import { permissionsOf } from '../../domain/permissions/policy.ts';
import { INSTALLATION } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { type Lent, lentTo } from '../delegations/lent.ts';
import { isOpenAccess } from './access.ts';
import type { Session } from './contract.ts';
import { type ActingPartner, partnerOf } from './partner.ts';
import { sessionAbilities, withAbilities } from './policy.ts';

/** A post held, or lent by somebody acted for. */
type Post = Omit<Session['posts'][number], 'abilities'>;

/** What an account is in the installation and in the agency it has open. */
export interface Standing {
  agencyId: string;
  person: { id: string; fullName: string } | null;
  posts: Post[];
  /** What people acted for lend, whose posts stand among `posts` too. */
  lent: Lent[];
  installationRoles: InstallationRole[];
  /** The open agency is looked into from above. */
  superiorView: boolean;
  /** Whom outside the agency it acts for, in its portal only. */
  partner: ActingPartner | null;
  /** All agencies it may open. */
  agencies: { id: string; name: string }[];
}

interface Opening {
  id: string;
  name: string;
  personId: string | null;
  /** Open as the portal only. */
  portal: boolean;
}

/**
 * Agencies an account may open, its own before those it looks into and those whose portal it uses, the one it joined first before the others: whoever
 * joins it to a further agency moves neither what opens after signing in nor whose audit holds its sign-ins.
 */
const openingsOf = (userId: RawBuilder<unknown>) => sql<Opening>`
  select a.id, a.name, m.person_id as "personId", false as portal, 1 as rank, m.recorded_at as since
    from membership m join agency a on a.id = m.agency_id
    where m.user_id = ${userId} and ${isOpenAccess('membership', 'm')}
  union all
  select a.id, a.name, null, false, 2, v.recorded_at from superior_view v join agency a on a.id = v.agency_id
    where v.user_id = ${userId} and ${isOpenAccess('view', 'v')}
      and not exists (select from membership m where m.user_id = v.user_id and m.agency_id = v.agency_id
        and ${isOpenAccess('membership', 'm')})
  union all
  select a.id, a.name, null, true, 3, p.recorded_at from portal_access p join agency a on a.id = p.agency_id
    where p.user_id = ${userId} and ${isOpenAccess('portal', 'p')}
      and not exists (select from membership m where m.user_id = p.user_id and m.agency_id = p.agency_id)
      and not exists (select from superior_view v where v.user_id = p.user_id and v.agency_id = p.agency_id)
  order by rank, since, id`;

async function openings(tx: Tx, userId: string): Promise<{ openings: Opening[]; roles: InstallationRole[] }> {
  const { rows } = await openingsOf(sql`${userId}`).execute(tx);
  const roles = await tx
    .selectFrom('installation_role')
    .select('role')
    .where('user_id', '=', userId)
    .execute();
  return { openings: rows, roles: roles.map(({ role }) => role) };
}

/** Posts of `person p` on a day, each with the name its unit bears then. */
const postsOn = (today: string) => sql<Post[]>`coalesce((
  select json_agg(json_build_object('role', h.role, 'unitId', h.unit_id, 'unitName', n.name, 'title', h.title,
    'inNameOf', null) order by h.from_day, h.id)
  from post_holding h
  left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
  cross join lateral (select n.name from unit_name n where n.agency_id = h.agency_id and n.unit_id = h.unit_id
    order by (n.from_day <= ${today}) desc, n.from_day desc, n.recorded_at desc limit 1) n
  where h.agency_id = p.agency_id and h.person_id = p.id and h.from_day <= ${today}
    and (e.to_day is null or e.to_day > ${today})), '[]')`;

interface Known {
  fullName: string;
  /** Own posts. */
  posts: Post[];
  lent: Lent[];
}

async function personWithPosts(
  tx: Tx,
  agencyId: string,
  personId: string,
  today: string,
): Promise<Known | undefined> {
  const { rows } = await sql<Omit<Known, 'lent'>>`
    select p.full_name as "fullName", ${postsOn(today)} as posts
    from person p where p.agency_id = ${agencyId} and p.id = ${personId}`.execute(tx);
  const [own] = rows;
  return own && { ...own, lent: await lentTo(tx, agencyId, personId, today) };
}

const lentPosts = ({ inNameOf, posts }: Lent): Post[] => posts.map((post) => ({ ...post, inNameOf }));

function standingFrom(
  openings: readonly Opening[],
  open: Opening | undefined,
  roles: InstallationRole[],
  { known, partner }: { known?: Known | undefined; partner?: ActingPartner | undefined },
): Standing {
  return {
    agencyId: open?.id ?? INSTALLATION,
    person: open?.personId && known ? { id: open.personId, fullName: known.fullName } : null,
    posts: known ? [...known.posts, ...known.lent.flatMap(lentPosts)] : [],
    lent: known ? known.lent : [],
    installationRoles: roles,
    superiorView: open !== undefined && open.personId === null && !open.portal,
    partner: partner ?? null,
    agencies: openings.map(({ id, name }) => ({ id, name })),
  };
}

/**
 * How the account of a session stands now, in one statement.
 * @param guess the agency it had open when last asked
 * @returns null where the session has ended, or has another agency open than guessed: then ask the long way
 */
export async function standingOfSession(
  ctx: Context,
  sessionId: string,
  guess: string,
): Promise<Standing | null> {
  type Row = {
    agencyId: string | null;
    userId: string;
    openings: Opening[];
    roles: InstallationRole[];
    partner?: ActingPartner | undefined;
  } & Partial<Known>;
  const [row] = await ctx.store.read({ agencies: [INSTALLATION, guess] }, async (tx) => {
    const { rows } = await sql<Row>`
      select s."agencyId", s."userId", p.full_name as "fullName", case when p.id is not null then ${postsOn(ctx.today().toString())} end as posts,
        (select coalesce(json_agg(o), '[]') from (${openingsOf(sql`s."userId"`)}) o) as openings,
        (select coalesce(json_agg(r.role), '[]') from installation_role r where r.user_id = s."userId") as roles
      from auth.session s
      left join membership m on m.user_id = s."userId" and m.agency_id = ${guess}
      left join person p on p.agency_id = m.agency_id and p.id = m.person_id
      where s.id = ${sessionId} and s."expiresAt" > now()`.execute(tx);
    const [found] = rows;
    const opening = found?.openings.find(({ id }) => id === guess);
    if (found?.posts && opening?.personId)
      found.lent = await lentTo(tx, guess, opening.personId, ctx.today().toString());
    if (found && opening?.portal) found.partner = await partnerOf(tx, guess, found.userId);
    return rows;
  });
  if (!row) return null;
  const open = row.openings.find(({ id }) => id === row.agencyId) ?? row.openings[0];
  if ((open?.id ?? INSTALLATION) !== guess) return null;
  const { fullName, posts, lent = [] } = row;
  const known = open?.personId && fullName && posts ? { fullName, posts, lent } : undefined;
  return standingFrom(row.openings, open, row.roles, { known, partner: row.partner });
}

/**
 * How an account stands today.
 * @param wanted the agency its session has open; another one, or none, where it may not open that
 */
export async function standingOf(ctx: Context, userId: string, wanted: string | null): Promise<Standing> {
  const found = await ctx.store.read({ agencies: [INSTALLATION] }, (tx) => openings(tx, userId));
  const open = found.openings.find(({ id }) => id === wanted) ?? found.openings[0];
  if (!open) return standingFrom(found.openings, open, found.roles, {});
  const { personId, portal } = open;
  const who = await ctx.store.read({ agencies: [open.id] }, async (tx) => ({
    known:
      personId === null ? undefined : await personWithPosts(tx, open.id, personId, ctx.today().toString()),
    partner: portal ? await partnerOf(tx, open.id, userId) : undefined,
  }));
  return standingFrom(found.openings, open, found.roles, who);
}

/** As what an account is in the portal: one that is for one investigator of an organisation does not file for all of it. */
const portalOf = (partner: ActingPartner | null): 'organisation' | 'person' | null => {
  if (!partner?.secondFactor) return null;
  return partner.investigator ? 'person' : partner.kind;
};

/**
 * The actor an account is, acting through a session, a token or the console.
 * @param day for which the standing holds, where it may serve to show what can be done
 */
export function actorFrom(
  standing: Standing,
  user: { id: string; name: string },
  through: { via: Actor['via']; traceId: string },
  day?: string,
): Actor {
  const rolesOf = (posts: Standing['posts']): Role[] => posts.map(({ role }) => role);
  const { partner } = standing;
  const holder = { ...standing, portal: portalOf(standing.partner) };
  const own = permissionsOf({
    ...holder,
    roles: rolesOf(standing.posts.filter(({ inNameOf }) => inNameOf === null)),
  });
  const permissions = permissionsOf({ ...holder, roles: rolesOf(standing.posts) });
  return {
    userId: user.id,
    personId: standing.person?.id ?? null,
    ...(partner && { partner }),
    agencyId: standing.agencyId,
    scope: { agencies: [standing.agencyId] },
    permissions,
    lent: permissions.difference(own),
    ...(day !== undefined && {
      held: { day, posts: standing.posts.filter(({ inNameOf }) => inNameOf === null), lent: standing.lent },
    }),
    name: standing.person?.fullName ?? user.name,
    ...through,
  };
}

/** What the screens know of who is signed in. */
export async function presentSession(ctx: Context, actor: Actor): Promise<Session> {
  const userId = actor.userId ?? '';
  const standing = await standingOf(ctx, userId, actor.agencyId);
  const [user, agency] = await ctx.store.read({ agencies: [INSTALLATION] }, async (tx) => [
    await tx
      .selectFrom('auth.user')
      .select(['name', 'username', 'twoFactorEnabled'])
      .where('id', '=', userId)
      .executeTakeFirst(),
    await tx
      .selectFrom('agency')
      .select(['id', 'name', 'short_name as shortName', 'sign'])
      .where('id', '=', standing.agencyId)
      .executeTakeFirst(),
  ]);
  return {
    user: {
      id: userId,
      name: user?.name ?? actor.name,
      userName: user?.username ?? '',
      secondFactor: user?.twoFactorEnabled ?? false,
    },
    agency: agency ?? null,
    person: standing.person,
    partner: standing.partner,
    posts: withAbilities(actor, standing.posts),
    installationRoles: standing.installationRoles,
    permissions: [...actor.permissions],
    abilities: sessionAbilities(actor),
    agencies: standing.agencies,
    today: ctx.today().toString(),
    demo: ctx.config.demo,
  };
}

/**
 * Opens another agency in the same session: from the next request on it is the one.
 * @param sessionId of the session's row; a token has none and cannot change agencies
 */
export async function openAgency(
  ctx: Context,
  actor: Actor,
  sessionId: string | null,
  agencyId: string,
): Promise<Session> {
  const userId = actor.userId ?? '';
  const standing = await standingOf(ctx, userId, agencyId);
  if (standing.agencyId !== agencyId || sessionId === null) throw Refused.notFound();
  await ctx.store.installation((tx) =>
    tx
      .updateTable('auth.session')
      .set({ agencyId })
      .where('id', '=', sessionId)
      .where('userId', '=', userId)
      .execute(),
  );
  ctx.access.changed();
  const { via, traceId } = actor;
  return presentSession(ctx, actorFrom(standing, { id: userId, name: actor.name }, { via, traceId }));
}
