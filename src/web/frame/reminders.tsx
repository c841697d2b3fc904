import { IconBell, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { listReminders, type Reminder, readReminders } from '../../features/urging/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { frameWords } from './words.ts';

/** Reminders come by the ladder, at most once a day: asked for anew every five minutes. Milliseconds. */
const askedEvery = 300_000;

/** What the person was reminded of and has not read: the number in the bar, the list beneath it. */
export function Reminders() {
  const said = useWords(frameWords);
  const panel = useRef<HTMLDivElement>(null);
  const { busy, error, run } = useTrying();
  const reminders = useQuery({
    queryKey: ['reminders'],
    queryFn: () => call(listReminders, {}),
    refetchInterval: askedEvery,
  });
  const { unread = 0, items = [] } = reminders.data ?? {};
  const read = (ids: string[]) =>
    run(async () => {
      client.setQueryData(['reminders'], await call(readReminders, { body: { ids } }));
    });
  return (
    <div className="reminders">
      <button
        type="button"
        className="button bare bell"
        popoverTarget="reminders"
        aria-label={said.remindersOf(showNumber(unread))}
      >
        <IconBell size={19} stroke={1.6} aria-hidden />
        {unread > 0 && (
          <span className="bell-count" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <div id="reminders" popover="auto" className="menu reminder-panel" ref={panel}>
        <div className="row apart reminder-head">
          <strong>{said.reminders}</strong>
          {items.length > 0 && (
            <Button className="small" busy={busy} onClick={() => void read(items.map(({ id }) => id))}>
              {said.readAll}
            </Button>
          )}
        </div>
        {error !== null && <Failed error={error} />}
        {reminders.isError && <Failed error={reminders.error} retry={() => void reminders.refetch()} />}
        {reminders.isSuccess && items.length === 0 && (
          <p className="reminder-none quiet">{said.noReminders}</p>
        )}
        <ul className="plain">
          {items.map((item) => (
            <ReminderLine
              key={item.id}
              item={item}
              onOpen={() => panel.current?.hidePopover()}
              onRead={() => void read([item.id])}
            />
          ))}
        </ul>
        {unread > items.length && (
          <p className="reminder-none small quiet">{said.moreReminders(showNumber(unread - items.length))}</p>
        )}
      </div>
    </div>
  );
}

function ReminderLine({ item, onOpen, onRead }: { item: Reminder; onOpen: () => void; onRead: () => void }) {
  const said = useWords(frameWords);
  return (
    <li className="reminder">
      <Link to="/directives/$id" params={{ id: item.directiveId }} className="reminder-link" onClick={onOpen}>
        <span className="reminder-words">{item.words}</span>
        <span className="small">
          <span className={item.state === 'overdue' ? 'late-words' : 'quiet'}>{showLateness(item)}</span>
          <span className="quiet">
            {' '}
            · {[showDay(item.dueDay), item.lead, item.inNameOf].filter(Boolean).join(' · ')}
          </span>
        </span>
      </Link>
      <button
        type="button"
        className="button bare small"
        aria-label={said.readOne(item.words)}
        title={said.read}
        onClick={onRead}
      >
        <IconCheck size={17} stroke={1.8} aria-hidden />
      </button>
    </li>
  );
}
