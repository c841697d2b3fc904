import { IconAlertTriangle, IconCircleCheck, IconDownload, IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { inspectPaperTemplate, paperTemplate, type TemplateReport } from '../../features/papers/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { downloadFrom } from '../ui/download.ts';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { paperWords } from './words.ts';

interface OwnTemplateProps {
  kind: 'assignment' | 'urging-letter';
  /** The paper's name. */
  name: string;
  /** Where the template is sent to be filled. */
  fill: string;
  disabled?: boolean;
}

/** The office's own Word template: given out, looked at with everything that is wrong with it, filled. */
export function OwnTemplate({ kind, name, fill, disabled = false }: OwnTemplateProps) {
  const said = useWords(paperWords);
  const { busy, error, run } = useTrying();
  const [chosen, setChosen] = useState<{ file: File; report: TemplateReport } | null>(null);
  const look = (file: File) =>
    run(async () => {
      setChosen(null);
      const form = new FormData();
      form.set('file', file);
      setChosen({ file, report: await upload(inspectPaperTemplate, form, { query: { kind } }) });
    });
  return (
    <details>
      <summary aria-label={`${name}: ${said.own}`}>{said.own}</summary>
      <div className="stack tight">
        <p className="small quiet">{said.ownHint}</p>
        <div className="row">
          <a className="button" href={addressOf(paperTemplate, { query: { kind } })} download>
            <IconDownload size={18} aria-hidden /> {said.getTemplate}
          </a>
          <label className="button file-button">
            <IconFileTypeDocx size={18} aria-hidden /> {said.chooseTemplate}
            <input
              type="file"
              accept=".docx"
              className="unseen"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file) void look(file);
              }}
            />
          </label>
        </div>
        {error !== null && <Failed error={error} />}
        {chosen && (
          <>
            <p className="small">{chosen.file.name}</p>
            <Report report={chosen.report} />
            {chosen.report.faults.length === 0 && (
              <div className="row">
                <Button
                  kind="primary"
                  busy={busy}
                  disabled={disabled}
                  onClick={() => void run(async () => say(said.saved(await downloadFrom(fill, chosen.file))))}
                >
                  {said.fill}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </details>
  );
}

function Report({ report: { faults, fields } }: { report: TemplateReport }) {
  const said = useWords(paperWords);
  return (
    <>
      {faults.length === 0 ? (
        <p className="notice fine" role="status">
          <IconCircleCheck size={20} aria-hidden />
          {said.templateFine(fields.filter(({ used }) => used).length)}
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
      <ul className="plain small">
        {fields.map(({ name, words, inLoop, required, used }) => (
          <li key={name}>
            <code>{`{${name}}`}</code> {words}
            {[inLoop && said.perTask, required && said.required, used && said.used]
              .filter((one) => one !== false)
              .map((one) => ` · ${one}`)
              .join('')}
          </li>
        ))}
      </ul>
    </>
  );
}
