import { type ReactNode, useRef, useState } from 'react';
import { faultIn, fill } from '../../domain/reviews/words.ts';
import type { FigureTold } from '../../features/reviews/contract.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField, TextArea } from '../ui/field.tsx';
import { reviewsWords } from './words.ts';

/** Words around figures: a figure is put in from the list, and stays live; beneath stands how it reads. */
export function WordsEditor({
  label,
  value,
  onChange,
  figures,
  error,
  children,
}: {
  label: string;
  value: string;
  onChange: (words: string) => void;
  figures: readonly FigureTold[];
  error?: string | undefined;
  children?: ReactNode;
}) {
  const said = useWords(reviewsWords);
  const box = useRef<HTMLDivElement>(null);
  const [put, setPut] = useState(0);
  const fault = faultIn(value);
  const insert = (key: string) => {
    const area = box.current?.querySelector('textarea');
    const at = area?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}{{${key}}}${value.slice(area?.selectionEnd ?? at)}`);
    setPut(put + 1);
    area?.focus();
  };
  const known = figures.map((figure) => ({ ...figure, recordIds: [] }));
  return (
    <div className="stack tight" ref={box}>
      <TextArea
        label={label}
        hint={said.wordsHint}
        rows={6}
        value={value}
        error={error ?? fault ?? undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <SelectField
        key={put}
        label={said.insert}
        labelHidden
        defaultValue=""
        onChange={(event) => insert(event.target.value)}
        options={[
          { value: '', label: said.chooseFigure },
          ...figures.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      {fault === null && value.includes('{{') && (
        <p className="small quiet">
          <strong>{said.preview}:</strong> {fill(value, known)}
        </p>
      )}
      {children}
    </div>
  );
}
