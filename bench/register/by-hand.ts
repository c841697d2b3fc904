import Fastify from 'fastify';
import pg from 'pg';
import { searchQuery } from '../../src/domain/text/search.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { connectionSettings } from '../../src/storage/pool.ts';

/**
 * The least a program could do on the same rows: Fastify and the driver, no sign-in, no permission, no row-level
 * security, no contract; what it writes is in no roll-up. Every figure of the product is set against it.
 *
 * Usage: node by-hand.ts DATABASE_URL AGENCY UNIT; prints its port.
 */
const [url = '', agency = '', unit = ''] = process.argv.slice(2);
const pool = new pg.Pool({ ...connectionSettings(url), max: 8 });
const server = Fastify();

const columns = `d.id, d.words, d.action, n.kind, n.product, n.lead_unit_id, n.lead_name, n.coordinating, n.deadline, n.due,
  n.first_due, n.origin, n.percent, n.phase, n.suspended, n.holder, n.given_on, n.closed_on, n.version`;
const from = 'directive_now n join directive d on d.agency_id = n.agency_id and d.id = n.directive_id';

server.get('/bare', async () => ({ ok: true }));

server.get<{ Params: { id: string } }>('/directives/:id', async (request) => {
  const { rows } = await pool.query({
    name: 'get',
    text: `select ${columns}, (select json_agg(json_build_object('id', f.id, 'on', f.happened_on, 'at', f.recorded_at,
        'by', p.full_name, 'body', f.body) order by f.recorded_at) from directive_fact f
        left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
        where f.agency_id = n.agency_id and f.directive_id = n.directive_id) as facts
      from ${from} where n.agency_id = $1 and n.directive_id = $2`,
    values: [agency, request.params.id],
  });
  return rows[0];
});

server.get<{ Querystring: { unit: string } }>('/list', async (request) => {
  const where = `n.agency_id = $1 and n.lead_unit_id = $2 and n.phase = 'submitted'`;
  const values = [agency, request.query.unit];
  const { rows } = await pool.query({
    name: 'list',
    text: `select ${columns}, (select count(*)::int from directive_now n where ${where}) as total,
        (select json_object_agg(phase, count) from (select n.phase, count(*) from directive_now n
          where n.agency_id = $1 and n.lead_unit_id = $2 group by 1) c) as counts
      from ${from} where ${where} order by n.due, n.directive_id limit 50`,
    values,
  });
  return rows;
});

server.get<{ Querystring: { q: string } }>('/search', async (request) => {
  const values = [agency, searchQuery(request.query.q)];
  const { rows } = await pool.query({
    name: 'search',
    text: `with m as materialized (select n.directive_id, n.due from ${from}
        where n.agency_id = $1 and d.search @@ to_tsquery('simple', $2))
      select ${columns}, (select count(*)::int from m) as total from (select * from m order by due, directive_id limit 50) m
      join ${from} on n.agency_id = $1 and n.directive_id = m.directive_id order by n.due, n.directive_id`,
    values,
  });
  return rows;
});

server.get('/overview', async () => {
  const { rows } = await pool.query({
    name: 'overview',
    text: `select agency_id, lead_unit_id, case when phase = 'stopped' then 'stopped'
        when phase = 'accepted' and closed_on > due then 'done-late' when phase = 'accepted' then 'done-in-time'
        when suspended then 'suspended' when phase = 'submitted' then 'awaiting-confirmation'
        when due < current_date then 'overdue' else 'open' end as state, count(*)::int as count
      from directive_now where origin <> 'part' group by 1, 2, 3`,
  });
  return rows;
});

async function within<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

const audit = (client: pg.PoolClient, action: string, record: string) =>
  client.query({
    name: 'audit',
    text: `insert into audit_event (agency_id, id, action, record_kind, record_id, detail) values ($1, $2, $3, 'directive', $4, '{}')`,
    values: [agency, uuidv7(), action, record],
  });
const fact = (client: pg.PoolClient, id: string, body: object) =>
  client.query({
    name: 'fact',
    text: `insert into directive_fact (agency_id, id, directive_id, happened_on, recorded_at, body)
      values ($1, $2, $3, current_date, now(), $4)`,
    values: [agency, uuidv7(), id, JSON.stringify(body)],
  });

server.post<{ Body: { words: string } }>('/directives', async (request) => {
  const id = uuidv7();
  const { words } = request.body;
  const given = { kind: 'given', lead: { unitId: unit }, deadline: { kind: 'none' } };
  await within(async (client) => {
    await client.query({
      name: 'directive',
      text: `insert into directive (agency_id, id, ordinal, spans, outline, words, action, kind, recorded_at, fold)
        values ($1, $2, 1, '[]', '[]', $3, 'x', 'do', now(), $4)`,
      values: [agency, id, words, words.toLowerCase()],
    });
    await fact(client, id, given);
    await client.query({
      name: 'now',
      text: `insert into directive_now (agency_id, directive_id, kind, lead_unit_id, coordinating, unit_ids, deadline,
        deadline_kind, given_on, version) values ($1, $2, 'do', $3, '[]', array[$3]::uuid[], '{"kind":"none"}', 'none', current_date, 1)`,
      values: [agency, id, unit],
    });
    await audit(client, 'directive.given', id);
  });
  return { id };
});

server.post<{ Params: { id: string }; Body: { suspended: boolean } }>(
  '/directives/:id/acts',
  async (request) => {
    const { id } = request.params;
    const { suspended } = request.body;
    await within(async (client) => {
      await client.query({
        name: 'act',
        text: 'update directive_now set suspended = $3, version = version + 1 where agency_id = $1 and directive_id = $2',
        values: [agency, id, suspended],
      });
      await fact(client, id, { kind: suspended ? 'suspended' : 'workResumed', reason: 'thử' });
      await audit(client, 'directive.act', id);
    });
    return { id };
  },
);

const address = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
