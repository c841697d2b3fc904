import { ProposalForm } from '../../domain/conferences/facts.ts';
import {
  answerProposal,
  type Conference,
  oweAnswer,
  type ProposalTold,
  propose,
} from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { DayField } from '../ui/day-field.tsx';
import { LateSelectField, SelectField, TextArea } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { keep } from './conference-query.ts';
import { conferenceWords } from './words.ts';

/** A unit asks for something, or says something to be noted; the office may keep it for any unit. */
export function ProposeDialog({ conference, onClose }: { conference: Conference; onClose: () => void }) {
  const said = useWords(conferenceWords);
  const may = useMay();
  const { data: all = [] } = useUnits();
  const units = may('conference.prepare')
    ? all.map(({ id, name }) => ({ unitId: id, name }))
    : conference.speaksFor;
  const submit = async (form: FormData) => {
    const kind = ProposalForm.parse(textIn(form)('form'));
    const body = { unitId: textIn(form)('unitId'), form: kind, words: textIn(form)('words') };
    await keep(await call(propose, { params: { id: conference.id }, body }));
    say(said.proposed);
  };
  return (
    <FormDialog title={said.propose} act={said.propose} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <LateSelectField
            label={said.ofUnit}
            name="unitId"
            required
            initial={conference.speaksFor[0]?.unitId}
            options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            error={fault?.at('unit') ?? fault?.at('unitId')}
          />
          <SelectField
            label={said.form}
            name="form"
            options={ProposalForm.options.map((value) => ({ value, label: said.forms[value] }))}
          />
          <TextArea
            label={said.said}
            name="words"
            required
            minLength={3}
            rows={4}
            error={fault?.at('words')}
          />
        </>
      )}
    </FormDialog>
  );
}

interface About {
  conference: Conference;
  proposal: ProposalTold;
  onClose: () => void;
}

/** Which unit answers, by when. */
export function OweDialog({ conference, proposal, onClose }: About) {
  const said = useWords(conferenceWords);
  const { data: units = [] } = useUnits();
  const submit = async (form: FormData) => {
    const body = { proposalId: proposal.id, unitId: textIn(form)('unitId'), due: textIn(form)('due') };
    await keep(await call(oweAnswer, { params: { id: conference.id }, body }));
    say(said.owed);
  };
  return (
    <FormDialog title={said.oweTitle} act={said.owe} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <p>{proposal.words}</p>
          <LateSelectField
            label={said.answerer}
            name="unitId"
            required
            initial={proposal.owed?.by.unitId}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            error={fault?.at('unit') ?? fault?.at('unitId')}
          />
          <DayField
            label={said.answerDue}
            name="due"
            required
            initial={proposal.owed?.due}
            error={fault?.at('due')}
          />
        </>
      )}
    </FormDialog>
  );
}

/** The unit that owes it answers. */
export function AnswerDialog({ conference, proposal, onClose }: About) {
  const said = useWords(conferenceWords);
  const submit = async (form: FormData) => {
    const body = { proposalId: proposal.id, words: textIn(form)('words') };
    await keep(await call(answerProposal, { params: { id: conference.id }, body }));
    say(said.answered);
  };
  return (
    <FormDialog title={said.answer} act={said.answer} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <p>{proposal.words}</p>
          <TextArea
            label={said.answerWords}
            name="words"
            required
            minLength={3}
            rows={5}
            error={fault?.at('words')}
          />
        </>
      )}
    </FormDialog>
  );
}
