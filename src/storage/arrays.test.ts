import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { arrayBytes, type ElementType } from './arrays.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  ({ store } = await testDatabase());
});
afterAll(() => store.close());

test.each<[ElementType, unknown[], unknown[]?]>([
  ['text', ['', 'Đắk Lắk "một", {hai}\\', null, '🇻🇳', 'NULL']],
  ['uuid', ['01890a5d-ac96-774b-bcce-b302099a8057', null]],
  ['date', ['1900-01-01', '1999-12-31', '2000-01-01', '2024-02-29', '2100-12-31', null]],
  ['int4', [0, -1, 2_147_483_647, null]],
  ['float8', [0.1, -2.5, 1000, null]],
  ['bool', [true, false, null]],
  ['jsonb', ['{"a": ["đ", 1, null]}', null], [{ a: ['đ', 1, null] }, null]],
  ['text', []],
])('an array of %s arrives as it was sent: %j', async (type, values, arrived = values) => {
  const { rows } = await store.read({ agencies: [] }, (tx) =>
    sql<{ value: unknown }>`select r.value from unnest(${arrayBytes(type, values)}::${sql.raw(type)}[])
      with ordinality as r(value, place) order by r.place`.execute(tx),
  );
  expect(rows.map(({ value }) => value)).toEqual(arrived);
});
