import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { inspectPaperTemplate, paperTemplate, type TemplateReport } from '../../features/papers/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { downloadFrom } from '../ui/download.ts';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { ChooseTemplate, InspectorReport } from './inspector.tsx';
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
          <ChooseTemplate name={name} onFile={(file) => void look(file)} />
        </div>
        {error !== null && <Failed error={error} />}
        {chosen && (
          <>
            <p className="small">{chosen.file.name}</p>
            <InspectorReport report={chosen.report} />
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
