import { IconPlus } from '@tabler/icons-react';
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
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { StandingBadge } from './call-off.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { conferenceWords } from './words.ts';
import './conferences.css';

/** Conferences, the latest day first. */
export function ConferencesPage() {
  const said = useWords(conferenceWords);
  useTitle(said.title);
  const [opening, setOpening] = useState(false);
  const list = useQuery({
    queryKey: ['directives', 'conferences', 'list'],
    queryFn: ({ signal }) => call(listConferences, {}, { signal }),
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
            {data.items.map((conference) => (
              <Row key={conference.id} conference={conference} />
            ))}
          </Table>
        )}
      </section>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </div>
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
