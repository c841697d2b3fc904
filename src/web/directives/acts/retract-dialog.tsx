import { useState } from 'react';
import { type DirectiveRecord, retractFact } from '../../../features/directives/contract.ts';
import { call } from '../../api/call.ts';
import { common } from '../../i18n/common.ts';
import { useWords } from '../../i18n/language.ts';
import { recordWords } from '../../record/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Failed } from '../../ui/state.tsx';
import { say } from '../../ui/toast.tsx';
import { News } from './act-form.tsx';
import { useSending } from './use-sending.ts';
import { actWords } from './words.ts';

/** Takes back what was recorded by mistake; it stays readable, struck through. */
export function RetractDialog({
  directive,
  fact,
  onClose,
}: {
  directive: DirectiveRecord;
  fact: DirectiveRecord['history'][number];
  onClose: () => void;
}) {
  const said = useWords(actWords);
  const recorded = useWords(recordWords);
  const general = useWords(common);
  const sending = useSending(directive);
  const { busy, fault, send } = sending;
  const [reason, setReason] = useState('');
  const submit = async () => {
    const body = { factId: fact.id, reason };
    const record = await send((version) =>
      call(retractFact, { params: { id: directive.id }, body }, { version }),
    );
    if (!record) return;
    say(recorded.retracted);
    onClose();
  };
  return (
    <Dialog title={recorded.retractTitle} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <blockquote className="excerpt">{fact.sentence}</blockquote>
        <p className="small quiet">{said.retractHint}</p>
        <News sending={sending} />
        {fault && !fault.at('reason') && <Failed error={fault} />}
        <TextArea
          label={said.reason}
          rows={2}
          required
          minLength={3}
          value={reason}
          error={fault?.at('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row">
          <Button type="submit" kind="primary" className="danger-fill" busy={busy}>
            {recorded.retract}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {general.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
