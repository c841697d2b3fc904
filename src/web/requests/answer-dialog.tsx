import { answerRequest, type UnitRequest } from '../../features/requests/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { requestWords } from './words.ts';

/** Answers a question of another unit, once. */
export function AnswerDialog({ request, onClose }: { request: UnitRequest; onClose: () => void }) {
  const said = useWords(requestWords);
  return (
    <FormDialog
      title={said.answer}
      act={said.answerAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { words: String(form.get('words')) };
        await call(answerRequest, { params: { id: request.id }, body });
        say(said.answered);
        for (const queryKey of [['directives'], ['today']]) await client.invalidateQueries({ queryKey });
      }}
    >
      {(fault) => (
        <>
          <p>
            <strong>{request.words}</strong>
            <br />
            <span className="small quiet">{said.fromTo(request.from.name, request.to.name)}</span>
          </p>
          <TextArea
            label={said.answerWords}
            hint={said.answerOnce}
            name="words"
            required
            rows={4}
            error={fault?.at('words')}
          />
        </>
      )}
    </FormDialog>
  );
}
