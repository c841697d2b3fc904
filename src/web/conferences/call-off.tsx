import { IconCalendarX } from '@tabler/icons-react';
import { useState } from 'react';
import { CallOffForm } from '../../domain/conferences/facts.ts';
import {
  type CalledOff,
  type Conference,
  type ConferenceRow,
  callOffConference,
} from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { callOffWords } from './call-off-words.ts';
import { keep } from './conference-query.ts';
import { conferenceWords } from './words.ts';

/** How a conference stands, in one mark. */
export function StandingBadge({
  issued,
  held,
  calledOff,
}: Pick<ConferenceRow, 'issued' | 'held' | 'calledOff'>) {
  const said = useWords(conferenceWords);
  const { off } = useWords(callOffWords);
  if (calledOff?.form === 'postponed' || calledOff?.form === 'cancelled')
    return <span className="badge late">{off[calledOff.form]}</span>;
  return (
    <span className={`badge ${issued ? 'fine' : held ? 'soon' : 'blue'}`}>
      {issued ? said.issuedAs(issued.number, showDay(issued.on)) : held ? said.held : said.coming}
    </span>
  );
}

/** Every time it was moved, put off or cancelled, with the reason; nothing where it never was. */
export function Changes({ changes }: { changes: readonly CalledOff[] }) {
  const said = useWords(callOffWords);
  if (changes.length === 0) return null;
  return (
    <ul className="plain small" aria-label={said.history}>
      {changes.map((one) => (
        <ChangeLine key={`${one.on} ${one.from.day} ${one.from.start} ${one.form}`} {...one} />
      ))}
    </ul>
  );
}

function ChangeLine({ form, from, to, reason, by, on }: CalledOff) {
  const said = useWords(callOffWords);
  const was = said.instant(from.start, showDay(from.day));
  return (
    <li>
      <strong>
        {form === 'moved' && to
          ? said.moved(was, said.instant(to.start, showDay(to.day)))
          : said[form](was, '')}
      </strong>{' '}
      <span className="quiet">{said.why(reason, by, showDay(on))}</span>
    </li>
  );
}

/** The door to moving, putting off and cancelling. */
export function CallOff({ conference }: { conference: Conference }) {
  const said = useWords(callOffWords);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <AbleButton ability={conference.abilities.callOff} onClick={() => setAsking(true)}>
        <IconCalendarX size={18} aria-hidden /> {said.act}
      </AbleButton>
      {asking && <CallOffDialog conference={conference} onClose={() => setAsking(false)} />}
    </>
  );
}

function CallOffDialog({ conference, onClose }: { conference: Conference; onClose: () => void }) {
  const said = useWords(callOffWords);
  const { clockHint } = useWords(conferenceWords);
  const { today } = useSession();
  const [version] = useState(conference.versions.plan ?? 0);
  const [form, setForm] = useState<CallOffForm>('moved');
  const { plan } = conference;
  const submit = async (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const to = form === 'moved' ? { day: text('day'), start: text('start') } : null;
    const body = { form, to, reason: text('reason') };
    await keep(await call(callOffConference, { params: { id: conference.id }, body }, { version }));
    say(said.done);
  };
  return (
    <FormDialog title={said.act} act={said.forms[form]} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <SelectField
            label={said.form}
            name="form"
            value={form}
            onChange={(event) => setForm(CallOffForm.parse(event.currentTarget.value))}
            options={CallOffForm.options.map((value) => ({ value, label: said.forms[value] }))}
            error={fault?.at('form')}
          />
          {form === 'moved' && (
            <div className="row conference-clock">
              <DayField
                label={said.newDay}
                name="day"
                required
                initial={plan.day < today ? today : plan.day}
                error={fault?.at('day') ?? fault?.at('to.day')}
              />
              <TextField
                label={said.newStart}
                name="start"
                required
                defaultValue={plan.start}
                pattern="([01]\d|2[0-3]):[0-5]\d"
                title={clockHint}
                autoComplete="off"
                error={fault?.at('to.start')}
              />
            </div>
          )}
          <TextArea
            label={said.reason}
            name="reason"
            hint={said.reasonHint}
            required
            minLength={3}
            rows={3}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
