import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Figure } from '../../features/dashboard/contract.ts';
import { showNumber } from '../i18n/format.ts';

/** A number as the door to exactly the list it counts. */
export function FigureLink({
  figure,
  className,
  label,
  basis,
  children,
}: {
  figure: Figure;
  className?: string;
  /** What it counts, where the place says it only to the eye. */
  label?: string;
  /** Length of a piece of a bar, in percent. */
  basis?: number;
  /** Shown instead of the number itself. */
  children?: ReactNode;
}) {
  return (
    <Link
      to={figure.list === 'directives' ? '/directives' : '/requests'}
      search={figure.opens}
      className={className}
      aria-label={label}
      style={basis === undefined ? undefined : { flexBasis: `${basis}%` }}
      data-count={figure.count}
    >
      {children ?? showNumber(figure.count)}
    </Link>
  );
}
