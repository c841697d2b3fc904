import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Loaded } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { recordWords } from './words.ts';

/** The page of one record: the list it belongs to, its name, the day as of which it is shown, and all of it. */
export function RecordPage<Record>({
  found,
  asOf,
  name,
  list,
  under,
  children,
}: {
  found: UseQueryResult<Record>;
  asOf: string | undefined;
  /** What it is called; before it has come, what such records are called. */
  name: string;
  /** The way back to the list. */
  list: ReactNode;
  /** What its name does not say. */
  under?: ReactNode;
  children: (record: Record) => ReactNode;
}) {
  const said = useWords(recordWords);
  useTitle(name);
  return (
    <div className="page">
      <header>
        <p className="crumbs">{list}</p>
        <h1>{name}</h1>
        {under}
        {asOf && (
          <p className="row">
            <span className="badge blue">{said.asOfHint(showDay(asOf))}</span>
            <Link to="." search={{}}>
              {said.today}
            </Link>
          </p>
        )}
      </header>
      <Loaded found={found} rows={7}>
        {children}
      </Loaded>
    </div>
  );
}
