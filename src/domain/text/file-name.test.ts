import { expect, test } from 'vitest';
import { plainFileName } from './file-name.ts';

test.each([
  ['Thông báo 05.pdf', 'Thông báo 05.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\thư mục\\công văn.docx', 'công văn.docx'],
  ['..', 'tệp không tên'],
  ['', 'tệp không tên'],
  ['a\0b\n.txt', 'ab.txt'],
  ['bao cao\u202Efdp.exe', 'bao caofdp.exe'],
  ['a\ud800.txt', 'a\ufffd.txt'],
  [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(200)}.pdf`],
  [`a.${'x'.repeat(500)}`, `a.${'x'.repeat(198)}`],
  ['.htaccess', '.htaccess'],
])('%j is kept as %j', (name, plain) => {
  expect(plainFileName(name)).toBe(plain);
});
