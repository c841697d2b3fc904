import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CallFailed } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';

/** What a place is for while it holds nothing, and the first thing to do there. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What happened, what is safe, what to do, and the trace id for the help desk. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const said = useWords(common);
  const problem = error instanceof CallFailed ? error.problem : null;
  return (
    <div className="notice late" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <strong>{problem?.title ?? said.failed}</strong>
      <p>{problem?.detail ?? said.badAnswer}</p>
      {problem?.traceId && (
        <p className="small">
          {said.trace}: <code>{problem.traceId}</code>
        </p>
      )}
      {retry && (
        <p>
          <button type="button" className="button small" onClick={retry}>
            {said.retry}
          </button>
        </p>
      )}
    </div>
  );
}

/** Grey rows that keep the layout while something loads. */
export function Skeleton({ rows = 6, height = 37 }: { rows?: number; height?: number }) {
  const said = useWords(common);
  return (
    <div className="stack tight" role="status">
      <span className="unseen">{said.loading}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span
          key={row}
          className="skeleton"
          style={{ height: height - 6, width: `${100 - ((row * 7) % 23)}%` }}
        />
      ))}
    </div>
  );
}

/** What was asked for once it is there; before that its layout in grey, or why it did not come. */
export function Loaded<Data>({
  found,
  children,
  ...skeleton
}: {
  found: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  rows?: number;
  height?: number;
}) {
  return (
    <>
      {found.isPending && <Skeleton {...skeleton} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && children(found.data)}
    </>
  );
}
