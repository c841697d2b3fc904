import type { Change, Named } from './change.ts';
import { type BudgetLine, budgetOf } from './cost-lines.ts';
import type { StepBody } from './facts.ts';
import type { Khoan } from './rules/vocabulary.ts';

/** What papers say of the task as it is now, changes included. Days are ISO, money is đồng. */
export interface TaskTerms {
  title: string | null;
  callClosesOn: string | null;
  dossiers: { dossier: string; host: Named; investigator: Named }[];
  /** The dossier the council named, of several. */
  proposedId: string | null;
  host: Named | null;
  investigator: Named | null;
  stateMoney: number | null;
  otherMoney: number | null;
  /** The state money by items, as moved since; null where no paper names them. */
  budget: readonly BudgetLine[] | null;
  khoan: Khoan | null;
  months: number | null;
  /** @property firstTo its end before any change */
  contract: { number: string; from: string; to: string; firstTo: string } | null;
}

export const nothingSaid = (): TaskTerms => ({
  title: null,
  callClosesOn: null,
  dossiers: [],
  proposedId: null,
  host: null,
  investigator: null,
  stateMoney: null,
  otherMoney: null,
  budget: null,
  khoan: null,
  months: null,
  contract: null,
});

/** The terms after a step that says something of them. */
export function sayTerms(terms: TaskTerms, body: StepBody): TaskTerms {
  switch (body.kind) {
    case 'proposed':
    case 'listed':
      return { ...terms, title: body.title };
    case 'called':
      return { ...terms, callClosesOn: body.closesOn, dossiers: [], proposedId: null };
    case 'callExtended':
      return { ...terms, callClosesOn: body.closesOn };
    case 'filed': {
      const { dossier, host, investigator } = body;
      return { ...terms, dossiers: [...without(terms.dossiers, dossier), { dossier, host, investigator }] };
    }
    case 'withdrawn':
      return { ...terms, dossiers: without(terms.dossiers, body.dossier) };
    case 'scored':
      return { ...terms, proposedId: body.dossier ?? null };
    case 'approved': {
      const { kind: _, lines: __, ...approved } = body;
      return { ...terms, ...approved, budget: budgetOf(body) };
    }
    case 'contracted': {
      const { number, from, to } = body;
      return { ...terms, contract: { number, from, to, firstTo: to } };
    }
    case 'redone':
      return terms.contract ? { ...terms, contract: { ...terms.contract, to: body.until } } : terms;
    default:
      return terms;
  }
}

const without = (dossiers: TaskTerms['dossiers'], dossier: string) =>
  dossiers.filter((one) => one.dossier !== dossier);

/** The terms once a change is made: its `after` holds. */
export const makeChange = (terms: TaskTerms, change: Change): TaskTerms => withSide(terms, change, 'after');
/** The terms once a change that was made is objected to: its `before` holds again. */
export const takeBack = (terms: TaskTerms, change: Change): TaskTerms => withSide(terms, change, 'before');

function withSide(terms: TaskTerms, change: Change, side: 'before' | 'after'): TaskTerms {
  switch (change.type) {
    case 'extension':
    case 'shortening':
      return terms.contract ? { ...terms, contract: { ...terms.contract, to: change[side] } } : terms;
    case 'investigator':
      return { ...terms, investigator: change[side] };
    case 'host':
      return { ...terms, host: change[side] };
    case 'budget-move':
      return { ...terms, budget: change[side] };
    case 'name-aim-product':
      return change.what === 'name' ? { ...terms, title: change[side] } : terms;
    default:
      return terms;
  }
}
