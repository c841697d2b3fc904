import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shapeOf } from './shape.ts';

const Person = z.object({ name: z.string(), unit: z.object({ id: z.string() }).nullable() });
const Deadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.enum(['date', 'month']), due: z.string() }),
]);
interface Node {
  id: string;
  parts: Node[];
}
const Node: z.ZodType<Node> = z.object({ id: z.string(), parts: z.array(z.lazy(() => Node)) });

describe('only what the contract names leaves the house', () => {
  test.each([
    [Person, { name: 'An', secret: 1, unit: { id: 'a', secret: 1 } }],
    [Person, { name: 'An', unit: null, secret: 1 }],
    [z.object({ a: z.string().optional(), b: z.array(Person) }), { b: [{ name: 'An', unit: null, x: 1 }] }],
    [Deadline, { kind: 'none', due: 'no', secret: 1 }],
    [Deadline, { kind: 'month', due: '2026-01-31', secret: 1 }],
    [z.record(z.string(), Person), { p: { name: 'An', unit: null, secret: 1 } }],
    [z.partialRecord(z.enum(['a', 'b']), z.union([z.literal(true), z.string()])), { a: true, b: 'vì sao' }],
    [z.union([Person, z.object({ code: z.int() })]), { code: 1, secret: 1 }],
    [z.object({ at: z.tuple([Person, z.int()]) }), { at: [{ name: 'An', unit: null, secret: 1 }, 2] }],
    [z.object({ made: z.string().default('x') }).catchall(z.int()), { made: 'y', more: 1 }],
    [Node, { id: 'a', secret: 1, parts: [{ id: 'b', secret: 1, parts: [] }] }],
    [z.undefined(), undefined],
  ])('as the schema itself would have it (%#)', (schema, value) => {
    expect(shapeOf(schema)(value)).toEqual(schema.parse(value));
  });
});
