import { useQuery } from '@tanstack/react-query';
import type { getImportProgress } from '../../../features/imports/contract.ts';
import type { portfolioImportProgress } from '../../../features/task-imports/contract.ts';
import { call } from '../../api/call.ts';
import { showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { bringInWords } from './words.ts';

/** How far a file is while the server works on it; a long one takes many seconds. */
export function Progress({ route }: { route: typeof getImportProgress | typeof portfolioImportProgress }) {
  const said = useWords(bringInWords);
  const { data } = useQuery({
    queryKey: ['import-progress', route.path],
    queryFn: ({ signal }) => call(route, {}, { signal }),
    refetchInterval: 800,
    gcTime: 0,
  });
  const rows = showNumber(data?.rows ?? 0);
  const words = !data ? said.sending : data.stage === 'checking' ? said.checking(rows) : said.storing(rows);
  return (
    <div className="bring-in-progress">
      <progress aria-label={said.title} />
      <p role="status">{words}</p>
    </div>
  );
}
