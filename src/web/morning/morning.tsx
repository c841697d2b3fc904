import type { Dashboard } from '../../features/dashboard/contract.ts';
import { Bars } from './bars.tsx';
import { DecideStrip } from './decide-strip.tsx';
import { Overdue } from './overdue.tsx';
import { Rates } from './rates.tsx';
import { Science } from './science.tsx';
import { Waits } from './waits.tsx';
import './morning.css';
import './morning-print.css';

/** What stands on the morning screen, from one answer of the server. */
export function Morning({ dashboard }: { dashboard: Dashboard }) {
  return (
    <div className="morning">
      {(dashboard.decide !== null || dashboard.questions.count > 0) && (
        <DecideStrip decide={dashboard.decide} questions={dashboard.questions} />
      )}
      <Rates dashboard={dashboard} />
      <div className="morning-columns">
        <div className="card padded stack work">
          <Bars bars={dashboard.bars} />
          <Overdue overdue={dashboard.overdue} />
        </div>
        <div className="morning-side">
          <Waits waits={dashboard.waits} />
          {dashboard.science && <Science science={dashboard.science} />}
        </div>
      </div>
    </div>
  );
}
