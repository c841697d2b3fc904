import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { listAudit, verifyAudit } from '../../features/audit/contract.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { useTrying } from '../ui/trying.ts';
import { auditWords } from './words.ts';

/** Who did what and when; the chain can be checked on the spot. */
export function AuditPage() {
  const said = useWords(auditWords);
  const { more } = useWords(common);
  const { record } = useSearch({ strict: false });
  const may = useMay();
  useTitle(said.title);
  const list = useInfiniteQuery({
    queryKey: ['audit', record],
    queryFn: ({ pageParam }) =>
      call(listAudit, { query: { recordId: record, cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page wide">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{said.hint}</p>
        </div>
        <Verify />
      </header>
      {record && (
        <p className="row">
          <span className="badge blue">{said.one}</span>
          {rows[0]?.recordKind === 'directive' && may('directive.view') && (
            <Link to="/directives/$id" params={{ id: record }}>
              {said.openDirective}
            </Link>
          )}
          <Link to="/audit" search={{}} activeOptions={{ exact: true }}>
            {said.clear}
          </Link>
        </p>
      )}
      <div className="card">
        {list.isPending && <Skeleton rows={12} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <Empty title={said.none} />}
        {rows.length > 0 && <Rows rows={rows} ofOne={record !== undefined} />}
      </div>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
    </div>
  );
}

function Rows({ rows, ofOne }: { rows: ReplyOf<typeof listAudit>['items']; ofOne: boolean }) {
  const said = useWords(auditWords);
  return (
    <Table heads={[said.when, said.who, said.what, said.sealed]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td className="nowrap">{showMoment(row.recordedAt)}</td>
          <td>{row.who}</td>
          <td>
            {row.sentence}{' '}
            {!ofOne && (
              <Link to="/audit" search={{ record: row.recordId }} className="small quiet nowrap">
                {said.ofRecord}
              </Link>
            )}
            {row.detail !== null && (
              <details className="small">
                <summary>{said.detail}</summary>
                <code>{row.action}</code>
                <pre className="audit-detail">{JSON.stringify(row.detail, null, 1)}</pre>
              </details>
            )}
          </td>
          <td className="small quiet">{row.sealed ? said.yes : said.notYet}</td>
        </tr>
      ))}
    </Table>
  );
}

function Verify() {
  const said = useWords(auditWords);
  const { busy, error, run } = useTrying();
  const [result, setResult] = useState<ReplyOf<typeof verifyAudit> | null>(null);
  return (
    <div className="stack tight">
      <Button
        kind="primary"
        busy={busy}
        onClick={() => void run(async () => setResult(await call(verifyAudit, {})))}
      >
        <IconShieldCheck size={18} aria-hidden /> {said.verify}
      </Button>
      {error !== null && <Failed error={error} />}
      <div role="status">
        {result?.ok && (
          <span className="badge fine">
            <IconCircleCheck size={15} aria-hidden />
            {said.intact(showNumber(result.events), showNumber(result.seals))}
          </span>
        )}
        {result && !result.ok && (
          <div className="notice late">
            <IconAlertTriangle size={20} aria-hidden />
            <strong>{said.broken}</strong>
            <ul>
              {result.broken.map((one) => (
                <li key={one.seal + one.reason}>
                  {one.seal}: {one.reason}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
