import { makeCalendar } from '../../domain/calendar/calendar.ts';
import type { OfficialYear } from '../../domain/calendar/official-year.ts';
import type { DirectiveFact } from '../../domain/directives/facts.ts';
import {
  headerIn,
  type ImportColumn,
  importColumnNames,
  lackingIn,
} from '../../domain/directives/import-columns.ts';
import { checkImportRow, type ImportedDirective } from '../../domain/directives/import-row.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import { unitFinder } from '../../domain/organisation/find-unit.ts';
import type { UnitFacts } from '../../domain/organisation/units.ts';
import { searchable, searchableWords } from '../../domain/text/search.ts';
import { type ReadingLimits, Unreadable } from '../../reading/extracted.ts';
import { type SheetRow, sheetRows, sheetsLeftOut } from '../../reading/formats/sheet-rows.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { type Batch, batchOf, type NowRow } from '../directives/bulk.ts';
import { firstWords } from '../directives/insert.ts';
import { nowOf } from '../directives/record.ts';
import { type Decided, dueSettingsFrom } from '../settings/settings.ts';
import type { FaultyRow } from './table.ts';

/** What of an agency its register is checked against; goes into the thread that checks. */
export interface Basis {
  today: string;
  recordedAt: string;
  units: UnitFacts;
  years: readonly OfficialYear[];
  decided: readonly Decided[];
  /** Registered documents by number, for those a row names. */
  documents: readonly { id: string; number: string; issuedOn: string | null }[];
}

/** What a whole file came to. */
export interface Checked {
  rows: number;
  faulty: number;
  faults: { row: number; column: string; message: string }[];
  notes: string[];
}

/** A register is never longer; what is longer is cut up. */
const mostRows = 200_000;
const mostFaults = 1000;
/** Rows of the error sheet at most: more than anybody mends by hand. */
const mostFaulty = 20_000;
/** The header stands no further down. */
const headerWithin = 20;
const batchRows = 2000;

/** Hears what reading a register comes to; what it gives back is waited for. */
export interface Hearer {
  progress(rows: number): void;
  /** The directives of so many rows; not asked for on a dry run, and no more once a row is faulty. */
  batch?(batch: Batch): Promise<void>;
  faulty?(row: FaultyRow): void;
}

/**
 * Reads and checks a register row by row. Memory holds a batch and the faults, never the whole.
 * @throws Unreadable where the file is no register
 */
export async function readRegister(
  bytes: Uint8Array,
  basis: Basis,
  limits: ReadingLimits,
  hear: Hearer,
): Promise<Checked> {
  const rows = sheetRows(bytes, limits);
  const header = await headerOf(rows);
  const findUnit = unitFinder(basis.units, basis.today);
  const make = makerOf(basis);
  const checked: Checked = { rows: 0, faulty: 0, faults: [], notes: [] };
  let taken = 0;
  let waiting: ImportedDirective[] = [];
  const flush = async () => {
    const ready = waiting;
    waiting = [];
    if (ready.length > 0 && checked.faulty === 0) await hear.batch?.(make(ready));
  };
  for await (const { row, cells } of rows) {
    if (cells.every((cell) => cell === '')) continue;
    checked.rows += 1;
    if (checked.rows > mostRows)
      throw new Unreadable('too-many', `Bảng quá ${mostRows} dòng. Chia sổ ra nhiều tệp rồi nhập từng tệp.`);
    const cell = (column: ImportColumn) => cells[header.columns.get(column) ?? -1] ?? '';
    const found = checkImportRow(cell, { today: basis.today, findUnit });
    if (Array.isArray(found)) {
      checked.faulty += 1;
      for (const { column, message } of found)
        if (checked.faults.length < mostFaults)
          checked.faults.push({ row, column: importColumnNames[column], message });
      if (hear.faulty && checked.faulty <= mostFaulty)
        hear.faulty({
          row,
          cells: Object.fromEntries([...header.columns.keys()].map((column) => [column, cell(column)])),
          reasons: found.map(({ column, message }) => `${importColumnNames[column]}: ${message}`),
        });
    } else if (hear.batch) {
      waiting.push(found);
      if (waiting.length === batchRows) await flush();
    }
    if (!Array.isArray(found) && found.dayTaken) taken += 1;
    if (checked.rows % batchRows === 0) hear.progress(checked.rows);
  }
  await flush();
  if (checked.rows === 0) throw new Unreadable('no-rows', 'Tệp chưa có dòng nhiệm vụ nào dưới dòng tên cột.');
  checked.notes = notesOf(header.ignored, taken, sheetsLeftOut(bytes, limits));
  return checked;
}

