import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { editedTemplate } from '../../../../test/edited-template.ts';
import { read } from '../../../reading/read.ts';
import type { TaskLine } from '../kinds/frame.ts';
import {
  assignmentData,
  contractData,
  handOverData,
  invitationData,
  noticeData,
  programmeData,
  reviewData,
  type TemplateData,
  urgingData,
} from './data.ts';
import { defaultTemplate } from './default.ts';
import { type TemplateKind, templateKinds, templateShapes } from './fields.ts';
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
const budget = [{ item: 'Công lao động', amount: 1_200_000_000, khoan: true }];
const contract = {
  ...{ frame, code: 'ĐT.01/2026', signedOn: '2026-01-05', bases: ['Nghị định <một>'], appendix: null },
  terms: {
    ...{ title: 'Máy sấy & kho', aims: 'Một mục tiêu.\nHai mục tiêu.', products: '02 mô hình' },
    ...{ host: { id: null, name: 'Viện Cơ khí' }, investigator: null, budget, khoan: 'by-part' as const },
    ...{ stateMoney: 1_200_000_000, otherMoney: 0, months: 24, approval: null },
    signers: { agency: null, host: { name: 'Lê An', position: 'Viện trưởng', authority: '' } },
    instalments: [
      { needs: 'Hợp đồng đã ký', on: null, event: 'sau khi ký', amount: 600_000_000, advance: true },
      { needs: 'Báo cáo giữa kỳ', on: '2027-01-05', event: '', amount: 600_000_000, advance: false },
    ],
    contract: { number: '07/2026/HĐ', from: '2026-01-05', to: '2028-01-05', firstTo: '2028-01-05' },
  },
};
const extended = { type: 'extension' as const, before: '2028-01-05', after: '2028-07-05' };
const at = { meeting: 'Hội nghị sơ kết', day: '2026-12-11', time: '8 giờ 00', room: 'Hội trường A' };
const data: Record<TemplateKind, TemplateData> = {
  assignment: assignmentData({ frame, unit: 'A', person: null, tasks: letter.tasks }),
  'urging-letter': urgingData(letter),
  'review-report': reviewData(report),
  'conclusion-notice': noticeData(
    {
      ...{ frame: { ...frame, number: 7, date: '2026-02-05' }, chair: 'Giám đốc Sở', meeting: at.meeting },
      ...{ heldOn: '2026-02-03', assessment: ['Đã xong <nhiều> việc.', 'Còn chậm.'] },
      tasks: [{ ...task('Rà soát hồ sơ'), coordinating: ['Phòng B'], deadline: 'trước ngày 15/3/2026' }],
    },
    false,
  ),
  invitation: invitationData({
    ...{ frame, at, chair: 'Trần Minh, Giám đốc', invited: ['Phòng A', 'Sở Tài chính'] },
    ...{ agenda: ['Báo cáo'], prepare: ['Phòng A: Báo cáo'] },
  }),
  programme: programmeData({ frame, at, items: [{ time: '08:00', words: 'Khai mạc', who: 'Văn phòng' }] }),
  'task-contract': contractData(contract),
  'contract-appendix': contractData({
    ...contract,
    appendix: { no: 1, change: extended, decision: null, toldOn: null, before: [] },
  }),
  'hand-over': handOverData({
    ...{ frame, subject: 'Nhiệm vụ khi sáp nhập', opening: 'Căn cứ Quyết định 5.' },
    handed: [
      {
        line: 'Bên giao: Phòng A. Bên nhận: Phòng B.',
        rows: [['Việc một', '15/10/2026', '15/11/2026', 'Quá hạn', '2', 'Lê An']],
      },
    ],
    parties: [
      [
        { lines: ['Bên giao'], note: 'Phòng A', name: 'Lê An' },
        { lines: ['Bên nhận'], note: 'Phòng B', name: null },
      ],
    ],
  }),
};
/** What a reader finds of them in the starting template of their kind. */
const said: Record<TemplateKind, string[]> = {
  assignment: ['PHIẾU GIAO VIỆC', 'Việc <một>'],
  'urging-letter': ['Kính gửi: Phòng A & B.'],
  'review-report': ['DỰ THẢO', 'Giao 12 việc.\nXong 7 việc.'],
  'conclusion-notice': [
    ...['Số: 07/TB-SKHCN', 'ngày 05 tháng 02 năm 2026', 'Kết luận của Giám đốc Sở tại Hội nghị sơ kết'],
    ...['1. Đánh giá chung\nĐã xong <nhiều> việc.\nCòn chậm.\n2. Phòng A:'],
    '- Chủ trì, phối hợp với Phòng B rà soát hồ sơ, sản phẩm: Báo cáo (hoàn thành trước ngày 15/3/2026).',
    '1\tRà soát hồ sơ\tPhòng A\tBáo cáo\t15/10/2026\t13/11/2026\t1\t9',
  ],
  invitation: [
    ...['GIẤY MỜI', '- Phòng A;', '- Sở Tài chính;', 'Nội dung:\n- Báo cáo;'],
    ...['Đề nghị chuẩn bị:\n- Phòng A: Báo cáo;', '8 giờ 00, thứ Sáu, ngày 11/12/2026'],
  ],
  programme: ['CHƯƠNG TRÌNH', '08:00\tKhai mạc\tVăn phòng'],
  'task-contract': [
    ...['HỢP ĐỒNG', 'Số: 07/2026/HĐ', 'Căn cứ Nghị định <một>;', 'Bên B', 'Máy sấy & kho', 'ĐẠI DIỆN BÊN B'],
    ...[
      'Một mục tiêu.\nHai mục tiêu.',
      '1\tCông lao động\t1.200.000.000\tKhoán',
      '24 tháng, từ ngày 05/01/2026',
    ],
    ...['[chưa có trong hồ sơ: chủ nhiệm]', '[chưa có trong hồ sơ: quyết định phê duyệt]'],
  ],
  'contract-appendix': [
    ...['PHỤ LỤC HỢP ĐỒNG', 'Số: 01, kèm theo Hợp đồng số 07/2026/HĐ', 'ký ngày 05/01/2026'],
    ...[
      '1\tNgày kết thúc hợp đồng\t05/01/2028\t05/07/2028',
      '[chưa có trong hồ sơ: văn bản đồng ý điều chỉnh]',
    ],
  ],
  'hand-over': [
    ...['1. Bên giao: Phòng A. Bên nhận: Phòng B.', '1\tViệc một\t15/10/2026\t15/11/2026\tQuá hạn\t2\tLê An'],
    'BÊN NHẬN',
  ],
};
const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => isTextPart(name))
    .map(([, part]) => new TextDecoder().decode(part));
