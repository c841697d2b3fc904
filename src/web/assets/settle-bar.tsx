import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type AssetAct,
  assetPaperDocx,
  assetPaperPdf,
  type ManyDone,
  settleAssets,
  undoSettling,
} from '../../features/assets/contract.ts';
import { addressOf, CallFailed, call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { Preview } from '../directives/bulk/bulk-dialog.tsx';
import { common } from '../i18n/common.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { DocumentFields } from '../tasks/document-fields.tsx';
import { documentIn, lookAtTasks } from '../tasks/sending.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { assetWords } from './words.ts';
import '../directives/bulk/bulk.css';

/** What was recorded on many, as it can be taken back. */
interface Done {
  act: AssetAct;
  facts: { id: string; factId: string }[];
}

const acts = ['none', 'planned', 'decided', 'handedOver'] as const satisfies AssetAct[];

const lookAgain = () => Promise.all([client.invalidateQueries({ queryKey: ['assets'] }), lookAtTasks()]);

/** How many are chosen, what to record on them, their papers, and the way back from what was recorded last. */
export function SettleBar({
  ids,
  may,
  onClear,
}: {
  ids: readonly string[];
  may: boolean;
  onClear: () => void;
}) {
  const said = useWords(assetWords);
  const [act, setAct] = useState<AssetAct | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { busy, error, run } = useTrying();
  const undo = ({ facts }: Done) =>
    run(async () => {
      const { undone } = await call(undoSettling, { body: { facts } });
      say(said.undone(showNumber(undone)));
      setDone(null);
      await lookAgain();
    });
  const paper = (kind: 'proposal' | 'decision', route: typeof assetPaperDocx) =>
    addressOf(route, { query: { kind, ids: ids.slice(0, 300).join(',') } });
  if (done === null && ids.length === 0) return null;
  return (
    <div className="bulk">
      {error !== null && <Failed error={error} />}
      {done !== null && (
        <p className="row bulk-done" role="status">
          {said.done(said.act[done.act], showNumber(done.facts.length))}
          <Button className="small" busy={busy} onClick={() => void undo(done)}>
            {said.undo}
          </Button>
        </p>
      )}
      {ids.length > 0 && (
        <div className="row bulk-bar">
          <strong>{said.chosen(showNumber(ids.length))}</strong>
          {may &&
            acts.map((one) => (
              <Button key={one} onClick={() => setAct(one)}>
                {said.act[one]}
              </Button>
            ))}
          {(['proposal', 'decision'] as const).map((kind) => (
            <span key={kind} className="row">
              <a className="button" href={paper(kind, assetPaperDocx)} download>
                <IconFileTypeDocx size={18} aria-hidden /> {said[kind]} (Word)
              </a>
              <a className="button" href={paper(kind, assetPaperPdf)} download>
                <IconFileTypePdf size={18} aria-hidden /> {said[kind]} (PDF)
              </a>
            </span>
          ))}
          <Button kind="bare" onClick={onClear}>
            {said.none}
          </Button>
        </div>
      )}
      {act && (
        <SettleDialog
          {...{ ids, act }}
          onClose={() => setAct(null)}
          onDone={async (what) => {
            setAct(null);
            setDone(what);
            onClear();
            await lookAgain();
          }}
        />
      )}
    </div>
  );
}

/** Asks the day and the document, shows what would be recorded on which tasks, then records it. */
function SettleDialog({
  ids,
  act,
  onClose,
  onDone,
}: {
  ids: readonly string[];
  act: AssetAct;
  onClose: () => void;
  onDone: (done: Done) => Promise<void>;
}) {
  const said = useWords(assetWords);
  const general = useWords(common);
  const { today } = useSession();
  const { busy, error, run } = useTrying();
  const [looked, setLooked] = useState<{ ask: ReturnType<typeof askOf>; outcome: ManyDone } | null>(null);
  const fault = error instanceof CallFailed ? error : null;
  const askOf = (form: FormData) => ({
    ...{ ids: [...ids], act, on: String(form.get('on') ?? ''), restsOn: documentIn(form) },
  });
  const submit = (form: FormData) =>
    run(async () => {
      if (looked === null) {
        const ask = askOf(form);
        setLooked({ ask, outcome: await call(settleAssets, { body: { ...ask, dry: true } }) });
        return;
      }
      const { done } = await call(settleAssets, { body: { ...looked.ask, dry: false } });
      await onDone({ act, facts: done.flatMap(({ id, factId }) => (factId ? [{ id, factId }] : [])) });
    });
  const possible = looked?.outcome.done.length ?? 0;
  return (
    <Dialog title={`${said.act[act]} · ${said.chosen(showNumber(ids.length))}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {error !== null && <Failed error={error} />}
        {looked === null ? (
          <>
            <DayField label={general.day} name="on" required initial={today} error={fault?.at('on')} />
            <DocumentFields fault={fault} />
          </>
        ) : (
          <Preview outcome={looked.outcome} />
        )}
        <div className="row">
          {(looked === null || possible > 0) && (
            <Button type="submit" kind="primary" busy={busy}>
              {looked ? said.confirm(said.act[act], showNumber(possible)) : said.preview}
            </Button>
          )}
          {looked && <Button onClick={() => setLooked(null)}>{said.change}</Button>}
          <Button kind="bare" onClick={onClose}>
            {general.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
