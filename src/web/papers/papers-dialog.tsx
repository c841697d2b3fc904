import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import {
  assignmentDocx,
  assignmentPdf,
  fillAssignment,
  fillUrgingLetter,
  urgingLetterDocx,
  urgingLetterPdf,
} from '../../features/papers/contract.ts';
import { addressOf } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { ByTemplate } from './by-template.tsx';
import { Formats } from './formats.tsx';
import { OwnTemplate } from './own-template.tsx';
import { paperWords } from './words.ts';

/** Papers the register can give: the sheet of what is in view, and a letter urging one unit on. */
export function PapersDialog({
  filter,
  total,
  onClose,
}: {
  filter: DirectiveFilter;
  total: number | undefined;
  onClose: () => void;
}) {
  const said = useWords(paperWords);
  const may = useMay();
  return (
    <Dialog title={said.title} onClose={onClose}>
      <div className="stack">
        <p className="quiet">{said.hint}</p>
        <section className="stack tight">
          <h3>{said.sheet}</h3>
          {total !== undefined && <p>{said.sheetOf(showNumber(total))}</p>}
          <p className="small quiet">{said.sheetHint}</p>
          <Formats
            name={said.sheet}
            word={addressOf(assignmentDocx, { query: filter })}
            pdf={addressOf(assignmentPdf, { query: filter })}
          />
          {may('directive.give') && (
            <ByTemplate
              kind="assignment"
              standard={addressOf(assignmentDocx, { query: { ...filter, layout: 'standard' } })}
            />
          )}
          {may('directive.give') && (
            <OwnTemplate
              kind="assignment"
              name={said.sheet}
              fill={addressOf(fillAssignment, { query: filter })}
            />
          )}
        </section>
        {may('directive.give') && <Letter unit={filter.unit?.[0]} />}
        {may('directive.give') && <Link to="/directives/templates">{said.toTemplates}</Link>}
      </div>
    </Dialog>
  );
}

function Letter({ unit }: { unit: string | undefined }) {
  const said = useWords(paperWords);
  const units = useUnits();
  const [chosen, setChosen] = useState(unit ?? '');
  const [answerBy, setAnswerBy] = useState<string>();
  const input = { params: { id: chosen }, query: { answerBy } };
  return (
    <section className="stack tight">
      <h3>{said.letter}</h3>
      <p className="small quiet">{said.letterHint}</p>
      <SelectField
        label={said.unit}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={[
          { value: '', label: said.chooseUnit },
          ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DayField label={said.answerBy} hint={said.answerByHint} onDay={setAnswerBy} />
      <Formats
        name={said.letter}
        disabled={chosen === ''}
        word={addressOf(urgingLetterDocx, input)}
        pdf={addressOf(urgingLetterPdf, input)}
      />
      {chosen !== '' && (
        <ByTemplate
          kind="urging-letter"
          standard={addressOf(urgingLetterDocx, {
            params: { id: chosen },
            query: { answerBy, layout: 'standard' },
          })}
        />
      )}
      <OwnTemplate
        kind="urging-letter"
        name={said.letter}
        disabled={chosen === ''}
        fill={addressOf(fillUrgingLetter, input)}
      />
    </section>
  );
}
