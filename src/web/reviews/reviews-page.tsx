import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listReviews, type ReviewRow } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ListPage } from '../ui/list-page.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { reviewsWords } from './words.ts';

/** Reviews of periods, the latest first. */
export function ReviewsPage() {
  const said = useWords(reviewsWords);
  const [opening, setOpening] = useState(false);
  const found = useQuery({
    queryKey: ['directives', 'reviews', 'list'],
    queryFn: ({ signal }) => call(listReviews, {}, { signal }),
  });
  return (
    <>
      <ListPage {...{ said, found }} onOpen={() => setOpening(true)}>
        {(review) => <Row key={review.id} review={review} />}
      </ListPage>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </>
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
