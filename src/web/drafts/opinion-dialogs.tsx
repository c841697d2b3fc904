import { useState } from 'react';
import { Answer, Handling } from '../../domain/drafts/facts.ts';
import {
  answerOpinion,
  askOpinions,
  type Draft,
  handleRemark,
  type OpinionShown,
} from '../../features/drafts/contract.ts';
import { call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { linesOf } from '../planning/lines.ts';
import { RecordForm } from '../record/record-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea } from '../ui/field.tsx';
import { DocumentField, OnField } from './act-dialogs.tsx';
import { draftWords } from './words.ts';

interface Props {
  draft: Draft;
  onClose: () => void;
}

/** Asks units of the agency and outside bodies, each with a clock of its own. */
export function AskDialog({ draft, onClose }: Props) {
  const said = useWords(draftWords);
  const { optional } = useWords(common);
  const { data: units = [] } = useUnits();
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.ask, act: said.askAct, done: said.askedDone }}
      send={(text, form) => {
        const body = {
          unitIds: form.getAll('units').map(String),
          outside: linesOf(text('outside')),
          on: text('on'),
          due: text('due') || null,
          document: text('document') || null,
        };
        return call(askOpinions, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <TextArea
            label={said.outside}
            name="outside"
            rows={3}
            hint={said.outsideHint}
            error={fault?.at('outside') ?? fault?.at('outside.0')}
          />
          <fieldset className="field">
            <legend>{said.units}</legend>
            <div className="checks">
              {units
                .filter(({ id }) => id !== draft.lead.unitId)
                .map(({ id, name }) => (
                  <label key={id} className="check">
                    <input type="checkbox" name="units" value={id} /> {name}
                  </label>
                ))}
            </div>
          </fieldset>
          <OnField fault={fault} label={said.sentOn} />
          <DayField
            label={`${said.due} (${optional})`}
            name="due"
            hint={said.dueHint(draft.opinionWorkingDays)}
            error={fault?.at('due')}
          />
          <DocumentField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}

/** The answer of one who was asked; every line is a remark of its own. */
export function AnswerDialog({ draft, opinion, onClose }: Props & { opinion: OpinionShown }) {
  const said = useWords(draftWords);
  const [answer, setAnswer] = useState<Answer>('agree');
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, act: said.recordAnswer, done: said.answered }}
      title={said.answerOf(opinion.whom.name)}
      send={(text) => {
        const body = {
          askId: opinion.id,
          on: text('on'),
          answer,
          remarks: linesOf(text('remarks')),
          document: text('document') || null,
        };
        return call(answerOpinion, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.answerField}
            value={answer}
            onChange={(event) => setAnswer(Answer.parse(event.target.value))}
            options={Answer.options.map((one) => ({ value: one, label: said.answer[one] }))}
          />
          {answer !== 'agree' && (
            <TextArea
              label={said.remarks}
              name="remarks"
              required
              rows={4}
              hint={said.remarksHint}
              error={fault?.at('remarks')}
            />
          )}
          <OnField fault={fault} />
          <DocumentField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}

/** What becomes of one remark: taken up, or explained why not. */
export function HandleDialog({
  draft,
  remark,
  onClose,
}: Props & { remark: OpinionShown['remarks'][number] }) {
  const said = useWords(draftWords);
  const { optional } = useWords(common);
  const [how, setHow] = useState<Handling>('taken');
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.handle, act: said.handleAct, done: said.handled }}
      send={(text) => {
        const body = { answerId: remark.answerId, remark: remark.at, how, words: text('words') };
        return call(handleRemark, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <blockquote>{remark.words}</blockquote>
          <SelectField
            label={said.how}
            value={how}
            onChange={(event) => setHow(Handling.parse(event.target.value))}
            options={Handling.options.map((one) => ({ value: one, label: said.handling[one] }))}
          />
          <TextArea
            label={how === 'taken' ? `${said.handleWords} (${optional})` : said.handleWords}
            name="words"
            rows={3}
            required={how !== 'taken'}
            error={fault?.at('words')}
          />
        </>
      )}
    </RecordForm>
  );
}
