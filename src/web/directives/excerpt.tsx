import { Link } from '@tanstack/react-router';
import { excerptMargin } from '../../domain/documents/excerpt.ts';
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
        <span className="quiet">{fromWholeLine(before)}</span>
        <mark>{words}</mark>
        <span className="quiet">{toWholeLine(after)}</span>
      </blockquote>
      <p>
        <Link to="/documents/$id" params={{ id: source.documentId }}>
          {said.openDocument}
        </Link>
      </p>
    </section>
  );
}

/** Half a line at either end only confuses; the line of the words themselves stays. */
const fromWholeLine = (text: string) => {
  const at = text.indexOf('\n');
  return at < 0 || text.length < excerptMargin ? text : `…${text.slice(at)}`;
};
const toWholeLine = (text: string) => {
  const at = text.lastIndexOf('\n');
  return at < 0 || text.length < excerptMargin ? text : `${text.slice(0, at)}\n…`;
};
