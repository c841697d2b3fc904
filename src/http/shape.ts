import type { z } from 'zod';

/** Copies of a value what a schema names. */
export type Shape = (value: unknown) => unknown;

type Fields = z.core.$ZodObjectDef['shape'];

const asIs: Shape = (value) => value;
const known = new WeakMap<z.core.$ZodType, Shape>();

/**
 * The way from an answer to what leaves the house: the fields its contract names and no others. Nothing is checked, since
 * handlers are held to the contract by their types and every answer of a test by the contract itself; checking each date
 * and id of a list again took as long as making it.
 */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const made = known.get(schema);
  if (made) return made;
  // A schema that names itself finds this one while its own is being made.
  let own: Shape = asIs;
  known.set(schema, (value) => own(value));
  own = make(schema);
  known.set(schema, own);
  return own;
}

function make(schema: z.core.$ZodType): Shape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return def.catchall ? parsed(schema) : ofObject(def.shape);
    case 'array':
      return ofArray(shapeOf(def.element));
    case 'record':
      return ofRecord(shapeOf(def.valueType));
    case 'nullable':
    case 'optional':
      return ofMaybe(shapeOf(def.innerType));
    case 'lazy':
      return shapeOf(def.getter());
    case 'union':
      return ofUnion(schema, def);
    case 'string':
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
    case 'null':
    case 'unknown':
      return asIs;
    default:
      return parsed(schema);
  }
}

/** Where only the value itself tells what it is, the schema is asked. */
const parsed =
  (schema: z.core.$ZodType): Shape =>
  (value) =>
    (schema as z.ZodType).parse(value);

const shaped = (shape: Shape, field: unknown) => (field === undefined ? undefined : shape(field));

function ofObject(fields: Fields): Shape {
  const shapes = Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, shapeOf(schema)]));
  const parts = Object.entries(shapes).map(([name, shape]) => {
    const at = JSON.stringify(name);
    return shape === asIs ? `${at}: from[${at}]` : `${at}: shaped(shapes[${at}], from[${at}])`;
  });
  // Written out and not gone through in a loop: objects made alike are made and told as JSON twice as fast.
  return new Function('shapes', 'shaped', `return (from) => ({ ${parts.join(', ')} })`)(
    shapes,
    shaped,
  ) as Shape;
}

const ofArray = (element: Shape): Shape =>
  element === asIs ? asIs : (value) => (value as unknown[]).map(element);

const ofMaybe = (inner: Shape): Shape =>
  inner === asIs ? asIs : (value) => (value === null || value === undefined ? value : inner(value));

const ofRecord = (inner: Shape): Shape =>
  inner === asIs
    ? asIs
    : (value) => Object.fromEntries(Object.entries(value as object).map(([key, held]) => [key, inner(held)]));

/** Of plain values any; of objects the one its own word names. */
function ofUnion(schema: z.core.$ZodType, def: z.core.$ZodUnionDef): Shape {
  const { options } = def;
  const shapes = options.map(shapeOf);
  if (shapes.every((shape) => shape === asIs)) return asIs;
  if (!('discriminator' in def)) return parsed(schema);
  const word = String(def.discriminator);
  const byWord = new Map<unknown, Shape>();
  for (const [index, option] of options.entries())
    for (const value of option._zod.propValues?.[word] ?? []) byWord.set(value, shapes[index]!);
  return (value) => (byWord.get((value as Record<string, unknown>)[word]) ?? parsed(schema))(value);
}
