import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countsRecords, type FigureUnit } from '../../domain/figures/figure.ts';
import type { Figure as Counted } from '../../features/dashboard/contract.ts';
import { showNumber } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import type { PlanPlace } from '../planning/use-plan.ts';
import './figure.css';

/** Where the records of a figure are: an address of ours, or what shows them in place. */
export type Door =
  | {
      to:
        | '/directives'
        | '/requests'
        | '/figures'
        | '/intake'
        | '/documents'
        | '/agencies'
        | '/tasks'
        | '/assets'
        | PlanPlace;
      search: Record<string, string | undefined>;
    }
  | { to: '/targets/$id'; id: string }
  | { open: () => void };

/** Where a number of the dashboard or of Today leads. */
export const doorOf = ({ list, opens }: Pick<Counted, 'list' | 'opens'>): Door => ({
  to: `/${list}`,
  search: opens,
});

/** Tenths of a percent as «86,4%»; none and all without a decimal. */
function showTenths(tenths: number): string {
  const minimumFractionDigits = tenths % 1000 === 0 ? 0 : 1;
  const format = new Intl.NumberFormat(language() === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits });
  return `${format.format(tenths / 10)}%`;
}

/**
 * A count, sum or rate, and the one way such a number reaches a screen: in figures of one width, and always the door to
 * the records it is a function of. What there is none of is shown as «—».
 */
export function Figure({
  value,
  unit = 'directives',
  records = countsRecords(unit) ? value : null,
  door,
  className = '',
  label,
  current,
  basis,
  children,
}: {
  value: number | null;
  unit?: FigureUnit;
  /** How many records it opens, where that is not the number itself. */
  records?: number | null;
  door: Door;
  className?: string | undefined;
  /** What it counts, where the place says it only to the eye. */
  label?: ((shown: string) => string) | undefined;
  /** Its records are the ones shown now. */
  current?: boolean | undefined;
  /** Length of a piece of a bar, in percent. */
  basis?: number | undefined;
  /** The words around the number; the number alone unless told. */
  children?: (shown: string) => ReactNode;
}) {
  const shown = value === null ? '—' : unit === 'tenths-of-percent' ? showTenths(value) : showNumber(value);
  const common = {
    className: `number-shown ${className}`.trim(),
    'aria-label': label?.(shown),
    'aria-current': current ? ('true' as const) : undefined,
    style: basis === undefined ? undefined : { flexBasis: `${basis}%` },
    'data-figure': '',
    'data-count': records ?? undefined,
  };
  const said = children ? children(shown) : shown;
  if ('open' in door)
    return (
      <button type="button" {...common} onClick={door.open}>
        {said}
      </button>
    );
  const way = 'id' in door ? { params: { id: door.id }, search: {} } : { search: door.search };
  return (
    <Link {...common} to={door.to} {...way} activeProps={{}} activeOptions={{ exact: true }}>
      {said}
    </Link>
  );
}
