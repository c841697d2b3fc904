import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AssetStage } from '../../domain/assets/asset.ts';
import { type AssetTask, type AssetWorkspace, assetWorkspace } from '../../features/assets/contract.ts';
import { call } from '../api/call.ts';
import { StateCounts } from '../figures/state-counts.tsx';
import { asHeading, showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RuleLink } from '../tasks/rule-link.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { CountDialog } from './count-dialog.tsx';
import { Report } from './report.tsx';
import { SettleBar } from './settle-bar.tsx';
import { assetWords } from './words.ts';
import '../directives/directives.css';
import '../tasks/costs.css';
import './assets.css';

type Search = Record<string, string | undefined>;

/** Assets of hundreds of ended tasks: listed, planned, decided and handed over on one page. */
export function AssetsPage() {
  const said = useWords(assetWords);
  useTitle(said.title);
  const search: Search = useSearch({ strict: false });
  const { stage, q, late } = search;
  const query = useQuery({
    queryKey: ['assets', stage, q, late],
    queryFn: ({ signal }) =>
      call(
        assetWorkspace,
        {
          query: {
            ...(stage && { stage: AssetStage.safeParse(stage).data }),
            ...(q && { q }),
            ...(late === 'true' && { late }),
          },
        },
        { signal },
      ),
    placeholderData: (before) => before,
  });
  return (
    <div className="page wide directives">
      <header>
        <p className="crumbs">
          <Link to="/tasks" search={{}} activeOptions={{ exact: true }}>
            {said.tasks}
          </Link>
        </p>
        <h1>{said.title}</h1>
        <p className="quiet">{said.hint}</p>
      </header>
      <Stages counts={query.data?.counts} search={search} />
      <Filters search={search} />
      <Loaded found={query}>{(workspace) => <Workspace workspace={workspace} />}</Loaded>
    </div>
  );
}

/** How many tasks stand in each stage; each number opens its list, once more all of them. */
function Stages({ counts, search }: { counts: AssetWorkspace['counts'] | undefined; search: Search }) {
  const said = useWords(assetWords);
  const chosen = AssetStage.options.filter((stage) => stage === search.stage);
  return (
    <StateCounts
      states={AssetStage.options}
      names={said.stage}
      counts={counts}
      chosen={chosen}
      door={(stage) => ({ to: '/assets', search: { ...search, stage: stage?.[0] } })}
    />
  );
}

function Filters({ search }: { search: Search }) {
  const said = useWords(assetWords);
  const navigate = useNavigate();
  const to = (part: Search) =>
    void navigate({ to: '/assets', search: { ...search, ...part }, replace: true });
  return (
    <div className="row no-print">
      <TextField
        label={said.search}
        labelHidden
        placeholder={said.search}
        type="search"
        defaultValue={search.q ?? ''}
        onChange={({ target }) => to({ q: target.value.trim() || undefined })}
      />
      <Button
        aria-pressed={search.late === 'true'}
        onClick={() => to({ late: search.late === 'true' ? undefined : 'true' })}
      >
        {said.late}
      </Button>
    </div>
  );
}

function Workspace({ workspace }: { workspace: AssetWorkspace }) {
  const said = useWords(assetWords);
  const { items, total, abilities } = workspace;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [counting, setCounting] = useState<AssetTask | null>(null);
  const ids = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string) =>
    setChosen(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  return (
    <>
      <Report workspace={workspace} />
      <SettleBar ids={ids} may={abilities.act === true} onClear={() => setChosen(new Set())} />
      {items.length === 0 ? (
        <Empty title={said.empty}>{said.emptyHint}</Empty>
      ) : (
        <section className="card padded stack" aria-label={said.listOf}>
          <div className="row">
            <Button onClick={() => setChosen(new Set(items.map(({ id }) => id)))}>{said.chooseAll}</Button>
            {items.length < total && (
              <span className="small quiet">{said.shown(showNumber(items.length), showNumber(total))}</span>
            )}
          </div>
          <Table heads={said.heads}>
            {items.map((task) => (
              <Row
                key={task.id}
                task={task}
                chosen={chosen.has(task.id)}
                onToggle={() => toggle(task.id)}
                onCount={() => setCounting(task)}
              />
            ))}
          </Table>
        </section>
      )}
      {counting && <CountDialog task={counting} onClose={() => setCounting(null)} />}
    </>
  );
}

function Row({
  task,
  chosen,
  onToggle,
  onCount,
}: {
  task: AssetTask;
  chosen: boolean;
  onToggle: () => void;
  onCount: () => void;
}) {
  const said = useWords(assetWords);
  const { id, title, codes, host, assets, authority, stage, due, late } = task;
  const open = assets.filter(({ form }) => form === null);
  const counted = assets.length > 0;
  return (
    <tr>
      <td>
        <input type="checkbox" aria-label={said.choose(title)} checked={chosen} onChange={onToggle} />
      </td>
      <td>
        <Link to="/tasks/$id" params={{ id }} search={{}}>
          {codes[0] && <strong>{codes[0]} </strong>}
          {title}
        </Link>
        {host && <p className="small quiet">{host}</p>}
      </td>
      <td>
        {!counted ? (
          <span className="quiet">{said.noAssets}</span>
        ) : (
          <details>
            <summary>
              {said.assets(showNumber(assets.length))}
              {open.length > 0 && `, ${said.undecided(showNumber(open.length))}`}
            </summary>
            <ul>
              {assets.map((asset) => (
                <li key={asset.id} className="small">
                  {asset.name}: {said.condition[asset.condition]};{' '}
                  {asset.form ? said.form[asset.form] : said.noForm}
                  {asset.form === null && asset.suggestion && (
                    <span className="quiet">
                      {' '}
                      {said.suggested(said.form[asset.suggestion.form] ?? '', asset.suggestion.why)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
        <AbleButton ability={task.abilities.count} className="small" onClick={onCount}>
          {said.count}
        </AbleButton>
      </td>
      {[task.originalValue, task.foundValue].map((value, at) => (
        <td key={said.heads[at + 3]} className="number">
          <span className="card-label small quiet">{said.heads[at + 3]}: </span>
          {counted ? showNumber(value) : '—'}
        </td>
      ))}
      <td>
        {counted && authority && (
          <>
            {asHeading(authority.by)}
            <p className="small quiet">
              <RuleLink rule={authority.rule} />
            </p>
          </>
        )}
      </td>
      <td>
        {said.stage[stage]}
        {due && (
          <p>
            <span className={late ? 'badge late' : 'badge'}>
              {late ? said.overdue(showDay(due)) : said.due(showDay(due))}
            </span>
          </p>
        )}
      </td>
    </tr>
  );
}
