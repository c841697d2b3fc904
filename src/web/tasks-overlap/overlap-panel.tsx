import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { findOverlaps } from '../../features/task-overlaps/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { overlapWords } from './words.ts';

/** Tasks past and running that a proposal resembles, the most alike first, with the words both say. */
export function OverlapPanel({
  title,
  aims,
  products,
  besides,
}: {
  title: string;
  aims: string;
  products: string;
  /** The task itself, where it is on record already. */
  besides?: string;
}) {
  const said = useWords(overlapWords);
  const names = useWords(taskVocabulary);
  const proposal = useDeferredValue([title.trim(), aims.trim(), products.trim()].join('\u0000'));
  const [asked = '', wanted = '', made = ''] = proposal.split('\u0000');
  const found = useQuery({
    queryKey: ['tasks', 'overlaps', asked, wanted, made, besides],
    queryFn: ({ signal }) =>
      call(
        findOverlaps,
        { body: { title: asked, aims: wanted, products: made, besides: besides ?? null } },
        { signal },
      ),
    enabled: asked.length >= 5,
    placeholderData: (before) => before,
  });
  if (asked.length < 5) return null;
  return (
    <section className="stack tight" aria-label={said.title} aria-busy={found.isFetching}>
      <h3>{said.title}</h3>
      {found.isPending && <Skeleton rows={2} />}
      {found.isError && <Failed error={found.error} />}
      {found.data?.items.length === 0 && <p className="small quiet">{said.none}</p>}
      <ol className="plain stack tight">
        {found.data?.items.slice(0, 5).map(({ task, percent, shared }) => (
          <li key={task.id} className="card padded small">
            <span className={percent >= 50 ? 'badge late' : 'badge soon'}>{said.alike(percent)}</span>{' '}
            <Link to="/tasks/$id" params={{ id: task.id }} search={{}} target="_blank">
              {task.title}
            </Link>
            <span className="quiet block">
              {[...task.codes, task.host?.name, names.state[task.state]].filter(Boolean).join(' · ')}
            </span>
            <span className="block">
              {said.shared}:{' '}
              {shared.map((word) => (
                <mark key={word}>{word} </mark>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
