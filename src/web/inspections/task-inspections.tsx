import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listInspections } from '../../features/inspections/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Findings } from './findings.tsx';
import { inspectionWords, stateTones } from './words.ts';
import './inspections.css';

/** The rounds that name a task, with what was found there; nothing where none does. */
export function TaskInspections({ id: taskId, asOf }: { id: string; asOf: string | undefined }) {
  const said = useWords(inspectionWords);
  const { data } = useQuery({
    queryKey: ['tasks', 'inspections', 'of', taskId, asOf],
    queryFn: ({ signal }) => call(listInspections, { query: { taskId, asOf } }, { signal }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="stack tight" aria-label={said.title}>
      <h2>{said.title}</h2>
      <ul className="plain stack tight">
        {data.items.map(({ id, name, from, to, state, tasks }) => {
          const own = tasks.find((task) => task.taskId === taskId);
          const findings = own?.findings ?? [];
          return (
            <li key={id} className="card padded stack tight">
              <p className="row tags">
                <Link to="/inspections/$id" params={{ id }} search={{ asOf }}>
                  <strong>{name}</strong>
                </Link>
                <span className={`badge ${stateTones[state]}`}>
                  {own?.outcome ? said.outcomes[own.outcome] : said.state[state]}
                </span>
                <span className="small quiet">
                  {own?.inspectedOn
                    ? [showDay(own.inspectedOn), own.minutes?.sign].filter(Boolean).join(' · ')
                    : said.span(showDay(from), showDay(to))}
                </span>
              </p>
              <Findings findings={findings} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
