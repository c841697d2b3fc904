import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DossierContent } from '../../domain/calls/dossier.ts';
import type { CallFailed } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { portalWords } from './words.ts';

type Partners = DossierContent['partners'];

/** Organisations that carry the task out together with the host, each with its part. */
export function DossierPartners({
  partners,
  onChange,
  fault,
}: {
  partners: Partners;
  onChange: (partners: Partners) => void;
  fault: CallFailed | null;
}) {
  const said = useWords(portalWords);
  // A line keeps its place on the screen while its name is typed.
  const [keys, setKeys] = useState<readonly string[]>([]);
  if (keys.length !== partners.length) setKeys(partners.map(() => newId()));
  const add = () => {
    setKeys([...keys, newId()]);
    onChange([...partners, { name: '', part: '' }]);
  };
  const set = (at: number, part: Partial<Partners[number]>) =>
    onChange(partners.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="field stack tight">
      <legend>{said.partners}</legend>
      <span className="hint">{said.partnersHint}</span>
      {partners.map(({ name, part }, at) => (
        <div key={keys[at] ?? name} className="row dossier-partner">
          <TextField
            label={said.partnerName}
            value={name}
            error={fault?.at(`partners.${at}.name`)}
            onChange={({ target }) => set(at, { name: target.value })}
          />
          <TextField
            label={said.partnerPart}
            value={part}
            onChange={({ target }) => set(at, { part: target.value })}
          />
          <Button
            kind="bare"
            className="small"
            onClick={() => {
              setKeys(keys.toSpliced(at, 1));
              onChange(partners.toSpliced(at, 1));
            }}
          >
            {said.dropPartner(name)}
          </Button>
        </div>
      ))}
      <div>
        <Button className="small" onClick={add}>
          <IconPlus size={16} aria-hidden /> {said.addPartner}
        </Button>
      </div>
    </fieldset>
  );
}
