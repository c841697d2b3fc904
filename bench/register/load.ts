import { createWriteStream } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { type Calendar, makeCalendar } from '../../src/domain/calendar/calendar.ts';
import { usualDueSettings } from '../../src/domain/calendar/due.ts';
import type { DirectiveFact, FactBody } from '../../src/domain/directives/facts.ts';
import { standingOf } from '../../src/domain/directives/standing.ts';
import { searchable } from '../../src/domain/text/search.ts';
import { nowOf } from '../../src/features/directives/record.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { makeTask, type Task } from './tasks.ts';

/** An agency as it stands in the database, its units in the order of `unitNames`. */
export interface Place {
  agencyId: string;
  personId: string;
  units: readonly { id: string; name: string }[];
}

const tables = {
  directive:
    'agency_id, id, document_id, ordinal, spans, outline, words, action, kind, quantity, recorded_at, recorded_by, fold, origin',
  directive_fact: 'agency_id, id, directive_id, happened_on, recorded_at, recorded_by, body',
  directive_now:
    'agency_id, directive_id, kind, origin, version, lead_unit_id, lead_name, coordinating, unit_ids, product, deadline, deadline_kind, first_due, due, given_on, phase, suspended, closed_on, stopped_on, submitted_on, assignee_id, percent, weight, times_extended, times_returned, extension_asked, cause, waiting_unit_id, holder',
} as const;
type Table = keyof typeof tables;

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return String(value).replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', ' ');
};
const rowOf = (values: readonly unknown[]) => `${values.map(cell).join('\t')}\n`;

/** What people recorded about a task, oldest first: a status of other systems is the last of these. */
function bodiesOf(task: Task, place: Place): { on: string; body: FactBody }[] {
  const unit = place.units[task.unit]!;
  const given: FactBody = {
    kind: 'given',
    lead: { unitId: unit.id, name: unit.name },
    coordinating: [],
    deadline: { kind: 'date', due: task.due, bound: 'by', text: '', span: [0, 0] },
    product: task.product,
  };
  const first = { on: task.start, body: given };
  const received = { on: task.start, body: { kind: 'received' } as FactBody };
  const submitted = { on: task.completed ?? task.start, body: { kind: 'submitted', words: '' } as FactBody };
  switch (task.status) {
    case 'moi':
      return [first];
    case 'dang_thuc_hien': {
      const { progress: percent } = task;
      const body: FactBody = { kind: 'progressed', percent, words: 'Đang làm', obstacle: null };
      return [first, received, { on: task.start, body }];
    }
    case 'cho_phe_duyet':
      return [first, received, submitted];
    case 'hoan_thanh':
      return [first, received, submitted, { on: submitted.on, body: { kind: 'accepted', words: '' } }];
    case 'tam_dung':
      return [first, received, { on: task.start, body: { kind: 'suspended', reason: 'Chờ kinh phí' } }];
    case 'huy':
      return [first, { on: task.start, body: { kind: 'stopped', reason: 'Không còn cần' } }];
  }
}

/** The rows of a task in each table, `directive_now` derived by the same function as in the product. */
function rowsOf(task: Task, place: Place, calendar: Calendar): Record<Table, string> {
  const { agencyId, personId } = place;
  const id = uuidv7();
  const facts = bodiesOf(task, place).map(({ on, body }, index): DirectiveFact => {
    const recordedAt = `${on}T0${index + 1}:00:00Z`;
    return { id: uuidv7(), happenedOn: on, recordedAt, by: '', byId: personId, body };
  });
  const standing = standingOf(facts)!;
  const now = nowOf(standing, calendar, usualDueSettings, facts);
  const words = `${task.title}. ${task.description}`;
  const recordedAt = `${task.start}T01:00:00Z`;
  const folded = searchable([words, task.product, standing.lead?.name ?? ''].join(' '));
  return {
    directive: rowOf([
      ...[
        agencyId,
        id,
        null,
        1,
        '[]',
        '[]',
        words,
        task.title.split(' ').slice(0, 2).join(' ').toLowerCase(),
      ],
      ...['do', null, recordedAt, personId, folded, 'word'],
    ]),
    directive_fact: facts
      .map((fact) =>
        rowOf([agencyId, fact.id, id, fact.happenedOn, fact.recordedAt, personId, JSON.stringify(fact.body)]),
      )
      .join(''),
    directive_now: rowOf([
      ...[agencyId, id, 'do', 'word', 1, now.lead_unit_id, now.lead_name, now.coordinating, now.unit_ids],
      ...[now.product, now.deadline, now.deadline_kind, now.first_due, now.due, now.given_on, now.phase],
      ...[now.suspended, now.closed_on, now.stopped_on, now.submitted_on, now.assignee_id, now.percent],
      ...[now.weight, now.times_extended, now.times_returned, now.extension_asked, now.cause],
      ...[now.waiting_unit_id, now.holder],
    ]),
  };
}

/** Every task to load: `count` as drawn, then as many more as the first agency lacks of `firstAtLeast`. */
function* tasksOf(count: number, firstAtLeast: number, today: string): Generator<Task> {
  let inFirst = 0;
  for (let number = 0; number < count; number += 1) {
    const task = makeTask(number, today);
    if (task.agency === 0) inFirst += 1;
    yield task;
  }
  for (let number = count; inFirst < firstAtLeast; number += 1, inFirst += 1)
    yield makeTask(number, today, 0);
}

/**
 * Loads the tasks as directives with their facts through COPY from files in `folder`, which the database's account
 * must be able to read.
 * @param client of a superuser, for whom row-level security does not hold
 * @returns how many directives stand in each agency
 */
export async function load(
  client: pg.Client,
  places: readonly Place[],
  {
    count,
    firstAtLeast,
    today,
    folder,
  }: { count: number; firstAtLeast: number; today: string; folder: string },
): Promise<number[]> {
  const calendar = makeCalendar();
  const counts = places.map(() => 0);
  const names = Object.keys(tables) as Table[];
  const files = new Map(names.map((name) => [name, createWriteStream(join(folder, `${name}.copy`))]));
  let block: Record<Table, string[]> = { directive: [], directive_fact: [], directive_now: [] };
  const flush = async () => {
    for (const name of names) {
      const file = files.get(name)!;
      if (!file.write(block[name].join(''))) await new Promise((resolve) => file.once('drain', resolve));
    }
    block = { directive: [], directive_fact: [], directive_now: [] };
  };
  for (const task of tasksOf(count, firstAtLeast, today)) {
    counts[task.agency]! += 1;
    const rows = rowsOf(task, places[task.agency]!, calendar);
    for (const name of names) block[name].push(rows[name]);
    if (block.directive.length === 2000) await flush();
  }
  await flush();
  for (const name of names) {
    const path = join(folder, `${name}.copy`);
    const file = files.get(name)!;
    file.end();
    await finished(file);
    await chmod(path, 0o644);
    await client.query(`copy ${name} (${tables[name]}) from '${path}'`);
    await rm(path);
  }
  return counts;
}
