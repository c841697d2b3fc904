import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  handOverList,
  handOverPdf,
  listReorganisations,
  type ReorganisationRecord,
} from '../../features/reorganisation/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ByTemplate } from '../papers/by-template.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { overTimeWords } from './over-time-words.ts';

/** Every reorganisation, newest first, with its decision and hand-over list. */
export function ChangesTab() {
  const said = useWords(overTimeWords);
  const changes = useQuery({
    queryKey: ['reorganisations'],
    queryFn: () => call(listReorganisations, {}),
  });
  return (
    <>
      <p className="quiet">{said.changesHint}</p>
      {changes.isPending && <Skeleton rows={4} />}
      {changes.isError && <Failed error={changes.error} retry={() => void changes.refetch()} />}
      {changes.data?.length === 0 && (
        <div className="card">
          <Empty title={said.noChanges} />
        </div>
      )}
      <ul className="plain stack">
        {changes.data?.map((change) => (
          <li key={change.id} className="card padded stack tight">
            <Change change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Change({ change }: { change: ReorganisationRecord }) {
  const said = useWords(overTimeWords);
  const { number, on } = change.decision;
  return (
    <>
      <h2>
        {said.kinds[change.kind]} · {showDay(change.effectiveOn)}
      </h2>
      <ul className="plain">
        {change.lines.map(({ from, to }) => (
          <li key={`${from}${to}`}>
            {from} → <strong>{to}</strong>
          </li>
        ))}
      </ul>
      <p className="small quiet">
        {number}, {showDay(on)} · {said.moved(change.directives)} ·{' '}
        {said.recordedBy(change.by, showMoment(change.recordedAt))}
      </p>
      {change.directives > 0 && <HandOverLink change={change} />}
    </>
  );
}

/** The paper both sides sign. */
export function HandOverLink({ change: { id, abilities } }: { change: ReorganisationRecord }) {
  const said = useWords(overTimeWords);
  if (abilities.handOver !== true) return null;
  return (
    <div className="row">
      <a className="button" href={addressOf(handOverList, { params: { id } })} download>
        <IconFileTypeDocx size={18} aria-hidden /> {said.handOver}
      </a>
      <a className="button" href={addressOf(handOverPdf, { params: { id } })} download>
        <IconFileTypePdf size={18} aria-hidden /> {said.handOverPdf}
      </a>
      <ByTemplate
        kind="hand-over"
        standard={addressOf(handOverList, { params: { id }, query: { layout: 'standard' } })}
      />
    </div>
  );
}
