import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type IntakeState, listIntakes } from '../../features/intake/contract.ts';
import { call } from '../api/call.ts';
import { Figure } from '../figures/figure.tsx';
import { asHeading } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { documentWords } from '../review/document-words.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { todayWords } from './words.ts';

const states = ['reviewing', 'reading', 'unreadable'] as const satisfies readonly IntakeState[];

/** Documents that came in and wait for a person. */
export function WaitingSection() {
  const said = useWords(todayWords);
  const query = { state: 'reviewing', limit: 5, counted: 'true' } as const;
  const reviewing = useQuery({
    queryKey: ['intakes', query],
    queryFn: () => call(listIntakes, { query }),
  });
  const counts = states.map((state) => ({ state, number: reviewing.data?.counts?.[state] ?? 0 }));
  return (
    <section className="card padded stack">
      <div className="row">
        <h2>{said.waiting}</h2>
        {counts
          .filter(({ number }) => number > 0)
          .map(({ state, number }) => (
            <Figure
              key={state}
              value={number}
              records={null}
              door={{ to: '/intake', search: { state } }}
              className="figure"
            >
              {(shown) => (
                <>
                  <strong>{shown}</strong> {said[state]}
                </>
              )}
            </Figure>
          ))}
        <Link to="/intake" className="button primary push">
          {said.receive}
        </Link>
      </div>
      {reviewing.isError && <Failed error={reviewing.error} retry={() => void reviewing.refetch()} />}
      {reviewing.isPending && <Skeleton rows={3} />}
      {reviewing.data?.items.length === 0 && <p className="quiet">{said.nothingWaiting}</p>}
      <ul className="plain today-lines">
        {reviewing.data?.items.map((intake) => (
          <li key={intake.id}>
            <Link to="/intake/$id" params={{ id: intake.id }}>
              {asHeading(intake.head?.subject ?? intake.name)}
            </Link>
            <span className="small quiet">{(intake.head && documentWords(intake.head)) || intake.name}</span>
            <span className="row tags">
              {intake.doubtful > 0 && <span className="badge soon">{said.doubtful(intake.doubtful)}</span>}
              <span className="badge fine">{said.clear(intake.clear)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
