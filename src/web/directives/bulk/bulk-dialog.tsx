import { IconBan, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { DirectiveAct } from '../../../domain/directives/facts.ts';
import { actOnMany } from '../../../features/directives/contract.ts';
import { CallFailed, call, type ReplyOf } from '../../api/call.ts';
import { common } from '../../i18n/common.ts';
import { showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { showReason } from '../../i18n/reasons.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failed } from '../../ui/state.tsx';
import { useTrying } from '../../ui/trying.ts';
import { ActFields } from '../acts/act-fields.tsx';
import { type Doing, dangerous } from '../acts/choose.ts';
import { type ActInput, actOf, emptyInput, type Missing, type PlainKind } from '../acts/form.ts';
import { actWords } from '../acts/words.ts';
import { bulkWords } from './words.ts';

type Outcome = ReplyOf<typeof actOnMany>;

/** What was done to many, as it can be taken back. */
export interface Done {
  kind: PlainKind;
  facts: { id: string; factId: string }[];
}

/** Asks what the act needs, shows what it would do, then does it. */
export function BulkDialog({
  ids,
  kind,
  onClose,
  onDone,
}: {
  ids: readonly string[];
  kind: PlainKind;
  onClose: () => void;
  onDone: (done: Done) => Promise<void>;
}) {
  const said = useWords(bulkWords);
  const acts = useWords(actWords);
  const general = useWords(common);
  const { busy, error, run } = useTrying();
  const [form, setForm] = useState<ActInput>(emptyInput);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [preview, setPreview] = useState<{ act: DirectiveAct; outcome: Outcome } | null>(null);
  const fault = error instanceof CallFailed ? error : null;
  const ask = (act: DirectiveAct, dry: boolean) => call(actOnMany, { body: { ids: [...ids], act, dry } });
  const look = () => {
    const act = actOf(kind, form);
    if (typeof act === 'string') return setMissing(act);
    void run(async () => setPreview({ act, outcome: await ask(act, true) }));
  };
  const doIt = ({ act }: { act: DirectiveAct }) =>
    void run(async () => {
      const { done } = await ask(act, false);
      await onDone({ kind, facts: done.flatMap(({ id, factId }) => (factId ? [{ id, factId }] : [])) });
    });
  const possible = preview?.outcome.done.length ?? 0;
  const danger = dangerous.has(kind as Doing) ? 'danger-fill' : '';
  return (
    <Dialog title={`${acts.doing[kind]} · ${said.chosen(showNumber(ids.length))}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (preview) doIt(preview);
          else look();
        }}
      >
        {fault && !fault.problem.errors?.length && <Failed error={fault} />}
        {preview === null ? (
          <>
            <p className="small quiet">{said.previewHint}</p>
            <ActFields
              kind={kind}
              form={form}
              change={(part) => {
                setForm((before) => ({ ...before, ...part }));
                setMissing(null);
              }}
              missing={missing}
              fault={(path) => fault?.at(path)}
            />
          </>
        ) : (
          <Preview outcome={preview.outcome} />
        )}
        <div className="row">
          {(preview === null || possible > 0) && (
            <Button type="submit" kind="primary" busy={busy} className={preview ? danger : ''}>
              {preview ? said.confirm(acts.doing[kind], showNumber(possible)) : said.preview}
            </Button>
          )}
          {preview && <Button onClick={() => setPreview(null)}>{said.change}</Button>}
          <Button kind="bare" onClick={onClose}>
            {general.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Which would be done and which not, each by its words, with the reason. */
export function Preview({ outcome: { done, refused } }: { outcome: Outcome }) {
  const said = useWords(bulkWords);
  return (
    <div className="stack bulk-preview" role="status">
      {done.length === 0 && <p>{said.noneCan}</p>}
      {done.length > 0 && (
        <section className="stack tight">
          <h3 className="row">
            <IconCheck size={18} aria-hidden /> {said.willDo(showNumber(done.length))}
          </h3>
          <ul className="plain">
            {done.map(({ id, words }) => (
              <li key={id} className="truncate">
                {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section className="stack tight">
          <h3 className="row">
            <IconBan size={18} aria-hidden /> {said.wontDo(showNumber(refused.length))}
          </h3>
          <ul className="plain">
            {refused.map(({ id, words, reason }) => (
              <li key={id}>
                <span className="truncate">{words}</span>
                <span className="small quiet">{showReason(reason)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
