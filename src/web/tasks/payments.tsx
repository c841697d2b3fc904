import { IconAlertTriangle } from '@tabler/icons-react';
import { sumOf } from '../../domain/tasks/cost-lines.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { scrolls } from '../ui/scrolls.ts';
import { arrangeWords } from './arrange-words.ts';
import './costs.css';

type Shown = NonNullable<Task['payments']>;

/** The instalments of the contract, each as planned and as paid; the bar above is the whole of it. */
export function Payments({ payments, asOf }: { payments: Shown; asOf: string }) {
  const said = useWords(arrangeWords);
  const { planned, beside, paid, apart } = payments;
  const whole = sumOf(planned, ({ amount }) => amount);
  return (
    <div className="stack tight">
      <h3>{said.plan}</h3>
      <p className="small">
        {said.paidOf(showNumber(paid), showNumber(whole))}
        <Bar planned={planned} />
      </p>
      {apart !== null && (
        <div className="notice late">
          <IconAlertTriangle size={20} aria-hidden />
          <p>{apart}</p>
        </div>
      )}
      <div className="card scroll-x" {...scrolls}>
        <table className="table cost-table">
          <thead>
            <tr>
              <th scope="col">{said.needs}</th>
              {(['planned', 'paid', 'left'] as const).map((one) => (
                <th key={one} scope="col" className="number">
                  {said[one]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {planned.map((one) => (
              <Row key={one.nth} one={one} asOf={asOf} />
            ))}
            {beside && (
              <tr>
                <th scope="row">
                  {said.beside}
                  <PaidOn days={beside.paidOn} />
                </th>
                <Amounts planned={null} paid={beside.paid} />
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{said.sum}</th>
              <Amounts planned={whole} paid={paid} />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function Row({ one, asOf }: { one: Shown['planned'][number]; asOf: string }) {
  const said = useWords(arrangeWords);
  const { nth, needs, on, event, amount, advance, paid, paidOn } = one;
  return (
    <tr>
      <th scope="row">
        {said.nth} {nth}: {needs} {advance && <span className="badge">{said.advance}</span>}
        <span className="block small quiet">
          {on === null ? event : showDay(on)}
          {on !== null && on < asOf && paid < amount && (
            <>
              {' '}
              <span className="badge soon">{said.past}</span>
            </>
          )}
        </span>
        <PaidOn days={paidOn} />
      </th>
      <Amounts planned={amount} paid={paid} />
    </tr>
  );
}

function PaidOn({ days }: { days: readonly string[] }) {
  const said = useWords(arrangeWords);
  if (days.length === 0) return null;
  return <span className="block small quiet">{said.paidOn(days.map(showDay).join(', '))}</span>;
}

function Amounts({ planned, paid }: { planned: number | null; paid: number }) {
  const said = useWords(arrangeWords);
  const amounts = { planned, paid, left: planned === null ? null : planned - paid };
  return (['planned', 'paid', 'left'] as const).map((one) => (
    <td key={one} className="number" data-label={said[one]}>
      {amounts[one] === null ? '—' : showNumber(amounts[one])}
    </td>
  ));
}

/** A part for each instalment, as long as its share, filled as far as it is paid. */
const Bar = ({ planned }: Pick<Shown, 'planned'>) => (
  <span className="instalment-bar" aria-hidden>
    {planned.map(({ nth, amount, paid }) => (
      <span key={nth} style={{ flexGrow: amount }}>
        <span style={{ width: `${Math.min(100, (paid / amount) * 100)}%` }} />
      </span>
    ))}
  </span>
);
