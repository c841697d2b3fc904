import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ConferenceRow, listConferences, openConference } from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ListPage } from '../ui/list-page.tsx';
import { say } from '../ui/toast.tsx';
import { StandingBadge } from './call-off.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { conferenceWords } from './words.ts';
import './conferences.css';

/** Conferences, the latest day first. */
export function ConferencesPage() {
  const said = useWords(conferenceWords);
  const [opening, setOpening] = useState(false);
  const found = useQuery({
    queryKey: ['directives', 'conferences', 'list'],
    queryFn: ({ signal }) => call(listConferences, {}, { signal }),
  });
  return (
    <>
      <ListPage {...{ said, found }} onOpen={() => setOpening(true)}>
        {(conference) => <Row key={conference.id} conference={conference} />}
      </ListPage>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </>
  );
}

function Row({ conference }: { conference: ConferenceRow }) {
  const said = useWords(conferenceWords);
  const navigate = useNavigate();
  const { id, name, day, start, place, chair, silent } = conference;
  const proposals = () =>
    void navigate({ to: '/conferences/$id', params: { id }, search: { tab: 'proposals' } });
  return (
    <tr>
      <td>
        <Link to="/conferences/$id" params={{ id }}>
          {name}
        </Link>
      </td>
      <td>
        <span className="card-label quiet small">{said.heads[1]}: </span>
        {said.at(showDay(day), start, place)}
      </td>
      <td>
        <span className="card-label quiet small">{said.heads[2]}: </span>
        {chair}
      </td>
      <td>
        <StandingBadge {...conference} />
        {silent > 0 && (
          <div className="small">
            <Figure value={silent} records={null} door={{ open: proposals }} className="late-words">
              {said.silent}
            </Figure>
          </div>
        )}
      </td>
    </tr>
  );
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const said = useWords(conferenceWords);
  const navigate = useNavigate();
  const [key] = useState(newId);
  return (
    <PlanDialog
      initial={null}
      act={said.open}
      onPlan={async (plan) => {
        const { id } = await call(openConference, { body: plan }, { key });
        say(said.opened);
        await client.invalidateQueries({ queryKey: ['directives', 'conferences'] });
        await navigate({ to: '/conferences/$id', params: { id } });
      }}
      onClose={onClose}
    />
  );
}
