import { useNavigate, useSearch } from '@tanstack/react-router';
import { DirectiveFilter, filterToQuery } from '../../domain/directives/filter.ts';

/** A filter as search parameters, empty values left out. */
export const searchOf = (filter: DirectiveFilter): Record<string, string> =>
  Object.fromEntries(filterToQuery(filter));

/** The filter of an address; what is not one is left out rather than refused, so that an old link still opens. */
export function filterOf(search: Record<string, unknown>): DirectiveFilter {
  const given = Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
  const whole = DirectiveFilter.safeParse(given);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = DirectiveFilter.safeParse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))),
  );
  return rest.success ? rest.data : {};
}

/** The filter in the address, and how to change it; changing it closes the side panel. */
export function useFilter(): { filter: DirectiveFilter; change: (part: Partial<DirectiveFilter>) => void } {
  const filter = filterOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    filter,
    change: (part) =>
      void navigate({ to: '/directives', search: searchOf({ ...filter, ...part }), replace: true }),
  };
}
