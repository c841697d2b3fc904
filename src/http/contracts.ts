import * as acts from '../features/acts/contract.ts';
import * as agencies from '../features/agencies/contract.ts';
import * as assets from '../features/assets/contract.ts';
import * as audit from '../features/audit/contract.ts';
import * as calendar from '../features/calendar/contract.ts';
import * as calls from '../features/calls/contract.ts';
import * as conferences from '../features/conferences/contract.ts';
import * as dashboard from '../features/dashboard/contract.ts';
import * as delegations from '../features/delegations/contract.ts';
import * as directives from '../features/directives/contract.ts';
import * as documents from '../features/documents/contract.ts';
import * as drafts from '../features/drafts/contract.ts';
import * as feeds from '../features/feeds/contract.ts';
import * as figures from '../features/figures/contract.ts';
import * as imports from '../features/imports/contract.ts';
import * as inspections from '../features/inspections/contract.ts';
import * as intake from '../features/intake/contract.ts';
import * as organisation from '../features/organisation/contract.ts';
import * as outsiders from '../features/outsiders/contract.ts';
import * as papers from '../features/papers/contract.ts';
import * as partners from '../features/partners/contract.ts';
import * as portal from '../features/portal/contract.ts';
import * as portfolio from '../features/portfolio/contract.ts';
import * as programme from '../features/programme/contract.ts';
import * as reorganisation from '../features/reorganisation/contract.ts';
import * as requests from '../features/requests/contract.ts';
import * as results from '../features/results/contract.ts';
import * as reviews from '../features/reviews/contract.ts';
import type { Route } from '../features/route.ts';
import * as scienceProgrammes from '../features/science-programmes/contract.ts';
import * as sendings from '../features/sendings/contract.ts';
import * as session from '../features/session/contract.ts';
import * as settings from '../features/settings/contract.ts';
import * as setup from '../features/setup/contract.ts';
import * as targets from '../features/targets/contract.ts';
import * as taskContracts from '../features/task-contracts/contract.ts';
import * as taskFiles from '../features/task-files/contract.ts';
import * as taskImports from '../features/task-imports/contract.ts';
import * as taskOverlaps from '../features/task-overlaps/contract.ts';
import * as taskRules from '../features/task-rules/contract.ts';
import * as tasks from '../features/tasks/contract.ts';
import * as tokens from '../features/tokens/contract.ts';
import * as urging from '../features/urging/contract.ts';
import * as views from '../features/views/contract.ts';
import type { Bound } from './bind.ts';

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value;
}

/** Every contract of every feature. */
export const allContracts: readonly Route[] = [
  acts,
  agencies,
  assets,
  audit,
  calendar,
  calls,
  conferences,
  delegations,
  dashboard,
  directives,
  documents,
  drafts,
  feeds,
  figures,
  imports,
  intake,
  organisation,
  outsiders,
  papers,
  partners,
  portal,
  portfolio,
  programme,
  reorganisation,
  requests,
  results,
  reviews,
  scienceProgrammes,
  sendings,
  taskFiles,
  inspections,
  session,
  settings,
  setup,
  targets,
  taskOverlaps,
  taskRules,
  taskContracts,
  taskImports,
  tasks,
  tokens,
  views,
  urging,
].flatMap((module) => Object.values(module).filter(isRoute));

/** Start-up refuses half-wired code: a contract nobody answers, or one without a permission. */
export function refuseUnbound(contracts: readonly Route[], bounds: readonly Bound[]): void {
  const bound = new Set(bounds.map(({ route }) => route.id));
  const missing = contracts.filter(({ id, permission }) => !bound.has(id) || !permission);
  if (missing.length > 0)
    throw new Error(`Routes without handler: ${missing.map(({ id }) => id).join(', ')}`);
}
