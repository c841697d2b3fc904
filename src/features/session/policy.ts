import type { Abilities, Ability } from '../../domain/permissions/ability.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { delegatingPolicy } from '../delegations/policy.ts';
import { feedingPolicy } from '../feeds/policy.ts';
import type { Viewer } from '../policy.ts';
import { askingPolicy, spokenForBy } from '../requests/policy.ts';
import { makingPolicy } from '../tokens/policy.ts';
import { savingPolicy } from '../views/policy.ts';
import type { Session } from './contract.ts';

interface Post {
  unitId: string;
  role: Role;
  inNameOf: Session['posts'][number]['inNameOf'];
}

const isOwn = ({ inNameOf }: Post) => inNameOf === null;

/** What is said; an act that does not exist for the viewer is left out. */
const said = <Act extends string>(all: Record<Act, Ability | undefined>) =>
  Object.fromEntries(Object.entries(all).filter(([, ability]) => ability !== undefined)) as Abilities<Act>;

/** What the policies say before there is a record: acts that depend on more than a permission. */
export const sessionAbilities = (viewer: Viewer): Session['abilities'] =>
  said({
    delegateForOthers: delegatingPolicy.abilitiesOf(viewer, { fromPersonId: null }).delegate,
    shareView: savingPolicy.abilitiesOf(viewer, { shared: true }).save,
    createFeed: feedingPolicy.abilitiesOf(viewer, { unitId: null, posts: [] }).create,
    createToken: makingPolicy.abilitiesOf(viewer, null).create,
  });

/** The same for each post, whose unit an act is done in the name of; posts that are lent count for none. */
export function withAbilities<One extends Post>(viewer: Viewer, all: readonly One[]) {
  const posts = all.filter(isOwn);
  const units = spokenForBy(posts);
  return all.map((post) => ({
    ...post,
    abilities: said({
      ask: askingPolicy.abilitiesOf(viewer, { unitId: post.unitId, units }).ask,
      feed: feedingPolicy.abilitiesOf(viewer, { unitId: post.unitId, posts }).create,
    }),
  }));
}
