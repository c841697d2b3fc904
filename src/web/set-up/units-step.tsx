import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { previewUnits } from '../../features/setup/contract.ts';
import { upload } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea } from '../ui/field.tsx';
import { scrolls } from '../ui/scrolls.ts';
import { Failed } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { asLines, pastedUnits } from './pasted-units.ts';
import { setUpWords } from './words.ts';

/** Units pasted or from Excel, with what was understood beneath as one types. */
export function UnitsStep({
  text,
  token,
  onChange,
}: {
  text: string;
  token: string;
  onChange: (text: string) => void;
}) {
  const said = useWords(setUpWords);
  const { error, run } = useTrying();
  const [refused, setRefused] = useState<{ row: number; message: string }[]>([]);
  const units = pastedUnits(text);
  const names = new Set(units.map((unit) => unit.name));
  const readSheet = (file: File | undefined) => {
    if (!file) return;
    void run(async () => {
      const form = new FormData();
      form.set('token', token);
      form.set('file', file);
      const sheet = await upload(previewUnits, form);
      setRefused(sheet.errors);
      onChange(asLines(sheet.units));
    });
  };
  return (
    <>
      <h1>{said.unitsTitle}</h1>
      <TextArea
        label={said.units}
        hint={said.unitsHint}
        placeholder={said.unitsExample}
        rows={8}
        autoFocus
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <label className="button file-button">
        <IconFileSpreadsheet size={18} aria-hidden /> {said.excel}
        <input
          type="file"
          accept=".xlsx"
          className="unseen"
          onChange={(event) => readSheet(event.target.files?.[0])}
        />
      </label>
      {error !== null && <Failed error={error} />}
      {refused.map(({ row, message }) => (
        <p key={row} className="small late-words">
          {said.excelRow(row, message)}
        </p>
      ))}
      <p role="status" className="small quiet">
        {units.length > 0 && said.preview(units.length)}
      </p>
      {units.length > 0 && (
        <section className="scroll-x units-preview" aria-label={said.preview(units.length)} {...scrolls}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{said.unit}</th>
                <th scope="col">{said.abbreviation}</th>
                <th scope="col">{said.parent}</th>
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.name}>
                  <td>{unit.name}</td>
                  <td>{unit.abbreviation}</td>
                  <td>
                    {unit.parentName}
                    {unit.parentName && !names.has(unit.parentName) && (
                      <span className="small late-words"> {said.unknownParent(unit.parentName)}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
