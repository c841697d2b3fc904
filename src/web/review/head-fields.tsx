import { useState } from 'react';
import type { DocumentHead } from '../../domain/documents/reading.ts';
import type { Review } from '../../features/intake/contract.ts';
import { readDay, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { kindChoices } from './document-words.ts';
import { TypedField } from './typed-field.tsx';
import { reviewWords } from './words.ts';

/** What the document is: kind, number, date, issuer, subject, each put right in place. */
export function HeadFields({
  head,
  change,
  readOnly,
}: {
  head: Review['head'];
  change: (fields: Partial<DocumentHead>) => void;
  readOnly: boolean;
}) {
  const said = useWords(reviewWords);
  const [badDate, setBadDate] = useState(false);
  const saveDate = (typed: string) => {
    const day = typed.trim() === '' ? null : readDay(typed);
    const wrong = day === null && typed.trim() !== '';
    setBadDate(wrong);
    if (!wrong) change({ date: day });
  };
  const known = head.kind === null || kindChoices.some(({ value }) => value === head.kind);
  const kinds = [
    { value: '', label: '—' },
    ...(known ? [] : [{ value: head.kind ?? '', label: head.kind ?? '' }]),
    ...kindChoices,
  ];
  const text = (field: 'number' | 'issuer' | 'subject') => (
    <TypedField
      label={said.head[field]}
      field={field}
      value={head[field] ?? ''}
      readOnly={readOnly}
      save={(typed) => change({ [field]: typed.trim() || null })}
    />
  );
  return (
    <div className="head-fields">
      <div className="field">
        <label htmlFor="head-kind">{said.head.kind}</label>
        <select
          id="head-kind"
          className="input"
          disabled={readOnly}
          value={head.kind ?? ''}
          onChange={(event) => change({ kind: event.target.value || null })}
        >
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {text('number')}
      <TypedField
        label={said.head.date}
        field="date"
        value={head.date === null ? '' : showDay(head.date)}
        readOnly={readOnly}
        error={badDate ? said.head.badDate : null}
        save={saveDate}
      />
      {text('issuer')}
      {text('subject')}
    </div>
  );
}
