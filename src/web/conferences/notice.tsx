import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Conference,
  getNotice,
  type Notice,
  noticeDocx,
  noticePdf,
} from '../../features/conferences/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ByTemplate } from '../papers/by-template.tsx';
import { Formats } from '../papers/formats.tsx';
import { Filled } from '../reviews/filled.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { AssessmentDialog } from './assessment-dialog.tsx';
import { Carried } from './carried.tsx';
import { Findings } from './findings.tsx';
import { AmendDialog, IssueDialog } from './issue-dialog.tsx';
import { NoticeLines } from './notice-lines.tsx';
import { NoticeRecords } from './notice-records.tsx';
import { noticeWords } from './notice-words.ts';
import { conferenceWords } from './words.ts';
import '../reviews/reviews.css';

/** The notice: as it would be issued today, or as it was; every number opens to its records. */
export function NoticeTab({ conference }: { conference: Conference }) {
  const found = useQuery({
    queryKey: ['directives', 'conferences', 'notice', conference.id],
    queryFn: ({ signal }) => call(getNotice, { params: { id: conference.id } }, { signal }),
  });
  const notice = found.data;
  return (
    <>
      {found.isPending && <Skeleton rows={9} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {notice && (
        <>
          <Head conference={conference} notice={notice} />
          {conference.issued === null && <Findings conference={conference} findings={notice.findings} />}
          <Body conference={conference} notice={notice} />
          {conference.issued && <Amendments conference={conference} />}
        </>
      )}
    </>
  );
}

function Head({ conference, notice }: { conference: Conference; notice: Notice }) {
  const said = useWords(noticeWords);
  const general = useWords(conferenceWords);
  const [issuing, setIssuing] = useState(false);
  const { id, issued, abilities } = conference;
  const params = { id };
  return (
    <section className="card padded stack" aria-label={said.notice}>
      <div className="row apart">
        <h2>{said.notice}</h2>
        <div className="row">
          <Formats
            name={general.noticePaper}
            word={addressOf(noticeDocx, { params })}
            pdf={addressOf(noticePdf, { params })}
          />
          {issued === null && (
            <AbleButton ability={abilities.issue} kind="primary" onClick={() => setIssuing(true)}>
              {said.issue}
            </AbleButton>
          )}
        </div>
      </div>
      {issued ? (
        <div className="review-frozen">
          <p>
            <IconLock size={16} aria-hidden /> {said.frozen(issued.number, showDay(issued.on), issued.by)}
          </p>
          {notice.seal?.reason && (
            <p className="small">{said.accepted(notice.seal.findings.join('; '), notice.seal.reason)}</p>
          )}
          <p className="small quiet">
            {said.seal}: <code>{notice.seal?.sha256}</code>
          </p>
          <p>
            <Link to="/documents/$id" params={{ id: issued.documentId }} className="button small">
              {said.inBook}
            </Link>
          </p>
        </div>
      ) : (
        <>
          <p>
            <span className="badge blue">{said.draft}</span>
          </p>
          <ByTemplate
            kind="conclusion-notice"
            standard={addressOf(noticeDocx, { params, query: { layout: 'standard' } })}
          />
        </>
      )}
      {issuing && (
        <IssueDialog conference={conference} findings={notice.findings} onClose={() => setIssuing(false)} />
      )}
    </section>
  );
}

function Body({ conference, notice }: { conference: Conference; notice: Notice }) {
  const said = useWords(noticeWords);
  const [figure, setFigure] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const told = notice.figures.find(({ key }) => key === figure);
  return (
    <>
      <section className="card padded stack" aria-label={said.assessment}>
        <div className="row apart">
          <h2>{said.assessment}</h2>
          {conference.abilities.prepare === true && (
            <Button className="small" onClick={() => setEditing(true)}>
              {said.editAssessment}
            </Button>
          )}
        </div>
        {notice.assessment === '' ? (
          <p className="quiet">{said.noAssessment}</p>
        ) : (
          <Filled words={notice.assessment} figures={notice.figures} opens={setFigure} />
        )}
        {notice.drafted && <p className="small quiet">{said.drafted}</p>}
      </section>
      <NoticeLines conference={conference} notice={notice} />
      <Carried conference={conference} notice={notice} />
      <section className="card padded" aria-label={said.signer}>
        <h2>{said.signer}</h2>
        <div className="notice-signature">
          {notice.signature.lines.map((line) => (
            <p key={line}>
              <strong>{line}</strong>
            </p>
          ))}
          <p>{notice.signature.name ?? '…'}</p>
        </div>
      </section>
      {told && (
        <NoticeRecords
          conference={conference}
          figure={told.key}
          name={told.name}
          onClose={() => setFigure(null)}
        />
      )}
      {editing && (
        <AssessmentDialog conference={conference} notice={notice} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

function Amendments({ conference }: { conference: Conference }) {
  const said = useWords(noticeWords);
  const general = useWords(conferenceWords);
  const [amending, setAmending] = useState(false);
  return (
    <section className="card padded stack" aria-label={said.amendments}>
      <div className="row apart">
        <h2>{said.amendments}</h2>
        <AbleButton ability={conference.abilities.amend} className="small" onClick={() => setAmending(true)}>
          {said.amend}
        </AbleButton>
      </div>
      <ul className="plain proposals">
        {conference.amendments.map(({ id, words, document, on, by }) => (
          <li key={id}>
            <p>{words}</p>
            <p className="small quiet">
              {[document, general.by(by, showDay(on))].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {amending && <AmendDialog conference={conference} onClose={() => setAmending(false)} />}
    </section>
  );
}
