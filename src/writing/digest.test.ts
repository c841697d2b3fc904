import { expect, test } from 'vitest';
import { type Digest, type DigestLine, writeDigest } from './digest.ts';

const line = (more: Partial<DigestLine> = {}): DigestLine => ({
  words: 'Báo cáo kết quả',
  lead: 'Văn phòng',
  about: [],
  due: '2026-08-28',
  lateness: 'muộn 2 ngày làm việc',
  when: 'late',
  inNameOf: null,
  url: 'http://127.0.0.1/directives/1',
  ...more,
});
const digest = (more: Partial<Digest>): Digest => ({
  name: 'Lê An',
  agency: 'Sở A',
  day: '2026-09-04',
  lines: [],
  summaries: [],
  url: 'http://127.0.0.1',
  ...more,
});

test('the subject counts, and both forms say the same with a link to each record', () => {
  const late = line();
  const lines = [late, line({ when: 'today', lateness: 'đến hạn hôm nay', due: '2026-09-04' })];
  const { subject, plain, html } = writeDigest(digest({ lines }));
  expect(subject).toBe('Trọng Tâm 04/09/2026: 1 quá hạn, 1 đến hạn hôm nay');
  for (const form of [plain, html])
    for (const said of ['Lê An', 'Báo cáo kết quả', 'hạn 28/08/2026', 'muộn 2 ngày làm việc', late.url])
      expect(form).toContain(said);
});

test('what people wrote is text, never markup, and the mail loads nothing', () => {
  const words = '<img src=x onerror="alert(1)"> & "trích dẫn"';
  const { html, plain } = writeDigest(digest({ name: '<b>An</b>', lines: [line({ words })] }));
  expect(html).not.toMatch(/<(?:img|b|script|link|style)[ >]/u);
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;');
  expect(plain).toContain(words);
});

test('a long list ends in a number and a link', () => {
  const { plain, html } = writeDigest(digest({ lines: Array.from({ length: 43 }, () => line()) }));
  expect(plain.match(/Báo cáo kết quả/gu)).toHaveLength(30);
  for (const form of [plain, html]) expect(form).toContain('… và 13 việc nữa');
});

test('a summary is a table with its numbers', () => {
  const units = [{ name: 'Phòng <A>', open: 9, overdue: 2, thisWeek: 3, submitted: 1 }];
  const summaries = [{ title: 'Tổng hợp tuần của Sở A', units, url: 'http://127.0.0.1/directives' }];
  const { subject, plain, html } = writeDigest(digest({ summaries }));
  expect(subject).toBe('Trọng Tâm 04/09/2026: Tổng hợp tuần của Sở A');
  expect(plain).toContain('- Phòng <A>: 9 đang làm, 2 quá hạn, 3 đến hạn trong tuần, 1 chờ xác nhận');
  expect(html).toContain('Phòng &lt;A&gt;</th><td align="right">9</td>');
});
