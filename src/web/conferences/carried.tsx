import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Conference, Notice } from '../../features/conferences/contract.ts';
import { listDirectives } from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { noticeWords } from './notice-words.ts';
import { useSavePart } from './part-form.tsx';
import { conferenceWords } from './words.ts';

/** Open work the notice reminds of in its appendix. */
export function Carried({ conference, notice }: { conference: Conference; notice: Notice }) {
  const said = useWords(noticeWords);
  const [choosing, setChoosing] = useState(false);
  const { carried } = notice;
  return (
    <section className="card padded stack" aria-label={said.carried}>
      <div className="row apart">
        <h2>{said.carried}</h2>
        {conference.abilities.prepare === true && (
          <Button className="small" onClick={() => setChoosing(true)}>
            {said.chooseCarried}
          </Button>
        )}
      </div>
      {conference.issued === null && (
        <p className="small quiet">
          {conference.versions.carried ? said.carriedChosen : said.carriedDefault}
        </p>
      )}
      {carried.length === 0 ? (
        <p className="quiet">{said.noCarried}</p>
      ) : (
        <Table heads={said.carriedHeads}>
          {carried.map(({ id, words, unit, firstDue, due, timesExtended, daysLate }) => (
            <tr key={id}>
              <td>
                <Link to="/directives/$id" params={{ id }} search={{ asOf: conference.plan.day }}>
                  {words}
                </Link>
              </td>
              <Cell head={said.carriedHeads[1]}>{unit}</Cell>
              <Cell head={said.carriedHeads[2]}>{showDay(firstDue)}</Cell>
              <Cell head={said.carriedHeads[3]}>{showDay(due)}</Cell>
              <Cell head={said.carriedHeads[4]}>{showNumber(timesExtended)}</Cell>
              <Cell head={said.carriedHeads[5]}>{daysLate > 0 ? showNumber(daysLate) : '—'}</Cell>
            </tr>
          ))}
        </Table>
      )}
      {choosing && (
        <ChooseDialog conference={conference} notice={notice} onClose={() => setChoosing(false)} />
      )}
    </section>
  );
}

function Cell({ head, children }: { head: string | undefined; children: string }) {
  return (
    <td>
      <span className="card-label quiet small">{head}: </span>
      {children}
    </td>
  );
}

const openStates = [
  'overdue',
  'due-soon',
  'in-time',
  'returned',
  'awaiting-confirmation',
  'no-deadline',
  'awaiting-event',
  'suspended',
] as const;

/** Chooses what the appendix names: takes out, adds open work found by its words, or everything overdue. */
function ChooseDialog({
  conference,
  notice,
  onClose,
}: {
  conference: Conference;
  notice: Notice;
  onClose: () => void;
}) {
  const said = useWords(noticeWords);
  const general = useWords(conferenceWords);
  const [chosen, setChosen] = useState(() => notice.carried.map(({ id, words }) => ({ id, words })));
  const savePart = useSavePart(conference, 'carried');
  const [typed, setTyped] = useState('');
  const { busy, error, run } = useTrying();
  const found = useQuery({
    queryKey: ['directives', 'to-carry', typed],
    queryFn: ({ signal }) =>
      call(listDirectives, { query: { q: typed, state: [...openStates], limit: 8 } }, { signal }),
    enabled: typed.trim().length > 1,
  });
  const save = (directiveIds: string[] | null) =>
    run(async () => {
      await savePart({ part: 'carried', directiveIds });
      say(general.saved);
      onClose();
    });
  const shown = [
    ...chosen,
    ...(found.data?.items ?? []).filter(({ id }) => chosen.every((one) => one.id !== id)),
  ];
  return (
    <Dialog title={said.carried} onClose={onClose} sheet>
      <div className="stack">
        {error !== null && <Failed error={error} />}
        <TextField
          label={said.findCarried}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="small quiet" role="status">
          {found.data?.items.length === 0 && said.carriedNone}
        </p>
        <ul className="plain carried-choices">
          {shown.map(({ id, words }) => (
            <li key={id}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={chosen.some((one) => one.id === id)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked
                        ? [...chosen, { id, words }]
                        : chosen.filter((one) => one.id !== id),
                    )
                  }
                />
                {words}
              </label>
            </li>
          ))}
        </ul>
        <div className="row">
          <Button kind="primary" busy={busy} onClick={() => void save(chosen.map(({ id }) => id))}>
            {general.save}
          </Button>
          <Button kind="bare" busy={busy} onClick={() => void save(null)}>
            {said.allOverdue}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
