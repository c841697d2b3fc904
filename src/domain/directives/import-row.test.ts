import { describe, expect, test } from 'vitest';
import { headerIn, type ImportColumn, lackingIn } from './import-columns.ts';
import { checkImportRow, dayIn, type ImportedDirective } from './import-row.ts';
import { importStatusOf } from './import-status.ts';

const units: Record<string, string> = {
  'văn phòng': 'vp',
  vp: 'vp',
  'phòng kế hoạch, tài chính': 'kt',
  'thanh tra': 'tt',
};
const basis = {
  today: '2026-11-24',
  findUnit(written: string) {
    const unitId = units[written.toLowerCase()];
    return unitId === undefined ? ('none' as const) : { unitId, name: written };
  },
};
type Row = Partial<Record<ImportColumn, string>>;
const plain: Row = {
  words: 'Báo cáo kết quả tháng',
  lead: 'Văn phòng',
  deadline: '15/12/2026',
  givenOn: '01/11/2026',
};
const check = (row: Row) => checkImportRow((column) => ({ ...plain, ...row })[column] ?? '', basis);
const good = (row: Row) => {
  const found = check(row);
  if (Array.isArray(found)) throw new Error(JSON.stringify(found));
  return found;
};
const faultsOf = (row: Row) => {
  const found = check(row);
  return Array.isArray(found) ? found.map(({ column }) => column) : [];
};
const kindsOf = ({ facts }: ImportedDirective) => facts.map(({ on, body }) => `${body.kind} ${on}`);

describe('the header of a register', () => {
  test('is found by folded names in any order, and says what it does not use', () => {
    const header = headerIn([
      'STT',
      'THỜI HẠN',
      'Nội dung công việc',
      'Cơ quan chủ trì',
      'Màu',
      'tien do (%)',
    ]);
    expect(Object.fromEntries(header!.columns)).toEqual({ deadline: 1, words: 2, lead: 3, percent: 5 });
    expect(header!.ignored).toEqual(['Màu']);
    expect(lackingIn(header!)).toEqual([]);
  });
  test('is not a title, and names what it lacks', () => {
    expect(headerIn(['SỔ THEO DÕI NHIỆM VỤ'])).toBeNull();
    expect(lackingIn(headerIn(['Nội dung', 'Hạn'])!)).toEqual(['«Đơn vị chủ trì»']);
  });
});

test.each([
  ['15/11/2026', '2026-11-15'],
  ['5-1-2026', '2026-01-05'],
  ['2026-02-28 00:00:00', '2026-02-28'],
  ['29/02/2025', undefined],
  ['15/11', undefined],
  ['32/01/2026', undefined],
])('«%s» is the day %s', (text, day) => expect(dayIn(text)).toBe(day));

test.each([
  ['moi', 'given'],
  ['dang_thuc_hien', 'progressed'],
  ['Chờ phê duyệt', 'submitted'],
  ['CHỜ XÁC NHẬN', 'submitted'],
  ['Hoàn thành', 'accepted'],
  ['tạm dừng', 'suspended'],
  ['Huỷ', 'stopped'],
  ['hủy', 'stopped'],
  ['Đúng hạn', undefined],
])('the status «%s» means %s', (said, status) => expect(importStatusOf(said)).toBe(status));

