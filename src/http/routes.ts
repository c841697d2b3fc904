import type { Context } from '../features/context.ts';
import type { ReadingDesk } from '../features/intake/desk.ts';
import { recordIdentityEvent, userNameOf } from '../features/session/sign-in.ts';
import type { Bound } from './bind.ts';
import type { Identity } from './identity.ts';
import { actRoutes } from './routes/acts.ts';
import { agencyRoutes } from './routes/agencies.ts';
import { assetRoutes } from './routes/assets.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { callRoutes } from './routes/calls.ts';
import { conferenceRoutes } from './routes/conferences.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { delegationRoutes } from './routes/delegations.ts';
import { directiveRoutes } from './routes/directives.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { feedRoutes } from './routes/feeds.ts';
import { figureRoutes } from './routes/figures.ts';
import { importRoutes } from './routes/imports.ts';
import { inspectionRoutes } from './routes/inspections.ts';
import { intakeRoutes } from './routes/intake.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { paperRoutes } from './routes/papers.ts';
import { partnerRoutes } from './routes/partners.ts';
import { portalRoutes } from './routes/portal.ts';
import { programmeRoutes } from './routes/programme.ts';
import { reorganisationRoutes } from './routes/reorganisation.ts';
import { requestRoutes } from './routes/requests.ts';
import { resultRoutes } from './routes/results.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { scienceProgrammeRoutes } from './routes/science-programmes.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { setupRoutes } from './routes/setup.ts';
import { targetRoutes } from './routes/targets.ts';
import { taskImportRoutes } from './routes/task-imports.ts';
import { taskRuleRoutes } from './routes/task-rules.ts';
import { taskRoutes } from './routes/tasks.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { urgingRoutes } from './routes/urging.ts';
import { viewRoutes } from './routes/views.ts';

/** Every route of the API with its handler, in the order of the features' names. */
export function allRoutes(
  ctx: Context,
  {
    desk,
    identity,
    openDemo,
  }: { desk: ReadingDesk; identity: () => Promise<Identity>; openDemo: () => Promise<string> },
): Bound[] {
  return [
    ...actRoutes(ctx),
    ...agencyRoutes(ctx),
    ...auditRoutes(ctx),
    ...calendarRoutes(ctx),
    ...callRoutes(ctx),
    ...conferenceRoutes(ctx),
    ...delegationRoutes(ctx),
    ...dashboardRoutes(ctx),
    ...directiveRoutes(ctx),
    ...documentRoutes(ctx),
    ...draftRoutes(ctx),
    ...feedRoutes(ctx),
    ...figureRoutes(ctx),
    ...importRoutes(ctx),
    ...intakeRoutes(ctx, desk),
    ...organisationRoutes(ctx),
    ...paperRoutes(ctx),
    ...partnerRoutes(ctx),
    ...portalRoutes(ctx),
    ...programmeRoutes(ctx),
    ...reorganisationRoutes(ctx),
    ...requestRoutes(ctx),
    ...resultRoutes(ctx),
    ...reviewRoutes(ctx),
    ...sessionRoutes(ctx),
    ...settingsRoutes(ctx),
    ...setupRoutes(ctx, { begin: (userId) => beginDemo(ctx, identity, userId), openDemo }),
    ...targetRoutes(ctx),
    ...scienceProgrammeRoutes(ctx),
    ...inspectionRoutes(ctx),
    ...taskRuleRoutes(ctx),
    ...assetRoutes(ctx),
    ...taskImportRoutes(ctx),
    ...taskRoutes(ctx),
    ...tokenRoutes(ctx),
    ...viewRoutes(ctx),
    ...urgingRoutes(ctx),
  ];
}

/** One click into the demo; it stands in the audit as what it is. */
async function beginDemo(ctx: Context, identity: () => Promise<Identity>, userId: string): Promise<string[]> {
  const cookies = await (await identity()).begin(userId);
  const userName = await userNameOf(ctx, userId);
  const action = 'session.demoSignedIn';
  await recordIdentityEvent(ctx, { action, userId, userName, traceId: 'demo' });
  return cookies;
}
