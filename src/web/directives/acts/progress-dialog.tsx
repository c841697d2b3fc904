import { useState } from 'react';
import { type Cause, Cause as Causes } from '../../../domain/directives/facts.ts';
import { actOnDirective, type DirectiveRecord } from '../../../features/directives/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/client.ts';
import { common } from '../../i18n/common.ts';
import { showTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { TextArea } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { UnitField } from './act-fields.tsx';
import { ActForm } from './act-form.tsx';
import { sendFiles } from './attach-dialog.tsx';
import { type Draft, draftOf } from './draft.ts';
import { FilePicker } from './file-picker.tsx';
import { PercentField } from './percent-field.tsx';
import { useSending } from './use-sending.ts';
import { actWords, causeNames } from './words.ts';

/** How far it is, what is in the way, a photograph or file: sent with the thumb, kept until acknowledged. */
export function ProgressDialog({ directive, onClose }: { directive: DirectiveRecord; onClose: () => void }) {
  const said = useWords(actWords);
  const general = useWords(common);
  const { user } = useSession();
  const sending = useSending(directive);
  const [shelf] = useState(() => draftOf(user.id, directive.id));
  const [draft, setDraft] = useState<Draft>(() => shelf.read() ?? standingIn(directive));
  const [kept, setKept] = useState(() => shelf.read() !== null);
  const [files, setFiles] = useState<File[]>([]);
  /** The report itself has arrived; files may still be on their way. */
  const [arrived, setArrived] = useState<string | null>(null);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setKept(shelf.keep(next));
  };
  const report = async (): Promise<boolean> => {
    const { percent, words, cause, waitingFor } = draft;
    const obstacle =
      cause === null ? null : { cause, waitingFor: cause === 'other-unit' ? partyOf(waitingFor) : null };
    const act = { kind: 'progressed', percent, words, obstacle } as const;
    const record = await sending.send((version) =>
      call(actOnDirective, { params: { id: directive.id }, body: { act } }, { version }),
    );
    if (!record) return false;
    shelf.drop();
    setKept(false);
    setArrived(record.history[0]?.recordedAt ?? null);
    return true;
  };
  const submit = async () => {
    if (arrived === null && !(await report())) return;
    if (files.length > 0 && !(await sending.send(() => sendFiles(directive.id, files)))) return;
    say(said.receivedAt(showTime(new Date().toISOString())));
    onClose();
  };
  return (
    <ActForm
      directive={directive}
      doing="progressed"
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
      sheet
      verb={arrived === null ? said.send : said.sendFiles}
      note={noteOf({ arrived, busy: sending.busy, files: files.length, kept }, said)}
    >
      {arrived === null && (
        <>
          <PercentField percent={draft.percent} onPercent={(percent) => change({ percent })} />
          <CauseField cause={draft.cause} onCause={(cause) => change({ cause })} />
          {draft.cause === 'other-unit' && (
            <UnitField
              label={said.waitingFor}
              chosen={draft.waitingFor}
              onChoose={(unit) => change({ waitingFor: unit && { id: unit.id, label: unit.label } })}
            />
          )}
          <TextArea
            label={`${said.words} (${general.optional})`}
            rows={2}
            maxLength={4000}
            value={draft.words}
            error={sending.fault?.at('act.words')}
            onChange={(event) => change({ words: event.target.value })}
          />
        </>
      )}
      <FilePicker files={files} onFiles={setFiles} />
    </ActForm>
  );
}

const partyOf = (unit: Draft['waitingFor']) => unit && { unitId: unit.id, name: unit.label };

function standingIn({ percent, cause }: DirectiveRecord): Draft {
  return { percent, words: '', cause, waitingFor: null };
}

function noteOf(
  { arrived, busy, files, kept }: { arrived: string | null; busy: boolean; files: number; kept: boolean },
  said: { sendingFiles: (n: number) => string; filesLeft: string; draftKept: string },
): string {
  if (arrived !== null) return busy ? said.sendingFiles(files) : said.filesLeft;
  return kept ? said.draftKept : '';
}

/** One of six causes, or none: as touchable as buttons, as plain as radios. */
function CauseField({ cause, onCause }: { cause: Cause | null; onCause: (cause: Cause | null) => void }) {
  const said = useWords(actWords);
  const names = useWords(causeNames);
  return (
    <fieldset className="field">
      <legend>{said.obstacle}</legend>
      <div className="chips">
        {[null, ...Causes.options].map((one) => (
          <label key={one} className="chip">
            <input type="radio" name="cause" checked={cause === one} onChange={() => onCause(one)} />
            {one === null ? said.noObstacle : names[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
