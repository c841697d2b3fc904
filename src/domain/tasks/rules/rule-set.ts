import { inForce } from '../../rules/rule.ts';
import { publishedTaskRules } from './files.ts';
import type { RuleOf, TaskRule } from './rule.ts';
import type { TaskRuleKind } from './values.ts';
import type { Regime } from './vocabulary.ts';

/** Whose rule, and when: the day, the task's regime, the agency (its sign). */
export interface TaskRuleScope {
  on: string | Temporal.PlainDate;
  regime?: Regime;
  agency?: string;
}

export interface TaskRuleQuery extends TaskRuleScope {
  topic: string;
}

/**
 * The rules of S&T tasks. In force is what the agency decided itself, else what its ministry published, else the national
 * rule; of the last two the one of the narrower regime.
 */
export interface TaskRules {
  /** The rule in force; undefined where there is none. @throws Error where it is of another kind than asked for */
  find<K extends TaskRuleKind>(kind: K, query: TaskRuleQuery): RuleOf<K> | undefined;
  /** The same. @throws Error in Vietnamese where no rule is in force */
  get<K extends TaskRuleKind>(kind: K, query: TaskRuleQuery): RuleOf<K>;
  /** The very rule a decision rested on, whether it still holds or not. */
  byId(id: string): TaskRule | undefined;
  /** The rules in force whose topic begins with `prefix`, and which are of the kind, one a topic. */
  under<K extends TaskRuleKind>(kind: K, prefix: string, scope: TaskRuleScope): RuleOf<K>[];
}

/**
 * The published rules, with those agencies decided on.
 * @param decided what `decidedRules` made of the decisions, wherever they are kept
 */
export function taskRules(decided: readonly TaskRule[] = []): TaskRules {
  const layers = [decided, publishedTaskRules].map((rules) => Map.groupBy(rules, ({ topic }) => topic));
  const byId = new Map([...publishedTaskRules, ...decided].map((rule) => [rule.id, rule]));
  const topics = new Set(layers.flatMap((layer) => [...layer.keys()]));

  function ruleOf(query: TaskRuleQuery): TaskRule | undefined {
    for (const layer of layers) {
      const rule = inForce(layer.get(query.topic) ?? [], query);
      // What goes in is what comes out: one of the rules given.
      if (rule) return rule as TaskRule;
    }
    return undefined;
  }

  function find<K extends TaskRuleKind>(kind: K, query: TaskRuleQuery): RuleOf<K> | undefined {
    const rule = ruleOf(query);
    if (!rule || isOfKind(rule, kind)) return rule;
    throw new Error(`Quy tắc «${rule.id}» thuộc loại ${rule.value.kind}, không phải ${kind}`);
  }

  return {
    find,
    get: (kind, query) => {
      const rule = find(kind, query);
      if (rule) return rule;
      throw new Error(
        `Không có quy tắc «${query.topic}» nào có hiệu lực ngày ${query.on} cho chế độ ${query.regime ?? 'chung'}`,
      );
    },
    byId: (id) => byId.get(id),
    under: (kind, prefix, scope) =>
      [...topics]
        .filter((topic) => topic.startsWith(prefix))
        .map((topic) => ruleOf({ ...scope, topic }))
        .filter((rule) => rule !== undefined && isOfKind(rule, kind)),
  };
}

function isOfKind<K extends TaskRuleKind>(rule: TaskRule | undefined, kind: K): rule is RuleOf<K> {
  return rule?.value.kind === kind;
}
