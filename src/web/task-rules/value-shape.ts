import type { z } from 'zod';
import { TaskRuleValue } from '../../domain/tasks/rules/values.ts';
import { Decider } from '../../domain/tasks/rules/vocabulary.ts';

/** How a part of a rule's value is typed on the screen; what no decision changes (which change, which cause) is left out. */
export type Shape =
  | { as: 'number' | 'text' | 'day' | 'flag' }
  | { as: 'choice'; options: readonly string[] }
  | { as: 'rows'; of: Shape }
  | { as: 'parts'; parts: readonly { name: string; shape: Shape }[] };

/** Names that say what a rule is about, and lists of the law's own terms. */
const fixed = new Set([
  ...['kind', 'change', 'cause', 'subject', 'composition', 'roles', 'also'],
  ...['items', 'needs', 'letters', 'counter'],
]);

interface Def {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  entries?: Record<string, string>;
  format?: string;
}
const defOf = (type: z.core.$ZodType): Def => type._zod.def as unknown as Def;

/** @param value what stands there now: keys of a table come from it, and an optional part that is not said is not asked */
function shapeOf(type: z.core.$ZodType, value: unknown): Shape | null {
  const { type: kind, shape, element, innerType, entries, format } = defOf(type);
  switch (kind) {
    case 'optional':
      return innerType && value !== undefined ? shapeOf(innerType, value) : null;
    case 'number':
      return { as: 'number' };
    case 'boolean':
      return { as: 'flag' };
    case 'string':
      return { as: format === 'date' ? 'day' : 'text' };
    case 'enum':
      return { as: 'choice', options: Object.values(entries ?? {}) };
    case 'array': {
      const of = element && shapeOf(element, (value as unknown[])[0] ?? {});
      return of ? { as: 'rows', of } : null;
    }
    case 'object':
      return partsOf(Object.entries(shape ?? {}), value);
    case 'record': {
      const keys = Object.entries(value as Record<string, unknown>);
      return { as: 'parts', parts: keys.map(([name, one]) => ({ name, shape: leafOf(one) })) };
    }
    default:
      return null;
  }
}

/** A line of a table: an amount, or who decides at a level. */
const leafOf = (value: unknown): Shape =>
  typeof value === 'number' ? { as: 'number' } : { as: 'choice', options: Decider.options };

function partsOf(all: readonly [string, z.core.$ZodType][], value: unknown): Shape | null {
  const parts = all.flatMap(([name, type]) => {
    const inner = (value as Record<string, unknown> | undefined)?.[name];
    // What a table is by («by level») is what it is, not a choice.
    if (fixed.has(name) || (name === 'by' && typeof inner === 'string' && defOf(type).type !== 'enum'))
      return [];
    const shape = shapeOf(type, inner);
    return shape ? [{ name, shape }] : [];
  });
  return parts.length > 0 ? { as: 'parts', parts } : null;
}

/** What of a value can be decided otherwise; null where nothing is. */
export function shapeOfValue(value: TaskRuleValue): Shape | null {
  const type = TaskRuleValue.options.find(({ shape }) => shape.kind.value === value.kind);
  return type ? shapeOf(type, value) : null;
}

/** An empty line of a list, as whoever adds one begins. */
export function emptyOf(shape: Shape): unknown {
  switch (shape.as) {
    case 'parts':
      return Object.fromEntries(shape.parts.map(({ name, shape: inner }) => [name, emptyOf(inner)]));
    case 'rows':
      return [];
    case 'choice':
      return shape.options[0];
    case 'flag':
      return false;
    case 'number':
      return Number.NaN;
    default:
      return '';
  }
}
