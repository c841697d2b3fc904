import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DirectiveRow } from '../../../features/directives/contract.ts';
import { useFilter } from '../use-filter.ts';
import type { Entry } from './arrows.ts';

/** A directive in a view: it opens beside the view, which keeps its place. */
export function EntryLink({
  row,
  entry,
  open,
  className,
  title,
  children,
}: {
  row: DirectiveRow;
  entry: Entry;
  open: string | undefined;
  className: string;
  title?: string;
  children: ReactNode;
}) {
  const { filter, to } = useFilter();
  return (
    <Link
      to="/directives"
      search={{ ...to(filter), open: row.id }}
      activeOptions={{ exact: true }}
      activeProps={{}}
      resetScroll={false}
      preload={false}
      className={`${className} ${row.state} ${row.id === open ? 'open' : ''}`}
      title={title}
      {...entry}
    >
      {children}
    </Link>
  );
}
