import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { beginDossier, getPortal, type PortalHome } from '../../features/portal/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { useTrying } from '../ui/trying.ts';
import { Gates } from './gates.tsx';
import { portalWords, timeLeft } from './words.ts';

export const portalKey = ['portal'];

/** What a host or investigator finds on coming in: what is open to file, and what is due. */
export function PortalHomePage() {
  const said = useWords(portalWords);
  const { partner, permissions } = useSession();
  useTitle(said.title);
  const home = useQuery({
    queryKey: portalKey,
    queryFn: ({ signal }) => call(getPortal, {}, { signal }),
  });
  if (home.isError) return <Failed error={home.error} retry={() => void home.refetch()} />;
  if (!home.data) return <Skeleton rows={6} height={70} />;
  const { calls, tasks, now, gates } = home.data;
  const [open, closed] = [calls.filter((one) => one.open), calls.filter((one) => !one.open)];
  return (
    <div className="stack">
      <h1>{said.title}</h1>
      <Gates gates={gates} />
      {permissions.includes('portal.file') ? (
        <section className="stack">
          <h2>{said.calls}</h2>
          {open.length === 0 && <p className="quiet">{said.noCalls}</p>}
          {open.map((one) => (
            <CallCard key={one.id} one={one} now={now} />
          ))}
        </section>
      ) : (
        <p className="quiet">{partner?.investigator ? said.onlyTasks : said.onlyOrganisations}</p>
      )}
      <section className="stack">
        <h2>{said.tasks}</h2>
        {tasks.length === 0 && <p className="quiet">{said.noTasks}</p>}
        <ul className="plain stack">
          {tasks.map((task) => (
            <OwnTask key={task.id} task={task} />
          ))}
        </ul>
      </section>
      {closed.length > 0 && (
        <section className="stack">
          <h2>{said.closedCalls}</h2>
          {closed.map((one) => (
            <CallCard key={one.id} one={one} now={now} />
          ))}
        </section>
      )}
    </div>
  );
}

function OwnTask({ task }: { task: PortalHome['tasks'][number] }) {
  const said = useWords(portalWords);
  return (
    <li className="card padded">
      <div className="row apart">
        <h3>
          <Link to="/portal/tasks/$id" params={{ id: task.id }}>
            {task.title}
          </Link>
        </h3>
        <span className="badge">{said.state[task.state]}</span>
      </div>
      {task.due.length === 0 && <p className="quiet">{said.nothingDue}</p>}
      <ul className="plain">
        {task.due.map(({ step, name, due, late, sent }) => (
          <li key={`${step} ${due}`}>
            {due === null ? said.dueOpen(name) : said.due(name, showDay(due))}{' '}
            {sent && <span className="badge">{said.became.waiting}</span>}
            {late && !sent && <span className="badge late">{said.late}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function CallCard({ one, now }: { one: PortalHome['calls'][number]; now: string }) {
  const said = useWords(portalWords);
  const language = useLanguage();
  const left = Date.parse(one.closesAt) - Date.parse(now);
  return (
    <article className="card padded stack">
      <header>
        <h3>{one.title}</h3>
        <p className="quiet">
          {one.number} ·{' '}
          {one.open
            ? `${said.until(`24:00 ${showDay(one.closesOn)}`)}, ${said.leftOf(timeLeft(left, language))}`
            : said.closed}
        </p>
      </header>
      <ul className="plain stack">
        {one.tasks.map((task) => (
          <CalledTask key={task.id} callId={one.id} open={one.open} task={task} />
        ))}
      </ul>
    </article>
  );
}

function CalledTask({
  callId,
  open,
  task: { id: taskId, title, dossier },
}: {
  callId: string;
  open: boolean;
  task: PortalHome['calls'][number]['tasks'][number];
}) {
  const said = useWords(portalWords);
  const navigate = useNavigate();
  const { busy, error, run } = useTrying();
  const begin = () =>
    run(async () => {
      const { id } = await call(beginDossier, { body: { callId, taskId } });
      await navigate({ to: '/portal/dossiers/$id', params: { id } });
    });
  return (
    <li className="portal-task">
      <span>{title}</span>
      {dossier ? (
        <>
          <span className={`badge ${dossier.receipt ? 'fine' : 'soon'}`}>
            {dossier.receipt && dossier.filedAt
              ? said.filed(dossier.receipt, showMoment(dossier.filedAt))
              : open
                ? said.drafted
                : said.notFiledInTime}
          </span>
          <Link to="/portal/dossiers/$id" params={{ id: dossier.id }} className="button">
            {open ? said.goOn : said.look}
          </Link>
        </>
      ) : open ? (
        <Button kind="primary" busy={busy} onClick={() => void begin()}>
          {said.begin}
        </Button>
      ) : (
        <span className="quiet">{said.notFiled}</span>
      )}
      {error !== null && <Failed error={error} />}
    </li>
  );
}
