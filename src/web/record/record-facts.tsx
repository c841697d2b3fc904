import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.ts';
import { recordWords } from './words.ts';

/** One thing known of a record, under its name. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What is known of a record, beside it; what there is none of is left out. */
export function RecordFacts({ rows }: { rows: readonly (readonly [name: string, shown: ReactNode])[] }) {
  const said = useWords(recordWords);
  return (
    <aside className="card padded" aria-label={said.status}>
      <dl className="facts">
        {rows
          .filter(([, shown]) => shown !== null)
          .map(([name, shown]) => (
            <Fact key={name} name={name}>
              {shown}
            </Fact>
          ))}
      </dl>
    </aside>
  );
}
