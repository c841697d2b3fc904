import { useState } from 'react';
import { undoMany } from '../../../features/directives/contract.ts';
import { CallFailed, call } from '../../api/call.ts';
import { client, useMay } from '../../api/client.ts';
import { lookAgain } from '../../api/long-list.ts';
import { common } from '../../i18n/common.ts';
import { showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import type { PlainKind } from '../acts/form.ts';
import { actWords } from '../acts/words.ts';
import { BulkDialog, type Done } from './bulk-dialog.tsx';
import { keepDone, useLastDone } from './last-done.ts';
import { bulkWords } from './words.ts';
import './bulk.css';

/** Acts that make sense on many at once; those of whoever gives are offered to whoever may give. */
const ofDoers: readonly PlainKind[] = ['received', 'assigned', 'submitted'];
const ofGivers: readonly PlainKind[] = [
  'accepted',
  'returned',
  'extended',
  'extensionRefused',
  'transferred',
  'suspended',
  'workResumed',
  'stopped',
];

/** How many are chosen, what to do with them, and the way back from what was done last. */
export function BulkBar({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const said = useWords(bulkWords);
  const acts = useWords(actWords);
  const general = useWords(common);
  const may = useMay();
  const kinds = may('directive.give') ? [...ofGivers, ...ofDoers] : [...ofDoers, ...ofGivers];
  const [kind, setKind] = useState<PlainKind>(kinds[0] ?? 'received');
  const [open, setOpen] = useState(false);
  const done = useLastDone();
  const undo = async ({ facts }: Done) => {
    try {
      const { undone } = await call(undoMany, { body: { facts } });
      say(said.undone(showNumber(undone)));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      say(error.problem.detail);
    }
    keepDone(null);
    await showAgain();
  };
  if (done === null && ids.length === 0) return null;
  return (
    <div className="bulk">
      {done !== null && (
        <p className="row bulk-done" role="status">
          {said.done(acts.doing[done.kind], showNumber(done.facts.length))}
          <Button className="small" onClick={() => void undo(done)}>
            {general.undo}
          </Button>
          <Button kind="bare" className="small" onClick={() => keepDone(null)}>
            {general.close}
          </Button>
        </p>
      )}
      {ids.length > 0 && (
        <div className="row bulk-bar">
          <strong>{said.chosen(showNumber(ids.length))}</strong>
          <SelectField
            label={said.act}
            labelHidden
            value={kind}
            onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? kind)}
            options={kinds.map((one) => ({ value: one, label: acts.doing[one] }))}
          />
          <Button kind="primary" onClick={() => setOpen(true)}>
            {said.doIt}
          </Button>
          <Button kind="bare" onClick={onClear}>
            {said.none}
          </Button>
          <span className="small quiet desk-only">{said.keys}</span>
        </div>
      )}
      {open && (
        <BulkDialog
          ids={ids}
          kind={kind}
          onClose={() => setOpen(false)}
          onDone={async (what) => {
            setOpen(false);
            // Only the newest is offered back; whether it still can be, the server knows.
            keepDone(what);
            onClear();
            await showAgain();
          }}
        />
      )}
    </div>
  );
}

const showAgain = () => lookAgain(client, [['directives'], ['directive']]);
