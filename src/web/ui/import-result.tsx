import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** What a file came to, the same for every list brought in from Excel: stored, faulty, row by row. */
export function StoredNotice({
  words,
  icon: Icon = IconCircleCheck,
  children,
}: {
  words: string;
  icon?: typeof IconCircleCheck;
  /** The way to what was stored. */
  children?: ReactNode;
}) {
  return (
    <div className="notice fine" role="status">
      <Icon size={20} aria-hidden />
      <strong>{words}</strong>
      {children && <p>{children}</p>}
    </div>
  );
}

/** How many rows are faulty, with the sheet that says why where there is one. */
export function FaultyNotice({
  words,
  sheet,
}: {
  words: string;
  sheet?: { name: string; onClick: () => void };
}) {
  return (
    <div className="notice late" role="status">
      <IconAlertTriangle size={20} aria-hidden />
      <strong>{words}</strong>
      {sheet && (
        <p>
          <Button onClick={sheet.onClick}>
            <IconDownload size={18} aria-hidden /> {sheet.name}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Rows of a file: the number Excel shows, then what is said of each. */
export function FileRows({
  label,
  heads: [row, ...others],
  children,
}: {
  label: string;
  heads: readonly [row: string, ...others: string[]];
  children: ReactNode;
}) {
  return (
    <section className="card scroll-x" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {row}
            </th>
            {others.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
