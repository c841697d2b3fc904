import { z } from 'zod';
import { shareNames } from '../../domain/directives/rates.ts';
import { DirectiveRow } from '../directives/contract.ts';
import { Day, Id } from '../page.ts';
import { UnitRequest } from '../requests/contract.ts';
import { defineRoute } from '../route.ts';

/** A number and the list that holds exactly what it counts: its place and search parameters. */
export const Figure = z.object({
  count: z.int(),
  list: z.enum(['directives', 'requests', 'figures']),
  opens: z.record(z.string(), z.string()),
});
export type Figure = z.infer<typeof Figure>;

/** `short`: the abbreviation, else the name; unitId null: nobody of the agency leads. */
const UnitShown = z.object({ unitId: Id.nullable(), name: z.string(), short: z.string() });
export type UnitShown = z.infer<typeof UnitShown>;

/** What waits for whoever gives directives, or gave parts of their own. */
export const Decide = z.object({
  extensions: Figure,
  results: Figure,
  refused: Figure,
});
export type Decide = z.infer<typeof Decide>;

/** Open work of a unit as of today, and what it finished in the period. */
export const Bar = z.object({
  unit: UnitShown,
  'in-time': Figure,
  'due-soon': Figure,
  overdue: Figure,
  awaiting: Figure,
  done: Figure,
});
export type Bar = z.infer<typeof Bar>;

/** One unit waits for another: by obstacles reported and by questions not yet answered. Working days. */
export const Wait = z.object({
  from: UnitShown,
  to: UnitShown,
  work: Figure,
  questions: Figure,
  longest: z.int(),
  median: z.number(),
});
export type Wait = z.infer<typeof Wait>;

/** S&T tasks of the period as of today; `phases`: of those not over, the most first. */
const Science = z.object({
  inHand: Figure,
  carriedOver: Figure,
  begun: Figure,
  accepted: Figure,
  late: Figure,
  /** Carried out, and their assets not settled. */
  unsettled: Figure,
  phases: z.array(z.object({ name: z.string(), tasks: Figure })),
});

export const DashboardPeriod = z.enum(['month', 'quarter', 'half', 'year', 'dates']);
export type DashboardPeriod = z.infer<typeof DashboardPeriod>;

export const Dashboard = z.object({
  asOf: Day,
  period: z.object({ kind: DashboardPeriod, from: Day, to: Day, words: z.string() }),
  unit: UnitShown.nullable(),
  rates: z.object({
    base: Figure,
    shares: z.record(z.enum(shareNames), Figure),
    /** Stopped or suspended: told beside, in no share. */
    setAside: Figure,
    /** Median working days of what was done late; null where nothing was. */
    medianLate: z.number().nullable(),
    /** The same period a year before; null for chosen days or where nothing came due. */
    before: z.object({ words: z.string(), base: z.int(), doneByFirst: Figure }).nullable(),
  }),
  /** Null for who decides nothing. */
  decide: Decide.nullable(),
  /** Questions asked of units the viewer speaks for, not yet answered. */
  questions: Figure,
  bars: z.array(Bar),
  /** The longest overdue first, as many as one page holds. */
  overdue: z.object({ all: Figure, items: z.array(DirectiveRow) }),
  /** The longest wait first. */
  waits: z.array(Wait),
  /** Null for who may not see tasks, and where there are none. */
  science: Science.nullable(),
});
export type Dashboard = z.infer<typeof Dashboard>;

export const getDashboard = defineRoute({
  id: 'dashboard.get',
  method: 'GET',
  path: '/api/dashboard',
  summary: 'Buổi sáng: tỷ lệ đúng hạn của kỳ, việc theo đơn vị, quá hạn, chờ quyết, ai đang đợi ai',
  permission: 'directive.view',
  query: z.object({
    /** The period its first deadlines fall in, the one that holds today; the year unless told. */
    period: DashboardPeriod.default('year'),
    /** First and last day of `dates`. */
    from: Day.optional(),
    to: Day.optional(),
    unit: Id.optional(),
  }),
  reply: Dashboard,
});

/** Some lines of a list and the number that opens all of it. */
const lines = <Item extends z.ZodType>(item: Item) => z.object({ all: Figure, items: z.array(item) });

export const Today = z.object({
  asOf: Day,
  /** In my hands, or led by the units I head; what burns first. Null without a person. */
  mine: lines(DirectiveRow).nullable(),
  /** What my units lead or help with. Null without a unit. */
  units: z.object({ overdue: Figure, 'due-soon': Figure, 'in-time': Figure }).nullable(),
  decide: Decide.nullable(),
  questions: lines(UnitRequest),
  /** Asked by my units and answered late or not yet. */
  unanswered: Figure,
});
export type Today = z.infer<typeof Today>;

export const getToday = defineRoute({
  id: 'dashboard.today',
  method: 'GET',
  path: '/api/today',
  summary: 'Hôm nay: việc của tôi, của đơn vị tôi, chờ tôi quyết, câu hỏi cần trả lời',
  permission: 'directive.view',
  reply: Today,
});
