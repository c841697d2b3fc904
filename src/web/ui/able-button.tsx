import type { ComponentProps } from 'react';
import type { Ability } from '../../domain/permissions/ability.ts';
import { Button } from './button.tsx';
import { say } from './toast.tsx';

/** What a control says of an act that is not possible: why, to those who point, listen or press. */
export const explained = (ability: Ability | undefined) =>
  typeof ability === 'string'
    ? {
        'aria-disabled': true,
        'aria-description': ability,
        title: ability,
        onClick: () => say(ability),
      }
    : {};

/**
 * The button of an act on a record, by what the server says of it: not there for whom the act does not exist, pressed
 * in vain with the reason where it is not possible.
 */
export function AbleButton({
  ability,
  ...rest
}: ComponentProps<typeof Button> & { ability: Ability | undefined }) {
  return ability === undefined ? null : <Button {...rest} {...explained(ability)} />;
}
