import { Link } from '@tanstack/react-router';
import type { FigureRecord } from '../../features/figures/contract.ts';
import { useSession } from '../api/client.ts';

/** The way to the record's own page, as of the cut-off where that page can be looked at so. */
export function RecordLink({
  record: { page, words },
  asOf,
}: {
  record: Pick<FigureRecord, 'page' | 'words'>;
  asOf: string;
}) {
  const { today } = useSession();
  const common = { className: 'two-lines', children: words };
  if (page === null) return <span className="two-lines">{words}</span>;
  const { place, id } = page;
  const then = asOf === today ? {} : { asOf };
  switch (place) {
    case 'requests':
      return <Link to="/requests" search={{ id, ...then }} {...common} />;
    case 'documents':
    case 'intake':
      return <Link to={`/${place}/$id`} params={{ id }} {...common} />;
    default:
      return <Link to={`/${place}/$id`} params={{ id }} search={then} {...common} />;
  }
}
