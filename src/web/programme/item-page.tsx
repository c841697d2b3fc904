import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  getProgrammeItem,
  giveProgrammeItem,
  type ProgrammeItemRecord,
} from '../../features/programme/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { DropDialog, MoveDialog } from './act-dialogs.tsx';
import { lookAgain, PlanDialog } from './plan-dialog.tsx';
import { ItemStateWords } from './state.tsx';
import { programmeWords } from './words.ts';
import '../directives/record.css';
import './programme.css';

/** One item of the year's work: what is planned, what became of it, its history in sentences. */
export function ProgrammeItemPage() {
  const said = useWords(programmeWords);
  const { id } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['directives', 'programme', 'one', id, asOf],
    queryFn: ({ signal }) =>
      call(getProgrammeItem, { params: { id: id ?? '' }, query: { asOf } }, { signal }),
  });
  const item = found.data;
  useTitle(item?.words ?? said.title);
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/programme" search={{ year: item && String(item.year), asOf }}>
            {item ? said.titleOf(item.year) : said.title}
          </Link>
        </p>
        <h1>{item?.words ?? said.title}</h1>
        {asOf && (
          <p className="row">
            <span className="badge blue">{said.asOfHint(showDay(asOf))}</span>
            <Link to="/programme/$id" params={{ id: id ?? '' }} search={{}}>
              {said.today}
            </Link>
          </p>
        )}
      </header>
      {found.isPending && <Skeleton rows={6} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {item && (
        <div className="split">
          <div className="stack">
            <Acts item={item} />
            <History item={item} />
          </div>
          <Facts item={item} />
        </div>
      )}
    </div>
  );
}

function Acts({ item }: { item: ProgrammeItemRecord }) {
  const said = useWords(programmeWords);
  const [doing, setDoing] = useState<'change' | 'move' | 'drop' | null>(null);
  const { busy, error, run } = useTrying();
  const close = () => setDoing(null);
  const { abilities, directive } = item;
  const give = () =>
    run(async () => {
      await call(giveProgrammeItem, { params: { id: item.id }, body: {} });
      say(said.given);
      await lookAgain();
    });
  return (
    <>
      {error !== null && <Failed error={error} />}
      <div className="row item-acts">
        {directive ? (
          <Link to="/directives/$id" params={{ id: directive.id }} className="button primary">
            {said.openDirective}
          </Link>
        ) : (
          <AbleButton ability={abilities.give} kind="primary" busy={busy} onClick={() => void give()}>
            {said.give}
          </AbleButton>
        )}
        {abilities.change === true && (
          <AbleButton ability={true} onClick={() => setDoing('change')}>
            {said.change}
          </AbleButton>
        )}
        <AbleButton ability={abilities.move} onClick={() => setDoing('move')}>
          {said.move}
        </AbleButton>
        <AbleButton ability={abilities.drop} kind="danger" onClick={() => setDoing('drop')}>
          {said.drop}
        </AbleButton>
      </div>
      {doing === 'change' && <PlanDialog year={item.year} approved={false} item={item} onClose={close} />}
      {doing === 'move' && <MoveDialog item={item} onClose={close} />}
      {doing === 'drop' && <DropDialog item={item} onClose={close} />}
    </>
  );
}

function Facts({ item }: { item: ProgrammeItemRecord }) {
  const said = useWords(programmeWords);
  const { coordinating, directive } = item;
  const rows: [string, ReactNode][] = [
    [said.status, <ItemStateWords key="state" item={item} />],
    [said.month, item.day === null ? said.monthOf(item.month) : showDay(item.day)],
    [said.dueDay, showDay(item.dueDay)],
    [said.firstMonth, item.timesMoved > 0 ? said.movedFrom(item.firstMonth, item.timesMoved) : null],
    [said.lead, item.lead.name],
    [said.coordinating, coordinating.length > 0 ? coordinating.map(({ name }) => name).join('; ') : null],
    [said.product, item.product],
    [said.submittedTo, item.submittedTo],
    [said.progress, directive && `${directive.percent}%`],
  ];
  return (
    <aside className="card padded" aria-label={said.status}>
      <dl className="facts">
        {rows
          .filter(([, shown]) => shown !== null)
          .map(([name, shown]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
      </dl>
    </aside>
  );
}

function History({ item }: { item: ProgrammeItemRecord }) {
  const said = useWords(programmeWords);
  const may = useMay();
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: item.id }} className="small">
            {said.trail}
          </Link>
        )}
      </div>
      <ol className="plain history">
        {item.history.map((fact) => (
          <li key={fact.id}>
            <span>{fact.sentence}</span>
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
