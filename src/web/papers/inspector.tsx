import { IconAlertTriangle, IconCircleCheck, IconFileTypeDocx } from '@tabler/icons-react';
import type { TemplateReport } from '../../features/papers/contract.ts';
import { useWords } from '../i18n/language.ts';
import { paperWords } from './words.ts';

/** Asks for a Word file of somebody's own. */
export function ChooseTemplate({ name, onFile }: { name: string; onFile: (file: File) => void }) {
  const said = useWords(paperWords);
  return (
    <label className="button file-button">
      <IconFileTypeDocx size={18} aria-hidden /> {said.chooseTemplate}
      <span className="unseen">: {name}</span>
      <input
        type="file"
        accept=".docx"
        className="unseen"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

/** What is wrong with a template in plain words, and every field there is. */
export function InspectorReport({ report: { faults, fields, loops } }: { report: TemplateReport }) {
  const said = useWords(paperWords);
  return (
    <>
      {faults.length === 0 ? (
        <p className="notice fine" role="status">
          <IconCircleCheck size={20} aria-hidden />
          {said.templateFine(
            [fields, ...loops.map((one) => one.fields)].flat().filter(({ used }) => used).length,
          )}
        </p>
      ) : (
        <div className="notice" role="alert">
          <IconAlertTriangle size={20} aria-hidden />
          <strong>{said.templateFaults}</strong>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <h4>{said.fieldList}</h4>
      <FieldList fields={fields} />
      {loops.map(({ name, words, within, fields: inside }) => (
        <div key={name}>
          <p className="small">
            <code>{loopPair(name)}</code> {words}
            {within !== null && ` · ${said.inLoop(loopPair(within))}`}
          </p>
          {inside.length > 0 && <FieldList fields={inside} />}
        </div>
      ))}
    </>
  );
}

const loopPair = (name: string) => `{#${name}}…{/${name}}`;

function FieldList({ fields }: Pick<TemplateReport, 'fields'>) {
  const said = useWords(paperWords);
  return (
    <ul className="plain small">
      {fields.map(({ name, words, required, used }) => (
        <li key={name}>
          <code>{`{${name}}`}</code> {words}
          {[required && said.required, used && said.used]
            .filter((one) => one !== false)
            .map((one) => ` · ${one}`)
            .join('')}
        </li>
      ))}
    </ul>
  );
}
