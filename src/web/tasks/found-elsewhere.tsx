import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listTasks } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { partnerWords } from '../partners/words.ts';

/** What the words searched for also name: S&T tasks, and the way to organisations and persons. */
export function FoundElsewhere({ q }: { q: string }) {
  const said = useWords(partnerWords);
  const may = useMay()('task.view');
  const tasks = useQuery({
    queryKey: ['tasks', 'search', q],
    queryFn: ({ signal }) => call(listTasks, { query: { q, limit: 1 } }, { signal }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <span className="row">
      <Figure value={tasks.data?.total ?? null} door={{ to: '/tasks', search: { q } }}>
        {said.inTasks}
      </Figure>
      <Link to="/partners" search={{ q }}>
        {said.inPartners}
      </Link>
    </span>
  );
}
