import { IconAlertTriangle, IconCircleCheck, IconFile, IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { showBytes } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import type { Sent } from './sending.ts';
import { intakeWords } from './words.ts';

interface SentFilesProps {
  files: readonly Sent[];
  again: (file: Sent) => void;
  clear: () => void;
}

/** What became of each file that was just sent. */
export function SentFiles({ files, again, clear }: SentFilesProps) {
  const said = useWords(intakeWords);
  if (files.length === 0) return null;
  return (
    <section className="card sent-files" aria-label={said.sent}>
      <div className="row apart">
        <h2>{said.sent}</h2>
        <button type="button" className="button plain small" onClick={clear}>
          {said.clearDone}
        </button>
      </div>
      <ul className="plain" aria-live="polite">
        {files.map((one) => (
          <li key={one.key}>
            <SentFile one={one} again={() => again(one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SentFile({ one, again }: { one: Sent; again: () => void }) {
  const said = useWords(intakeWords);
  const { file, result, failure, share, bytes } = one;
  const refusal = failure ?? result?.refusal ?? null;
  if (refusal !== null) {
    return (
      <>
        <IconAlertTriangle size={18} className="late-icon" aria-hidden />
        <span className="sent-name">{file.name}</span>
        <span className="sent-state">
          {said.notTaken}: {refusal}
        </span>
        <button type="button" className="button small" onClick={again}>
          {said.tryAgain}
        </button>
      </>
    );
  }
  if (result?.knownAs) {
    const { intakeId, documentId, label } = result.knownAs;
    return (
      <>
        <IconHistory size={18} aria-hidden />
        <span className="sent-name">{file.name}</span>
        <span className="sent-state">
          {said.known}:{' '}
          {documentId === null ? (
            <Link to="/intake/$id" params={{ id: intakeId }}>
              {label}
            </Link>
          ) : (
            <Link to="/documents/$id" params={{ id: documentId }}>
              {label}
            </Link>
          )}
        </span>
      </>
    );
  }
  if (result?.intake) {
    return (
      <>
        <IconCircleCheck size={18} className="fine-icon" aria-hidden />
        <Link className="sent-name" to="/intake/$id" params={{ id: result.intake.id }}>
          {file.name}
        </Link>
        <span className="sent-state">{said.received}</span>
      </>
    );
  }
  return (
    <>
      <IconFile size={18} aria-hidden />
      <span className="sent-name">
        {file.name}{' '}
        <span className="quiet small">
          {showBytes(file.size)}
          {bytes !== null && bytes < file.size && said.madeSmaller(showBytes(bytes))}
        </span>
      </span>
      <span className="sent-state">
        {bytes === null ? said.queued : said.sending(Math.round(share * 100))}
      </span>
      <progress max={1} value={share} aria-label={file.name} />
    </>
  );
}
