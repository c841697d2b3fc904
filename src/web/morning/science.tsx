import type { Dashboard } from '../../features/dashboard/contract.ts';
import { doorOf, Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { morningWords } from './words.ts';

const told = ['inHand', 'accepted', 'late', 'unsettled'] as const;

/** S&T tasks: what is carried out, accepted, late and left to settle, and where those stand that are not over. */
export function Science({ science }: { science: NonNullable<Dashboard['science']> }) {
  const said = useWords(morningWords);
  const most = Math.max(1, ...science.phases.map(({ tasks }) => tasks.count));
  return (
    <section className="card science" aria-label={said.science}>
      <div className="stack">
        <h2>{said.science}</h2>
        <ul className="plain science-figures">
          {told.map((key) => (
            <li key={key} className={key}>
              <Figure
                value={science[key].count}
                unit="tasks"
                door={doorOf(science[key])}
                className="share-figure"
              >
                {(shown) => (
                  <>
                    <strong>{shown}</strong>
                    <span>{said.scienceEach[key]}</span>
                  </>
                )}
              </Figure>
              {key === 'inHand' && (
                <p className="small quiet">
                  <Figure value={science.carriedOver.count} unit="tasks" door={doorOf(science.carriedOver)}>
                    {said.carriedOver}
                  </Figure>
                  {' + '}
                  <Figure value={science.begun.count} unit="tasks" door={doorOf(science.begun)}>
                    {said.begun}
                  </Figure>
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="stack">
        <h3>{said.phases}</h3>
        <ul className="plain bars">
          {science.phases.map(({ name, tasks }) => (
            <li key={name}>
              <span className="bar-name" title={name}>
                {name}
              </span>
              <span className="bar">
                <Figure
                  value={tasks.count}
                  unit="tasks"
                  door={doorOf(tasks)}
                  className="piece in-time"
                  basis={(tasks.count / most) * 100}
                  label={(shown) => said.atPhase(name, shown)}
                />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
