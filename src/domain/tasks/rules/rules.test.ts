import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../../calendar/calendar.ts';
import { caseFault } from './cases.ts';
import { checkTaskRules } from './check.ts';
import { fileOfRule, publishedTaskRules, taskRuleFiles } from './files.ts';
import { readTaskRules } from './read-rules.ts';
import { topicWords } from './topic-words.ts';
import { ruleWords } from './words.ts';

const calendar = makeCalendar();
const cases = publishedTaskRules.flatMap((rule) =>
  rule.cases.map((worked) => ({
    rule,
    worked,
    name: `${rule.id}: ${rule.basis.text}, ${rule.basis.article}`,
  })),
);

describe('every worked case holds', () => {
  test.each(cases)('$name $worked', ({ rule, worked }) => {
    expect(caseFault(rule, worked, calendar)).toBeUndefined();
  });
});

test('every rule says in words what it states, and where it stands', () => {
  const mute = publishedTaskRules.filter(
    (rule) => /undefined|task\.|: \(/u.test(ruleWords(rule)) || !fileOfRule(rule.id),
  );
  expect(mute.map(({ id }) => id)).toEqual([]);
  const opening = publishedTaskRules.find(({ id }) => id === 'selection.opening.2023')!;
  expect(ruleWords(opening)).toBe(
    'không quá 7 ngày làm việc kể từ ngày hết hạn nộp hồ sơ (Thông tư 20/2023/TT-BKHCN, Điều 7 khoản 1)',
  );
});

test('every topic has a title of its own, in both languages, and no code stands in it', () => {
  const topics = new Map(publishedTaskRules.map((rule) => [rule.topic, rule]));
  for (const language of ['vi', 'en'] as const) {
    const titles = [...topics.values()].map((rule) => topicWords(rule, language));
    expect(new Set(titles).size).toBe(topics.size);
    expect(titles.filter((title) => /task\.|undefined/u.test(title))).toEqual([]);
  }
});

test('what nobody could read is a setting that says what is uncertain', () => {
  const unread = publishedTaskRules.filter(({ basis }) => /[Cc]hưa (?:đọc|rõ|tìm)/u.test(basis.article));
  expect(unread.length).toBeGreaterThan(40);
  expect(unread.filter(({ confidence }) => confidence === 'text').map(({ id }) => id)).toEqual([]);
});

test('the files have no gap, no overlap, nothing without a case', () => {
  expect(checkTaskRules(taskRuleFiles, calendar).faults).toEqual([]);
});

describe('a broken file is refused, and says what to mend', () => {
  const whole = publishedTaskRules.find(({ id }) => id === 'selection.opening.2023')!;
  const vote = publishedTaskRules.find(({ id }) => id === 'identification.proposal-passes.2023')!;
  const code = publishedTaskRules.find(({ id }) => id === 'codes.independent-social.2014')!;
  test.each([
    [{ rules: [] }, 'tệp phải là một danh sách quy tắc «[ … ]»'],
    [[{ ...whole, from: '30/2/2023' }], '«from»: phải là ngày dạng YYYY-MM-DD'],
    [[{ ...whole, topic: 'selection' }], '«topic»: phải có dạng «task.chủ-đề.việc»'],
    [[{ ...whole, basis: undefined }], '«basis»: còn thiếu'],
    [[{ ...whole, value: { kind: 'deadline' } }], '«value.kind»: loại quy tắc («kind») không có'],
    [[{ ...whole, value: { ...whole.value, amount: '7' } }], '«value.amount»: phải là số'],
    [[{ ...whole, value: { ...whole.value, from: 3 } }], '«value»: có mục lạ: from'],
    [[{ ...whole, clockEvent: undefined }], '«clockEvent»: thiếu mốc bắt đầu tính hạn («clockEvent»)'],
    [[{ ...whole, unit: 'week' }], '«unit»: đơn vị thời gian phải là ngày làm việc, ngày, tháng, năm'],
    [[{ ...whole, value: { ...whole.value, amount: 1_000_000 } }], '«value.amount»: quá lớn'],
    [[{ ...code, value: { ...code.value, pattern: 'ĐT/{year:2}' } }], '«value»: mẫu mã số thiếu «{order'],
    [
      [{ ...code, value: { ...code.value, pattern: '{order:2}{order:2}' } }],
      '«value»: mẫu mã số có một phần hai',
    ],
    [[{ ...vote, base: undefined }], '«base»: thiếu mẫu số («base»): tỷ lệ tính trên gì'],
    [[{ ...vote, comparison: undefined }], '«comparison»: thiếu dấu so sánh («comparison»)'],
    [[{ ...vote, value: { ...vote.value, numerator: 5 } }], '«value»: phân số 5/4 lớn hơn 1'],
    [
      [{ ...whole, confidence: 'setting', note: undefined }],
      '«note»: số chưa chắc («setting») phải ghi rõ điều gì chưa chắc',
    ],
  ])('%#: %o', (content, words) => {
    const { rules, faults } = readTaskRules('x.json', content);
    expect(rules).toEqual([]);
    expect(faults.map((fault) => fault.words)).toEqual([expect.stringContaining(words)]);
  });

  test('what two versions leave out or both claim is told with its days', () => {
    const later = { ...whole, id: 'later', from: '2024-01-01' };
    const faults = (earlier: object) =>
      checkTaskRules({ x: [{ ...whole, ...earlier }, later] }, calendar).faults.map(({ words }) => words);
    expect(faults({})).toEqual([expect.stringContaining('hai bản cùng có hiệu lực từ 01/01/2024')]);
    expect(faults({ to: '2023-12-30' })).toEqual([expect.stringContaining('từ 31/12/2023 đến 31/12/2023')]);
    expect(faults({ to: '2023-12-31' })).toEqual([]);
    expect(faults({ to: '2023-12-31', cases: [] })).toEqual(['chưa có trường hợp kiểm tra («cases»)']);
  });

  test.each([
    [{ event: '2025-03-04', due: '2025-03-14' }, 'due phải là "2025-03-14", tính ra "2025-03-13"'],
    [{ event: '2025-03-04' }, 'trường hợp không nêu kết quả'],
    [{ due: '2025-03-13' }, 'trường hợp thiếu hoặc sai «event»'],
    [{ event: '2025-03-04', last: '2025-03-13' }, 'last phải là "2025-03-13", tính ra null'],
  ])('a case that does not hold is no case: %o', (worked, words) => {
    expect(caseFault(whole, worked, calendar)).toBe(words);
  });

  test('a case whose result cannot be reckoned is told, and stops nothing', () => {
    const percent = publishedTaskRules.find(({ id }) => id === 'money.first-advance.2016')!;
    expect(caseFault(percent, { amount: 5, holds: true }, calendar)).toMatch(
      /^không tính được: .* thiếu số để chia$/u,
    );
  });
});
