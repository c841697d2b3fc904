import { useState } from 'react';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { askUnit } from '../../features/requests/contract.ts';
import type { Session } from '../../features/session/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { DeadlineField } from '../directives/deadline-field.tsx';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextArea } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { requestWords } from './words.ts';

/** Units in whose name the person asks. */
export const speakingUnits = ({ posts }: Session): { id: string; name: string }[] => [
  ...new Map(
    posts
      .filter(({ abilities }) => abilities.ask === true)
      .map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }]),
  ).values(),
];

/** Asks another unit in the name of one's own, perhaps about a directive. */
export function AskDialog({ directiveId, onClose }: { directiveId?: string; onClose: () => void }) {
  const said = useWords(requestWords);
  const { cancel } = useWords(common);
  const session = useSession();
  const own = speakingUnits(session);
  const { data: units = [] } = useUnits();
  const { busy, error, run } = useTrying();
  const [from, setFrom] = useState(own[0]?.id ?? '');
  const [to, setTo] = useState('');
  const [words, setWords] = useState('');
  const [deadline, setDeadline] = useState<Deadline | null>(null);
  const [key] = useState(newId);
  const fault = error instanceof CallFailed ? error : null;
  const send = () =>
    run(async () => {
      const body = {
        fromUnitId: from,
        toUnitId: to,
        words,
        deadline: deadline ?? { kind: 'none' as const },
        directiveId: directiveId ?? null,
      };
      await call(askUnit, { body }, { key });
      say(said.asked);
      await client.invalidateQueries({ queryKey: ['directives'] });
      onClose();
    });
  return (
    <Dialog title={said.ask} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (deadline !== null) void send();
        }}
      >
        {error !== null && !fault?.problem.errors && <Failed error={error} />}
        {own.length > 1 && (
          <SelectField
            label={said.asking}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            options={own.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          label={said.to}
          value={to}
          required
          error={fault?.at('toUnitId')}
          onChange={(event) => setTo(event.target.value)}
          options={[
            { value: '', label: said.chooseUnit },
            ...units.filter(({ id }) => id !== from).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextArea
          label={said.question}
          hint={said.questionHint}
          required
          rows={3}
          value={words}
          error={fault?.at('words')}
          onChange={(event) => setWords(event.target.value)}
        />
        <DeadlineField today={session.today} onChange={setDeadline} />
        <div className="row">
          <Button type="submit" kind="primary" busy={busy} disabled={deadline === null}>
            {said.askAct}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
