import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type DirectiveRecord, getEvidence } from '../../features/directives/contract.ts';
import { addressOf } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { RetractDialog } from './acts/retract-dialog.tsx';
import { actWords } from './acts/words.ts';
import { directiveWords } from './words.ts';
import './record.css';

type Fact = DirectiveRecord['history'][number];

/** What happened, newest first, in sentences, with its products, the day it counts from and when it was recorded. */
export function History({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(actWords);
  const listSaid = useWords(directiveWords);
  const may = useMay();
  const newest = directive.history.find(({ retracted, kind }) => !retracted && kind !== 'retracted');
  const [retracting, setRetracting] = useState<Fact | null>(null);
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: directive.id }} className="small">
            {said.trail}
          </Link>
        )}
      </div>
      <ol className="plain history">
        {directive.history.map((fact) => (
          <li key={fact.id}>
            {fact.retracted ? <s className="quiet">{fact.sentence}</s> : <span>{fact.sentence}</span>}
            <Product directive={directive} fact={fact} />
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.nowKnownAs && (
                <>
                  {' '}
                  <Link to="/organisation" search={{ tab: 'persons', q: fact.nowKnownAs }}>
                    {listSaid.nowKnownAs(fact.nowKnownAs)}
                  </Link>
                </>
              )}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
              {fact.retracted && ` · ${said.takenBack}`}
            </span>
            {(fact === newest || fact.abilities.retract === true) && (
              <AbleButton
                ability={fact.abilities.retract}
                className="small retract"
                onClick={() => setRetracting(fact)}
              >
                {said.retract}
              </AbleButton>
            )}
          </li>
        ))}
      </ol>
      {retracting && (
        <RetractDialog directive={directive} fact={retracting} onClose={() => setRetracting(null)} />
      )}
    </section>
  );
}

/** The file or link of a fact that attached one. */
function Product({ directive, fact }: { directive: DirectiveRecord; fact: Fact }) {
  const product = directive.evidence.find(({ id }) => id === fact.id);
  if (!product) return null;
  const address = addressOf(getEvidence, { params: { id: directive.id, factId: fact.id } });
  return product.file ? (
    <a href={address} download={product.name} className="product">
      <IconDownload size={16} aria-hidden /> {product.name}
    </a>
  ) : (
    <a href={product.link ?? undefined} target="_blank" rel="noreferrer" className="product">
      <IconExternalLink size={16} aria-hidden /> {product.name}
    </a>
  );
}
