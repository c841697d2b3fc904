import type { Role } from '../permissions/permission.ts';
import { fold } from '../text/fold.ts';
import { type ImportRow, roleOf } from './import-rows.ts';

/** What the agency has today. */
export interface Known {
  units: readonly {
    id: string;
    name: string;
    abbreviation: string | null;
    aliases: readonly { alias: string }[];
  }[];
  persons: readonly {
    id: string;
    fullName: string;
    staffCode: string | null;
    email: string | null;
    posts: readonly { unitId: string; role: Role; title: string | null }[];
  }[];
}

/** A unit by its id, or by the name of one the import opens. */
export type UnitRef = { id: string } | { newName: string };

export interface PlannedUnit {
  name: string;
  abbreviation?: string;
  parent?: UnitRef;
}

export interface PlannedPerson {
  /** Absent for a new person. */
  id?: string;
  fullName: string;
  staffCode: string | null;
  email: string | null;
  /** A post to hold from now on. */
  post?: { unit: UnitRef; role: Role; title?: string };
}

export interface RowOutcome {
  row: number;
  kind: 'unit' | 'person';
  name: string;
  outcome: 'new' | 'changed' | 'known' | 'error';
  message?: string;
}

export interface ImportPlan {
  /** In an order in which parents come before what is under them. */
  units: PlannedUnit[];
  persons: PlannedPerson[];
  rows: RowOutcome[];
}

type UnitRow = Extract<ImportRow, { kind: 'unit' }>;
type PersonRow = Extract<ImportRow, { kind: 'person' }>;
type Person = Known['persons'][number];

const key = (name: string) => fold(name).replace(/\s+/gu, ' ').trim();
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** A row that cannot be imported; the message says what to mend. */
class Fault extends Error {}

/**
 * What importing the rows would do, by rows in their order. Nothing is guessed: a row that could mean two things is an
 * error that says how to tell them apart. Importing the same rows again changes nothing.
 */
export function planImport(rows: readonly ImportRow[], known: Known): ImportPlan {
  const units = planUnits(
    rows.filter((row) => row.kind === 'unit'),
    known,
  );
  const persons: PlannedPerson[] = [];
  const seen = new Set<string>();
  const outcomes = rows
    .filter((row) => row.kind === 'person')
    .map((row) =>
      outcomeOf(row, () => {
        const { person, outcome } = planPerson(row, known.persons, units.find);
        const identity = person.staffCode
          ? `code ${key(person.staffCode)}`
          : `name ${key(row.name)} ${key(row.unitName ?? '')}`;
        if (seen.has(identity))
          throw new Fault('Người này có hai dòng. Giữ một dòng, hoặc ghi mã để phân biệt.');
        seen.add(identity);
        if (outcome !== 'known') persons.push(person);
        return outcome;
      }),
    );
  return { units: units.planned, persons, rows: [...units.outcomes, ...outcomes] };
}

function outcomeOf(row: ImportRow, work: () => RowOutcome['outcome']): RowOutcome {
  const about = { row: row.row, kind: row.kind, name: row.name };
  try {
    return { ...about, outcome: work() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...about, outcome: 'error', message: error.message };
  }
}

