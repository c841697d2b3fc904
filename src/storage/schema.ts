import type { AssetTables } from './schema/assets.ts';
import type { CallTables } from './schema/calls.ts';
import type { ConferenceTables } from './schema/conferences.ts';
import type { DraftTables } from './schema/drafts.ts';
import type { FigureTables } from './schema/figures.ts';
import type { FoundationTables } from './schema/foundation.ts';
import type { OrganisationTables } from './schema/organisation.ts';
import type { PlanningTables } from './schema/planning.ts';
import type { RegisterTables } from './schema/register.ts';
import type { ReviewTables } from './schema/reviews.ts';
import type { TaskTables } from './schema/tasks.ts';
import type { UrgingTables } from './schema/urging.ts';
import type { ViewTables } from './schema/views.ts';

/** Every table the application's role sees; one interface per topic beside its migration. */
export type Schema = AssetTables &
  CallTables &
  ConferenceTables &
  FigureTables &
  FoundationTables &
  OrganisationTables &
  DraftTables &
  PlanningTables &
  RegisterTables &
  ReviewTables &
  TaskTables &
  UrgingTables &
  ViewTables;
