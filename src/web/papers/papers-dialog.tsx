import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import {
  assignmentDocx,
  assignmentPdf,
  urgingLetterDocx,
  urgingLetterPdf,
} from '../../features/papers/contract.ts';
import { addressOf } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { downloadFrom } from '../ui/download.ts';
import { SelectField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
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
        </section>
        {may('directive.give') && <Letter unit={filter.unit?.[0]} />}
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
    </section>
  );
}

/** Word and PDF of one paper, and why it could not be written. */
function Formats({
  name,
  word,
  pdf,
  disabled = false,
}: {
  name: string;
  word: string;
  pdf: string;
  disabled?: boolean;
}) {
  const said = useWords(paperWords);
  const { busy, error, run } = useTrying();
  const save = (address: string) => void run(async () => say(said.saved(await downloadFrom(address))));
  return (
    <>
      {error !== null && <Failed error={error} />}
      <div className="row">
        <Button busy={busy} disabled={disabled} aria-label={`${name}, Word`} onClick={() => save(word)}>
          <IconFileTypeDocx size={18} aria-hidden /> Word
        </Button>
        <Button busy={busy} disabled={disabled} aria-label={`${name}, PDF`} onClick={() => save(pdf)}>
          <IconFileTypePdf size={18} aria-hidden /> PDF
        </Button>
      </div>
    </>
  );
}
