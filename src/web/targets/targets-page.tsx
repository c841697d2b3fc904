import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { TargetFilter } from '../../domain/targets/filter.ts';
import { TargetState } from '../../domain/targets/standing.ts';
import { exportTargets, listTargets, type TargetRow } from '../../features/targets/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { PlanPage } from '../planning/plan-page.tsx';
import { usePlan } from '../planning/use-plan.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TargetTable } from './target-table.tsx';
import { targetWords } from './words.ts';
import './targets.css';

/** Targets of a year: plan against result. */
export function TargetsPage() {
  const said = useWords(targetWords);
  const plan = usePlan('/targets', TargetFilter, (query, options) => call(listTargets, { query }, options));
  const { filter, year, found } = plan;
  const [assigning, setAssigning] = useState(false);
  const [reporting, setReporting] = useState<TargetRow | null>(null);
  return (
    <>
      <PlanPage
        {...{ plan, said }}
        states={TargetState.options}
        tones={{ failed: 'overdue', late: 'due-soon' }}
        acts={
          <>
            <a className="button" href={addressOf(exportTargets, { query: filter })} download>
              <IconDownload size={18} aria-hidden /> {said.excel}
            </a>
            <AbleButton
              ability={found.data?.abilities.assign}
              kind="primary"
              onClick={() => setAssigning(true)}
            >
              <IconPlus size={18} aria-hidden /> {said.assign}
            </AbleButton>
          </>
        }
      >
        {({ items, asOf }) => (
          <section className="card" aria-label={said.titleOf(year)}>
            <TargetTable targets={items} asOf={filter.asOf} shownDay={asOf} onReport={setReporting} />
          </section>
        )}
      </PlanPage>
      {assigning && <AssignDialog year={year} onClose={() => setAssigning(false)} />}
      {reporting && <ReportDialog target={reporting} onClose={() => setReporting(null)} />}
    </>
  );
}
