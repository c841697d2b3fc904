/** A number within a rule's value that an agency may set otherwise: where it stands, and what it is now. */
export interface Part {
  path: string;
  name: string;
  value: number;
}

/** The numbers of a value, in their order. */
export function partsOf(value: unknown, path: readonly string[] = []): Part[] {
  if (typeof value === 'number') {
    const name = path.findLast((step) => !/^\d+$/u.test(step)) ?? '';
    return [{ path: path.join('.'), name, value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, inner]) => partsOf(inner, [...path, step]));
}

/** The value with other numbers in their places; what is not told stays. */
export function withParts<Value>(
  value: Value,
  numbers: ReadonlyMap<string, number>,
  path: readonly string[] = [],
): Value {
  if (typeof value === 'number') return (numbers.get(path.join('.')) ?? value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([step, one]) => [step, withParts(one, numbers, [...path, step])]);
  return (Array.isArray(value) ? inner.map(([, one]) => one) : Object.fromEntries(inner)) as Value;
}
