import { IconCircleCheck } from '@tabler/icons-react';
import { type Dossier, readReceipt } from '../../features/portal/contract.ts';
import { addressOf } from '../api/call.ts';
import { showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { portalWords } from './words.ts';

/** Told before all else: that a dossier is on file, its receipt, and whether it is what stands on the screen. */
export function Filed({ dossier: { filings, asFiled, possible } }: { dossier: Dossier }) {
  const said = useWords(portalWords);
  const valid = filings.find((one) => one.valid);
  if (!valid) return null;
  return (
    <div className={`notice ${asFiled ? 'fine' : 'soon'}`}>
      <IconCircleCheck size={20} aria-hidden />
      <strong>{said.filed(valid.receipt, showMoment(valid.filedAt))}</strong>
      {possible.save === true && <p>{asFiled ? said.asFiled : said.notAsFiled}</p>}
      <p>
        <ReceiptLink id={valid.id} />
      </p>
    </div>
  );
}

function ReceiptLink({ id }: { id: string }) {
  const said = useWords(portalWords);
  return (
    <a className="button small" href={addressOf(readReceipt, { params: { id } })} download>
      {said.receipt}
    </a>
  );
}

/** What was filed, each with its receipt. */
export function Filings({ dossier: { filings } }: { dossier: Dossier }) {
  const said = useWords(portalWords);
  if (filings.length === 0) return null;
  return (
    <section className="card padded stack">
      <h2>{said.filings}</h2>
      <ul className="plain stack">
        {filings.map(({ id, receipt, filedAt, by, sha256, valid, withdrawnAt }) => (
          <li key={id}>
            <p className="row">
              <strong>{receipt}</strong> {showMoment(filedAt)} · {by}
              <span className={`badge ${valid ? 'fine' : ''}`}>
                {valid ? said.valid : withdrawnAt === null ? said.replaced : said.wasWithdrawn}
              </span>
              <ReceiptLink id={id} />
            </p>
            <details className="small quiet hash">
              <summary>{said.hash}</summary>
              {sha256}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
