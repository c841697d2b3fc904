import { useNavigate, useSearch } from '@tanstack/react-router';
import { DirectiveFilter, filterToQuery } from '../../domain/directives/filter.ts';
import { DirectiveView, viewToQuery } from '../../domain/directives/view.ts';

/** A filter as search parameters, empty values left out. */
export const searchOf = (filter: DirectiveFilter): Record<string, string> =>
  Object.fromEntries(filterToQuery(filter));

/** A filter and a view as search parameters. */
export const searchWith = (filter: DirectiveFilter, view: DirectiveView): Record<string, string> =>
  Object.fromEntries(viewToQuery(filter, view));

/** What of an address is right; the rest is left out rather than refused, so that an old link still opens. */
function rightOf<Whole extends typeof DirectiveFilter | typeof DirectiveView>(
  shape: Whole,
  search: Record<string, unknown>,
): unknown {
  const given = Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
  const whole = shape.safeParse(given);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = shape.safeParse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))),
  );
  return rest.success ? rest.data : {};
}

/** The filter of an address. */
export const filterOf = (search: Record<string, unknown>): DirectiveFilter =>
  rightOf(DirectiveFilter, search) as DirectiveFilter;

/** The view of an address: the table unless told. */
export const viewOf = (search: Record<string, unknown>): DirectiveView =>
  rightOf(DirectiveView, search) as DirectiveView;

/** The filter in the address, and how to change it; changing it closes the side panel and keeps the view. */
export function useFilter(): {
  filter: DirectiveFilter;
  change: (part: Partial<DirectiveFilter>) => void;
  /** Search parameters of another filter in the same view. */
  to: (filter: DirectiveFilter) => Record<string, string>;
} {
  const search = useSearch({ strict: false });
  const filter = filterOf(search);
  const view = viewOf(search);
  const navigate = useNavigate();
  const to = (next: DirectiveFilter) => searchWith(next, view);
  return {
    filter,
    to,
    change: (part) => void navigate({ to: '/directives', search: to({ ...filter, ...part }), replace: true }),
  };
}

/** The view in the address, and how to change it under the same filter. */
export function useView(): {
  view: DirectiveView;
  change: (part: DirectiveView) => void;
} {
  const search = useSearch({ strict: false });
  const view = viewOf(search);
  const navigate = useNavigate();
  return {
    view,
    change: (part) =>
      void navigate({
        to: '/directives',
        search: searchWith(filterOf(search), { ...view, ...part }),
        replace: true,
      }),
  };
}
