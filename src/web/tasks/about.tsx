import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Task } from '../../features/tasks/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useProgrammeName } from '../science-programmes/use-programmes.ts';
import { Button } from '../ui/button.tsx';
import { RuleLink } from './rule-link.tsx';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

/** An organisation or person by name, with the way to its page where we have one. */
export function PartnerLink({ named }: { named: { id: string | null; name: string } }) {
  return named.id === null ? (
    named.name
  ) : (
    <Link to="/partners/$id" params={{ id: named.id }} search={{}}>
      {named.name}
    </Link>
  );
}

/** What the task is, beside what its steps say. */
export function About({ task, onUncode }: { task: Task; onUncode: (code: string) => void }) {
  const said = useWords(taskPageWords);
  const names = useWords(taskVocabulary);
  const { profile } = task;
  const programme = useProgrammeName(profile.programmeId ?? undefined);
  const rows: (readonly [string, ReactNode])[] = [
    [
      said.codes,
      task.codes.length > 0 && (
        <ul className="plain">
          {task.codes.map((code) => (
            <li key={code} className="row">
              {code}
              {task.abilities.uncode === true && (
                <Button
                  kind="bare"
                  className="small"
                  aria-label={said.uncodeOf(code)}
                  onClick={() => onUncode(code)}
                >
                  {said.uncode}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ),
    ],
    [said.host, task.host && <PartnerLink named={task.host} />],
    [said.investigator, task.investigator && <PartnerLink named={task.investigator} />],
    [said.orderedBy, profile.orderedBy && <PartnerLink named={profile.orderedBy} />],
    [said.unit, task.unit.name],
    [said.level, `${names.level[task.level]}, ${names.type[task.type].toLowerCase()}`],
    [said.field, task.field],
    [
      said.programme,
      profile.programmeId && (
        <Link to="/science-programmes/$id" params={{ id: profile.programmeId }} search={{}}>
          {programme ?? '…'}
        </Link>
      ),
    ],
    [said.khoan, task.khoan && names.khoan[task.khoan]],
    [said.rating, task.rating && (names.rating[task.rating as keyof typeof names.rating] ?? task.rating)],
    [said.aims, profile.aims],
    [said.products, profile.products],
    [
      said.members,
      profile.members.length > 0 && (
        <ul className="plain">
          {profile.members.map((member) => (
            <li key={`${member.id}${member.name}`}>
              <PartnerLink named={member} />{' '}
              <span className="small quiet">{names.member[member.role].toLowerCase()}</span>
            </li>
          ))}
        </ul>
      ),
    ],
    [
      said.dossiers,
      task.dossiers.length > 0 && (
        <ul className="plain">
          {task.dossiers.map(({ dossier, host, investigator }) => (
            <li key={dossier}>
              <PartnerLink named={host} />, <PartnerLink named={investigator} />
            </li>
          ))}
          {task.callClosesOn && (
            <li className="small quiet">{said.callCloses(showDay(task.callClosesOn))}</li>
          )}
        </ul>
      ),
    ],
    [
      said.law,
      <>
        {names.regime[task.regime]}
        <span className="small quiet block">{task.law.reason}</span>
        {task.law.rule && (
          <span className="block">
            <RuleLink rule={task.law.rule} />
          </span>
        )}
      </>,
    ],
    [
      said.gaps,
      task.gaps.length > 0 && (
        <>
          <span className="small quiet">{said.gapsHint}</span>
          <ul className="plain">
            {task.gaps.map(({ on, step, missing }) => (
              <li key={step + on}>
                {said.gap(step, missing.join(', '))} <span className="small quiet">({showDay(on)})</span>
              </li>
            ))}
          </ul>
        </>
      ),
    ],
  ];
  return (
    <section className="card padded" aria-label={said.about}>
      <dl className="facts">
        {rows
          .filter(([, shown]) => shown)
          .map(([name, shown]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
