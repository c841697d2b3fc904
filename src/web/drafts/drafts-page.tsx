import { IconDownload, IconFileImport, IconPlus, IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftFilter } from '../../domain/drafts/filter.ts';
import { DraftState } from '../../domain/drafts/standing.ts';
import { exportDrafts, listDrafts } from '../../features/drafts/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { PlanPage } from '../planning/plan-page.tsx';
import { usePlan } from '../planning/use-plan.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Board } from './board.tsx';
import { CountOpinions } from './count-opinions.tsx';
import { DraftTable } from './draft-table.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { draftWords } from './words.ts';
import './drafts.css';

/** The schedule of a year: where each draft stands, planned against what happened. */
export function DraftsPage() {
  const said = useWords(draftWords);
  const plan = usePlan('/drafts', DraftFilter, (query, options) => call(listDrafts, { query }, options));
  const { filter, year } = plan;
  const abilities = plan.found.data?.abilities;
  const [planning, setPlanning] = useState(false);
  return (
    <>
      <PlanPage
        {...{ plan, said }}
        states={DraftState.options}
        tones={{ late: 'overdue', 'issued-late': 'due-soon' }}
        acts={
          <>
            <CountOpinions unit={filter.unit} />
            <Link to="/drafts/superior" search={{ asOf: filter.asOf }} className="button">
              <IconScale size={18} aria-hidden /> {said.superior}
            </Link>
            <a className="button" href={addressOf(exportDrafts, { query: filter })} download>
              <IconDownload size={18} aria-hidden /> {said.excel}
            </a>
            {abilities?.plan === true && (
              <Link to="/drafts/import" search={{ year: String(year) }} className="button">
                <IconFileImport size={18} aria-hidden /> {said.bringIn}
              </Link>
            )}
            <AbleButton ability={abilities?.plan} kind="primary" onClick={() => setPlanning(true)}>
              <IconPlus size={18} aria-hidden /> {said.plan}
            </AbleButton>
          </>
        }
      >
        {({ items }) => (
          <>
            <Board drafts={items} asOf={filter.asOf} />
            <section className="card" aria-label={said.titleOf(year)}>
              <DraftTable drafts={items} year={year} asOf={filter.asOf} />
            </section>
          </>
        )}
      </PlanPage>
      {planning && <PlanDialog year={year} onClose={() => setPlanning(false)} />}
    </>
  );
}
