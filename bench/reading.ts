import * as chrono from 'chrono-node/vi';
import { docxOf } from '../examples/docx.ts';
import { parseDeadlines } from '../src/domain/deadlines/phrases.ts';
import { read } from '../src/reading/read.ts';

/** Prints how fast a two-page text is read, what memory 500 papers take, and chrono-node's `vi` beside our deadlines. */
const print = (line: string) => process.stdout.write(`${line}\n`);

/** A notice of about two printed pages, invented; `n` makes each one different. */
function notice(n: number): Uint8Array {
  const units = [
    'Văn phòng',
    'Phòng Quản lý khoa học',
    'Phòng Kế hoạch - Tài chính',
    'Thanh tra Sở',
    'Trung tâm Ứng dụng',
  ];
  const tasks = units.map((unit, i) =>
    [
      `2.${i + 1}. ${unit}:`,
      `- Tham mưu ban hành kế hoạch số ${n + i} về chuyển đổi số của ngành (hoàn thành trước ngày ${i + 10}/7/2024).`,
      `- Rà soát hồ sơ ${i + 2} nhiệm vụ đã nghiệm thu; hoàn thiện thủ tục quyết toán, trình Giám đốc trong tháng 8/2024.`,
      '- Phối hợp với các phòng, đơn vị liên quan tổng hợp số liệu, báo cáo định kỳ hằng tháng theo Quyết định số 15/QĐ-UBND ngày 02/01/2024.',
      '- Tổ chức kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính; thường xuyên cập nhật tin bài lên trang thông tin.',
    ].join('\n'),
  );
  return new TextEncoder().encode(
    `SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: ${n}/TB-SKHCN\nHà Lâm, ngày 05 tháng 6 năm 2024\nTHÔNG BÁO\nKết luận của Giám đốc Sở tại hội nghị giao ban\n\nGiám đốc Sở kết luận như sau:\n1. Đánh giá chung: Các phòng đã hoàn thành phần lớn công việc.\n2. Nhiệm vụ trọng tâm\n${tasks.join('\n')}\nNơi nhận:\n- Như trên;\n`,
  );
}

async function speed(): Promise<void> {
  for (let n = 0; n < 30; n++) await read(notice(n));
  const times: number[] = [];
  for (let n = 0; n < 100; n++) {
    const paper = notice(1000 + n);
    const start = performance.now();
    await read(paper);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  print(
    `two-page text, warm: median ${times[50]?.toFixed(1)} ms, 95th of 100 ${times[95]?.toFixed(1)} ms (aim: 15 ms)`,
  );
}

async function memory(): Promise<void> {
  const used = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = used();
  for (let n = 0; n < 500; n++) await read(notice(5000 + n));
  print(`heap over 500 papers: ${before.toFixed(0)} → ${used().toFixed(0)} MiB`);
}

/** Phrases with the day they mean for a paper of 5 October 2022; '' where no day is meant. */
const phrases: [string, string][] = [
  ['hoàn thành trước ngày 15/11/2022', '2022-11-15'],
  ['báo cáo chậm nhất ngày 20 tháng 12 năm 2022', '2022-12-20'],
  ['hoàn thành trước 15/11', '2022-11-15'],
  ['xong trong tháng 10/2022', '2022-10-31'],
  ['trình trong quý IV/2022', '2022-12-31'],
  ['hoàn thành trong 6 tháng đầu năm 2023', '2023-06-30'],
  ['nộp trước ngày 5-11-2022', '2022-11-05'],
  ['hoàn thành trong năm 2023', '2023-12-31'],
  ['gửi về Sở trước ngày 07.10.2022', '2022-10-07'],
  ['thực hiện theo Quyết định số 05/2021/QĐ-UBND', ''],
  ['đạt 05/12 chỉ tiêu', ''],
];

/** The local day of an instant, ISO; '' for none. */
function isoDay(instant: Date | null): string {
  return instant
    ? new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
    : '';
}

function deadlines(): void {
  let ours = 0;
  let theirs = 0;
  for (const [text, day] of phrases) {
    const [found] = parseDeadlines(text, { documentDate: '2022-10-05' });
    ours += Number((found && 'due' in found.deadline ? found.deadline.due : '') === day);
    const other: Date | null = chrono.parseDate(text, new Date(2022, 9, 5));
    theirs += Number(isoDay(other) === day);
  }
  print(`deadline phrases right: ours ${ours}/${phrases.length}, chrono-node vi ${theirs}/${phrases.length}`);
}

/** A Word file of about a hundred printed pages: one notice whose second part goes on for fifty. */
async function longWord(): Promise<void> {
  const notices = Array.from({ length: 50 }, (_, n) =>
    new TextDecoder().decode(notice(9000 + n)).split('\n'),
  );
  const [first = []] = notices;
  const parts = notices.flatMap((lines) =>
    lines.filter((line) => /^(?:2\.|-)/u.test(line) && line !== '- Như trên;'),
  );
  const paragraphs = [...first.slice(0, 9), ...parts, ...first.slice(-2)];
  const bytes = docxOf({ name: 'dài', as: 'docx', paragraphs });
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const start = performance.now();
    await read(bytes);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const { directives } = await read(bytes);
  print(
    `100-page docx, ${directives.length} directives: median ${times[2]?.toFixed(0)} ms of 5 (aim: 1500 ms)`,
  );
}

await speed();
await longWord();
await memory();
deadlines();
