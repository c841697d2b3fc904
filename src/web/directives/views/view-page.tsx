import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ViewKind } from '../../../domain/directives/view.ts';
import { listDirectives } from '../../../features/directives/contract.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../i18n/language.ts';
import { useKeys } from '../../ui/keys.ts';
import { useTitle } from '../../ui/title.ts';
import { AsOfNote } from '../as-of.tsx';
import { DirectivePanel } from '../directive-panel.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { DirectiveCounts } from '../state-counts.tsx';
import { useFilter } from '../use-filter.ts';
import { directiveWords } from '../words.ts';
import { Board } from './board.tsx';
import { CalendarView } from './calendar-view.tsx';
import { DirectivesHead } from './head.tsx';
import type { Drawing } from './sheet.ts';
import { Timeline } from './timeline.tsx';
import { viewWords } from './words.ts';
import '../directives.css';

const views = { board: Board, calendar: CalendarView, timeline: Timeline };

/** Tells the page how to draw what the view shows now. */
export type Draws = (draw: () => Drawing) => void;

/** A board, calendar or timeline under the filter of the list, with the side panel of the list. */
export function ViewPage({ kind }: { kind: Exclude<ViewKind, 'table'> }) {
  const said = useWords(directiveWords);
  const named = useWords(viewWords).view[kind];
  const { filter, to } = useFilter();
  const { open } = useSearch({ strict: false });
  const navigate = useNavigate();
  useTitle(`${said.title}: ${named}`);
  const counts = useQuery({
    queryKey: ['directives', filter, 'counts'],
    queryFn: ({ signal }) => call(listDirectives, { query: { ...filter, limit: 1 } }, { signal }),
    placeholderData: (before) => before,
  });
  const draw = useRef<() => Drawing>(() => ({ body: '', left: '' }));
  const close = () => {
    void navigate({ to: '/directives', search: to(filter), resetScroll: false });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-entry="${open}"]`)?.focus());
  };
  useKeys({ Escape: close }, { active: open !== undefined });
  const View = views[kind];
  return (
    <div className="page wide directives">
      <DirectivesHead total={counts.data?.total} picture={() => draw.current()} />
      <div className="no-print stack">
        <DirectiveCounts filter={filter} counts={counts.data?.counts} />
        <FilterBar />
        <AsOfNote day={filter.asOf} />
      </div>
      <div className={open ? 'list-and-panel open' : 'list-and-panel'}>
        <section className="view" aria-label={named}>
          <View
            filter={filter}
            open={open}
            draws={(next) => {
              draw.current = next;
            }}
          />
        </section>
        {open && <DirectivePanel key={open} id={open} asOf={filter.asOf} onClose={close} />}
      </div>
    </div>
  );
}
