import {
  approveProgramme,
  dropProgrammeItem,
  moveProgrammeItem,
  type ProgrammeItem,
} from '../../features/programme/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { AmendmentFields, amendmentOf, lookAgain, WhenFields, whenOf } from './plan-dialog.tsx';
import { programmeWords } from './words.ts';

interface Props {
  item: ProgrammeItem;
  onClose: () => void;
}

/** Moves an item to another month by a paper. */
export function MoveDialog({ item, onClose }: Props) {
  const said = useWords(programmeWords);
  return (
    <FormDialog
      title={said.move}
      act={said.moveAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { ...amendmentOf(form), ...whenOf(form) };
        await call(moveProgrammeItem, { params: { id: item.id }, body });
        say(said.movedDone);
        await lookAgain();
      }}
    >
      {(fault) => (
        <>
          <p>
            <strong>{item.words}</strong>
          </p>
          <WhenFields month={Math.min(12, item.month + 1)} day={null} error={(path) => fault?.at(path)} />
          <AmendmentFields error={(path) => fault?.at(path)} />
        </>
      )}
    </FormDialog>
  );
}

/** Takes an item out, of an approved programme by a paper. */
export function DropDialog({ item, onClose }: Props) {
  const said = useWords(programmeWords);
  return (
    <FormDialog
      title={said.drop}
      act={said.dropAct}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(dropProgrammeItem, { params: { id: item.id }, body: amendmentOf(form) });
        say(said.dropped);
        await lookAgain();
      }}
    >
      {(fault) => (
        <>
          <p>
            <strong>{item.words}</strong>
          </p>
          <AmendmentFields error={(path) => fault?.at(path)} />
        </>
      )}
    </FormDialog>
  );
}

/** Records by which paper the programme was approved. */
export function ApproveDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const said = useWords(programmeWords);
  const { today } = useSession();
  return (
    <FormDialog
      title={said.approve}
      act={said.approveAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { year, document: String(form.get('document')), on: String(form.get('on')) };
        await call(approveProgramme, { body });
        say(said.approvedDone);
        await lookAgain();
      }}
    >
      {(fault) => (
        <>
          <p>{said.approveHint}</p>
          <TextField
            label={said.document}
            name="document"
            required
            hint={said.documentHint}
            error={fault?.at('document')}
          />
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
        </>
      )}
    </FormDialog>
  );
}
