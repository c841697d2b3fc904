import type { Reorganisation } from '../../domain/organisation/reorganisation.ts';
import type { Actor, Context } from '../context.ts';
import type { ReorganisationPreview } from './contract.ts';
import { gather, notYet, planOf, targetNames } from './gather.ts';

/** What the act would do to every open record, without recording anything. @throws Refused 400 */
export async function previewReorganisation(
  ctx: Context,
  actor: Actor,
  act: Reorganisation,
): Promise<ReorganisationPreview> {
  const calendar = await ctx.calendar();
  const found = await ctx.store.read(actor.scope, (tx) => gather(tx, ctx, actor, act, { calendar }));
  const plan = planOf(act, found);
  const { before } = found;
  const nameOf = (unitId: string) => before.units.find(({ id }) => id === unitId)?.name ?? '';
  const names = targetNames(act, before);
  const directives = plan.directives.flatMap(({ on: _, ...placed }) => {
    const shown = found.directives.get(placed.id);
    return shown ? [{ ...shown, ...placed, fromName: nameOf(placed.fromUnitId) }] : [];
  });
  const requests = plan.requests.flatMap(({ on: _, ...placed }) => {
    const shown = found.requests.get(placed.id);
    return shown
      ? [{ ...placed, words: shown.words, dueDay: shown.dueDay, fromName: nameOf(placed.fromUnitId) }]
      : [];
  });
  const running = [...directives, ...requests].filter(({ stays, dueDay }) => !stays && dueDay !== null);
  return {
    notYet: notYet(ctx, act),
    closing: plan.closing.map(nameOf),
    opening: plan.opening.map((target) => names[target] ?? ''),
    renaming: plan.renaming.map(({ unitId, target }) => ({
      from: nameOf(unitId),
      to: names[target] ?? '',
    })),
    targets: act.targets.map(({ unitId }, at) => ({ unitId: unitId ?? null, name: names[at] ?? '' })),
    directives,
    successions: plan.successions.map(({ id, fromUnitId, target }) => ({
      id,
      words: found.directives.get(id)?.words ?? '',
      fromUnitId,
      fromName: nameOf(fromUnitId),
      target,
    })),
    posts: plan.posts.map(({ on: _, role: newRole, ...placed }) => {
      const post = before.posts.find(({ id }) => id === placed.id);
      return {
        ...placed,
        fromName: nameOf(placed.fromUnitId),
        person: found.persons.get(placed.id) ?? '',
        role: post?.role ?? newRole,
        title: post?.title ?? null,
        newRole,
      };
    }),
    requests,
    units: plan.units.map(({ id, target, parentId }) => ({
      id,
      name: nameOf(id),
      under: target === null ? (parentId === null ? null : nameOf(parentId)) : (names[target] ?? null),
    })),
    clocks: running.length,
  };
}
