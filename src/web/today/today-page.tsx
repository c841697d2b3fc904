import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMay, useSession } from '../api/client.ts';
import { showDate } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { MyWork } from './my-work.tsx';
import { OwedSection } from './owed-section.tsx';
import { WaitingSection } from './waiting-section.tsx';
import { todayWords } from './words.ts';
import './today.css';

/** Only a director's morning: everybody else need not fetch it. */
const MorningWith = lazy(async () => ({
  default: (await import('../morning/morning-page.tsx')).MorningWith,
}));

/** What waits for this person today; a director sees the morning first. Every number is the door to its list. */
export function TodayPage() {
  const said = useWords(todayWords);
  const session = useSession();
  const may = useMay();
  useTitle(said.title);
  const name = (session.person?.fullName ?? session.user.name).split(' ').at(-1) ?? '';
  if (may('directive.view') && session.posts.some(({ role }) => role === 'director')) {
    return (
      <>
        <Suspense fallback={<MorningComing title={said.hello(name)} />}>
          <MorningWith choice={{}} title={() => said.hello(name)} />
        </Suspense>
        <div className="page after-morning no-print">
          {may('intake.review') && <WaitingSection />}
          {may('directive.view') && <OwedSection />}
          <AdministratorLinks />
        </div>
      </>
    );
  }
  return (
    <div className="page">
      <header>
        <h1>{said.hello(name)}</h1>
        <p className="quiet">{said.asOf(showDate(session.today))}</p>
      </header>
      {may('directive.view') && <OwedSection />}
      {may('intake.review') && <WaitingSection />}
      {may('directive.view') && <MyWork session={session} />}
      <AdministratorLinks />
    </div>
  );
}

function MorningComing({ title }: { title: string }) {
  return (
    <div className="page">
      <h1>{title}</h1>
      <Skeleton rows={14} />
    </div>
  );
}

function AdministratorLinks() {
  const said = useWords(todayWords);
  const may = useMay();
  const links = [
    { to: '/organisation', words: said.organisation, permission: 'organisation.manage' },
    { to: '/calendar', words: said.calendar, permission: 'calendar.import' },
    { to: '/audit', words: said.audit, permission: 'audit.view' },
    { to: '/agencies', words: said.agencies, permission: 'agency.view-many' },
  ] as const;
  const shown = links.filter(({ permission }) => may(permission));
  if (shown.length === 0) return null;
  return (
    <section className="card padded stack tight">
      <h2>{said.set}</h2>
      <ul className="plain stack tight">
        {shown.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
