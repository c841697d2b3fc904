import { IconEdit } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Conference } from '../../features/conferences/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { Attendance } from './attendance.tsx';
import { CallOff, Changes, StandingBadge } from './call-off.tsx';
import { Conclusions } from './conclusions.tsx';
import { useConference } from './conference-query.ts';
import { NoticeTab } from './notice.tsx';
import { useSavePart } from './part-form.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { Preparing } from './preparing.tsx';
import { Proposals } from './proposals.tsx';
import { conferenceWords } from './words.ts';
import './conferences.css';

const tabs = {
  prepare: Preparing,
  attendance: Attendance,
  proposals: Proposals,
  conclusions: Conclusions,
  notice: NoticeTab,
} as const;
type Tab = keyof typeof tabs;
const isTab = (tab: string | undefined): tab is Tab => tab !== undefined && tab in tabs;

/** One conference; which part is shown stands in the address. */
export function ConferencePage() {
  const said = useWords(conferenceWords);
  const { id = '' } = useParams({ strict: false });
  const { tab } = useSearch({ strict: false });
  const found = useConference(id);
  const conference = found.data;
  useTitle(conference?.name ?? said.title);
  const shown: Tab = isTab(tab) ? tab : 'prepare';
  const Part = tabs[shown];
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/conferences">{said.title}</Link>
          </p>
          <h1>{conference?.name ?? said.title}</h1>
          {conference && <Standing conference={conference} />}
        </div>
        {conference && (
          <div className="row">
            <Edit conference={conference} />
            <CallOff conference={conference} />
          </div>
        )}
      </header>
      <nav className="tabs" aria-label={said.title}>
        {(Object.keys(tabs) as Tab[]).map((one) => (
          <Link
            key={one}
            to="/conferences/$id"
            params={{ id }}
            search={one === 'prepare' ? {} : { tab: one }}
            activeOptions={{ exact: true }}
            aria-current={one === shown ? 'page' : undefined}
            activeProps={{}}
          >
            {said.tabs[one]}
          </Link>
        ))}
      </nav>
      {found.isPending && <Skeleton rows={9} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {conference && <Part key={conference.id} conference={conference} />}
    </div>
  );
}

function Standing({ conference }: { conference: Conference }) {
  const { plan, changes } = conference;
  const said = useWords(conferenceWords);
  return (
    <>
      <p className="quiet">{said.at(showDay(plan.day), plan.start, plan.place)}</p>
      <p className="quiet small">
        {said.chairOf(plan.chair, plan.chairTitle)}
        {plan.secretary && ` · ${said.secretaryOf(plan.secretary)}`}
      </p>
      <p>
        <StandingBadge {...conference} />
      </p>
      <Changes changes={changes} />
    </>
  );
}

function Edit({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  const [editing, setEditing] = useState(false);
  return (
    <>
      <AbleButton ability={conference.abilities.prepare} onClick={() => setEditing(true)}>
        <IconEdit size={18} aria-hidden /> {said.editPlan}
      </AbleButton>
      {editing && <EditDialog conference={conference} onClose={() => setEditing(false)} />}
    </>
  );
}

function EditDialog({ conference, onClose }: { conference: Conference; onClose: () => void }) {
  const said = useWords(conferenceWords);
  const save = useSavePart(conference, 'plan');
  return (
    <PlanDialog
      initial={conference.plan}
      act={said.editPlan}
      onPlan={async (plan) => {
        await save({ part: 'plan', plan });
        say(said.saved);
      }}
      onClose={onClose}
    />
  );
}
