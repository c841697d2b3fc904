import { type Dossier, readReceipt } from '../../features/portal/contract.ts';
import { addressOf } from '../api/call.ts';
import { showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { portalWords } from './words.ts';

/** What was filed, each with its receipt. */
export function Filings({ dossier: { filings, asFiled } }: { dossier: Dossier }) {
  const said = useWords(portalWords);
  if (filings.length === 0) return null;
  return (
    <section className="card padded stack">
      <h2>{said.filings}</h2>
      {filings.some(({ valid }) => valid) && <p>{asFiled ? said.asFiled : said.notAsFiled}</p>}
      <ul className="plain stack">
        {filings.map(({ id, receipt, filedAt, by, sha256, valid, withdrawnAt }) => (
          <li key={id}>
            <p className="row">
              <strong>{receipt}</strong> {showMoment(filedAt)} · {by}
              <span className={`badge ${valid ? 'fine' : ''}`}>
                {valid ? said.valid : withdrawnAt === null ? said.replaced : said.wasWithdrawn}
              </span>
              <a href={addressOf(readReceipt, { params: { id } })} download>
                {said.receipt}
              </a>
            </p>
            <p className="small quiet hash">
              {said.hash}: {sha256}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
