import { IconEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { readDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RequestsSection } from '../requests/requests-section.tsx';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { ActBar } from './acts/act-bar.tsx';
import { AsOfRecord } from './as-of.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { DirectiveFacts } from './directive-facts.tsx';
import { directiveQuery } from './directive-panel.tsx';
import { Excerpt } from './excerpt.tsx';
import { History } from './history.tsx';
import { DirectiveTree } from './tree.tsx';
import { directiveWords } from './words.ts';
import './directives.css';
import './directive.css';

/** One directive: its words and its tree, its history, and how it stands with what can be done now. */
export function DirectivePage() {
  const said = useWords(directiveWords);
  const { id = '' } = useParams({ strict: false });
  const asOf = dayOf(useSearch({ strict: false }).asOf);
  const query = useQuery(directiveQuery(id, asOf));
  useTitle(query.data?.words.slice(0, 60) ?? said.title);
  if (query.isPending)
    return (
      <div className="page">
        <Skeleton rows={9} />
      </div>
    );
  if (query.isError)
    return (
      <div className="page">
        <h1>{said.title}</h1>
        {asOf && <AsOfRecord id={id} day={asOf} />}
        <Failed error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  const directive = query.data;
  const hasLeft = directive.source !== null || directive.tree.length > 1;
  return (
    <div className="page wide directive">
      <Head directive={directive} />
      <AsOfRecord id={id} day={asOf} />
      <div className={hasLeft ? 'directive-columns' : 'directive-columns two'}>
        {hasLeft && (
          <div className="stack from">
            {directive.source && (
              <div className="card padded">
                <Excerpt source={directive.source} />
              </div>
            )}
            {directive.tree.length > 1 && (
              <div className="card padded">
                <DirectiveTree directive={directive} asOf={asOf} />
              </div>
            )}
          </div>
        )}
        <div className="stack happened">
          <div className="card padded">
            <History directive={directive} />
          </div>
          {!asOf && <RequestsSection directiveId={directive.id} />}
        </div>
        <aside className="card padded stack stands" aria-label={said.state}>
          {!asOf && <ActBar key={directive.id} directive={directive} />}
          <DirectiveFacts directive={directive} />
          <Correct directive={directive} />
        </aside>
      </div>
    </div>
  );
}

/** A day of an address; what is none is left out, so that an old link still opens. */
const dayOf = (text: string | undefined) => (text && readDay(text)) || undefined;

function Head({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(directiveWords);
  return (
    <header>
      <p className="crumbs">
        <Link to="/directives" activeOptions={{ exact: true }}>
          {said.title}
        </Link>{' '}
        ›{' '}
        {directive.document ? (
          <Link to="/documents/$id" params={{ id: directive.document.id }}>
            {directive.document.label}
          </Link>
        ) : (
          (directive.sourceNumber ?? said.origins[directive.origin])
        )}
      </p>
      <h1>{directive.words}</h1>
      {directive.outline.length > 0 && (
        <p className="quiet">
          {said.outline} {directive.outline.join(' › ')}
        </p>
      )}
    </header>
  );
}

/** A mistake of the register is put right by who keeps it. */
function Correct({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(directiveWords);
  const [correcting, setCorrecting] = useState(false);
  if (directive.abilities.correct !== true) return null;
  return (
    <>
      <Button onClick={() => setCorrecting(true)}>
        <IconEdit size={18} aria-hidden /> {said.correct}
      </Button>
      {correcting && <CorrectDialog directive={directive} onClose={() => setCorrecting(false)} />}
    </>
  );
}
