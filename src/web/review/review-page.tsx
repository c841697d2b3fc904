import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dropIntake, readAgain } from '../../features/intake/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { type Confirmed, InRegister, ReadingNow, SetAside, Unreadable } from './outcome.tsx';
import { ReviewDeskView } from './review-desk.tsx';
import { useReviewDesk } from './use-review.ts';
import { reviewWords } from './words.ts';
import './review.css';

/** One received document: waiting, being read, under review, in the register or set aside. */
export function ReviewPage() {
  const { id = '' } = useParams({ strict: false });
  const said = useWords(reviewWords);
  const desk = useReviewDesk(id);
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const intake = desk.data?.intake;
  useTitle(desk.review?.head.subject ?? intake?.name ?? said.incoming);
  if (!intake) {
    return (
      <div className="page">
        <h1>{said.incoming}</h1>
        {desk.error ? <Failed error={desk.error} retry={desk.refetch} /> : <Skeleton rows={10} />}
      </div>
    );
  }
  const tell = (doing: Promise<unknown>) =>
    void doing.then(desk.refetch, (error: unknown) =>
      say(error instanceof CallFailed ? error.message : String(error)),
    );
  const again = () => tell(call(readAgain, { params: { id } }));
  const drop = (reason: string) => tell(call(dropIntake, { params: { id }, body: { reason } }));
  if (intake.state === 'reviewing' && desk.review) {
    return (
      <ReviewDeskView
        key={id}
        desk={desk}
        review={desk.review}
        confirmed={(result) => {
          setConfirmed(result);
          desk.refetch();
        }}
        readAgain={again}
        drop={drop}
      />
    );
  }
  return (
    <div className="page">
      <h1 className="crumbs">
        <Link to="/intake">{said.incoming}</Link> › {intake.name}
      </h1>
      {intake.documentId !== null ? (
        <InRegister documentId={intake.documentId} confirmed={confirmed} />
      ) : intake.state === 'dropped' ? (
        <SetAside intake={intake} />
      ) : intake.state === 'unreadable' ? (
        <Unreadable intake={intake} readAgain={again} />
      ) : (
        <ReadingNow intake={intake} />
      )}
    </div>
  );
}
