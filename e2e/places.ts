import { eventually, signIn } from './people.ts';
import type { Product } from './product.ts';

/** One record of each kind that has a page. */
export interface PageRecords {
  directive: string;
  open: string;
  document: string;
  review: string;
  target: string;
  item: string;
  draft: string;
  superior: string;
  period: string;
  conference: string;
  task: string;
  call: string;
  partner: string;
  rule: string;
  scienceProgramme: string;
  inspection: string;
}

/** Records of the demo, once it has them. */
export async function recordsOf(product: Product): Promise<PageRecords> {
  const clerk = await signIn(product, 'office');
  const first = (path: string, list = 'items') =>
    eventually(async () => {
      const found = (await (await clerk.get(path)).json()) as Record<string, { id: string }[]>;
      return found[list]?.[0]?.id;
    });
  return {
    directive: await first('/api/directives'),
    open: await first('/api/directives?state=in-time,overdue&level=whole'),
    document: await first('/api/documents'),
    review: await first('/api/intakes?state=reviewing'),
    target: await first('/api/targets'),
    item: await first('/api/programme'),
    draft: await first('/api/drafts'),
    superior: await first('/api/acts', 'superior'),
    period: await first('/api/reviews'),
    conference: await first('/api/conferences'),
    task: await first('/api/tasks'),
    call: await first('/api/calls'),
    partner: await first('/api/partners'),
    rule: await first('/api/task-rules'),
    scienceProgramme: await first('/api/science-programmes'),
    inspection: await first('/api/inspections'),
  };
}

const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();

/** Every place a person of a role can go, with the pages of one record each. */
export function placesOf(role: string, records: PageRecords): string[] {
  const own: Record<string, string[]> = {
    office: [
      '/intake',
      '/intake?state=dropped',
      `/intake/${records.review}`,
      '/documents/new',
      '/directives/templates',
      '/calls/accounts',
      '/public/results',
    ],
    auditor: ['/audit'],
    administrator: [
      '/organisation/import',
      '/organisation?tab=doubles',
      '/settings',
      '/settings/letters',
      '/audit',
    ],
  };
  const shared = [
    '/',
    '/organisation',
    '/organisation?tab=persons',
    '/organisation?tab=delegations',
    '/organisation?tab=changes',
    '/calendar',
    '/account',
    '/khong-co/gi',
  ];
  const work = [
    '/directives',
    '/directives/mine',
    '/directives?state=overdue',
    '/directives?view=board',
    '/directives?view=calendar',
    '/directives?view=timeline',
    '/tasks',
    '/tasks?view=board&by=step',
    '/tasks?view=timeline',
    '/tasks?view=waits',
    `/tasks/${records.task}`,
    '/partners',
    `/partners/${records.partner}`,
    '/science-programmes',
    `/science-programmes/${records.scienceProgramme}`,
    '/task-rules',
    `/task-rules/${records.rule}`,
    '/requests',
    '/reviews',
    `/reviews/${records.period}`,
    `/reviews/${records.period}/slides`,
    `/reviews/${records.period}/slides?slide=2`,
    '/conferences',
    '/calls',
    `/calls/${records.call}`,
    `/conferences/${records.conference}`,
    `/conferences/${records.conference}?tab=notice`,
    '/programme',
    '/programme?moved=true',
    `/programme/${records.item}`,
    '/drafts',
    `/drafts/${records.draft}`,
    '/drafts/superior',
    `/drafts/superior/${records.superior}`,
    '/targets',
    '/targets?state=late,failed',
    `/targets/${records.target}`,
    '/figures?period=quarter&figure=open',
    '/morning?period=quarter',
    `/directives?open=${records.directive}`,
    `/directives/${records.directive}`,
    `/directives?asOf=${today}&open=${records.open}`,
    `/directives/${records.open}?asOf=${today}`,
    '/inspections',
    `/inspections/${records.inspection}`,
    '/assets',
    '/documents',
    `/documents/${records.document}`,
  ];
  return [
    ...shared,
    ...(role === 'administrator' ? [] : work),
    ...(['office', 'director'].includes(role)
      ? [
          '/directives/give',
          '/directives/import',
          '/organisation/reorganise',
          '/programme/import',
          '/drafts/import',
          '/tasks/import',
        ]
      : []),
    ...(own[role] ?? []),
  ];
}
