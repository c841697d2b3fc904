import type { Partner } from '../../src/features/partners/contract.ts';
import { partnerPolicy, partnersPolicy } from '../../src/features/partners/policy.ts';
import type { ScienceProgramme } from '../../src/features/science-programmes/contract.ts';
import {
  scienceProgrammePolicy,
  scienceProgrammesPolicy,
} from '../../src/features/science-programmes/policy.ts';
import type { RuleList } from '../../src/features/task-rules/contract.ts';
import { rulesPolicy } from '../../src/features/task-rules/policy.ts';
import type { Task } from '../../src/features/tasks/contract.ts';
import { portfolioPolicy, taskFactPolicy, taskPolicy } from '../../src/features/tasks/policy.ts';
import type { Visitor } from '../server.ts';
import { ruleDecision, scienceProgramme, taskBodies, taskProfile, taskRecords } from '../task-bodies.ts';
import { fresh, next, type Office, type Somebody } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** Tasks at their beginning and over, one of which the viewer carries out themselves. */
export async function taskTrials(
  { make, research, today }: Office,
  { personId }: Somebody,
): Promise<Trial[]> {
  const begin = async (more: object = {}) => {
    const profile = { ...taskProfile(research, fresh('Nghiên cứu thử')), ...more };
    return (await make('/api/tasks', { profile, on: today, takenOver: 'running' })).id;
  };
  const said = (name: string, more: object = {}) => ({ kind: 'person', profile: { name, ...more } });
  const own = await make('/api/partners', { said: said('Người của cơ quan', { personId }), on: today });
  const members = [{ id: own.id, name: 'Người của cơ quan', role: 'main' }];
  const [open, over, involved] = [await begin(), await begin(), await begin({ members })];
  const abandon = { kind: 'terminated', reason: 'thôi làm', refund: 0 };
  await make(`/api/tasks/${over}/steps`, {
    on: today,
    event: { kind: 'terminationAsked', reason: 'xin dừng' },
  });
  await make(`/api/tasks/${over}/steps`, { on: today, event: abandon }).catch(() => null);
  const bodies = Object.fromEntries(
    Object.entries(taskBodies(today)).map(([id, body]) => [id.replace('task.', ''), body]),
  );
  const at = (id: string) => (viewer: Visitor) => seenAt<Task>(viewer, `/api/tasks/${id}`);
  const acts = (id: string): Trial => ({
    policy: taskPolicy,
    acts: ['record', 'code', 'uncode', 'arrange', 'decideRegime', 'describe'],
    look: at(id),
    attempt(act, seen) {
      const title = (seen as Task | null)?.title ?? 'Nghiên cứu thử';
      const body: Record<string, unknown> = {
        ...bodies,
        record: { on: today, event: { kind: 'reported' } },
        code: { code: `MS-${next()}`, on: today },
        uncode: { code: (seen as Task | null)?.codes.at(-1) ?? 'MS', reason: 'gõ nhầm' },
        describe: {
          profile: { ...taskProfile(research, title), ...(id === involved && { members }) },
          on: today,
        },
      };
      return { params: { id }, body: body[act] };
    },
  });
  const corrects = (which: 'first' | 'step'): Trial => ({
    policy: taskFactPolicy,
    acts: ['correct'],
    async look(viewer) {
      const history = (await at(open)(viewer))?.history ?? [];
      const step = history.find(({ abilities }) => abilities.correct === true) ?? history[0];
      return (which === 'step' ? step : history.at(-1)) ?? null;
    },
    attempt: (_, seen) => ({
      params: { id: open },
      body: {
        factId: (seen as (Seen & { id: string }) | null)?.id ?? open,
        reason: 'ghi nhầm',
        instead: null,
      },
    }),
  });
  const partner = await make(
    '/api/partners',
    taskRecords(research, { day: today, words: fresh('thử') }).partners,
  );
  const programme = await make('/api/science-programmes', {
    profile: scienceProgramme(fresh('thử')),
    on: today,
  });
  return [
    {
      policy: portfolioPolicy,
      acts: ['begin'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/tasks'),
      attempt: () => ({ body: { profile: taskProfile(research, fresh('Nghiên cứu mới')), on: today } }),
    },
    {
      policy: partnersPolicy,
      acts: ['add'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/partners'),
      attempt: () => ({ body: { said: said(fresh('Người mới')), on: today } }),
    },
    {
      policy: partnerPolicy,
      acts: ['describe'],
      look: (viewer) => seenAt<Partner>(viewer, `/api/partners/${partner.id}`),
      attempt: () => ({
        params: { id: partner.id },
        body: { said: { kind: 'organisation', profile: { name: fresh('Viện đổi tên') } }, on: today },
      }),
    },
    {
      policy: rulesPolicy,
      acts: ['decide'],
      look: (viewer) => seenAt<RuleList>(viewer, '/api/task-rules'),
      // What holds now is replaced, be it the law or an earlier decision of the agency.
      attempt(_, seen) {
        const held = (seen as RuleList | null)?.items.find(({ topic }) => topic === 'task.selection.opening');
        return { body: { ...ruleDecision(today), ...(held && { insteadOf: held.id }) } };
      },
    },
    {
      policy: scienceProgrammesPolicy,
      acts: ['open'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/science-programmes'),
      attempt: () => ({ body: { profile: scienceProgramme(fresh('mới')), on: today } }),
    },
    {
      policy: scienceProgrammePolicy,
      acts: ['record'],
      look: (viewer) => seenAt<ScienceProgramme>(viewer, `/api/science-programmes/${programme.id}`),
      attempt: () => ({ params: { id: programme.id }, body: taskBodies(today)['scienceProgramme.record'] }),
    },
    acts(involved),
    acts(open),
    corrects('first'),
    corrects('step'),
    acts(over),
  ] as Trial[];
}