async function headerOf(rows: AsyncGenerator<SheetRow>) {
  for (let at = 0; at < headerWithin; at += 1) {
    const next = await rows.next();
    if (next.done) break;
    const header = headerIn(next.value.cells);
    if (!header) continue;
    const lacking = lackingIn(header);
    if (lacking.length > 0)
      throw new Unreadable('no-column', `Bảng thiếu cột ${lacking.join(', ')}. Thêm cột rồi nhập lại.`);
    return header;
  }
  throw new Unreadable(
    'no-header',
    'Không thấy dòng tên cột, ví dụ «Nội dung nhiệm vụ», «Đơn vị chủ trì», «Hạn». Tải mẫu về rồi điền theo mẫu.',
  );
}

function notesOf(ignored: readonly string[], taken: number, leftOut: readonly string[]): string[] {
  const notes: string[] = [];
  if (leftOut.length > 0)
    notes.push(
      `Chỉ đọc trang tính đầu. Chưa đọc: ${leftOut.map((name) => `«${name}»`).join(', ')}; cần nhập thì lưu mỗi trang thành một tệp.`,
    );
  if (ignored.length > 0) notes.push(`Cột không dùng đến: ${ignored.map((name) => `«${name}»`).join(', ')}.`);
  if (taken > 0)
    notes.push(
      `${taken} dòng có tình trạng mà không có ngày cập nhật hay ngày hoàn thành: ghi ngày nhập hôm nay.`,
    );
  return notes;
}

/** Rows to what the register stores of them; what lists go by is derived from the facts, as everywhere. */
function makerOf({ recordedAt, years, decided, documents }: Basis): (rows: ImportedDirective[]) => Batch {
  const calendar = makeCalendar({ years });
  const settingsOn = remembered(dueSettingsFrom(decided));
  const documentOf = documentFinder(documents);
  return (rows) => {
    const directives: Parameters<typeof batchOf>[0][number][] = [];
    const facts: Parameters<typeof batchOf>[1][number][] = [];
    const now: NowRow[] = [];
    for (const one of rows) {
      const id = uuidv7();
      const { words, kind, given, givenOn, sourceNumber } = one;
      const document = sourceNumber === null ? null : documentOf(sourceNumber, givenOn);
      const origin = document !== null ? 'document' : one.origin;
      directives.push({
        id,
        document_id: document,
        words,
        action: firstWords(words),
        kind,
        origin,
        source_number: sourceNumber,
        fold: searchableWords(
          [words, given.product ?? '', given.lead?.name ?? '', sourceNumber ?? ''].join(' '),
        ),
      });
      const all = [{ on: givenOn, body: { kind: 'given' as const, ...given } }, ...one.facts].map(
        ({ on, body }): DirectiveFact => ({ id: uuidv7(), happenedOn: on, recordedAt, by: '', body }),
      );
      for (const fact of all)
        facts.push({
          id: fact.id,
          directive_id: id,
          happened_on: fact.happenedOn,
          body: JSON.stringify(fact.body),
        });
      const standing = standingOf(all);
      if (standing === null) throw new Error('A directive was imported without the fact that gives it');
      const fixed = { directive_id: id, document_id: document, kind, origin };
      now.push({ ...fixed, ...nowOf(standing, calendar, settingsOn(givenOn), all) });
    }
    return batchOf(directives, facts, now);
  };
}

function remembered<Value>(find: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

/** The one registered document of a number; of several years' the last before the day given, else none. */
function documentFinder(documents: Basis['documents']): (number: string, on: string) => string | null {
  const byNumber = new Map<string, Basis['documents'][number][]>();
  for (const document of documents) {
    const key = searchable(document.number);
    byNumber.set(key, [...(byNumber.get(key) ?? []), document]);
  }
  return (number, on) => {
    const all = byNumber.get(searchable(number)) ?? [];
    const before = all.filter(({ issuedOn }) => issuedOn !== null && issuedOn <= on);
    const sameYear = before.filter(({ issuedOn }) => issuedOn?.slice(0, 4) === on.slice(0, 4));
    const [only, ...others] = all.length > 1 ? sameYear : all;
    return only && others.length === 0 ? only.id : null;
  };
}
