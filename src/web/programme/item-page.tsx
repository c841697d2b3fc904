import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  getProgrammeItem,
  giveProgrammeItem,
  type ProgrammeItemRecord,
} from '../../features/programme/contract.ts';
import { call } from '../api/call.ts';
import { readAgain } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RecordFacts } from '../record/record-facts.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useRecord } from '../record/use-record.ts';
import { recordWords } from '../record/words.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { DropDialog, MoveDialog } from './act-dialogs.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { ItemStateWords } from './state.tsx';
import { programmeWords } from './words.ts';
import './programme.css';

/** One item of the year's work: what is planned, what became of it, its history in sentences. */
export function ProgrammeItemPage() {
  const said = useWords(programmeWords);
  const { found, asOf } = useRecord('programme', (asked, options) => call(getProgrammeItem, asked, options));
  const { data } = found;
  return (
    <RecordPage
      {...{ found, asOf }}
      name={data?.words ?? said.title}
      list={
        <Link to="/programme" search={{ year: data && String(data.year), asOf }}>
          {data ? said.titleOf(data.year) : said.title}
        </Link>
      }
    >
      {(item) => (
        <div className="split">
          <div className="stack">
            <Acts item={item} />
            <RecordHistory record={item} />
          </div>
          <Facts item={item} />
        </div>
      )}
    </RecordPage>
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
      await readAgain();
    });
  return (
    <>
      {error !== null && <Failed error={error} />}
      <div className="row record-acts">
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
  const { status } = useWords(recordWords);
  const { coordinating, directive } = item;
  const rows: [string, ReactNode][] = [
    [status, <ItemStateWords key="state" item={item} />],
    [said.month, item.day === null ? said.monthOf(item.month) : showDay(item.day)],
    [said.dueDay, showDay(item.dueDay)],
    [said.firstMonth, item.timesMoved > 0 ? said.movedFrom(item.firstMonth, item.timesMoved) : null],
    [said.lead, item.lead.name],
    [said.coordinating, coordinating.length > 0 ? coordinating.map(({ name }) => name).join('; ') : null],
    [said.product, item.product],
    [said.submittedTo, item.submittedTo],
    [said.progress, directive && `${directive.percent}%`],
  ];
  return <RecordFacts rows={rows} />;
}
