import { delegationPolicy } from '../../src/features/delegations/policy.ts';
import { personPolicy, postPolicy, unitPolicy } from '../../src/features/organisation/policy.ts';
import { reorganisationPolicy } from '../../src/features/reorganisation/policy.ts';
import { requestPolicy } from '../../src/features/requests/policy.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { password } from '../server.ts';
import { fresh, inList, keys, type Office, type Row, type Somebody, twice } from './office.ts';
import { seenAt, type Trial } from './trial.ts';

export async function unitTrials({ make, chief, today, office }: Office): Promise<Trial[]> {
  const opened = async () => {
    const { id } = await make('/api/units', { name: fresh('Tổ công tác'), openedOn: '2020-01-01' });
    await make(`/api/units/${id}/aliases`, { alias: fresh('tổ thử nghiệm') });
    const units = await chief.get<{ id: string; aliases: { id: string }[] }[]>('/api/units');
    return { id, aliasId: units.find((unit) => unit.id === id)!.aliases[0]!.id };
  };
  const stands = await opened();
  const gone = await opened();
  const { id: reorganisationId } = await make('/api/reorganisations', {
    kind: 'close',
    effectiveOn: today,
    decision: { number: fresh('Quyết định'), on: today },
    sources: [gone.id],
    targets: [{ unitId: office }],
  });
  const bodies = {
    rename: () => ({ name: fresh('Tổ đổi tên'), from: today }),
    move: () => ({ parentId: null, from: today }),
    setField: () => ({ field: 'Chuyển đổi số', from: today }),
    addAlias: () => ({ alias: fresh('tên gọi khác') }),
    endAlias: () => undefined,
  };
  const ofUnit = ({ id, aliasId }: { id: string; aliasId: string }): Trial => ({
    policy: unitPolicy,
    acts: keys(unitPolicy),
    look: inList('/api/units?on=2024-01-01', id),
    attempt: (act) => ({ params: { id, aliasId }, body: bodies[act as keyof typeof bodies]() }),
  });
  const paper: Trial = {
    policy: reorganisationPolicy,
    acts: ['handOver'],
    look: inList('/api/reorganisations', reorganisationId),
    attempt: () => ({ params: { id: reorganisationId } }),
  };
  return [ofUnit(stands), ofUnit(gone), paper];
}

export async function personTrials({ make, today, research }: Office, who: Somebody): Promise<Trial[]> {
  const person = () => make('/api/persons', { fullName: fresh('Người Thử') });
  const into = await person();
  const bodies = {
    change: () => ({ email: `${uuidv7()}@vidu.vn` }),
    holdPost: () => ({ unitId: research, role: 'officer', from: today }),
    giveAccount: () => ({ userName: fresh('thu').replace(' ', '.'), password }),
    closeAccount: () => ({ open: false }),
    reopenAccount: () => ({ open: true }),
    merge: () => ({ intoId: into.id, reason: 'cùng một người' }),
  };
  const ofPerson = (id: string, acts: (keyof typeof bodies)[]): Trial => ({
    policy: personPolicy,
    acts,
    look: (viewer) => seenAt<Row>(viewer, `/api/persons/${id}`),
    attempt: (act) => ({ params: { id }, body: bodies[act as keyof typeof bodies]() }),
  });
  const all = keys(personPolicy);
  const posted = await make('/api/persons', {
    fullName: fresh('Người Có Việc'),
    post: { unitId: research, role: 'officer', from: '2020-01-01' },
  });
  const post: Trial = {
    policy: postPolicy,
    acts: ['end', 'end'],
    look: async (viewer) => {
      const seen = await seenAt<{ posts: Row[] }>(viewer, `/api/persons/${posted.id}`);
      return seen?.posts[0] ?? null;
    },
    attempt: (_, seen) => ({
      params: { id: posted.id, postId: (seen as Row | null)?.id ?? uuidv7() },
      body: { to: today },
    }),
  };
  return [
    ofPerson((await person()).id, twice(all)),
    ofPerson((await person()).id, ['merge', ...all]),
    ofPerson(who.personId, ['closeAccount']),
    post,
  ];
}

/** Delegations and questions: of the one who tries, and of others. */
export async function workTrials({ make, delegate, research, planning, ...rest }: Office, who: Somebody) {
  const { id: other } = await make('/api/persons', { fullName: fresh('Người Vắng') });
  const { id: stand } = await make('/api/persons', { fullName: fresh('Người Thay') });
  const delegations = [await delegate(who.personId, stand), await delegate(other, stand)];
  const questions = [];
  for (const toUnitId of [research, planning])
    questions.push(
      await make('/api/requests', {
        fromUnitId: rest.office,
        toUnitId,
        words: fresh('Xin số liệu'),
        deadline: { kind: 'none' },
      }),
    );
  return [
    ...delegations.map(
      ({ id }): Trial => ({
        policy: delegationPolicy,
        acts: ['end', 'end'],
        look: inList('/api/delegations', id),
        attempt: () => ({ params: { id }, body: { endedOn: rest.today } }),
      }),
    ),
    ...questions.map(
      ({ id }): Trial => ({
        policy: requestPolicy,
        acts: ['answer', 'answer'],
        look: inList('/api/requests?limit=200', id),
        attempt: () => ({ params: { id }, body: { words: 'Gửi kèm' } }),
      }),
    ),
  ];
}
