import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read } from '../../../reading/read.ts';
import type { TaskLine } from '../kinds/frame.ts';
import { assignmentData, reviewData, urgingData } from './data.ts';
import { defaultTemplate } from './default.ts';
import { fieldsOf, taskFieldsOf, templateKinds } from './fields.ts';
import { fillTemplate, isTextPart } from './fill.ts';
import { inspectTemplate } from './inspect.ts';

const frame = {
  on: '2026-11-26',
  superior: 'UBND tỉnh Minh Sơn',
  issuer: 'Sở Khoa học và Công nghệ',
  agencySign: 'SKHCN',
  number: null,
  place: 'Minh Sơn',
  date: null,
  signature: { lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Lê An' },
  recipients: [],
};
const task = (words: string): TaskLine => ({
  words,
  unit: 'Phòng A',
  coordinating: [],
  person: 'Vũ Bình',
  product: 'Báo cáo',
  deadline: null,
  due: '2026-11-13',
  firstDue: '2026-10-15',
  timesExtended: 1,
  daysLate: 9,
  overdue: true,
  state: 'Quá hạn',
  source: 'TB 5/TB-SKHCN',
});
const letter = {
  frame,
  unit: 'Phòng A & B',
  answerBy: '2026-12-01',
  tasks: [task('Việc <một>'), task('Việc hai {ten}')],
};

const report = {
  ...{ frame, period: '6 tháng đầu năm 2026', from: '2025-12-15', draft: true, tasks: letter.tasks },
  figures: { inHand: '12', accepted: '7', open: '5', byFirst: '86,4%' },
  words: { results: 'Giao 12 việc.\nXong 7 việc.', shortcomings: 'Còn 5 việc.', proposals: '' },
};
const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => isTextPart(name))
    .map(([, part]) => new TextDecoder().decode(part));
/** The default template with its body changed as in Word. */
const edited = (change: (xml: string) => string) => {
  const parts = unzipSync(defaultTemplate('urging-letter', '2026-11-26'));
  const xml = change(new TextDecoder().decode(parts['word/document.xml']));
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
};
const faultsOf = (change: (xml: string) => string) =>
  inspectTemplate('urging-letter', partsOf(edited(change))).faults;

describe.each(templateKinds)('the default template: %s', (kind) => {
  test('has no faults, and the inspector lists its fields', () => {
    const { fields, faults } = inspectTemplate(kind, partsOf(defaultTemplate(kind, '2026-11-26')));
    expect(faults).toEqual([]);
    const names = fields.map(({ name }) => name);
    for (const { name, required } of [...fieldsOf(kind), ...taskFieldsOf(kind)])
      if (required) expect(names).toContain(name);
  });

  test('data name every field there is', () => {
    const data = {
      assignment: assignmentData({ frame, unit: 'A', person: null, tasks: letter.tasks }),
      'urging-letter': urgingData(letter),
      'review-report': reviewData(report),
    }[kind];
    const rows = data.nhiem_vu as Record<string, string>[];
    expect(new Set(Object.keys(data))).toEqual(
      new Set([...fieldsOf(kind).map(({ name }) => name), 'nhiem_vu']),
    );
    expect(new Set(Object.keys(rows[0]!))).toEqual(new Set(taskFieldsOf(kind).map(({ name }) => name)));
  });
});

test('filled, it reads as the letter: a row a task, values as they are, lines of the signature apart', async () => {
  const filled = fillTemplate(defaultTemplate('urging-letter', '2026-11-26'), urgingData(letter));
  const { text } = await read(filled, { name: 'a.docx' });
  for (const words of [
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'Số: …/SKHCN',
    'Minh Sơn, ngày … tháng … năm 2026',
    'Kính gửi: Phòng A & B.',
    '1\tViệc <một> (TB 5/TB-SKHCN)\tVũ Bình\tBáo cáo\t13/11/2026 (hạn đầu 15/10/2026, gia hạn 1 lần)',
    '2\tViệc hai {ten}',
    'trước ngày 01/12/2026',
    'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/undefined|\{(?:ten_don_vi|#|\/)/u);
});

test('a report filled reads its paragraphs apart', async () => {
  const filled = fillTemplate(defaultTemplate('review-report', '2026-11-26'), reviewData(report));
  const { text } = await read(filled, { name: 'a.docx' });
  for (const words of [
    '6 tháng đầu năm 2026',
    'Giao 12 việc.\nXong 7 việc.',
    'Còn 5 việc.',
    'Việc <một>',
    'DỰ THẢO',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/undefined|\{(?:ky|#|\/)/u);
});

test('a tag that Word cut into runs is one tag', async () => {
  const cut = edited((xml) =>
    xml.replace(
      '>Kính gửi: {ten_don_vi}.<',
      '>Kính gửi: {ten_</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>don_vi}.<',
    ),
  );
  expect(inspectTemplate('urging-letter', partsOf(cut)).faults).toEqual([]);
  const { text } = await read(fillTemplate(cut, urgingData(letter)), { name: 'a.docx' });
  expect(text).toContain('Kính gửi: Phòng A & B.');
});

test('what is wrong is said in plain words, with the nearest name', () => {
  expect(faultsOf((xml) => xml.replaceAll('{tinh_den_ngay}', '{Tính đến ngày}'))).toEqual([
    'Không có trường «{Tính đến ngày}». Có phải «{tinh_den_ngay}»?',
  ]);
  expect(faultsOf((xml) => xml.replaceAll('{muon_nhat}', '{hoan_toan_khac_han}'))[0]).toContain(
    'danh sách bên dưới',
  );
  expect(faultsOf((xml) => xml.replaceAll('{/nhiem_vu}', ''))[0]).toContain('chưa đóng');
  expect(faultsOf((xml) => xml.replaceAll('{#nhiem_vu}', '')).join()).toContain('đóng một đoạn lặp chưa mở');
  expect(faultsOf((xml) => xml.replaceAll('{#nhiem_vu}', '{#viec}')).join()).toContain(
    'Không có đoạn lặp «{#viec}»',
  );
  expect(faultsOf((xml) => xml.replaceAll('{nguoi_ky}', '{noi_dung}'))).toEqual([
    '«{noi_dung}» là trường của từng nhiệm vụ: đặt trong {#nhiem_vu}…{/nhiem_vu}.',
  ]);
  expect(faultsOf((xml) => xml.replaceAll('{tra_loi_truoc_ngay}', 'tới'))).toEqual([
    'Thiếu trường bắt buộc «{tra_loi_truoc_ngay}» (ngày đơn vị phải trả lời).',
  ]);
  expect(faultsOf((xml) => xml.replaceAll('{nguoi_ky}', '{nguoi_ky'))[0]).toContain('không có «}» đi cùng');
  expect(faultsOf((xml) => xml.replaceAll('{nguoi_ky}', 'nguoi_ky}'))[0]).toContain(
    'không có «{» đứng trước',
  );
  for (const hostile of [
    '{constructor}',
    '{__proto__}',
    '{toString}',
    `{${'a'.repeat(5000)}}`,
    '{}',
    '{^nhiem_vu}',
  ])
    expect(faultsOf((xml) => xml.replaceAll('{nguoi_ky}', hostile)).length, hostile).toBeGreaterThan(0);
});
