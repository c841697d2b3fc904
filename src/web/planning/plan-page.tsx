import type { ReactNode } from 'react';
import type { OwnFamily } from '../../domain/figures/own-families.ts';
import { AddFigure } from '../figures/add-figure.tsx';
import { StateCounts } from '../figures/state-counts.tsx';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { recordWords } from '../record/words.ts';
import { Empty, Loaded } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { searchOf } from './address.ts';
import { PlanFilters } from './plan-filters.tsx';
import type { Plan, PlanFilter, PlanPlace } from './use-plan.ts';
import '../directives/directives.css';

interface Found<State extends string> {
  items: readonly unknown[];
  /** By state, under the rest of the filter. */
  counts: Record<State, number>;
  /** Those that have a plan. */
  years: readonly number[];
}

/** Whose list each plan is, for figures of the agency's own. */
const figureFamilies: Record<PlanPlace, OwnFamily> = {
  ...{ '/targets': 'targets', '/programme': 'programme', '/drafts': 'drafts' },
};

/** The plan of a year: how much of it stands how, what narrows it, and the plan itself; every state of it is an address. */
export function PlanPage<State extends string, Data extends Found<State>>({
  plan: { to, filter, year, found },
  said,
  states,
  tones = {},
  acts,
  under,
  narrowing,
  children,
}: {
  plan: Plan<PlanFilter & { state?: State[] | undefined }, Data>;
  said: {
    titleOf: (year: number) => string;
    count: (items: string) => string;
    state: Readonly<Record<State, string>>;
    none: (year: number) => string;
    noneHint: string;
    noneFound: string;
    purpose: string;
  };
  states: readonly State[];
  /** The state of directives whose colour a state takes, where it is not one itself. */
  tones?: Partial<Record<State, string>>;
  acts: ReactNode;
  /** What more there is to say of it, beneath its name. */
  under?: ReactNode;
  /** What only this plan is narrowed by. */
  narrowing?: ReactNode;
  /** What it shows where it holds anything. */
  children: (data: Data) => ReactNode;
}) {
  const { asOfHint } = useWords(recordWords);
  const { data } = found;
  useTitle(said.titleOf(year));
  const family = figureFamilies[to];
  const filtered = Object.keys(filter).some((name) => name !== 'year');
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.titleOf(year)}</h1>
          <p className="quiet" role="status">
            {data && said.count(showNumber(data.items.length))}
            {filter.asOf && ` · ${asOfHint(showDay(filter.asOf))}`}
          </p>
          {under}
        </div>
        <div className="row">
          <AddFigure {...{ family, query: new URLSearchParams(searchOf(filter)).toString() }} />
          {acts}
        </div>
      </header>
      <StateCounts
        {...{ states, tones }}
        names={said.state}
        counts={data?.counts}
        chosen={filter.state}
        door={(state) => ({ to, search: searchOf({ ...filter, state }) })}
      />
      <PlanFilters to={to} filter={filter} year={year} years={data?.years ?? []}>
        {narrowing}
      </PlanFilters>
      <div className="stack" aria-busy={found.isFetching}>
        <Loaded found={found} rows={8} height={60}>
          {(shown) =>
            shown.items.length > 0 ? (
              children(shown)
            ) : (
              <section className="card">
                <Empty title={filtered ? said.noneFound : said.none(year)}>
                  <p>{filtered ? said.purpose : said.noneHint}</p>
                </Empty>
              </section>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
