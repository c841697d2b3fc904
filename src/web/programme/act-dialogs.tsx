import {
  approveProgramme,
  dropProgrammeItem,
  moveProgrammeItem,
  type ProgrammeItem,
} from '../../features/programme/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { RecordForm } from '../record/record-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { AmendmentFields, amendmentOf, WhenFields, whenOf } from './plan-dialog.tsx';
import { programmeWords } from './words.ts';

interface Props {
  item: ProgrammeItem;
  onClose: () => void;
}

/** Moves an item to another month by a paper. */
export function MoveDialog({ item, onClose }: Props) {
  const said = useWords(programmeWords);
  return (
    <RecordForm
      about={item.words}
      {...{ onClose, title: said.move, act: said.moveAct, done: said.movedDone }}
      send={(_, form) => {
        const body = { ...amendmentOf(form), ...whenOf(form) };
        return call(moveProgrammeItem, { params: { id: item.id }, body });
      }}
    >
      {(fault) => (
        <>
          <WhenFields month={Math.min(12, item.month + 1)} day={null} error={(path) => fault?.at(path)} />
          <AmendmentFields error={(path) => fault?.at(path)} />
        </>
      )}
    </RecordForm>
  );
}

/** Takes an item out, of an approved programme by a paper. */
export function DropDialog({ item, onClose }: Props) {
  const said = useWords(programmeWords);
  return (
    <RecordForm
      about={item.words}
      {...{ onClose, title: said.drop, act: said.dropAct, done: said.dropped }}
      send={(_, form) => call(dropProgrammeItem, { params: { id: item.id }, body: amendmentOf(form) })}
    >
      {(fault) => <AmendmentFields error={(path) => fault?.at(path)} />}
    </RecordForm>
  );
}

/** Records by which paper the programme was approved. */
export function ApproveDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const said = useWords(programmeWords);
  const { today } = useSession();
  return (
    <RecordForm
      {...{ onClose, title: said.approve, act: said.approveAct, done: said.approvedDone }}
      send={(text) => call(approveProgramme, { body: { year, document: text('document'), on: text('on') } })}
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
    </RecordForm>
  );
}
