import Fastify from 'fastify';
import { type CompiledQuery, Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import { foundBy, foundById } from '../../src/features/directives/queries.ts';
import { factRows } from '../../src/features/directives/record.ts';
import { openPool } from '../../src/storage/pool.ts';

/**
 * The product's own statements by hand through the driver: the same role, the same scope, the same rows, sent together and
 * handed on as they come. What the product takes beyond this is its sign-in, its rules and its contract.
 *
 * Usage: node same-sql.ts APP_URL AGENCY UNIT; prints its port.
 */
const [url = '', agency = '', unit = ''] = process.argv.slice(2);
const pool = openPool(url, 8);
const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
const server = Fastify();

const today = new Date().toISOString().slice(0, 10);
const asOf = { today, soonUntil: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) };
const begin = `begin isolation level repeatable read read only; set local app.agencies = '{${agency}}'`;

/** A statement written once; `put` sets the asked values in the places of the samples. */
function written(name: string, statement: RawBuilder<unknown>) {
  const { sql: text, parameters }: CompiledQuery = statement.compile(kysely);
  return (put: (sample: unknown) => unknown) => ({ name, text, values: parameters.map(put) });
}

async function rowsOf(...queries: { name: string; text: string; values: unknown[] }[]): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    const answers = [
      client.query(begin),
      ...queries.map((query) => client.query(query)),
      client.query('commit'),
    ];
    return (await Promise.all(answers)).slice(1, -1).map(({ rows }) => rows);
  } finally {
    client.release();
  }
}

const sampleId = '00000000-0000-4000-8000-000000000000';
const one = written('one', foundById(agency, sampleId, asOf));
const facts = written('facts', factRows(agency, [sampleId]));
server.get<{ Params: { id: string } }>('/directives/:id', (request) => {
  const put = (sample: unknown) =>
    Array.isArray(sample) ? [request.params.id] : sample === sampleId ? request.params.id : sample;
  return rowsOf(one(put), facts(put));
});

const page = { limit: 51, counted: true };
const list = written(
  'list',
  foundBy(agency, { unit: [unit], state: ['awaiting-confirmation'], sort: 'due' }, asOf, page),
);
server.get<{ Querystring: { unit: string } }>('/list', (request) =>
  rowsOf(list((sample) => (Array.isArray(sample) && sample[0] === unit ? [request.query.unit] : sample))),
);

const search = written('search', foundBy(agency, { q: 'nghiệm thu' }, asOf, page));
server.get('/search', () => rowsOf(search((sample) => sample)));

const address = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
