import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { endedStates } from '../../domain/directives/state.ts';
import {
  type DirectiveRecord,
  type DirectiveRow,
  listDirectives,
} from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showReason } from '../i18n/reasons.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { ProgressDialog } from './acts/progress-dialog.tsx';
import { actWords } from './acts/words.ts';
import { directiveQuery } from './directive-panel.tsx';
import { StateBadge } from './state-badge.tsx';
import { Percent } from './tree.tsx';
import { directiveWords } from './words.ts';
import './acts/acts.css';
import './mine.css';

const open = DirectiveState.options.filter((state) => !endedStates.includes(state));

/** What a person has in hand, due first; a touch reports its progress. */
export function MinePage() {
  const said = useWords(actWords);
  const { person, posts } = useSession();
  const [reporting, setReporting] = useState<string | null>(null);
  useTitle(said.mine);
  const list = useQuery({
    queryKey: ['directives', { person: person?.id, state: 'open', limit: 100 }],
    queryFn: () =>
      call(listDirectives, { query: { person: person?.id, state: open, sort: 'due', limit: 100 } }),
    enabled: person !== null,
  });
  const unit = [...new Set(posts.map(({ unitId }) => unitId))].join(',');
  const rows = person === null ? [] : list.data?.items;
  return (
    <div className="page narrow">
      <header>
        <h1>{said.mine}</h1>
        <p className="quiet">{said.mineHint}</p>
      </header>
      {person !== null && list.isPending && <Skeleton rows={5} height={90} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {rows?.length === 0 && (
        <Empty title={said.mineNone}>
          <p>{said.mineNoneHint}</p>
          <Link to="/directives" search={unit ? { unit } : {}} className="button">
            {said.ofUnit}
          </Link>
        </Empty>
      )}
      <ul className="plain mine">
        {rows?.map((row) => (
          <Task key={row.id} row={row} onReport={() => setReporting(row.id)} />
        ))}
      </ul>
      {reporting !== null && <Reporting id={reporting} onClose={() => setReporting(null)} />}
    </div>
  );
}

function Task({ row, onReport }: { row: DirectiveRow; onReport: () => void }) {
  const said = useWords(directiveWords);
  return (
    <li className="card task">
      <button type="button" className="task-report" onClick={onReport}>
        <span className="task-words">{row.words}</span>
        <span className="small quiet">
          {[row.lead?.name, row.dueDay && `${said.deadline.toLowerCase()} ${showDay(row.dueDay)}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="row">
          <StateBadge row={row} />
          <Percent percent={row.percent} />
        </span>
      </button>
      <Link to="/directives/$id" params={{ id: row.id }} className="task-open" aria-label={said.openPage}>
        <IconChevronRight size={20} aria-hidden />
      </Link>
    </li>
  );
}

const reasonOf = ({ abilities: { progressed } }: DirectiveRecord) =>
  typeof progressed === 'string' ? showReason(progressed) : undefined;

/** The report form over the list, once the directive is here; where it cannot be reported on, why not. */
function Reporting({ id, onClose }: { id: string; onClose: () => void }) {
  const said = useWords(actWords);
  const query = useQuery(directiveQuery(id));
  const [begun, setBegun] = useState(false);
  const may = query.data?.abilities.progressed === true;
  // Once begun it stays: somebody else's act must not take away what is typed.
  if (may && !begun) setBegun(true);
  if (query.data && (may || begun)) return <ProgressDialog directive={query.data} onClose={onClose} />;
  return (
    <Dialog title={said.doing.progressed} onClose={onClose}>
      {query.isPending && <Skeleton rows={3} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <>
          <p className="act-about">{query.data.words}</p>
          <p>{reasonOf(query.data) ?? said.lookOnly}</p>
          <Link to="/directives/$id" params={{ id }} className="button">
            {said.openIt}
          </Link>
        </>
      )}
    </Dialog>
  );
}
