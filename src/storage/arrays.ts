/**
 * Columns of many rows as binary arrays: what is sent is what PostgreSQL keeps, so neither side writes and parses text.
 * Object ids of the element types, from pg_type.
 */
const types = {
  text: { oid: 25, of: (value: unknown) => Buffer.from(String(value)) },
  uuid: { oid: 2950, of: (value: unknown) => Buffer.from(String(value).replaceAll('-', ''), 'hex') },
  date: { oid: 1082, of: (value: unknown) => int(daysSince2000(String(value))) },
  int4: { oid: 23, of: (value: unknown) => int(Number(value)) },
  float8: { oid: 701, of: (value: unknown) => double(Number(value)) },
  bool: { oid: 16, of: (value: unknown) => Buffer.of(value === true ? 1 : 0) },
  /** Of JSON text; the first byte is the version of the form. */
  jsonb: { oid: 3802, of: (value: unknown) => Buffer.concat([Buffer.of(1), Buffer.from(String(value))]) },
} as const;
export type ElementType = keyof typeof types;

function int(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

const daysSince2000 = (iso: string) =>
  Math.round((Date.parse(`${iso}T00:00:00Z`) - 946_684_800_000) / 86_400_000);

/** The bytes of a one-dimensional array in PostgreSQL's binary form (array_recv). */
export function arrayBytes(type: ElementType, values: readonly unknown[]): Buffer {
  const { oid, of } = types[type];
  const none = int(-1);
  const parts: Buffer[] = [];
  for (const value of values) {
    if (value === null || value === undefined) parts.push(none);
    else {
      const bytes = of(value);
      parts.push(int(bytes.length), bytes);
    }
  }
  // Dimensions, whether nulls are among them, type, length, lower bound.
  return Buffer.concat([
    ...[values.length === 0 ? 0 : 1, 1, oid, ...(values.length === 0 ? [] : [values.length, 1])].map(int),
    ...parts,
  ]);
}
