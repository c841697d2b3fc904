import { z } from 'zod';

/** What a record says of an act to the person who looks at it: possible, or in Vietnamese why not. */
export const Ability = z.union([z.literal(true), z.string()]);
export type Ability = z.infer<typeof Ability>;

/** The acts of a record with what may be done now. An act that is left out does not exist for this person. */
export type Abilities<Act extends string> = Partial<Record<Act, Ability>>;

/** The shape of `abilities` of a record with these acts. */
export const abilitiesTo = <const Act extends string>(...acts: readonly Act[]) =>
  z.partialRecord(z.enum(acts), Ability);

/** Why an act is not possible: not this person's to do, or not now. */
export interface Refusal {
  reason: string;
  because: 'person' | 'state';
}

/** Another person may. */
export const notTheirs = (reason: string): Refusal => ({ reason, because: 'person' });

/** At another time, or after something else, this person may. */
export const notNow = (reason: string): Refusal => ({ reason, because: 'state' });
