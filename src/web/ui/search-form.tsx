import { useState } from 'react';
import { TextField } from './field.tsx';

/** A box to look for words in a list; asks on Enter and on leaving it, and only for what has changed. */
export function SearchForm({
  q,
  label,
  onSearch,
}: {
  q: string | undefined;
  label: string;
  onSearch: (q: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(q ?? '');
  const search = () => typed.trim() !== (q ?? '') && onSearch(typed.trim() || undefined);
  return (
    <form
      className="grow"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <TextField
        type="search"
        label={label}
        labelHidden
        placeholder={label}
        maxLength={300}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={search}
      />
    </form>
  );
}
