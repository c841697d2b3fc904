import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { isUrged, type Ladder, remindersOn, type Urgeable } from './ladder.ts';

const calendar = makeCalendar();
const ladder: Ladder = { person: [-7, -3, -1, 0, 1], head: [1, 3], director: [5] };
const people = { person: ['an'], head: ['trưởng'], director: ['giám đốc'] };
const work: Urgeable = {
  id: '1',
  kind: 'do',
  phase: 'received',
  suspended: false,
  due: '2026-11-13',
  givenOn: '2026-10-01',
};

const on = (today: string, told: Record<string, string> = {}, directive = work) =>
  remindersOn(directive, people, new Map(Object.entries(told)), ladder, { today, calendar });

describe('who is reminded on a day', () => {
  test.each([
    ['2026-11-03', []],
    ['2026-11-04', [['an', -7]]],
    ['2026-11-10', [['an', -3]]],
    ['2026-11-12', [['an', -1]]],
    ['2026-11-13', [['an', 0]]],
    [
      '2026-11-16',
      [
        ['an', 1],
        ['trưởng', 1],
      ],
    ],
    [
      '2026-11-18',
      [
        ['an', 1],
        ['trưởng', 3],
      ],
    ],
    [
      '2026-11-20',
      [
        ['an', 1],
        ['trưởng', 3],
        ['giám đốc', 5],
      ],
    ],
  ])('%s where nobody was told before', (today, expected) => {
    expect(on(today).map(({ personId, step }) => [personId, step])).toEqual(expected);
  });

  test('a day missed is told once, late; then nothing until the next', () => {
    expect(on('2026-11-06')).toEqual([{ personId: 'an', step: -7 }]);
    expect(on('2026-11-06', { an: '2026-11-04' })).toEqual([]);
    expect(on('2026-11-09', { an: '2026-11-06' })).toEqual([]);
    expect(on('2026-11-10', { an: '2026-11-06' })).toEqual([{ personId: 'an', step: -3 }]);
  });

  test('days of the ladder before the work was given are not made up for', () => {
    const given = { ...work, givenOn: '2026-11-11' };
    expect(on('2026-11-11', {}, given)).toEqual([]);
    expect(on('2026-11-12', {}, given)).toEqual([{ personId: 'an', step: -1 }]);
  });

  test('an extension begins the ladder of the new day, and says nothing again on the day it was told', () => {
    const extended = { ...work, due: '2026-11-16' };
    expect(on('2026-11-13', { an: '2026-11-13' }, extended)).toEqual([]);
    expect(on('2026-11-16', { an: '2026-11-13' }, extended)).toEqual([{ personId: 'an', step: 0 }]);
  });

  test('one person on two rungs is told once', () => {
    const both = { person: ['an'], head: ['an'], director: ['an'] };
    const reminders = remindersOn(work, both, new Map(), ladder, { today: '2026-11-18', calendar });
    expect(reminders).toEqual([{ personId: 'an', step: 3 }]);
  });

  test.each<Partial<Urgeable>>([
    { phase: 'submitted' },
    { phase: 'accepted' },
    { phase: 'stopped' },
    { phase: 'refused' },
    { suspended: true },
    { due: null },
    { kind: 'stop' },
  ])('nobody where %j', (change) => {
    expect(isUrged({ ...work, ...change })).toBe(false);
    expect(on('2026-11-20', {}, { ...work, ...change })).toEqual([]);
  });

  test('whichever days the system is up, nobody hears twice of one day, and all are told in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (up) => {
        const told = new Map<string, string>();
        const heard: string[] = [];
        const first = Temporal.PlainDate.from('2026-10-20');
        for (const [offset, running] of [...up, true].entries()) {
          if (!running) continue;
          const today = first.add({ days: offset }).toString();
          for (const { personId, step } of on(today, Object.fromEntries(told))) {
            heard.push(`${personId} ${step}`);
            told.set(personId, today);
          }
          expect(on(today, Object.fromEntries(told))).toEqual([]);
        }
        expect(new Set(heard).size).toBe(heard.length);
        expect(heard).toContain('an 1');
        expect(heard).toContain('trưởng 3');
        expect(heard).toContain('giám đốc 5');
      }),
      { numRuns: 60 },
    );
  });
});