const edited = (change: (xml: string) => string) => editedTemplate('urging-letter', change);
const faultsOf = (change: (xml: string) => string) =>
  inspectTemplate('urging-letter', partsOf(edited(change))).faults;

describe.each(templateKinds)('the default template: %s', (kind) => {
  test('has no faults, and the inspector lists its fields', () => {
    const { fields, faults } = inspectTemplate(kind, partsOf(defaultTemplate(kind, '2026-11-26')));
    expect(faults).toEqual([]);
    const { fields: outside, loops } = templateShapes[kind];
    const lists = [{ name: null, fields: outside }, ...loops];
    for (const list of lists)
      for (const { name, required } of list.fields)
        if (required) expect(fields).toContainEqual({ name, loop: list.name });
  });

  test('data name every field and loop there is, and nothing else', () => {
    expect(namedIn(data[kind])).toEqual(namedBy(kind));
  });

  test('filled, it says everything and no tag is left', async () => {
    const { text } = await read(fillTemplate(defaultTemplate(kind, '2026-11-26'), data[kind]), {
      name: 'a.docx',
    });
    for (const words of said[kind]) expect(text).toContain(words);
    expect(text.replaceAll('{ten}', '')).not.toMatch(/undefined|\{[#/]?[a-z_]+\}/u);
  });
});

/** Names of a template's data, those of a round under the name of its loop. */
const namedIn = (one: TemplateData, path = ''): Set<string> =>
  new Set(
    Object.entries(one).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [path + name]
        : [`${path}${name}/`, ...value.flatMap((round) => [...namedIn(round, `${path}${name}/`)])],
    ),
  );

function namedBy(kind: TemplateKind): Set<string> {
  const { fields, loops } = templateShapes[kind];
  const pathOf = ({ name, within }: (typeof loops)[number]) => `${within ? `${within}/` : ''}${name}/`;
  return new Set([
    ...fields.map(({ name }) => name),
    ...loops.flatMap((loop) => [pathOf(loop), ...loop.fields.map(({ name }) => pathOf(loop) + name)]),
  ]);
}

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

test('loops in one another: what must stand where, which closes first, which fields say the same', () => {
  const faults = (change: (xml: string) => string) => {
    const parts = partsOf(defaultTemplate('conclusion-notice', '2026-11-26'));
    return inspectTemplate('conclusion-notice', parts.map(change)).faults;
  };
  const without = (tag: string) => (xml: string) => xml.replaceAll(tag, '');
  expect(faults(without('{#don_vi_chu_tri}'))).toContain(
    'Đoạn lặp «{#nhiem_vu}» phải đặt trong {#don_vi_chu_tri}…{/don_vi_chu_tri}.',
  );
  expect(faults(without('{/nhiem_vu}'))).toEqual([
    '«{/don_vi_chu_tri}» đứng trước «{/nhiem_vu}». Đóng đoạn lặp ở trong trước.',
  ]);
  expect(faults((xml) => xml.replace('{cau_giao}', '{noi_dung} {phoi_hop} ({thoi_han})'))).toEqual([]);
  expect(faults((xml) => xml.replace('{cau_giao}', '{noi_dung}'))).toEqual([
    expect.stringContaining('Hoặc dùng đủ {noi_dung}, {phoi_hop}, {thoi_han}.'),
  ]);
});