describe('status words become facts', () => {
  test.each<[Row, string[]]>([
    [{ status: 'Mới' }, []],
    [{ status: 'Đang thực hiện', percent: '40%' }, ['received 2026-11-01', 'progressed 2026-11-24']],
    [{ status: 'Đang thực hiện', statusOn: '10/11/2026' }, ['received 2026-11-01', 'progressed 2026-11-10']],
    [{ status: 'Chờ phê duyệt', completedOn: '20/11/2026' }, ['submitted 2026-11-20']],
    [{ status: 'Hoàn thành', completedOn: '20/11/2026' }, ['submitted 2026-11-20', 'accepted 2026-11-20']],
    [{ completedOn: '20/11/2026' }, ['submitted 2026-11-20', 'accepted 2026-11-20']],
    [{ status: 'Tạm dừng' }, ['suspended 2026-11-24']],
    [{ status: 'Huỷ' }, ['stopped 2026-11-24']],
  ])('%j', (row, facts) => expect(kindsOf(good(row))).toEqual(facts));
  test('a percentage is read as people and as Excel write it', () => {
    const percentOf = (percent: string) =>
      good({ status: 'đang làm', percent }).facts.map(({ body }) => 'percent' in body && body.percent)[1];
    expect(['45', '45 %', '0.45', '45,4', ''].map(percentOf)).toEqual([45, 45, 45, 45, 0]);
  });
});

describe('a row is checked as one given by hand', () => {
  test('deadlines are read as people say them, a lasting duty is a kind', () => {
    expect(good({ deadline: 'trước 15/12' }).given.deadline).toMatchObject({
      due: '2026-12-15',
      bound: 'before',
    });
    expect(good({ deadline: 'không hạn' }).given.deadline).toEqual({ kind: 'none' });
    expect(good({ deadline: 'hằng quý' }).given.deadline).toMatchObject({ kind: 'recurring' });
    expect(good({ deadline: 'Thường xuyên' })).toMatchObject({
      kind: 'standing',
      given: { deadline: { kind: 'none' } },
    });
  });
  test('units that help are parted, whole names with commas are kept, the lead is not its own help', () => {
    const { given } = good({ coordinating: 'Phòng Kế hoạch, Tài chính; Văn phòng, Thanh tra' });
    expect(given.coordinating.map(({ unitId }) => unitId)).toEqual(['kt', 'tt']);
  });
  test('where it comes from follows its source and its number', () => {
    expect(good({ origin: 'Kiểm toán nhà nước' }).origin).toBe('state-audit');
    expect(good({ number: '12/TB-SKHCN' })).toMatchObject({
      origin: 'document',
      sourceNumber: '12/TB-SKHCN',
    });
    expect(good({ number: 'Giao bằng lời' })).toMatchObject({ origin: 'word', sourceNumber: null });
  });
  test.each<[Row, ImportColumn[]]>([
    [{ words: 'Họp' }, ['words']],
    [{ words: 'x'.repeat(5001) }, ['words']],
    [{ product: 'x'.repeat(1001) }, ['product']],
    [{ lead: '' }, ['lead']],
    [{ lead: 'Phòng lạ' }, ['lead']],
    [{ coordinating: 'Phòng lạ; Ban lạ' }, ['coordinating', 'coordinating']],
    [{ deadline: '' }, ['deadline']],
    [{ deadline: 'sớm' }, ['deadline']],
    [{ deadline: '31/10/2026' }, ['deadline']],
    [{ givenOn: '31/02/2026' }, ['givenOn', 'deadline'].slice(0, 1) as ImportColumn[]],
    [{ givenOn: '01/01/1800' }, ['givenOn']],
    [{ status: 'lung tung' }, ['status']],
    [{ status: 'Hoàn thành' }, ['completedOn']],
    [{ status: 'Mới', completedOn: '20/11/2026' }, ['completedOn']],
    [{ status: 'Hoàn thành', completedOn: '01/10/2026' }, ['completedOn']],
    [{ status: 'Hoàn thành', completedOn: '25/12/2026' }, ['completedOn']],
    [{ status: 'Đang làm', givenOn: '01/12/2026' }, ['givenOn']],
    [{ percent: '120' }, ['percent']],
    [{ percent: 'nửa' }, ['percent']],
    [{ origin: 'trên trời' }, ['origin']],
    [{ kind: 'khác' }, ['kind']],
  ])('%j is told by its column', (row, columns) => expect(faultsOf(row)).toEqual(columns));
  test('a day to come is a day it may be given on', () =>
    expect(faultsOf({ givenOn: '01/12/2026' })).toEqual([]));
});
