import { Link } from '@tanstack/react-router';
import type { Decide, Figure } from '../../features/dashboard/contract.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { FigureLink } from './figure-link.tsx';
import { morningWords } from './words.ts';

/** What only this person can move on, in one line. */
export function DecideStrip({
  decide,
  questions,
}: {
  decide: Decide | null;
  /** Where the page does not show them itself. */
  questions?: Figure;
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
    <section className="card decide" aria-label={said.decide}>
      <h2>{said.decide}</h2>
      {shown.length === 0 && <p className="quiet">{said.nothingToDecide}</p>}
      {shown.map(([figure, words]) => (
        <FigureLink key={words} figure={figure} className="figure">
          <strong>{showNumber(figure.count)}</strong> {words}
        </FigureLink>
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
