import { useState } from 'react';
import { Presence } from '../../domain/conferences/facts.ts';
import { type Conference, recordAttendance } from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { showReason } from '../i18n/reasons.ts';
import { TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { keep } from './conference-query.ts';
import { conferenceWords } from './words.ts';

type Invited = Conference['invitees'][number];

/** Who came: each one a choice of three, kept at once. */
export function Attendance({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  const { attend } = conference.abilities;
  return (
    <section className="card padded stack" aria-label={said.tabs.attendance}>
      <h2>{said.tabs.attendance}</h2>
      {attend === true && <p className="small quiet">{said.attendanceHint}</p>}
      {typeof attend === 'string' && <p className="quiet">{showReason(attend)}</p>}
      {conference.invitees.length === 0 && <p className="quiet">{said.noInvitees}</p>}
      <ul className="plain invitees">
        {conference.invitees.map((invited) => (
          <li key={invited.id}>
            <Came conference={conference} invited={invited} able={attend === true} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Came({ conference, invited, able }: { conference: Conference; invited: Invited; able: boolean }) {
  const said = useWords(conferenceWords);
  const { error, run } = useTrying();
  const [stead, setStead] = useState(invited.stead ?? '');
  const { id: inviteeId, name, kind } = invited;
  // What was pressed shows at once; a refusal gives it back.
  const [pressed, setPressed] = useState<Presence | null>(null);
  const presence = pressed ?? invited.presence;
  const save = (chosen: Presence, who = stead) =>
    run(async () => {
      const body = { inviteeId, presence: chosen, stead: who.trim() || null };
      setPressed(chosen);
      try {
        await keep(await call(recordAttendance, { params: { id: conference.id }, body }));
      } finally {
        setPressed(null);
      }
    });
  if (!able)
    return (
      <div className="row apart">
        <span>{name}</span>
        <span className="quiet">
          {presence ? said.presence[presence] : '—'}
          {invited.stead && `: ${invited.stead}`}
        </span>
      </div>
    );
  return (
    <fieldset className="came">
      <legend>
        {name} <span className="small quiet">{said.kinds[kind]}</span>
      </legend>
      <div className="row">
        {Presence.options.map((one) => (
          <label key={one} className="check">
            <input type="radio" name={inviteeId} checked={presence === one} onChange={() => void save(one)} />
            {said.presence[one]}
          </label>
        ))}
        {presence === 'in-stead' && (
          <TextField
            label={said.stead(name)}
            labelHidden
            placeholder={said.steadName}
            value={stead}
            onChange={(event) => setStead(event.target.value)}
            onBlur={() => stead.trim() !== (invited.stead ?? '') && void save('in-stead')}
          />
        )}
      </div>
      {error !== null && <Failed error={error} />}
    </fieldset>
  );
}
