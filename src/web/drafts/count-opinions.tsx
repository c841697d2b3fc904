import { OpinionState } from '../../domain/drafts/opinions.ts';
import { AddFigure } from '../figures/add-figure.tsx';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { searchOf } from '../planning/address.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { draftWords } from './words.ts';

/** Makes opinions asked for on drafts a figure of the agency; they have no list of their own to filter first. */
export function CountOpinions({ unit }: { unit: string | undefined }) {
  const said = useWords(draftWords);
  const { all } = useWords(common);
  const fields = (
    <>
      <SelectField
        label={said.countedState}
        name="state"
        options={[
          { value: '', label: all },
          ...OpinionState.options.map((value) => ({ value, label: said.opinionState[value] })),
        ]}
      />
      <TextField label={said.countedWhom} hint={said.countedWhomHint} name="whom" maxLength={200} />
    </>
  );
  const queryOf = (form: FormData) =>
    new URLSearchParams(
      searchOf({ unit, state: form.get('state') ?? '', whom: String(form.get('whom') ?? '').trim() }),
    ).toString();
  return <AddFigure family="opinions" label={said.countOpinions} narrowing={{ fields, queryOf }} />;
}
