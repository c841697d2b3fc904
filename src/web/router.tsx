import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { CallFailed } from './api/call.ts';
import { client, sessionQuery, setupQuery } from './api/client.ts';
import { Crashed, NoSuchPage, NotFound, Waiting } from './frame/fallbacks.tsx';
import { Frame } from './frame/frame.tsx';
import { TodayPage } from './today/today-page.tsx';

/** Search parameters of an address: plain text by name, exactly as the API and the exports take them. */
type Search = Record<string, string | undefined>;

const plainSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

const rootRoute = createRootRoute({
  component: Outlet,
  validateSearch: plainSearch,
  beforeLoad: async ({ location }) => {
    if (location.pathname.startsWith('/set-up')) return;
    const setup = await client.ensureQueryData(setupQuery);
    if (setup.needed) throw redirect({ to: '/set-up', search: plainSearch(location.search) });
  },
  errorComponent: Crashed,
  notFoundComponent: NotFound,
  pendingComponent: Waiting,
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./set-up/set-up-page.tsx'), 'SetUpPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** Who is not signed in signs in first, and comes back to the same place. */
async function signedIn({ location }: { location: { href: string } }): Promise<void> {
  try {
    await client.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof CallFailed && error.status === 401) {
      throw redirect({
        to: '/sign-in',
        search: { next: location.href === '/' ? undefined : location.href },
      });
    }
    throw error;
  }
}

/** Whoever acts for a host or investigator outside is at home in the portal, and nowhere else; all others are not. */
async function inside(at: { location: { href: string } }): Promise<void> {
  await signedIn(at);
  if (client.getQueryData(sessionQuery.queryKey)?.partner) throw redirect({ to: '/portal' });
}

async function outside(at: { location: { href: string } }): Promise<void> {
  await signedIn(at);
  if (!client.getQueryData(sessionQuery.queryKey)?.partner) throw redirect({ to: '/' });
}

/** Everything behind the sign-in. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: inside,
  component: Frame,
});

/** On the projector no frame stands around the slides. */
const slidesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews/$id/slides',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./reviews/slides-page.tsx'), 'SlidesPage'),
});

/** The portal of hosts and investigators. */
const portalRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'outside',
  beforeLoad: outside,
  component: lazyRouteComponent(() => import('./portal/portal-frame.tsx'), 'PortalFrame'),
});

const portalPage = <Path extends string>(
  path: Path,
  load: Parameters<typeof lazyRouteComponent>[0],
  name: string,
) => createRoute({ getParentRoute: () => portalRoute, path, component: lazyRouteComponent(load, name) });

const publicPage = <Path extends string>(path: Path, name: string) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(() => import('./calls/public-page.tsx'), name as 'PublicCallPage'),
  });

const page = <Path extends string>(
  path: Path,
  load: Parameters<typeof lazyRouteComponent>[0],
  name: string,
) => createRoute({ getParentRoute: () => insideRoute, path, component: lazyRouteComponent(load, name) });

/** Both halves of «Văn bản», with the way from one to the other. */
const documentsRoute = createRoute({
  getParentRoute: () => insideRoute,
  id: 'documents-area',
  component: lazyRouteComponent(() => import('./documents/documents-area.tsx'), 'DocumentsArea'),
});

