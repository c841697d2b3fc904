import { performance } from 'node:perf_hooks';
import { sheetOf } from '../../src/writing/sheet.ts';
import { cpuOf } from './measure.ts';
import { makeTask, unitNames } from './tasks.ts';

/** What bringing one register in came to, seconds. */
export interface BroughtIn {
  rows: number;
  megabytes: number;
  /** The look at it first, which stores nothing. */
  check: number;
  /** Checked again and stored. */
  store: number;
  /** CPU of server and PostgreSQL over both. */
  cpu: number;
}

/** NocoDB, rows sent to its API in batches, nothing checked but their types. */
export const importPeer = { who: 'NocoDB', secondsOf100k: 94, factor: 5 };

const columns = [
  'Nội dung nhiệm vụ',
  'Đơn vị chủ trì',
  'Sản phẩm',
  'Hạn',
  'Ngày giao',
  'Tình trạng',
  'Ngày hoàn thành',
  'Tiến độ %',
].map((header) => ({ header, width: 20 }));

const day = (iso: string | null) => (iso === null ? null : Temporal.PlainDate.from(iso));

/** A register of so many invented rows; `from` makes it another file. */
function registerOf(rows: number, from: number, today: string): Promise<Uint8Array> {
  const tasks = Array.from({ length: rows }, (_, at) => makeTask(from + at, today, 0));
  return sheetOf(
    'Nhiệm vụ giao',
    columns,
    tasks.map((task) => [
      `${task.title}. ${task.description}`,
      unitNames[task.unit]!,
      task.product,
      day(task.due),
      day(task.start),
      task.status,
      day(task.completed),
      task.progress,
    ]),
  );
}

async function send(base: string, headers: Record<string, string>, bytes: Uint8Array, dry: boolean) {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(bytes)]), 'so-nhiem-vu.xlsx');
  const began = performance.now();
  const answer = await fetch(`${base}/api/directives/import?dry=${dry}`, {
    method: 'POST',
    headers,
    body: form,
  });
  const text = await answer.text();
  const seconds = (performance.now() - began) / 1000;
  const told = JSON.parse(text) as { rows: number; faulty: number; stored: boolean };
  if (answer.status !== 200 || told.faulty > 0 || told.stored === dry)
    throw new Error(`The import was not taken: ${answer.status} ${text.slice(0, 500)}`);
  return { seconds, rows: told.rows };
}

/** Brings a register in as people do: looked at first, then stored, through the public door. */
export async function bringIn(
  base: string,
  headers: Record<string, string>,
  { rows, pids, from }: { rows: number; pids: number[]; from: number },
): Promise<BroughtIn> {
  const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
  const bytes = await registerOf(rows, from, today);
  const before = cpuOf(pids);
  const check = await send(base, headers, bytes, true);
  const store = await send(base, headers, bytes, false);
  if (check.rows !== rows || store.rows !== rows) throw new Error('Rows were lost on the way');
  return {
    rows,
    megabytes: bytes.length / 1e6,
    check: check.seconds,
    store: store.seconds,
    cpu: cpuOf(pids) - before,
  };
}
