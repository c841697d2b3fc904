import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Acts, type LocalActShown, listActs } from '../../features/acts/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { recordWords } from '../record/words.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { LocalActDialog, SuperiorDialog } from './register-dialogs.tsx';
import { actWords } from './words.ts';
import './acts.css';

/** Superior acts that change a base, each with what it touches, and the acts here with what they rest on. */
export function ActsPage() {
  const said = useWords(actWords);
  const { asOfHint } = useWords(recordWords);
  const { asOf } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'act' | 'superior' | null>(null);
  const close = () => setDoing(null);
  useTitle(said.title);
  const found = useQuery({
    queryKey: ['directives', 'acts', 'list', asOf],
    queryFn: ({ signal }) => call(listActs, { query: { asOf } }, { signal }),
  });
  const { data } = found;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/drafts" search={{ asOf }}>
              {said.back}
            </Link>
          </p>
          <h1>{said.title}</h1>
          <p className="quiet">{asOf ? asOfHint(showDay(asOf)) : said.purpose}</p>
        </div>
        <div className="row">
          <AbleButton ability={data?.abilities.registerAct} onClick={() => setDoing('act')}>
            <IconPlus size={18} aria-hidden /> {said.registerAct}
          </AbleButton>
          <AbleButton
            ability={data?.abilities.registerSuperior}
            kind="primary"
            onClick={() => setDoing('superior')}
          >
            <IconPlus size={18} aria-hidden /> {said.registerSuperior}
          </AbleButton>
        </div>
      </header>
      {found.isPending && <Skeleton rows={8} height={50} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {data && (
        <div className="stack">
          <Superior acts={data} asOf={asOf} />
          <Local acts={data} />
        </div>
      )}
      {doing === 'act' && <LocalActDialog onClose={close} />}
      {doing === 'superior' && (
        <SuperiorDialog
          onClose={close}
          onDone={(id) => void navigate({ to: '/drafts/superior/$id', params: { id } })}
        />
      )}
    </div>
  );
}

function Superior({ acts, asOf }: { acts: Acts; asOf: string | undefined }) {
  const said = useWords(actWords);
  return (
    <section className="stack tight">
      <h2>{said.superior}</h2>
      {acts.superior.length === 0 && <p className="quiet">{said.noSuperior}</p>}
      <ul className="plain superior-acts">
        {acts.superior.map(({ id, number, title, effect, changes, effectiveOn, touched }) => {
          const open = touched.filter(({ state }) => state === 'undecided');
          return (
            <li key={id} className="card padded">
              <Link to="/drafts/superior/$id" params={{ id }} search={{ asOf }}>
                <strong>{number}</strong>
              </Link>
              <span>{title}</span>
              <span className="small quiet">
                {said.effect[effect]} {changes.join('; ')} · {said.effective(showDay(effectiveOn))}
              </span>
              <span className={open.length > 0 ? 'badge soon' : 'badge fine'}>
                {touched.length === 0 ? said.untouched : said.counts(open.length, touched.length)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Local({ acts }: { acts: Acts }) {
  const said = useWords(actWords);
  const [correcting, setCorrecting] = useState<LocalActShown | null>(null);
  return (
    <section className="stack tight">
      <h2>{said.local}</h2>
      {acts.local.length === 0 ? (
        <p className="quiet">{said.noLocal}</p>
      ) : (
        <div className="card">
          <Table heads={said.localHeads}>
            {acts.local.map((act) => (
              <tr key={act.id}>
                <td>
                  <strong>{act.number}</strong>
                  <div>{act.title}</div>
                  <div className="small quiet">
                    {showDay(act.issuedOn)}
                    {act.endedOn && ` · ${said.ended(showDay(act.endedOn))}`}
                  </div>
                </td>
                <td>{act.lead.name}</td>
                <td>{act.bases.join('; ') || '—'}</td>
                <td>
                  {act.draftId ? (
                    <Link to="/drafts/$id" params={{ id: act.draftId }} search={{}}>
                      {said.fromDraft}
                    </Link>
                  ) : (
                    <AbleButton
                      ability={act.abilities.correctAct}
                      className="small"
                      onClick={() => setCorrecting(act)}
                    >
                      {said.correctAct} <span className="unseen">{act.number}</span>
                    </AbleButton>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
      {correcting && <LocalActDialog act={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}
