import { DirectivesPage } from '../list-page.tsx';
import { useView } from '../use-filter.ts';
import { ViewPage } from './view-page.tsx';

/** Directives in the view the address names; every view stands under the same filter. */
export function DirectivesArea() {
  const { view } = useView().view;
  return view === undefined || view === 'table' ? <DirectivesPage /> : <ViewPage key={view} kind={view} />;
}
