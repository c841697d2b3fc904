import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { GateShown, GatesUnder } from '../../features/partners/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { gateWords } from './gate-words.ts';

/** Whether somebody may take a new task whose call closes on a day, under each law such a task can follow. */
export function Gates({ eligibility, on }: { eligibility: readonly GatesUnder[]; on: string }) {
  const said = useWords(gateWords);
  return (
    <section className="stack tight" aria-label={said.title}>
      <h2>{said.title}</h2>
      <p className="small quiet">{said.asked(showDay(on))}</p>
      {eligibility.map(({ regime, gates }) => (
        <div key={regime} className="stack tight">
          <h3 className="small">{said.laws[regime]}</h3>
          <GateList gates={gates} />
        </div>
      ))}
    </section>
  );
}

/** The gates that are closed, each with the tasks it rests on; or that there are none. */
export function GateList({ gates }: { gates: readonly GateShown[] }) {
  const said = useWords(gateWords);
  if (gates.length === 0)
    return (
      <p className="notice fine">
        <IconCircleCheck size={20} aria-hidden /> <span>{said.open}</span>
      </p>
    );
  return (
    <ul className="plain stack tight">
      {gates.map((gate) => (
        <li key={`${gate.cause} ${gate.words}`} className={gate.sure ? 'notice late' : 'notice soon'}>
          <IconAlertTriangle size={20} aria-hidden />
          <p>
            {gate.words}
            {gate.ruleId !== null && (
              <>
                {' '}
                <Link to="/task-rules/$id" params={{ id: gate.ruleId }} search={{}}>
                  {said.rule}
                </Link>
              </>
            )}
          </p>
          <ul className="plain small">
            {gate.tasks.map(({ id, title, words }) => (
              <li key={id}>
                <Link to="/tasks/$id" params={{ id }} search={{}}>
                  {title}
                </Link>
                : {words}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
