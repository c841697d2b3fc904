import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TaskState } from '../../domain/tasks/filter.ts';
import { getScienceProgramme, type ScienceProgramme } from '../../features/science-programmes/contract.ts';
import { call } from '../api/call.ts';
import { Figure } from '../figures/figure.tsx';
import { StateCounts } from '../figures/state-counts.tsx';
import { showDay, showMoney, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RecordFacts } from '../record/record-facts.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { taskSearch } from '../tasks/address.ts';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Table } from '../ui/table.tsx';
import { BoardDialog, FrameDialog, ReportDialog } from './act-dialogs.tsx';
import { scienceProgrammeWords } from './words.ts';

const acts = ['edit', 'nameBoard', 'report'] as const;

/** One programme: its frame, board and reports, its tasks with their money, its history. */
export function ScienceProgrammePage() {
  const said = useWords(scienceProgrammeWords);
  const [doing, setDoing] = useState<(typeof acts)[number] | null>(null);
  const close = () => setDoing(null);
  const { id = '' } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['tasks', 'programmes', 'one', id, asOf],
    queryFn: ({ signal }) => call(getScienceProgramme, { params: { id }, query: { asOf } }, { signal }),
  });
  const { data } = found;
  return (
    <RecordPage
      {...{ found, asOf }}
      name={data ? `${data.code} ${data.name}` : said.title}
      list={
        <Link to="/science-programmes" search={{}}>
          {said.title}
        </Link>
      }
    >
      {(programme) => (
        <>
          <div className="row record-acts">
            {acts.map((act) => (
              <AbleButton key={act} ability={programme.abilities.record} onClick={() => setDoing(act)}>
                {said[act]}
              </AbleButton>
            ))}
          </div>
          <div className="split">
            <div className="stack">
              <States programme={programme} asOf={asOf} />
              <Reports programme={programme} />
              <Tasks programme={programme} asOf={asOf} />
              <RecordHistory record={programme} />
            </div>
            <Frame programme={programme} asOf={asOf} />
          </div>
          {doing === 'edit' && <FrameDialog programme={programme} onClose={close} />}
          {doing === 'nameBoard' && <BoardDialog programme={programme} onClose={close} />}
          {doing === 'report' && <ReportDialog programme={programme} onClose={close} />}
        </>
      )}
    </RecordPage>
  );
}

interface Shown {
  programme: ScienceProgramme;
  asOf: string | undefined;
}

function Frame({ programme, asOf }: Shown) {
  const said = useWords(scienceProgrammeWords);
  const names = useWords(taskVocabulary);
  const { profile, frame, board, boardRestsOn, granted, stateMoney, tasks } = programme;
  const { aims, products, indicators, from, to, level } = profile;
  return (
    <RecordFacts
      rows={[
        [said.level, names.level[level]],
        [said.from, said.span(showDay(from), showDay(to))],
        [said.frame, frame && `${frame.sign}, ${showDay(frame.date)}`],
        [
          said.stateMoney,
          <Figure
            key="money"
            value={granted}
            records={tasks}
            door={{ to: '/tasks', search: taskSearch({ programme: programme.id, asOf }) }}
          >
            {(shown) =>
              stateMoney === null ? said.money(shown) : said.ofFrame(shown, showNumber(stateMoney))
            }
          </Figure>,
        ],
        [said.aims, aims || null],
        [said.products, products || null],
        [
          said.indicators,
          indicators.length > 0 ? (
            <ul key="indicators" className="plain">
              {indicators.map(({ name, target }) => (
                <li key={name}>
                  {name}: <strong>{target}</strong>
                </li>
              ))}
            </ul>
          ) : null,
        ],
        [
          said.board,
          board.length > 0 ? (
            <ul key="board" className="plain">
              {board.map(({ name, role }) => (
                <li key={`${role} ${name}`}>
                  {name}, {said.role[role]}
                </li>
              ))}
              {boardRestsOn && <li className="small quiet">{boardRestsOn.sign}</li>}
            </ul>
          ) : (
            said.noBoard
          ),
        ],
      ]}
    />
  );
}

/** How its tasks stand; each number opens its list. */
function States({ programme: { id, counts }, asOf }: Shown) {
  const { state } = useWords(taskVocabulary);
  return (
    <StateCounts
      states={TaskState.options}
      names={state}
      counts={counts}
      door={(chosen) => ({ to: '/tasks', search: taskSearch({ programme: id, asOf, state: chosen }) })}
    />
  );
}

function Tasks({ programme: { id, files, tasks }, asOf }: Shown) {
  const said = useWords(scienceProgrammeWords);
  const names = useWords(taskVocabulary);
  return (
    <section className="stack tight" aria-label={said.tasks}>
      <div className="row apart">
        <h2>{said.tasks}</h2>
        <Figure value={tasks} door={{ to: '/tasks', search: taskSearch({ programme: id, asOf }) }}>
          {said.tasksOf}
        </Figure>
      </div>
      {files.length === 0 ? (
        <p className="quiet">{said.noTasks}</p>
      ) : (
        <div className="card">
          <Table heads={said.taskHeads}>
            {files.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to="/tasks/$id" params={{ id: row.id }} search={{ asOf }}>
                    {row.title}
                  </Link>
                  <span className="small quiet block">{row.codes.join(' · ')}</span>
                </td>
                <td>
                  {names.state[row.state]}
                  <span className="small quiet block">{row.mainStepName}</span>
                </td>
                <td>{row.host?.name ?? '—'}</td>
                <td>{row.stateMoney === null ? '—' : showMoney(row.stateMoney)}</td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </section>
  );
}

function Reports({ programme: { reports } }: { programme: ScienceProgramme }) {
  const said = useWords(scienceProgrammeWords);
  return (
    <section className="stack tight" aria-label={said.reports}>
      <h2>{said.reports}</h2>
      {reports.length === 0 && <p className="quiet">{said.noReports}</p>}
      <ol className="plain stack tight">
        {reports.map(({ year, words, on, restsOn }) => (
          <li key={year} className="card padded">
            <strong>
              {said.year} {year}
            </strong>
            <p>{words}</p>
            <span className="small quiet">{[showDay(on), restsOn?.sign].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
