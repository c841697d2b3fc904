import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOwed, type Owed } from '../../features/urging/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { reviewsWords } from '../reviews/words.ts';
import { todayWords } from './words.ts';

const doors = { 'review-page': '/reviews/$id', answer: '/conferences/$id', opinion: '/drafts/$id' } as const;

/** What one's own units owe beside their directives; nothing where nobody waits. */
export function OwedSection() {
  const said = useWords(todayWords);
  const owed = useQuery({
    queryKey: ['directives', 'owed'],
    queryFn: ({ signal }) => call(listOwed, {}, { signal }),
  });
  const items = owed.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card padded stack" aria-labelledby="owed">
      <h2 id="owed">{said.owed}</h2>
      <ul className="plain today-lines">
        {items.map((one) => (
          <OwedLine key={`${one.owedId} ${one.unitId}`} {...one} />
        ))}
      </ul>
    </section>
  );
}

function OwedLine({ kind, recordId, words, unit, missing, due, lateness, late }: Owed) {
  const said = useWords(todayWords);
  const { missing: names } = useWords(reviewsWords);
  const stillMissing = missing.map((one) => names[one]).join(', ');
  return (
    <li>
      <Link to={doors[kind]} params={{ id: recordId }}>
        {said.owing[kind](words)}
      </Link>
      <span className="small quiet">
        {stillMissing === '' ? unit : said.stillMissing(unit, stillMissing)}
      </span>
      <span className="row tags">
        <span className={`badge ${late?.when === 'after' ? 'late' : 'soon'}`}>
          {said.until(showDay(due), lateness)}
        </span>
      </span>
    </li>
  );
}
