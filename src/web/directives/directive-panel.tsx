import { IconExternalLink, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { getDirective } from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { ActBar } from './acts/act-bar.tsx';
import { DirectiveFacts } from './directive-facts.tsx';
import { Excerpt } from './excerpt.tsx';
import { History } from './history.tsx';
import { DirectiveTree } from './tree.tsx';
import { directiveWords } from './words.ts';

export const directiveQuery = (id: string, asOf?: string) => ({
  queryKey: asOf === undefined ? ['directive', id] : ['directive', id, asOf],
  queryFn: () => call(getDirective, { params: { id }, query: { asOf } }),
});

/** One directive beside the list, which keeps its place; Esc goes back to it. */
export function DirectivePanel({
  id,
  asOf,
  onClose,
}: {
  id: string;
  /** The day of the list beside it. */
  asOf?: string | undefined;
  onClose: () => void;
}) {
  const said = useWords(directiveWords);
  const { close } = useWords(common);
  const query = useQuery(directiveQuery(id, asOf));
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = query.isSuccess;
  useEffect(() => {
    if (loaded) heading.current?.focus({ preventScroll: true });
  }, [loaded]);
  return (
    <aside className="card panel stack" aria-label={said.panel}>
      <div className="row apart">
        <Link to="/directives/$id" params={{ id }} search={{ asOf }} className="button small">
          <IconExternalLink size={16} aria-hidden /> {said.openPage}
        </Link>
        <button type="button" className="button bare small" onClick={onClose}>
          <IconX size={16} aria-hidden /> {close} <kbd aria-hidden>Esc</kbd>
        </button>
      </div>
      {query.isPending && <Skeleton rows={7} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {query.data.words}
          </h2>
          {asOf === undefined && <ActBar directive={query.data} />}
          <DirectiveFacts directive={query.data} />
          <DirectiveTree directive={query.data} asOf={asOf} />
          {query.data.source && <Excerpt source={query.data.source} />}
          <History directive={query.data} />
        </>
      )}
    </aside>
  );
}
