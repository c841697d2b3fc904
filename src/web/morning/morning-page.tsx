import { useQuery } from '@tanstack/react-query';
import { getDashboard } from '../../features/dashboard/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDate } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { type Choice, Choices, useChoice } from './choices.tsx';
import { Morning } from './morning.tsx';
import { morningWords } from './words.ts';

/** The whole agency, or one unit, as of today: rates of a period, open work, what is late and who waits for whom. */
export function MorningPage() {
  const said = useWords(morningWords);
  useTitle(said.title);
  return <MorningWith choice={useChoice()} title={(unit) => unit ?? said.title} />;
}

/** The same under a heading of the place that shows it. */
export function MorningWith({
  choice,
  title,
}: {
  choice: Choice;
  title: (unit: string | undefined) => string;
}) {
  const said = useWords(morningWords);
  const session = useSession();
  const query = useQuery({
    queryKey: ['today', 'morning', choice],
    queryFn: ({ signal }) => call(getDashboard, { query: choice }, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <div className="page morning-page">
      <header className="page-head">
        <div>
          <h1>{title(query.data?.unit?.name)}</h1>
          <p className="quiet">{said.asOf(showDate(session.today))}</p>
        </div>
        <Choices choice={choice} shown={query.data} />
      </header>
      {query.isPending && <Skeleton rows={14} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && <Morning dashboard={query.data} />}
    </div>
  );
}
