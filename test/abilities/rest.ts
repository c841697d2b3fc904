import { agencyPolicy } from '../../src/features/agencies/policy.ts';
import { yearPolicy } from '../../src/features/calendar/policy.ts';
import { delegatingPolicy } from '../../src/features/delegations/policy.ts';
import { feedingPolicy, feedPolicy } from '../../src/features/feeds/policy.ts';
import { addingPolicy, ownFigurePolicy } from '../../src/features/figures/policy.ts';
import { askingPolicy } from '../../src/features/requests/policy.ts';
import type { Session } from '../../src/features/session/contract.ts';
import { settingPolicy } from '../../src/features/settings/policy.ts';
import { makingPolicy, tokenPolicy } from '../../src/features/tokens/policy.ts';
import { letterPolicy } from '../../src/features/urging/policy.ts';
import { savingPolicy, viewPolicy } from '../../src/features/views/policy.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { password, type Visitor } from '../server.ts';
import { fresh, inList, next, type Office, type Somebody } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** What belongs to the one who tries: kept views, feeds, tokens. */
export async function ownTrials({ make, today }: Office, { visitor }: Somebody): Promise<Trial[]> {
  const own = async (path: string, body: unknown) => {
    const answer = await visitor.call('POST', path, body);
    return answer.statusCode === 201 ? answer.json<{ id: string }>().id : uuidv7();
  };
  const view = (shared: boolean) => ({ name: fresh('Cách xem'), query: 'state=overdue', shared });
  const until = Temporal.PlainDate.from(today).add({ days: 30 }).toString();
  const { permissions } = await visitor.get<Session>('/api/session');
  const token = { name: fresh('Mã'), scopes: permissions.slice(0, 1), expiresOn: until };
  const [feedId, tokenId] = [await own('/api/calendar-feeds', {}), await own('/api/tokens', token)];
  const ofView = (id: string, shared: boolean): Trial => ({
    policy: viewPolicy,
    acts: ['change', 'end'],
    look: inList('/api/views', id),
    attempt: (act) => ({ params: { id }, body: act === 'change' ? view(shared) : undefined }),
  });
  const revoked = (policy: Trial['policy'], url: string, id: string): Trial => ({
    policy,
    acts: ['revoke'],
    look: inList(url, id),
    attempt: () => ({ params: { id } }),
  });
  const mayFeed = permissions.includes('token.manage') && permissions.includes('directive.view');
  const figure = { name: fresh('Số liệu'), query: 'state=overdue', datedBy: 'standing' };
  const figureId = (await make('/api/figures', figure)).id;
  return [
    {
      policy: addingPolicy,
      acts: ['add'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/figures'),
      attempt: () => ({ body: { ...figure, name: fresh('Số liệu') } }),
    },
    {
      policy: ownFigurePolicy,
      acts: ['withdraw'],
      look: async (viewer) =>
        (await seenAt<{ own: (Seen & { id: string })[] }>(viewer, '/api/figures'))?.own.find(
          ({ id }) => id === figureId,
        ) ?? null,
      attempt: () => ({ params: { id: figureId }, body: { reason: 'không dùng nữa' } }),
    },
    ofView(await own('/api/views', view(false)), false),
    ofView((await make('/api/views', view(true))).id, true),
    ...(mayFeed || !permissions.includes('token.manage')
      ? [revoked(feedPolicy, '/api/calendar-feeds', feedId)]
      : []),
    revoked(tokenPolicy, '/api/tokens', tokenId),
  ];
}

/** Acts on no record yet, as the session tells of them. */
export async function sessionTrials({ make, research, planning, today, office }: Office, who: Somebody) {
  const other = await make('/api/persons', { fullName: fresh('Người Khác') });
  const told =
    (pick: (session: Session) => Seen['abilities']) =>
    async (viewer: Visitor): Promise<Seen> => ({
      abilities: pick(await viewer.get<Session>('/api/session')),
    });
  const until = Temporal.PlainDate.from(today).add({ days: 30 }).toString();
  const nowhere = { abilities: {} as Session['posts'][number]['abilities'] };
  const postAt = (unitId: string) => (session: Session) =>
    session.posts.find((post) => post.unitId === unitId) ?? nowhere;
  const trial = (policy: Trial['policy'], act: string, look: Trial['look'], body: unknown): Trial => ({
    policy,
    acts: [act],
    look,
    attempt: () => ({ body }),
  });
  const units = [research, planning, office];
  return [
    trial(
      delegatingPolicy,
      'delegate',
      told(({ abilities }) => ({ delegate: abilities.delegateForOthers })),
      {
        form: 'KT.',
        fromPersonId: other.id,
        toPersonId: who.personId,
        fromDay: '2098-01-01',
        lastDay: '2098-01-02',
        document: 'Giấy uỷ quyền',
      },
    ),
    trial(
      savingPolicy,
      'save',
      told(({ abilities }) => ({ save: abilities.shareView })),
      { name: fresh('Cách xem chung'), query: '', shared: true },
    ),
    trial(
      feedingPolicy,
      'create',
      told(({ abilities }) => ({ create: abilities.createFeed })),
      {},
    ),
    trial(
      makingPolicy,
      'create',
      told(({ abilities }) => ({ create: abilities.createToken })),
      { name: 'Mã thử', scopes: ['organisation.view'], expiresOn: until },
    ),
  ].concat(
    units.flatMap((unitId) => [
      {
        policy: askingPolicy,
        acts: ['ask'],
        look: told((session) => ({ ask: postAt(unitId)(session).abilities.ask })),
        attempt: () => ({
          body: {
            fromUnitId: unitId,
            toUnitId: units.find((one) => one !== unitId),
            words: fresh('Xin ý kiến'),
            deadline: { kind: 'none' },
          },
        }),
      },
      {
        policy: feedingPolicy,
        acts: ['create'],
        look: told((session) => ({ create: postAt(unitId)(session).abilities.feed })),
        attempt: () => ({ body: { unitId } }),
      },
    ]),
  );
}

/** Settings, letters, the calendar, agencies. */
export async function installationTrials({
  agencyId,
  chiefId,
  make,
  server,
  today,
}: Office): Promise<Trial[]> {
  const letterId = uuidv7();
  const looks = await make('/api/persons', { fullName: fresh('Người Xem') });
  const viewerName = fresh('xem').replace(' ', '.');
  await make(`/api/persons/${looks.id}/account`, { userName: viewerName, password });
  const recorded_at = server.app.ctx.clock().toString();
  await server.app.ctx.store.transaction({ agencies: [agencyId] }, async (tx) => {
    const letter = {
      id: letterId,
      person_id: chiefId,
      day: dayOfLetter(),
      message_id: letterId,
      recorded_at,
    };
    const said = { subject: '', plain: '', html: '' };
    await tx
      .insertInto('letter')
      .values({ agency_id: agencyId, ...letter, ...said })
      .execute();
    const tried = { letter_id: letterId, try: 1, permanent: true, words: '', recorded_at, recorded_by: null };
    for (const kind of ['begun', 'failed'] as const)
      await tx
        .insertInto('letter_delivery')
        .values({ agency_id: agencyId, id: uuidv7(), kind, ...tried })
        .execute();
  });
  return [
    {
      policy: letterPolicy,
      acts: ['again', 'again'],
      look: inList('/api/letters', letterId),
      attempt: () => ({ params: { id: letterId } }),
    },
    {
      policy: settingPolicy,
      acts: ['change'],
      look: async (viewer) => (await seenAt<Seen[]>(viewer, '/api/settings'))?.[0] ?? null,
      attempt: () => ({ params: { key: 'dueSoonWorkingDays' }, body: { value: 4, from: today } }),
    },
    {
      policy: yearPolicy,
      acts: ['import'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/calendar/2031'),
      attempt: () => ({
        params: { year: '2031' },
        body: { off: ['2031-01-01'], swappedWorkdays: [], decision: 'Thông báo thử' },
      }),
    },
    {
      policy: agencyPolicy,
      acts: ['grantView', 'endView'],
      look: inList('/api/agencies', agencyId),
      attempt: (act) => ({
        params: { id: agencyId },
        body: { userName: viewerName, open: act === 'grantView' },
      }),
    },
  ];
}

/** A day of its own for each letter: a person gets one a day. */
const dayOfLetter = () => Temporal.PlainDate.from('2020-01-01').add({ days: next() }).toString();
