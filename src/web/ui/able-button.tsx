import type { ComponentProps } from 'react';
import type { Ability } from '../../domain/permissions/ability.ts';
import { showReason } from '../i18n/reasons.ts';
import { Button } from './button.tsx';
import { say } from './toast.tsx';

/**
 * The button of an act on a record, by what the server says of it: not there for whom the act does not exist; where it
 * is not possible, the reason is told to those who point, listen or press.
 */
export function AbleButton({
  ability,
  ...rest
}: ComponentProps<typeof Button> & { ability: Ability | undefined }) {
  if (ability === undefined) return null;
  if (ability === true) return <Button {...rest} />;
  const reason = showReason(ability);
  return (
    <Button {...rest} aria-disabled aria-description={reason} title={reason} onClick={() => say(reason)} />
  );
}
