import { IconExternalLink, IconSpeakerphone, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listCalls } from '../../features/calls/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { OpenCallDialog } from './open-call-dialog.tsx';
import { callWords } from './words.ts';
import './calls.css';

/** Calls of the agency: which are open, until when, and how many dossiers came. */
export function CallsPage() {
  const said = useWords(callWords);
  const may = useMay();
  const [opening, setOpening] = useState(false);
  useTitle(said.title);
  const list = useQuery({
    queryKey: ['tasks', 'calls'],
    queryFn: ({ signal }) => call(listCalls, {}, { signal }),
  });
  const { data } = list;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{said.purpose}</p>
        </div>
        <div className="row">
          <a className="button" href="/public/calls">
            <IconExternalLink size={18} aria-hidden /> {said.publicPage}
          </a>
          {may('account.invite') && (
            <Link to="/calls/accounts" className="button">
              <IconUsers size={18} aria-hidden /> {said.accounts}
            </Link>
          )}
          <AbleButton ability={data?.abilities.openCall} kind="primary" onClick={() => setOpening(true)}>
            <IconSpeakerphone size={18} aria-hidden /> {said.open}
          </AbleButton>
        </div>
      </header>
      {list.isPending && <Skeleton rows={5} height={72} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {data?.items.length === 0 && (
        <section className="card padded">
          <Empty title={said.none}>
            <p>{said.noneHint}</p>
          </Empty>
        </section>
      )}
      <ul className="plain stack">
        {data?.items.map((one) => (
          <li key={one.id} className="card padded call-card">
            <div>
              <h2>
                <Link to="/calls/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
              </h2>
              <p className="quiet">
                {one.number} · {said.mode[one.mode]} · {said.tasks(one.tasks)}
              </p>
            </div>
            <div className="call-state">
              <span className={`badge ${one.open ? 'fine' : ''}`}>
                {one.open ? said.isOpen : said.isClosed}
              </span>
              <span className="small">{said.closes(showDay(one.closesOn))}</span>
              <strong>{said.dossiers(one.dossiers)}</strong>
            </div>
          </li>
        ))}
      </ul>
      {opening && <OpenCallDialog onClose={() => setOpening(false)} />}
    </div>
  );
}
