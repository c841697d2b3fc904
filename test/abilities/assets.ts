import type { AssetTask, AssetWorkspace } from '../../src/features/assets/contract.ts';
import { assetsPolicy, assetTaskPolicy } from '../../src/features/assets/policy.ts';
import type { Visitor } from '../server.ts';
import { taskProfile } from '../task-bodies.ts';
import { fresh, type Office, type Somebody } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** Two tasks past their acceptance that leave assets, one of which the viewer carried out themselves. */
export async function assetTrials(
  { make, research, today }: Office,
  { personId }: Somebody,
): Promise<Trial[]> {
  const own = { kind: 'person', profile: { name: fresh('Người làm'), personId } };
  const { id: partner } = await make('/api/partners', { said: own, on: today });
  const ended = async (members: object[]) => {
    const profile = { ...taskProfile(research, fresh('Nhiệm vụ đã nghiệm thu')), members };
    // Taken over before the new law, so that it is one of the earlier.
    return (await make('/api/tasks', { profile, on: '2025-01-06', takenOver: 'after' })).id;
  };
  const [open, involved] = [await ended([]), await ended([{ id: partner, name: 'Người làm', role: 'main' }])];
  const all = (viewer: Visitor) => seenAt<AssetWorkspace>(viewer, '/api/assets');
  const counts = (id: string): Trial => ({
    policy: assetTaskPolicy,
    acts: ['count'],
    look: async (viewer) => (await all(viewer))?.items.find((one: AssetTask) => one.id === id) ?? null,
    attempt: () => ({ params: { id }, body: { on: today, assets: [] } }),
  });
  return [
    {
      policy: assetsPolicy,
      acts: ['act'],
      look: (viewer: Visitor) => seenAt<Seen>(viewer, '/api/assets'),
      attempt: () => ({ body: { ids: [open], act: 'none', on: today, dry: true } }),
    },
    counts(open),
    counts(involved),
  ] as Trial[];
}
