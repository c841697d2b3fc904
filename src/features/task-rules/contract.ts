import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { RulesFilter, SubjectName } from '../../domain/tasks/rules/filter.ts';
import { TaskRuleValue } from '../../domain/tasks/rules/values.ts';
import { Regime as RuledRegime } from '../../domain/tasks/rules/vocabulary.ts';
import { Day } from '../page.ts';
import { defineRoute } from '../route.ts';
import { Regime } from '../tasks/contract.ts';

/** Whose rule it is: of the whole country, of a ministry, or decided by the agency itself. */
export const Layer = z.enum(['national', 'ministry', 'own']);

/** One rule of S&T tasks: what it says in Vietnamese, on which article, how sure that is, and from when to when. */
export const RuleShown = z.object({
  id: z.string(),
  topic: z.string(),
  subject: SubjectName,
  /** What it is called. */
  about: z.string(),
  words: z.string(),
  regime: RuledRegime.nullable(),
  layer: Layer,
  basis: z.object({ text: z.string(), article: z.string() }),
  confidence: z.enum(['text', 'secondary', 'setting']),
  note: z.string().nullable(),
  from: Day,
  to: Day.nullable(),
});
export type RuleShown = z.infer<typeof RuleShown>;

export const RuleList = z.object({
  on: Day,
  regime: Regime,
  items: z.array(RuleShown),
  /** Of all in force, whatever the filter: how many rest on a default, how many the agency decided. */
  doubtful: z.int(),
  decidedHere: z.int(),
  abilities: abilitiesTo('decide'),
});
export type RuleList = z.infer<typeof RuleList>;

/** One rule with its worked cases and every version of its topic, the newest first. */
export const RuleRecord = RuleShown.extend({
  value: TaskRuleValue,
  unit: z.string(),
  base: z.string().nullable(),
  clockEvent: z.string().nullable(),
  /** Null for what the agency decided itself. */
  file: z.string().nullable(),
  worked: z.array(z.record(z.string(), z.json())),
  versions: z.array(RuleShown),
  /** Whether anything of a task was recorded by it. */
  used: z.boolean(),
  abilities: abilitiesTo('decide'),
});
export type RuleRecord = z.infer<typeof RuleRecord>;

export const listRules = defineRoute({
  id: 'taskRule.list',
  method: 'GET',
  path: '/api/task-rules',
  summary: 'Quy tắc của nhiệm vụ KH&CN có hiệu lực vào một ngày',
  permission: 'task.view',
  query: RulesFilter,
  reply: RuleList,
});

export const getRule = defineRoute({
  id: 'taskRule.get',
  method: 'GET',
  path: '/api/task-rules/:id',
  summary: 'Một quy tắc với căn cứ, trường hợp kiểm tra và các bản trước sau',
  permission: 'task.view',
  params: z.object({ id: z.string().max(300) }),
  reply: RuleRecord,
});

const line = (message: string) => z.string().trim().min(1, message).max(300);

export const RuleDecided = z.object({
  /** The rule it stands in the place of, as it was looked at. */
  insteadOf: z.string().max(300),
  number: line('Ghi số quyết định'),
  date: Day,
  article: line('Ghi điều, khoản'),
  from: Day,
  to: Day.nullable().default(null),
  value: TaskRuleValue,
  note: z.string().trim().min(1).max(1000).nullable().default(null),
});
export type RuleDecided = z.infer<typeof RuleDecided>;

export const decideRule = defineRoute({
  id: 'taskRule.decide',
  method: 'POST',
  path: '/api/task-rules/decisions',
  summary: 'Ghi quyết định của cơ quan thay một quy tắc',
  permission: 'task.decide',
  body: RuleDecided,
  reply: RuleRecord,
  status: 201,
  creates: true,
});
