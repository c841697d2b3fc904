import { Link } from '@tanstack/react-router';
import { type DirectiveRecord, getEvidence } from '../../features/directives/contract.ts';
import { addressOf } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { RecordHistory } from '../record/record-history.tsx';
import { ShownBy } from '../record/shown-by.tsx';
import { RetractDialog } from './acts/retract-dialog.tsx';
import { actWords } from './acts/words.ts';
import { directiveWords } from './words.ts';

type Fact = DirectiveRecord['history'][number];

/** What happened to a directive, with its products; of the newest fact one is told why it cannot be taken back. */
export function History({ directive }: { directive: DirectiveRecord }) {
  const { trail } = useWords(actWords);
  return (
    <RecordHistory
      record={directive}
      trail={trail}
      explained={directive.history.find(({ retracted, kind }) => !retracted && kind !== 'retracted')}
      shows={(fact) => <Product directive={directive} fact={fact} />}
      byline={(fact) => <NowKnownAs fact={fact} />}
      retract={(fact, onClose) => <RetractDialog {...{ directive, fact, onClose }} />}
    />
  );
}

/** The name today of who recorded it, where it is another. */
function NowKnownAs({ fact: { nowKnownAs } }: { fact: Fact }) {
  const said = useWords(directiveWords);
  if (!nowKnownAs) return null;
  return (
    <>
      {' '}
      <Link to="/organisation" search={{ tab: 'persons', q: nowKnownAs }}>
        {said.nowKnownAs(nowKnownAs)}
      </Link>
    </>
  );
}

/** The file or link of a fact that attached one. */
function Product({ directive, fact }: { directive: DirectiveRecord; fact: Fact }) {
  const product = directive.evidence.find(({ id }) => id === fact.id);
  if (!product) return null;
  const address = addressOf(getEvidence, { params: { id: directive.id, factId: fact.id } });
  return <ShownBy name={product.name} {...(product.file ? { file: address } : { link: product.link })} />;
}
