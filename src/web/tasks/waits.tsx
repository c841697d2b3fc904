import { useQuery } from '@tanstack/react-query';
import type { PhaseId } from '../../domain/tasks/facts.ts';
import type { TaskFilter } from '../../domain/tasks/filter.ts';
import { type TaskWaits, taskWaits } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { taskQuery, taskSearch } from './address.ts';
import { NoTask } from './task-table.tsx';
import { taskVocabulary } from './vocabulary.ts';
import { taskWords } from './words.ts';

type Wait = TaskWaits['steps'][number];

/** Where tasks wait: each step with whose ball it is, how many wait and are late, and how long the step usually takes. */
export function Waits({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  const names = useWords(taskVocabulary);
  const waits = useQuery({
    queryKey: ['tasks', 'waits', filter],
    queryFn: ({ signal }) => call(taskWaits, { query: taskQuery(filter) }, { signal }),
    placeholderData: (before) => before,
  });
  const steps = waits.data?.steps ?? [];
  const most = Math.max(1, ...steps.map(({ tasks }) => tasks));
  const phases = [...Map.groupBy(steps, ({ regime, phase }) => `${regime} ${phase}`)];
  return (
    <section className="card padded stack" aria-label={said.waitsTitle}>
      <h2>{said.waitsTitle}</h2>
      <p className="small quiet">{said.waitsHint}</p>
      {waits.isPending && <Skeleton rows={10} />}
      {waits.isError && <Failed error={waits.error} retry={() => void waits.refetch()} />}
      {waits.isSuccess && steps.length === 0 && <NoTask filter={filter} />}
      {steps.length > 0 && (
        <div className="scroll-x">
          <table className="table waits">
            <thead>
              <tr>
                {said.waitHeads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            {phases.map(([key, own]) => (
              <tbody key={key}>
                <tr className="waits-phase">
                  <th colSpan={8} scope="rowgroup">
                    {phaseName(own[0], names)}
                  </th>
                </tr>
                {own.map((wait) => (
                  <Row
                    key={wait.step}
                    wait={wait}
                    passed={waits.data?.passed.find(({ step }) => step === wait.step)}
                    most={most}
                    filter={filter}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

const phaseName = (
  wait: Wait | undefined,
  names: { phase: Record<PhaseId, string>; regimeShort: Record<Wait['regime'], string> },
) => (wait ? `${names.phase[wait.phase]} · ${names.regimeShort[wait.regime]}` : '');

function Row({
  wait,
  passed,
  most,
  filter,
}: {
  wait: Wait;
  passed: TaskWaits['passed'][number] | undefined;
  /** The most that wait at one step: how long the longest bar is. */
  most: number;
  filter: TaskFilter;
}) {
  const said = useWords(taskWords);
  const { role } = useWords(taskVocabulary);
  const { name, tasks, late } = wait;
  const under = { ...filter, regime: [wait.regime], step: [wait.step] };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={wait.side === 'own' ? 'badge blue' : 'badge'}>{role[wait.role]}</span>
      </td>
      <td className="waits-bar">
        <Figure
          value={tasks}
          door={{ to: '/tasks', search: taskSearch(under) }}
          label={(shown) => said.waitingLabel(shown, name)}
        />
        <span className="bar" aria-hidden>
          <span className="late-part" style={{ width: `${(late / most) * 100}%` }} />
          <span style={{ width: `${((tasks - late) / most) * 100}%` }} />
        </span>
      </td>
      <td>
        {late > 0 && (
          <Figure
            value={late}
            door={{ to: '/tasks', search: taskSearch({ ...under, late: true }) }}
            label={(shown) => said.lateLabel(shown, name)}
            className="late-words"
          />
        )}
      </td>
      <td className="nowrap">{showDay(wait.oldest)}</td>
      <td className="nowrap">{showDay(wait.earliestDue)}</td>
      <td className="nowrap">
        {passed && said.days(showNumber(passed.median))}
        {passed && <span className="small quiet block">{said.passedOf(showNumber(passed.count))}</span>}
      </td>
      <td className="nowrap">{passed && said.days(showNumber(passed.ninetieth))}</td>
    </tr>
  );
}
