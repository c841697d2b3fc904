import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { listOf } from '../text/list-of.ts';

/** How a question between units stands on a day; silence is derived from its two dates, never stored. */
export const RequestState = z.enum(['late', 'open', 'answered']);
export type RequestState = z.infer<typeof RequestState>;

/** A question as far as its clock goes. Days are ISO. */
export interface Asked {
  askedOn: string;
  /** Last day for the answer; null without one. */
  due: string | null;
  answeredOn: string | null;
}

/**
 * How it stood on a day; null before it was asked.
 * `features/requests/queries.ts` asks the database the same question; a test proves the two equal.
 */
export function requestStateOn({ askedOn, due, answeredOn }: Asked, day: string): RequestState | null {
  if (askedOn > day) return null;
  if (answeredOn !== null && answeredOn <= day) return 'answered';
  return due !== null && due < day ? 'late' : 'open';
}

/** The filter of a list of questions: what stands in the URL. Different names narrow each other. */
export const RequestFilter = z.object({
  /** to-answer: asked of a unit one has a post at; asked: by such a unit. */
  mine: z.enum(['to-answer', 'asked']).optional(),
  state: listOf(RequestState).optional(),
  from: z.uuid().optional(),
  to: z.uuid().optional(),
  directive: z.uuid().optional(),
  /** One question by itself. */
  id: z.uuid().optional(),
  /** As it stood on this day; today unless told. */
  asOf: Day.optional(),
});
export type RequestFilter = z.infer<typeof RequestFilter>;

/** What of that filter says the same whoever looks: nobody's own questions, no single one. */
export const SharedRequestFilter = RequestFilter.omit({ mine: true, directive: true, id: true });
export type SharedRequestFilter = z.infer<typeof SharedRequestFilter>;

/** Whether a question stands under a filter, as it stood on a day. */
export const requestIsUnder = (
  { state, from, to }: SharedRequestFilter,
  asked: Asked & { askerId: string; unitId: string },
  day: string,
): boolean => {
  const stands = requestStateOn(asked, day);
  return (
    stands !== null &&
    (from === undefined || asked.askerId === from) &&
    (to === undefined || asked.unitId === to) &&
    (!state?.length || state.includes(stands))
  );
};
