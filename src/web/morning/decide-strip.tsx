import { Link } from '@tanstack/react-router';
import type { Figure as Counted, Decide } from '../../features/dashboard/contract.ts';
import { doorOf, Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { morningWords } from './words.ts';

/** What only this person can move on, in one line. */
export function DecideStrip({
  decide,
  questions,
}: {
  decide: Decide | null;
  /** Where the page does not show them itself. */
  questions?: Counted;
}) {
  const said = useWords(morningWords);
  const shown = [
    ...(decide
      ? ([
          [decide.extensions, said.extensions],
          [decide.results, said.results],
          [decide.refused, said.refused],
        ] as const)
      : []),
    ...(questions ? ([[questions, said.questions]] as const) : []),
  ].filter(([{ count }]) => count > 0);
  const first = shown[0]?.[0];
  return (
    <section className="card decide-strip" aria-label={said.decide}>
      <h2>{said.decide}</h2>
      {shown.length === 0 && <p className="quiet">{said.nothingToDecide}</p>}
      {shown.map(([figure, words]) => (
        <Figure key={words} value={figure.count} door={doorOf(figure)} className="figure">
          {(shown) => (
            <>
              <strong>{shown}</strong> {words}
            </>
          )}
        </Figure>
      ))}
      {first && (
        <Link
          to={first.list === 'directives' ? '/directives' : '/requests'}
          search={first.opens}
          className="button primary push no-print"
        >
          {said.open}
        </Link>
      )}
    </section>
  );
}
