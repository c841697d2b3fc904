import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listDocuments } from '../../features/documents/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { reviewsWords } from './words.ts';

/** The decision or notice a review is of, found by its number or subject. */
export function DocumentFields({ error }: { error?: string | undefined }) {
  const said = useWords(reviewsWords);
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['documents', 'found', q],
    queryFn: ({ signal }) => call(listDocuments, { query: { q: q || undefined, limit: '30' } }, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <TextField
        label={said.findDocument}
        hint={said.findDocumentHint}
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <SelectField
        label={said.document}
        name="documentId"
        required
        error={error}
        options={[
          { value: '', label: said.chooseDocument },
          ...(found.data?.items ?? []).map(({ id, number, date, subject }) => ({
            value: id,
            label: [number, date && showDay(date), subject].filter(Boolean).join(' · ').slice(0, 120),
          })),
        ]}
      />
    </>
  );
}
