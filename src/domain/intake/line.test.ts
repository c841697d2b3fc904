import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadDirective } from '../documents/reading.ts';
import { cutSpans, doubtsOf, isOpenQuestion, joined, lineOf, lineOver, wordsOf } from './line.ts';

const text = 'Văn phòng lập kế hoạch năm; báo cáo trước ngày 05/12/2026.\nPhòng Pháp chế rà soát văn bản.';
const read: ReadDirective = {
  ordinal: 1,
  text: 'lập kế hoạch năm',
  span: [10, 26],
  outline: [],
  lead: { name: 'Văn phòng' },
  coordinating: [],
  kind: 'do',
  action: 'lập',
  product: 'kế hoạch năm',
  quantity: null,
  deadline: { kind: 'none' },
  confidence: 0.9,
  fieldConfidence: { lead: 0.9, deadline: 0.9, boundary: 0.9 },
};

describe('what must be looked at', () => {
  test('a missing deadline is asked for until it is given or stated as none', () => {
    const { fields, readAs } = lineOf(read);
    expect(doubtsOf(fields, readAs).map((doubt) => doubt.field)).toEqual(['deadline']);
    expect(isOpenQuestion(fields)).toBe(true);
    expect(isOpenQuestion({ ...fields, deadlineNone: true })).toBe(false);
  });

  test('accepting a line does not answer a question nobody answered', () => {
    const { fields, readAs } = lineOf({ ...read, lead: null });
    expect(doubtsOf({ ...fields, mark: 'accepted' }, readAs).map((doubt) => doubt.field)).toEqual([
      'lead',
      'deadline',
    ]);
  });

  test('a standing duty and a stop order need no deadline, a dropped line nothing at all', () => {
    const { fields } = lineOf({ ...read, kind: 'standing' });
    expect(isOpenQuestion(fields)).toBe(false);
    expect(isOpenQuestion({ ...lineOf({ ...read, lead: null }).fields, mark: 'dropped' })).toBe(false);
  });

  test('a low confidence is a doubt until the line is accepted', () => {
    const { fields, readAs } = lineOf({ ...read, fieldConfidence: { lead: 0.3, deadline: 1, boundary: 1 } });
    expect(doubtsOf(fields, readAs).map((doubt) => doubt.field)).toContain('lead');
    expect(doubtsOf({ ...fields, mark: 'accepted' }, readAs).map((doubt) => doubt.field)).not.toContain(
      'lead',
    );
  });
});

describe('cutting and joining', () => {
  test('a cut keeps every word once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (at) => {
        const parts = cutSpans(text, [[0, text.length]], at);
        if (parts === null) return;
        expect(`${wordsOf(text, parts[0])} ${wordsOf(text, parts[1])}`.replaceAll(' ', '')).toBe(
          wordsOf(text, [[0, text.length]]).replaceAll(' ', ''),
        );
      }),
    );
  });

  test('a cut with nothing on one side is refused', () => {
    expect(cutSpans(text, [[10, 26]], 10)).toBeNull();
    expect(cutSpans(text, [[10, 26]], 26)).toBeNull();
  });

  test('joining what was cut gives the words back', () => {
    const whole = lineOver([10, 57], text).fields;
    const [before, after] = cutSpans(text, whole.spans, 27) ?? [[], []];
    const again = joined({ ...whole, spans: before }, { ...whole, spans: after }, text);
    expect(again.words).toBe(whole.words);
    expect(again.spans).toEqual([[10, 57]]);
  });

  test('joining keeps the deadline that only the second part states', () => {
    const first = lineOf(read).fields;
    const deadline = {
      kind: 'date',
      due: '2026-12-05',
      bound: 'before',
      text: 'trước ngày 05/12/2026',
      span: [36, 57],
    } as const;
    expect(joined(first, { ...first, deadline: { ...deadline, span: [36, 57] } }, text).deadline).toEqual({
      ...deadline,
      span: [36, 57],
    });
  });
});
