import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  importErrorSheet,
  importOrganisation,
  importTemplate,
} from '../../features/organisation/contract.ts';
import { addressOf, type ReplyOf, upload } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { downloadUpload } from '../ui/download.ts';
import { FaultyNotice, FileRows, StoredNotice } from '../ui/import-result.tsx';
import { Failed } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { organisationWords } from './words.ts';
import './organisation.css';

type Result = ReplyOf<typeof importOrganisation>;
type Outcome = Result['rows'][number]['outcome'];

const tones: Record<Outcome, string> = { new: 'fine', changed: 'blue', known: '', error: 'late' };

/** Units and persons from Excel: looked at row by row first, stored when the person says so. */
export function ImportPage() {
  const said = useWords(organisationWords);
  const { busy, error, run } = useTrying();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  useTitle(said.import);
  const send = (chosen: File, dry: boolean) =>
    run(async () => {
      const form = new FormData();
      form.set('file', chosen);
      const reply = await upload(importOrganisation, form, { query: { dry } });
      setFile(chosen);
      setResult(reply);
      if (!reply.stored) return;
      say(said.stored);
      await client.invalidateQueries({ queryKey: ['units'] });
      await client.invalidateQueries({ queryKey: ['persons'] });
    });
  const faults = result?.rows.filter((row) => row.outcome === 'error').length ?? 0;
  const toStore =
    result?.rows.filter((row) => row.outcome === 'new' || row.outcome === 'changed').length ?? 0;
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/organisation" activeOptions={{ exact: true }}>
            {said.title}
          </Link>
        </p>
        <h1>{said.import}</h1>
        <p className="quiet">{said.importHint}</p>
      </header>
      <div className="row">
        <a className="button" href={addressOf(importTemplate)} download>
          <IconDownload size={18} aria-hidden /> {said.template}
        </a>
        <label className="button primary file-button">
          <IconFileSpreadsheet size={18} aria-hidden /> {said.chooseFile}
          <input
            type="file"
            accept=".xlsx"
            className="unseen"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) void send(chosen, true);
            }}
          />
        </label>
      </div>
      {error !== null && <Failed error={error} />}
      {result && file && (
        <section className="stack">
          <h2>{result.stored ? said.storedFrom(file.name) : said.previewOf(file.name)}</h2>
          {result.stored && (
            <StoredNotice words={said.storedRows(toStore)}>
              <Link to="/organisation" activeOptions={{ exact: true }}>
                {said.seeStored}
              </Link>
            </StoredNotice>
          )}
          {faults > 0 && (
            <FaultyNotice
              words={said.errors(faults)}
              sheet={{
                name: said.errorSheet,
                onClick: () => void run(() => downloadUpload(importErrorSheet.path, file, 'loi.xlsx')),
              }}
            />
          )}
          <Rows rows={result.rows} />
          {!result.stored && toStore > 0 && (
            <Button kind="primary" busy={busy} onClick={() => void send(file, false)}>
              {said.store(toStore)}
            </Button>
          )}
          {!result.stored && toStore === 0 && <p className="quiet">{said.nothingNew}</p>}
        </section>
      )}
    </div>
  );
}

function Rows({ rows }: Pick<Result, 'rows'>) {
  const said = useWords(organisationWords);
  return (
    <FileRows label={said.rowsOf} heads={[said.row, said.what, said.outcome]}>
      {rows.map((row) => (
        <tr key={`${row.kind}${row.row}`}>
          <td className="number">{row.row}</td>
          <td>
            {row.name} <span className="small quiet">{said.kinds[row.kind]}</span>
          </td>
          <td>
            <span className={`badge ${tones[row.outcome]}`}>{said.outcomes[row.outcome]}</span>
            {row.message && <div className="small">{row.message}</div>}
          </td>
        </tr>
      ))}
    </FileRows>
  );
}
