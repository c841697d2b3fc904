import type { Review } from '../../src/features/reviews/contract.ts';
import { openingPolicy, pagePolicy, reviewPolicy } from '../../src/features/reviews/policy.ts';
import { fresh, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** A review of today with the pages of two units, before and after it is signed; one whose cut-off has not come. */
export async function reviewTrials({ make, research, planning, today }: Office): Promise<Trial[]> {
  for (const leadUnitId of [research, planning])
    await make('/api/directives', {
      ...{ words: fresh('Rà soát hồ sơ'), leadUnitId, deadline: { kind: 'none' }, givenOn: today },
    });
  const later = Temporal.PlainDate.from(today).add({ days: 9 }).toString();
  const opening = (to: string) => ({ kind: 'dates', from: today, to, unitsUntil: to, again: true });
  const open = await make('/api/reviews', opening(today));
  const early = await make('/api/reviews', opening(later));
  const seen = (id: string) => (viewer: Parameters<Trial['look']>[0]) =>
    seenAt<Review>(viewer, `/api/reviews/${id}`);
  const page = (unit: string): Trial => ({
    policy: pagePolicy,
    acts: ['confirm', 'write', 'confirm', 'confirm'],
    look: async (viewer) =>
      ((await seen(open.id)(viewer))?.units.find(({ unitId }) => unitId === unit) as Seen) ?? null,
    attempt: (act) => ({
      params: { id: open.id },
      body: { unitId: unit, ...(act === 'write' && { words: { results: 'Xong {{accepted}} việc' } }) },
    }),
  });
  const whole = (id: string, ...acts: string[]): Trial => ({
    policy: reviewPolicy,
    acts,
    async look(viewer) {
      const review = await seen(id)(viewer);
      return review && { abilities: review.abilities, version: review.sections[0]?.version ?? 0 };
    },
    attempt: (act) => ({
      params: { id },
      body:
        act === 'compose'
          ? { section: 'results', words: 'Giao {{given}} việc' }
          : { reason: 'báo miệng cả rồi' },
    }),
  });
  return [
    {
      policy: openingPolicy,
      acts: ['open'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/reviews'),
      attempt: () => ({ body: opening(today) }),
    },
    page(research),
    page(planning),
    whole(early.id, 'compose', 'sign'),
    whole(open.id, 'reopen', 'compose', 'sign', 'compose', 'sign'),
    page(research),
    whole(open.id, 'reopen'),
  ];
}
