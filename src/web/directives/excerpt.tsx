import { Link } from '@tanstack/react-router';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { useWords } from '../i18n/language.ts';
import { directiveWords } from './words.ts';

/** The words of the directive where they stand in the document. */
export function Excerpt({ source }: { source: NonNullable<DirectiveRecord['source']> }) {
  const said = useWords(directiveWords);
  const { before, words, after } = source.excerpt;
  return (
    <section className="stack tight">
      <h2>{said.from}</h2>
      <blockquote className="excerpt">
        <span className="quiet">{before}</span>
        <mark>{words}</mark>
        <span className="quiet">{after}</span>
      </blockquote>
      <p>
        <Link to="/documents/$id" params={{ id: source.documentId }}>
          {said.openDocument}
        </Link>
      </p>
    </section>
  );
}
