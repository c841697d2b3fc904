import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeCalendar } from '../../domain/calendar/calendar.ts';
import { lateness as latenessOf, lateOf } from '../../domain/calendar/due.ts';
import { setLanguage } from './language.ts';
import { showLateness } from './lateness.ts';

describe('how late something is, in the language of the screens', () => {
  // The language is also said of the page, which a test has not.
  vi.stubGlobal('document', { documentElement: {} });
  afterEach(() => setLanguage('vi'));
  test.each([
    ['2026-11-20', '2026-11-17', 'còn 3 ngày làm việc', '3 working days left', 'done 3 working days early'],
    ['2026-11-20', '2026-11-20', 'đến hạn hôm nay', 'due today', 'done on the last day'],
    ['2026-11-20', '2026-11-25', 'muộn 2 ngày làm việc', '2 working days late', 'done 2 working days late'],
    [
      '2026-11-20',
      '2026-11-21',
      'muộn chưa đến 1 ngày làm việc',
      'less than 1 working day late',
      'done less than 1 working day late',
    ],
    ['2026-11-23', '2026-11-21', 'còn 1 ngày làm việc', '1 working day left', 'done 1 working day early'],
  ])('due %s, on %s', (due, on, vietnamese, open, done) => {
    const late = latenessOf(due, on, makeCalendar());
    const asOpen = { lateness: late.words, late: lateOf(late, false) };
    expect(showLateness(asOpen)).toBe(vietnamese);
    setLanguage('en');
    expect(showLateness(asOpen)).toBe(open);
    expect(showLateness({ lateness: late.doneWords, late: lateOf(late, true) })).toBe(done);
    expect(showLateness({ lateness: '', late: null })).toBe('');
  });
});
