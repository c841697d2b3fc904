import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import { type Actor, systemActor } from '../src/features/context.ts';
import { importPortfolio, previewPortfolio } from '../src/features/task-imports/import.ts';
import { processesIn } from '../src/storage/launcher/postmaster.ts';
import { sheetOf } from '../src/writing/sheet.ts';
import { temporaryFolder } from '../test/folder.ts';
import { cpuOf } from './register/measure.ts';
import { foundAgency, openPlace } from './tasks/place.ts';

/**
 * A portfolio of 10,000 tasks of twenty years from Excel: looked at, brought in, and brought in again. Seconds of a clock, and
 * of CPU that the program and PostgreSQL used for it, which what else the machine does leaves as they are.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000' } } });
const say = (line: string) => void process.stdout.write(`${line}\n`);
const count = Number(values.rows);
const unitName = 'Phòng Quản lý khoa học';

const heads =
  'STT;Mã số;Tên nhiệm vụ;Cấp, loại;Đơn vị quản lý;Tổ chức chủ trì;Chủ nhiệm;Số HĐ;Bắt đầu;Kết thúc;Kinh phí NSNN (triệu đồng);Kinh phí khác (triệu đồng);Ngày nghiệm thu;Xếp loại;Số GCN đăng ký kết quả;Ngày cấp GCN;Tình trạng tài sản;Ngày xử lý tài sản;Thanh lý;Quyết toán';

/** Two years each; what ended more than a year ago is settled. */
function rowOf(at: number, today: Temporal.PlainDate): (string | number)[] {
  const from = today.subtract({ days: Math.floor(((at + 0.5) / count) * 20 * 365) });
  const to = from.add({ years: 2 });
  const say = (day: Temporal.PlainDate) => `${day.day}/${day.month}/${day.year}`;
  const after = (months: number) => say(to.add({ months }));
  const over = Temporal.PlainDate.compare(to.add({ months: 12 }), today) < 0;
  const results = [after(2), 'Đạt', `${at}/GCN`, after(4), 'Không có', '', after(8), after(10)];
  return [
    ...[
      at + 1,
      `SKHCN.${at}`,
      `Nghiên cứu số ${at} về giống cây trồng chịu hạn`,
      'Đề tài cấp tỉnh',
      unitName,
    ],
    ...[`Viện số ${at % 200}`, `TS. Nguyễn Văn ${at % 1800}`, `${at + 1}/HĐ`, say(from), say(to), 900, 100],
    ...(over ? results : results.map(() => '')),
  ];
}

const folder = await temporaryFolder('trongtam-bench-imports');
const { ctx, leave } = await openPlace(join(folder, 'd'));
try {
  const { agencyId } = await foundAgency(ctx, unitName);
  const permissions = permissionsOf({ roles: ['office'], installationRoles: [], superiorView: false });
  const office: Actor = { ...systemActor([agencyId], agencyId), permissions };
  const rows = Array.from({ length: count }, (_, at) => rowOf(at, ctx.today()));
  const columns = heads.split(';').map((header) => ({ header, width: 20 }));
  const file = { name: 'danh-muc.xlsx', bytes: await sheetOf('Danh mục', columns, rows) };
  say(`${count} rows, ${Math.round(file.bytes.length / 1024)} KiB`);
  const cluster = join(folder, 'd', 'postgres');
  const [postmaster = 0] = (await processesIn(cluster)).toSorted((a, b) => a - b);
  for (const [name, work] of [
    ['dry run', previewPortfolio],
    ['import', importPortfolio],
    ['the same again', importPortfolio],
  ] as const) {
    const [began, own, theirs] = [performance.now(), process.cpuUsage(), cpuOf([postmaster])];
    const { facts, faulty, sums, partners } = await work(ctx, office, file);
    const { user, system } = process.cpuUsage(own);
    const seconds = (performance.now() - began) / 1000;
    const off = sums.off.rows === 0 && sums.off.stateMoney === 0 && sums.off.otherMoney === 0;
    say(
      `${name.padEnd(16)} ${seconds.toFixed(1)} s; CPU program ${((user + system) / 1e6).toFixed(1)} s, PostgreSQL ${(cpuOf([postmaster]) - theirs).toFixed(1)} s; ${facts} facts, ${partners} partners, ${faulty} faulty, sums ${off ? 'agree' : 'DIFFER'}`,
    );
  }
} finally {
  await leave();
  await rm(folder, { recursive: true, force: true });
}
