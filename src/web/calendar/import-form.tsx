import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CalendarYear, importCalendarYear } from '../../features/calendar/contract.ts';
import { CallFailed, call, type ReplyOf } from '../api/call.ts';
import { client } from '../api/client.ts';
import { readDay, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { calendarWords } from './words.ts';

type Moved = ReplyOf<typeof importCalendarYear>['moved'];

/** The official list of a year: which deadlines it moves is seen before it is stored. */
export function ImportForm({ calendar }: { calendar: CalendarYear }) {
  const said = useWords(calendarWords);
  const { busy, error, run } = useTrying();
  const [off, setOff] = useState(() => calendar.off.map(({ day }) => showDay(day)).join('\n'));
  const [swapped, setSwapped] = useState(() => calendar.swappedWorkdays.map(showDay).join('\n'));
  const [decision, setDecision] = useState('');
  const [moved, setMoved] = useState<Moved | null>(null);
  const fault = error instanceof CallFailed ? error : null;
  const offDays = readLines(off);
  const swappedDays = readLines(swapped);
  const wrong = (lines: readonly string[]) => (lines.length > 0 ? said.badDays(lines.join(', ')) : undefined);
  const send = (dry: boolean) =>
    run(async () => {
      const reply = await call(importCalendarYear, {
        params: { year: calendar.year },
        query: { dry: String(dry) },
        body: { off: offDays.days, swappedWorkdays: swappedDays.days, decision },
      });
      setMoved(reply.moved);
      if (dry) return;
      say(said.stored);
      setMoved(null);
      await client.invalidateQueries({ queryKey: ['calendar'] });
      await client.invalidateQueries({ queryKey: ['directives'] });
    });
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setMoved(null);
  };
  return (
    <form
      className="card padded stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (offDays.wrong.length + swappedDays.wrong.length === 0) void send(moved === null);
      }}
    >
      <h2>{said.import}</h2>
      <p className="quiet">{said.importHint}</p>
      {fault && <Failed error={fault} />}
      <div className="two">
        <TextArea
          label={said.off}
          rows={9}
          value={off}
          error={wrong(offDays.wrong) ?? fault?.at('off')}
          onChange={(event) => change(setOff)(event.target.value)}
        />
        <TextArea
          label={said.swapped}
          rows={9}
          value={swapped}
          error={wrong(swappedDays.wrong) ?? fault?.at('swappedWorkdays')}
          onChange={(event) => change(setSwapped)(event.target.value)}
        />
      </div>
      <TextField
        label={said.decision}
        hint={said.decisionHint}
        required
        minLength={3}
        value={decision}
        error={fault?.at('decision')}
        onChange={(event) => change(setDecision)(event.target.value)}
      />
      {moved && <MovedList moved={moved} />}
      <Button type="submit" kind={moved ? 'primary' : 'plain'} busy={busy}>
        {moved ? said.store : said.preview}
      </Button>
    </form>
  );
}

function readLines(text: string): { days: string[]; wrong: string[] } {
  const lines = text
    .split(/[\n,;]/u)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    days: lines.flatMap((line) => readDay(line) ?? []),
    wrong: lines.filter((line) => readDay(line) === null),
  };
}

function MovedList({ moved }: { moved: Moved }) {
  const said = useWords(calendarWords);
  if (moved.length === 0) return <p role="status">{said.noneMoved}</p>;
  return (
    <div className="scroll-x">
      <table className="table">
        <caption>{said.moved(moved.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{said.words}</th>
            <th scope="col">{said.from}</th>
            <th scope="col">{said.to}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((one) => (
            <tr key={one.directiveId}>
              <td>
                <Link to="/directives/$id" params={{ id: one.directiveId }}>
                  {one.words}
                </Link>
              </td>
              <td className="nowrap">{showDay(one.from)}</td>
              <td className="nowrap">{showDay(one.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
