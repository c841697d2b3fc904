import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TemplateFact, templateOn } from './template.ts';

const fact = (id: string, from: string, recordedAt: string, file = true): TemplateFact => ({
  ...{ id, kind: 'assignment', from, recordedAt },
  file: file ? { hash: id, name: `${id}.docx` } : null,
});

test('a template holds from its day until another does, or it is withdrawn', () => {
  const facts = [
    fact('a', '2026-01-01', '2025-12-20T00:00:00Z'),
    fact('b', '2026-03-01', '2026-02-20T00:00:00Z'),
    fact('b2', '2026-03-01', '2026-02-21T00:00:00Z'),
    fact('none', '2026-06-01', '2026-05-30T00:00:00Z', false),
  ];
  const on = (day: string, kind = 'assignment') => templateOn(facts, kind, day)?.id ?? null;
  expect(
    ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-06-01'].map((day) => on(day)),
  ).toEqual([null, 'a', 'a', 'b2', null]);
  expect(on('2026-03-01', 'urging-letter')).toBeNull();
});

test('the order in which facts are read changes nothing', () => {
  const facts = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 99 }), fc.boolean()),
    { selector: ([, minute]) => minute, maxLength: 8 },
  );
  fc.assert(
    fc.property(facts, (rows) => {
      const made = rows.map(([day, minute, file]) =>
        fact(
          `${minute}`,
          `2026-01-0${day}`,
          `2026-01-01T00:${String(minute % 60).padStart(2, '0')}:0${Math.floor(minute / 60)}Z`,
          file,
        ),
      );
      expect(templateOn(made.toReversed(), 'assignment', '2026-01-03')).toEqual(
        templateOn(made, 'assignment', '2026-01-03'),
      );
    }),
  );
});
