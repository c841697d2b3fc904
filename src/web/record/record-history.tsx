import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { FactTold, RetractableFact } from '../../features/page.ts';
import { useMay } from '../api/client.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { recordWords } from './words.ts';
import './record.css';

/** Something that happened to a record, as it is told; of some records it can be taken back. */
type Told = z.infer<typeof FactTold> & Partial<z.infer<typeof RetractableFact>>;

/** What happened to a record, newest first, in sentences, with the day it counts from and when it was recorded. */
export function RecordHistory<Fact extends Told>({
  record: { id, history },
  trail,
  explained,
  shows,
  byline,
  retract,
}: {
  record: { id: string; history: readonly Fact[] };
  /** What the way to its audit log is called, where the page holds several. */
  trail?: string;
  /** The fact whose taking back is offered even where it is not possible, with the reason. */
  explained?: Fact | undefined;
  /** What shows that it happened: a file, a link. */
  shows?: (fact: Fact) => ReactNode;
  /** What there is to say of who recorded it. */
  byline?: (fact: Fact) => ReactNode;
  /** The form that takes a fact back; without it none can be. */
  retract?: (fact: Fact, close: () => void) => ReactNode;
}) {
  const said = useWords(recordWords);
  const may = useMay();
  const [retracting, setRetracting] = useState<Fact | null>(null);
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: id }} className="small">
            {trail ?? said.trail}
          </Link>
        )}
      </div>
      <ol className="plain history">
        {history.map((fact) => (
          <li key={fact.id}>
            {fact.retracted ? <s className="quiet">{fact.sentence}</s> : <span>{fact.sentence}</span>}
            {shows?.(fact)}
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {byline?.(fact)}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
              {fact.retracted && ` · ${said.takenBack}`}
            </span>
            {retract && (fact === explained || fact.abilities?.retract === true) && (
              <AbleButton
                ability={fact.abilities?.retract}
                className="small retract"
                onClick={() => setRetracting(fact)}
              >
                {said.retract}
              </AbleButton>
            )}
          </li>
        ))}
      </ol>
      {retracting && retract?.(retracting, () => setRetracting(null))}
    </section>
  );
}
