import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listReviews, type ReviewRow } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { OpenDialog } from './open-dialog.tsx';
import { reviewsWords } from './words.ts';

/** Reviews of periods, the latest first. */
export function ReviewsPage() {
  const said = useWords(reviewsWords);
  useTitle(said.title);
  const [opening, setOpening] = useState(false);
  const list = useQuery({
    queryKey: ['directives', 'reviews', 'list'],
    queryFn: ({ signal }) => call(listReviews, {}, { signal }),
  });
  const { data } = list;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{said.purpose}</p>
        </div>
        <AbleButton ability={data?.abilities.open} kind="primary" onClick={() => setOpening(true)}>
          <IconPlus size={18} aria-hidden /> {said.open}
        </AbleButton>
      </header>
      <section className="card" aria-label={said.title} aria-busy={list.isFetching}>
        {list.isPending && <Skeleton rows={4} height={60} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {data?.items.length === 0 && (
          <Empty title={said.none}>
            <p>{said.noneHint}</p>
          </Empty>
        )}
        {data && data.items.length > 0 && (
          <Table heads={said.heads}>
            {data.items.map((review) => (
              <Row key={review.id} review={review} />
            ))}
          </Table>
        )}
      </section>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </div>
  );
}

function Row({ review: { id, period, unitsUntil, signed, confirmed } }: { review: ReviewRow }) {
  const said = useWords(reviewsWords);
  return (
    <tr>
      <td>
        <Link to="/reviews/$id" params={{ id }}>
          {period.words}
        </Link>
        <div className="small quiet">
          {showDay(period.from)} – {showDay(period.to)}
        </div>
      </td>
      <td>
        <span className="card-label quiet small">{said.heads[1]}: </span>
        {showDay(period.cutOff)}
      </td>
      <td>
        <span className="card-label quiet small">{said.heads[2]}: </span>
        {showDay(unitsUntil)}
      </td>
      <td>
        <span className={`badge ${signed ? 'fine' : 'blue'}`}>
          {signed ? said.signedBy(showDay(signed.on), signed.by) : said.underWay}
        </span>
        {!signed && <div className="small quiet">{said.unitsDone(showNumber(confirmed))}</div>}
      </td>
    </tr>
  );
}
