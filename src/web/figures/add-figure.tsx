import { IconSum } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { DatedBy } from '../../domain/figures/own.ts';
import type { OwnFamily } from '../../domain/figures/own-families.ts';
import { addFigure } from '../../features/figures/contract.ts';
import { call } from '../api/call.ts';
import { client, useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { figuresWords } from './words.ts';

/** What its filter is asked for in the dialog where no list is open to be filtered first. */
interface Narrowing {
  fields: ReactNode;
  queryOf(form: FormData): string;
}

/** Makes the filter of the list that is open a figure of the agency. @param query its search parameters */
export function AddFigure({
  family = 'directives',
  query = '',
  label,
  narrowing,
}: {
  family?: OwnFamily;
  query?: string;
  label?: string;
  narrowing?: Narrowing;
}) {
  const said = useWords(figuresWords);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('directive.give')) return null;
  const submit = async (form: FormData) => {
    const datedBy = DatedBy.parse(form.get('datedBy') ?? 'standing');
    const filter = narrowing?.queryOf(form) ?? query;
    await call(addFigure, { body: { name: String(form.get('name')), family, query: filter, datedBy } });
    await client.invalidateQueries({ queryKey: ['directives', 'figures'] });
    say(said.added);
  };
  return (
    <>
      <Button kind="bare" onClick={() => setAsking(true)}>
        <IconSum size={18} aria-hidden /> {label ?? said.add}
      </Button>
      {asking && (
        <FormDialog
          title={label ?? said.add}
          act={said.add}
          onSubmit={submit}
          onClose={() => setAsking(false)}
        >
          {(fault) => (
            <>
              <p className="quiet">{said.addHint[family]}</p>
              <TextField
                label={said.name}
                name="name"
                required
                minLength={3}
                maxLength={120}
                placeholder={said.nameExample}
                error={fault?.at('name') ?? fault?.at('query')}
              />
              {narrowing?.fields}
              {family === 'directives' && (
                <SelectField
                  label={said.datedBy}
                  name="datedBy"
                  options={DatedBy.options.map((value) => ({ value, label: said.datedByEach[value] }))}
                />
              )}
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
