import { inForce, type Rule, type RuleQuery } from '../../rules/rule.ts';
import { publishedTaskRules } from './files.ts';
import type { RuleOf, TaskRule } from './rule.ts';
import type { TaskRuleKind } from './values.ts';
import type { Regime } from './vocabulary.ts';

/** Which rule of tasks is asked for: its topic, the day, the task's regime, the agency (its sign). */
export interface TaskRuleQuery {
  topic: string;
  on: string | Temporal.PlainDate;
  regime?: Regime;
  agency?: string;
}

/** The rules of S&T tasks: the national ones with what agencies decided otherwise. */
export interface TaskRules {
  rules: readonly TaskRule[];
  /** The rule in force that day, the agency's own before the national one; undefined where there is none. */
  find<K extends TaskRuleKind>(kind: K, query: TaskRuleQuery): RuleOf<K> | undefined;
  /** The same. @throws Error in Vietnamese where no rule is in force */
  get<K extends TaskRuleKind>(kind: K, query: TaskRuleQuery): RuleOf<K>;
  /** Rules whose topic begins with a text and which are in force that day, one a topic. */
  under<K extends TaskRuleKind>(kind: K, prefix: string, query: Omit<TaskRuleQuery, 'topic'>): RuleOf<K>[];
}

/**
 * The national rules, with those an agency decided on (`agencyRule`), read from wherever they are kept.
 * @param own checked by `readTaskRules`
 */
export function taskRules(own: readonly TaskRule[] = []): TaskRules {
  const rules = [...publishedTaskRules, ...own];
  const byTopic = Map.groupBy(rules, (rule) => rule.topic);

  function find<K extends TaskRuleKind>(kind: K, query: TaskRuleQuery): RuleOf<K> | undefined {
    const rule = inForce(byTopic.get(query.topic) ?? [], query satisfies RuleQuery) as TaskRule | undefined;
    return rule && isOfKind(rule, kind) ? rule : undefined;
  }

  return {
    rules,
    find,
    get: (kind, query) => {
      const rule = find(kind, query);
      if (rule) return rule;
      throw new Error(
        `Không có quy tắc «${query.topic}» (${kind}) nào có hiệu lực ngày ${query.on} cho chế độ ${query.regime ?? 'chung'}. Kiểm tra các tệp trong rules/tasks.`,
      );
    },
    under: (kind, prefix, query) =>
      [...byTopic.keys()]
        .filter((topic) => topic.startsWith(prefix))
        .map((topic) => find(kind, { ...query, topic }))
        .filter((rule) => rule !== undefined),
  };
}

function isOfKind<K extends TaskRuleKind>(rule: TaskRule, kind: K): rule is RuleOf<K> {
  return rule.value.kind === kind;
}

/** What an agency decides otherwise than the national rule, and by which decision. */
export interface AgencyDecision {
  agency: string;
  /** Number and day of the decision, «123/QĐ-SKHCN». */
  number: string;
  date: string;
  article?: string;
  from: string;
  to?: string;
  changes: Partial<Pick<TaskRule, 'value' | 'unit' | 'base' | 'comparison' | 'clockEvent' | 'note'>>;
}

/** The rule an agency's decision puts in the place of a national one, to be checked by `readTaskRules`. */
export function agencyRule(national: TaskRule, decision: AgencyDecision): Rule {
  const { id: _id, to: _to, cases: _cases, note: _note, ...inherited } = national;
  const { agency, number, date, article, from, to, changes } = decision;
  return {
    ...inherited,
    ...changes,
    id: `${national.topic.replace(/^task\./u, '')}.${agency}.${from}`,
    agency,
    from,
    ...(to === undefined ? {} : { to }),
    basis: { text: `Quyết định ${number} ngày ${date}`, article: article ?? 'Toàn văn' },
    confidence: 'text',
    cases: [],
  };
}