const routeTree = rootRoute.addChildren([
  setUpRoute,
  signInRoute,
  slidesRoute,
  publicPage('/public/calls', 'PublicCallsPage'),
  publicPage('/public/calls/$id', 'PublicCallPage'),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/public/results',
    component: lazyRouteComponent(() => import('./results/public-page.tsx'), 'PublicResultsPage'),
  }),
  portalRoute.addChildren([
    portalPage('/portal', () => import('./portal/home-page.tsx'), 'PortalHomePage'),
    portalPage('/portal/dossiers/$id', () => import('./portal/dossier-page.tsx'), 'DossierPage'),
    portalPage('/portal/tasks/$id', () => import('./portal/own-task-page.tsx'), 'OwnTaskPage'),
    portalPage('/portal/account', () => import('./portal/account-page.tsx'), 'PortalAccountPage'),
  ]),
  insideRoute.addChildren([
    documentsRoute.addChildren([
      createRoute({
        getParentRoute: () => documentsRoute,
        path: '/intake',
        component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
      }),
      createRoute({
        getParentRoute: () => documentsRoute,
        path: '/documents',
        component: lazyRouteComponent(() => import('./documents/register-page.tsx'), 'RegisterPage'),
      }),
    ]),
    // With the frame in the first file: whoever signs in arrives here.
    createRoute({ getParentRoute: () => insideRoute, path: '/', component: TodayPage }),
    page('/morning', () => import('./morning/morning-page.tsx'), 'MorningPage'),
    page('/figures', () => import('./figures/figures-page.tsx'), 'FiguresPage'),
    page('/reviews', () => import('./reviews/reviews-page.tsx'), 'ReviewsPage'),
    page('/reviews/$id', () => import('./reviews/period-review-page.tsx'), 'PeriodReviewPage'),
    page('/conferences', () => import('./conferences/conferences-page.tsx'), 'ConferencesPage'),
    page('/conferences/$id', () => import('./conferences/conference-page.tsx'), 'ConferencePage'),
    page('/requests', () => import('./requests/requests-page.tsx'), 'RequestsPage'),
    page('/intake/$id', () => import('./review/review-page.tsx'), 'ReviewPage'),
    page('/documents/new', () => import('./documents/by-hand-page.tsx'), 'ByHandPage'),
    page('/documents/$id', () => import('./documents/document-page.tsx'), 'DocumentPage'),
    page('/directives', () => import('./directives/views/area.tsx'), 'DirectivesArea'),
    page('/directives/give', () => import('./directives/give-page.tsx'), 'GivePage'),
    page('/directives/import', () => import('./directives/bring-in/bring-in-page.tsx'), 'BringInPage'),
    page('/directives/templates', () => import('./papers/templates-page.tsx'), 'TemplatesPage'),
    page('/directives/mine', () => import('./directives/mine-page.tsx'), 'MinePage'),
    page('/directives/$id', () => import('./directives/directive-page.tsx'), 'DirectivePage'),
    page('/tasks', () => import('./tasks/tasks-page.tsx'), 'TasksPage'),
    page('/tasks/$id', () => import('./tasks/task-page.tsx'), 'TaskPage'),
    page('/partners', () => import('./partners/partners-page.tsx'), 'PartnersPage'),
    page('/partners/$id', () => import('./partners/partner-page.tsx'), 'PartnerPage'),
    page('/targets', () => import('./targets/targets-page.tsx'), 'TargetsPage'),
    page('/targets/$id', () => import('./targets/target-page.tsx'), 'TargetPage'),
    page('/drafts', () => import('./drafts/drafts-page.tsx'), 'DraftsPage'),
    page('/drafts/import', () => import('./drafts/import-page.tsx'), 'DraftsImportPage'),
    page('/drafts/superior', () => import('./acts/acts-page.tsx'), 'ActsPage'),
    page('/drafts/superior/$id', () => import('./acts/superior-page.tsx'), 'SuperiorPage'),
    page('/drafts/$id', () => import('./drafts/draft-page.tsx'), 'DraftPage'),
    page('/inspections', () => import('./inspections/inspections-page.tsx'), 'InspectionsPage'),
    page('/inspections/$id', () => import('./inspections/inspection-page.tsx'), 'InspectionPage'),
    page('/assets', () => import('./assets/assets-page.tsx'), 'AssetsPage'),
    page('/tasks/import', () => import('./task-imports/import-page.tsx'), 'TaskImportPage'),
    page('/programme', () => import('./programme/programme-page.tsx'), 'ProgrammePage'),
    page('/programme/import', () => import('./programme/import-page.tsx'), 'ProgrammeImportPage'),
    page('/programme/$id', () => import('./programme/item-page.tsx'), 'ProgrammeItemPage'),
    page('/calls', () => import('./calls/calls-page.tsx'), 'CallsPage'),
    page('/calls/accounts', () => import('./calls/accounts-page.tsx'), 'AccountsPage'),
    page('/calls/$id', () => import('./calls/call-page.tsx'), 'CallPage'),
    page(
      '/science-programmes',
      () => import('./science-programmes/programmes-page.tsx'),
      'ScienceProgrammesPage',
    ),
    page(
      '/science-programmes/$id',
      () => import('./science-programmes/programme-page.tsx'),
      'ScienceProgrammePage',
    ),
    page('/task-rules', () => import('./task-rules/rules-page.tsx'), 'RulesPage'),
    page('/task-rules/$id', () => import('./task-rules/rule-page.tsx'), 'RulePage'),
    page('/organisation', () => import('./organisation/organisation-page.tsx'), 'OrganisationPage'),
    page('/organisation/import', () => import('./organisation/import-page.tsx'), 'ImportPage'),
    page('/organisation/reorganise', () => import('./organisation/reorganise-page.tsx'), 'ReorganisePage'),
    page('/calendar', () => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
    page('/audit', () => import('./audit/audit-page.tsx'), 'AuditPage'),
    page('/overview', () => import('./agencies/overview-page.tsx'), 'OverviewPage'),
    page('/agencies', () => import('./agencies/agencies-page.tsx'), 'AgenciesPage'),
    page('/settings', () => import('./settings/settings-page.tsx'), 'SettingsPage'),
    page('/settings/letters', () => import('./settings/letters-page.tsx'), 'LettersPage'),
    page('/account', () => import('./account/account-page.tsx'), 'AccountPage'),
    createRoute({ getParentRoute: () => insideRoute, path: '$', component: NoSuchPage }),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Crashed,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(search))
      if (value !== undefined && value !== '') query.set(name, String(value));
    return query.size > 0 ? `?${query}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
