import { Link } from '@tanstack/react-router';
import type { TargetRow } from '../../features/targets/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { Picture } from './picture.tsx';
import { TargetStateWords } from './state.tsx';
import { showAmount, useValues } from './value.ts';
import { targetWords } from './words.ts';

/** Plan against result, a target a row; a card each on a phone. */
export function TargetTable({
  targets,
  asOf,
  shownDay,
  onReport,
}: {
  targets: readonly TargetRow[];
  /** The day asked for in the address. */
  asOf: string | undefined;
  shownDay: string;
  onReport: (target: TargetRow) => void;
}) {
  const said = useWords(targetWords);
  const { aim } = useValues();
  return (
    <Table heads={said.heads}>
      {targets.map((target) => (
        <tr key={target.id} className={`target-row ${target.state}`}>
          <td className="target-words">
            <Link to="/targets/$id" params={{ id: target.id }} search={{ asOf }}>
              {target.words}
            </Link>
            <div className="small quiet">{target.lead.name}</div>
          </td>
          <td>
            <span className="card-label quiet small">{said.heads[1]}: </span>
            {aim(target)}
            <div className="small quiet">{said.dueBy(showDay(target.due))}</div>
          </td>
          <td>
            <span className="card-label quiet small">{said.heads[2]}: </span>
            <Result target={target} />
          </td>
          <td className="target-chart">
            <Picture target={target} today={shownDay} />
          </td>
          <td>
            <TargetStateWords target={target} />
            {target.abilities.report === true && (
              <Button className="small" onClick={() => onReport(target)}>
                {said.report} <span className="unseen">: {target.words}</span>
              </Button>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Result({ target }: { target: TargetRow }) {
  const said = useWords(targetWords);
  const { value } = useValues();
  const { result, resultOn, percent, percentToDate, measure } = target;
  if (result === null) return <span className="quiet">{said.noResult}</span>;
  const shares = [
    percent !== null && said.ofPlan(showAmount(percent)),
    percentToDate !== null && said.ofPlanToDate(showAmount(percentToDate)),
  ].filter(Boolean);
  return (
    <>
      <strong>{value(result, target)}</strong>{' '}
      <span className="small quiet">{said.resultOn(showDay(resultOn))}</span>
      {measure !== 'yes-no' && <div className="small">{shares.join(' · ')}</div>}
    </>
  );
}
