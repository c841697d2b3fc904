import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScienceProgrammeBody, type ScienceProgrammeFact, ScienceProgrammeProfile } from './facts.ts';
import { scienceProgrammeOn, scienceProgrammeSentence } from './standing.ts';

const profile = ScienceProgrammeProfile.parse({
  ...{ code: 'KC.07/21-30', name: 'Công nghệ sau thu hoạch', level: 'province' },
  ...{ from: '2021-01-01', to: '2030-12-31' },
});
let count = 0;
const fact = (happenedOn: string, body: ScienceProgrammeBody): ScienceProgrammeFact => {
  count += 1;
  const id = `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`;
  return {
    id,
    happenedOn,
    recordedAt: `${happenedOn}T03:00:00Z`,
    by: 'Người ghi',
    byId: null,
    inNameOf: null,
    body,
  };
};
const board = (name: string) => ({
  kind: 'boardNamed' as const,
  members: [{ id: null, name, role: 'head' as const }],
  restsOn: null,
});
const report = (year: number, words: string) => ({ kind: 'reported' as const, year, words, restsOn: null });
const facts = [
  fact('2021-01-05', { kind: 'described', profile, restsOn: null }),
  fact('2021-02-01', board('GS. Lê An')),
  fact('2022-01-10', report(2021, 'mở 3 nhiệm vụ')),
  fact('2022-03-01', report(2021, 'mở 4 nhiệm vụ')),
  fact('2023-01-10', report(2022, 'nghiệm thu 1 nhiệm vụ')),
  fact('2023-05-01', board('GS. Trần Bình')),
];

test('what is said again replaces what was said, by the day it happened', () => {
  expect(scienceProgrammeOn(facts, '2021-01-04')).toBeNull();
  expect(scienceProgrammeOn(facts, '2022-02-01')).toMatchObject({
    board: [{ name: 'GS. Lê An' }],
    reports: [{ year: 2021, words: 'mở 3 nhiệm vụ' }],
  });
  const now = scienceProgrammeOn(facts, '2026-01-01');
  expect(now?.board[0]?.name).toBe('GS. Trần Bình');
  expect(now?.reports.map(({ year, words }) => `${year} ${words}`)).toEqual([
    '2022 nghiệm thu 1 nhiệm vụ',
    '2021 mở 4 nhiệm vụ',
  ]);
  expect(facts.map(({ body }) => scienceProgrammeSentence(body))).toContain(
    'Ban chủ nhiệm: GS. Lê An (chủ nhiệm chương trình)',
  );
});

test('no order of facts changes how it stands', () => {
  const whole = scienceProgrammeOn(facts, '2026-01-01');
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (mixed) => {
      expect(scienceProgrammeOn(mixed, '2026-01-01')).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('a programme that ends before it begins is refused', () => {
  const wrong = { kind: 'described', profile: { ...profile, to: '2020-12-31' }, restsOn: null };
  expect(ScienceProgrammeBody.safeParse(wrong).error?.issues[0]?.path).toEqual(['profile', 'to']);
});
