import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import type { OfficialDocument } from '../writing/official/document.ts';
import { docxOf } from '../writing/official/docx.ts';
import { run } from './check.ts';

afterEach(() => vi.restoreAllMocks());

/** What the command prints of a report, and its exit code. */
async function checked(paragraphs: string[], rows: string[][]) {
  const file = join(await temporaryFolder('trongtam-check'), 'bao-cao.docx');
  const header = [['STT', 'Đơn vị', 'Giao', 'Xong'].map((text) => ({ text }))];
  const report: OfficialDocument = {
    on: '2026-11-26',
    superior: null,
    issuer: 'Sở Khoa học và Công nghệ',
    sign: 'BC-SKHCN',
    number: 12,
    place: 'Minh Sơn',
    date: '2026-11-26',
    title: { kind: 'Báo cáo', subject: 'Kết quả thực hiện nhiệm vụ' },
    body: [
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'table', columns: header[0]!.map(() => ({ width: 1 })), header, rows },
    ],
    signature: null,
    recipients: [],
  };
  await writeFile(file, docxOf(report));
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  return { code: await run([file]), printed: () => printed };
}

const rows = [
  ['1', 'Văn phòng', '20', '18'],
  ['2', 'Thanh tra', '21', '11'],
];

test('a report whose figures hold together passes', async () => {
  const { code, printed } = await checked(
    ['Cả năm có 41 nhiệm vụ, trong đó 29 chuyển tiếp và 12 mới; đúng hạn 70,7% (29/41 nhiệm vụ).'],
    [...rows, ['', 'Tổng cộng', '41', '29']],
  );
  expect(printed()).toContain('1 tổng nêu cùng các phần, 1 tỷ lệ nêu cùng hai số, 2 ô tổng của bảng');
  expect(printed()).toContain('Không thấy chỗ nào sai.');
  expect(code).toBe(0);
});

test('each figure that does not is named, and the exit code says so', async () => {
  const { code, printed } = await checked(
    ['Cả năm có 41 nhiệm vụ, trong đó 29 chuyển tiếp và 11 mới; đúng hạn 75% (29/41 nhiệm vụ).'],
    [...rows, ['', 'Tổng cộng', '41', '30']],
  );
  expect(printed().match(/^! /gmu)).toHaveLength(3);
  expect(printed()).toContain('3 chỗ không khớp');
  expect(code).toBe(1);
});

test('what cannot be read is said in one line', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await run([join(await temporaryFolder('trongtam-check'), 'khong-co.docx')])).toBe(2);
  expect(said.mock.calls[0]?.[0]).toContain('Hãy kiểm tra đường dẫn');
});