/** The units to open, and how later rows find a unit by any of its names. */
function planUnits(rows: readonly UnitRow[], known: Known) {
  const found = new Map<string, UnitRef>();
  for (const { id, name, abbreviation, aliases } of known.units) {
    for (const called of [abbreviation ?? '', ...aliases.map(({ alias }) => alias), name]) {
      if (called !== '') found.set(key(called), { id });
    }
  }
  const planned: PlannedUnit[] = [];
  const outcomes = new Map<UnitRow, RowOutcome>();
  const seen = new Set<string>();
  let waiting = rows;
  // Rounds, because a unit may stand above the one it is under; the last round tells what stays without a parent.
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter((row) => !plan(row));
  }
  for (const row of waiting) {
    outcomes.set(
      row,
      outcomeOf(row, () => {
        throw new Fault(`Không có đơn vị trên «${row.parentName}» trong tệp hay trong cơ quan.`);
      }),
    );
  }
  return {
    planned,
    outcomes: rows.flatMap((row) => outcomes.get(row) ?? []),
    find: (name: string) => found.get(key(name)),
  };

  /** False where the parent is not there yet. */
  function plan(row: UnitRow): boolean {
    const parent = row.parentName === undefined ? undefined : found.get(key(row.parentName));
    if (row.parentName !== undefined && !parent) return false;
    outcomes.set(
      row,
      outcomeOf(row, () => {
        if (row.name.length < 2 || row.name.length > 200)
          throw new Fault('Ghi tên đơn vị, từ 2 đến 200 ký tự.');
        if (seen.has(key(row.name))) throw new Fault('Đơn vị này có hai dòng. Giữ một dòng.');
        seen.add(key(row.name));
        if (found.has(key(row.name))) return 'known';
        planned.push({ name: row.name, abbreviation: row.abbreviation, parent });
        for (const called of [row.abbreviation ?? '', row.name]) {
          if (called !== '') found.set(key(called), { newName: row.name });
        }
        return 'new';
      }),
    );
    return true;
  }
}

function planPerson(
  row: PersonRow,
  known: readonly Person[],
  findUnit: (name: string) => UnitRef | undefined,
): { person: PlannedPerson; outcome: RowOutcome['outcome'] } {
  if (row.name.length < 2 || row.name.length > 100) throw new Fault('Ghi họ tên, từ 2 đến 100 ký tự.');
  if (row.email && !emailPattern.test(row.email)) throw new Fault(`Địa chỉ thư «${row.email}» chưa đúng.`);
  const role = roleOf(row.roleWords, row.title);
  if (!role) {
    throw new Fault(
      `Không rõ vai trò «${row.roleWords}». Ghi: Lãnh đạo, Văn phòng, Trưởng đơn vị, Chuyên viên, Thanh tra hoặc Quản trị.`,
    );
  }
  const unit = row.unitName === undefined ? undefined : findUnit(row.unitName);
  if (row.unitName !== undefined && !unit) {
    throw new Fault(`Chưa có đơn vị «${row.unitName}». Thêm đơn vị này rồi nhập lại.`);
  }
  const before = findPerson(row, known, unit);
  const person: PlannedPerson = {
    ...(before && { id: before.id }),
    fullName: row.name,
    staffCode: row.staffCode ?? before?.staffCode ?? null,
    email: row.email ?? before?.email ?? null,
    ...(unit && !holds(before, unit, role, row.title) && { post: { unit, role, title: row.title } }),
  };
  const same =
    before &&
    before.fullName === person.fullName &&
    before.staffCode === person.staffCode &&
    before.email === person.email &&
    !person.post;
  return { person, outcome: same ? 'known' : before ? 'changed' : 'new' };
}

/** The person a row means: by code, else by name at the unit. */
function findPerson(row: PersonRow, known: readonly Person[], unit: UnitRef | undefined): Person | undefined {
  const { staffCode } = row;
  const byCode =
    staffCode && known.find((person) => person.staffCode && key(person.staffCode) === key(staffCode));
  if (byCode) return byCode;
  const called = known.filter(
    (person) =>
      person.fullName.toLowerCase() === row.name.toLowerCase() && (!staffCode || person.staffCode === null),
  );
  const here = unit ? called.filter(({ posts }) => posts.some(({ unitId }) => isUnit(unit, unitId))) : called;
  if (here.length === 1) return here[0];
  if (called.length === 0 || staffCode) return undefined;
  throw new Fault('Đã có người cùng tên trong cơ quan. Ghi mã của từng người để phân biệt.');
}

const isUnit = (unit: UnitRef, id: string) => 'id' in unit && unit.id === id;

const holds = (person: Person | undefined, unit: UnitRef, role: Role, title: string | undefined) =>
  person?.posts.some(
    (post) =>
      isUnit(unit, post.unitId) && post.role === role && (title === undefined || post.title === title),
  ) ?? false;
