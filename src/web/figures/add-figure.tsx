import { IconSum } from '@tabler/icons-react';
import { useState } from 'react';
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

/** Makes the filter of the list that is open a figure of the agency. @param query its search parameters */
export function AddFigure({ family = 'directives', query }: { family?: OwnFamily; query: string }) {
  const said = useWords(figuresWords);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('directive.give')) return null;
  const submit = async (form: FormData) => {
    const datedBy = DatedBy.parse(form.get('datedBy') ?? 'standing');
    await call(addFigure, { body: { name: String(form.get('name')), family, query, datedBy } });
    await client.invalidateQueries({ queryKey: ['directives', 'figures'] });
    say(said.added);
  };
  return (
    <>
      <Button kind="bare" onClick={() => setAsking(true)}>
        <IconSum size={18} aria-hidden /> {said.add}
      </Button>
      {asking && (
        <FormDialog title={said.add} act={said.add} onSubmit={submit} onClose={() => setAsking(false)}>
          {(fault) => (
            <>
              <p className="quiet">{family === 'directives' ? said.addHint : said.addHintOfPlan}</p>
              <TextField
                label={said.name}
                name="name"
                required
                minLength={3}
                maxLength={120}
                placeholder={said.nameExample}
                error={fault?.at('name') ?? fault?.at('query')}
              />
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
