import { type OwnFigure, withdrawFigure } from '../../features/figures/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { figuresWords } from './words.ts';

/** Takes a figure of the agency's own out of use, with why. */
export function WithdrawDialog({ figure, onClose }: { figure: OwnFigure; onClose: () => void }) {
  const said = useWords(figuresWords);
  const submit = async (form: FormData) => {
    await call(withdrawFigure, { params: { id: figure.id }, body: { reason: String(form.get('reason')) } });
    await client.invalidateQueries({ queryKey: ['directives', 'figures'] });
    say(said.withdrawn);
  };
  return (
    <FormDialog
      title={said.withdrawTitle(figure.name)}
      act={said.withdraw}
      onSubmit={submit}
      onClose={onClose}
    >
      {(fault) => (
        <>
          <p className="quiet">{said.withdrawHint}</p>
          <TextField
            label={said.reason}
            name="reason"
            required
            minLength={3}
            maxLength={500}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
