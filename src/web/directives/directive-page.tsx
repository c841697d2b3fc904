import { IconEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../i18n/language.ts';
import { RequestsSection } from '../requests/requests-section.tsx';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { DirectiveFacts } from './directive-facts.tsx';
import { directiveQuery } from './directive-panel.tsx';
import { Excerpt } from './excerpt.tsx';
import { History } from './history.tsx';
import { directiveWords } from './words.ts';
import './directives.css';

/** One directive: its words in the document, its history, and how it stands. */
export function DirectivePage() {
  const said = useWords(directiveWords);
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(directiveQuery(id));
  const [correcting, setCorrecting] = useState(false);
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
        <Failed error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  const directive = query.data;
  const mayCorrect = directive.abilities.correct;
  return (
    <div className="page">
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
            said.byWord
          )}
        </p>
        <h1>{directive.words}</h1>
        {directive.outline.length > 0 && (
          <p className="quiet">
            {said.outline} {directive.outline.join(' › ')}
          </p>
        )}
      </header>
      <div className="split">
        <div className="stack">
          {directive.source && (
            <div className="card padded">
              <Excerpt source={directive.source} />
            </div>
          )}
          <div className="card padded">
            <History history={directive.history} />
          </div>
          <RequestsSection directiveId={directive.id} />
        </div>
        <aside className="card padded stack">
          <DirectiveFacts directive={directive} />
          {mayCorrect === true && (
            <Button onClick={() => setCorrecting(true)}>
              <IconEdit size={18} aria-hidden /> {said.correct}
            </Button>
          )}
          {typeof mayCorrect === 'string' && <p className="small quiet">{mayCorrect}</p>}
        </aside>
      </div>
      {correcting && <CorrectDialog directive={directive} onClose={() => setCorrecting(false)} />}
    </div>
  );
}
