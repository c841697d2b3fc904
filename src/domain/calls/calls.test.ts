import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallBody, type CallFact, callOf, closingInstant, isOpenAt, sayInstant } from './call.ts';
import { closedRefusal, DossierContent, missingIn } from './dossier.ts';

const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ['the last second of the day here', '2026-11-30T16:59:59Z', true],
  ['the last nanosecond', '2026-11-30T16:59:59.999999999Z', true],
  ['midnight here', '2026-11-30T17:00:00Z', false],
  ['the closing day still going on in London', '2026-11-30T20:00:00Z', false],
  ['the morning of the closing day here, the evening before in New York', '2026-11-29T18:00:00Z', true],
])('a call that closes on 30/11/2026, %s', (_, now, open) => {
  expect(isOpenAt('2026-11-30', at(now))).toBe(open);
});

test('what comes too late is told when the server had it, and that nothing is lost', () => {
  expect(closedRefusal({ closesOn: '2026-11-30' }, at('2026-11-30T17:00:01Z'))).toBe(
    'Đã hết hạn nhận hồ sơ: hết ngày 30/11/2026. Máy chủ nhận yêu cầu này lúc 00:00:01 ngày 01/12/2026. Nội dung đã soạn vẫn được giữ để xem lại.',
  );
  expect(sayInstant('2026-11-30T16:59:58.9Z')).toBe('23:59:58 ngày 30/11/2026');
});

const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());

test('the closing day is open from its first to its last instant and shut ever after', () => {
  fc.assert(
    fc.property(day, fc.bigInt({ min: 1n, max: 86_400_000_000_000n * 400n }), (closesOn, away) => {
      const end = closingInstant(closesOn).epochNanoseconds;
      expect(isOpenAt(closesOn, Temporal.Instant.fromEpochNanoseconds(end - away))).toBe(true);
      expect(isOpenAt(closesOn, Temporal.Instant.fromEpochNanoseconds(end + away - 1n))).toBe(false);
      // A day here is 24 hours: no clock is put forward or back.
      const first = Temporal.PlainDate.from(closesOn).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant();
      expect(end - first.epochNanoseconds).toBe(86_400_000_000_000n);
    }),
  );
});

const opened: CallBody = {
  ...{ kind: 'opened', number: '15/TB-SKHCN', title: 'Tuyển chọn nhiệm vụ năm 2027', mode: 'selection' },
  ...{ closesOn: '2026-11-30', words: '', contact: 'Phòng Quản lý Khoa học' },
};
const fact = (happenedOn: string, body: CallBody): CallFact => ({
  ...{ happenedOn, body, recordedAt: `${happenedOn}T03:00:00Z` },
});

test('the last extension holds, in whatever order they are read', () => {
  const extended = (closesOn: string): CallBody => ({
    kind: 'extended',
    number: '2',
    closesOn,
    reason: 'ít hồ sơ',
  });
  const facts = [
    fact('2026-10-20', opened),
    fact('2026-11-20', extended('2026-12-10')),
    fact('2026-12-09', extended('2026-12-20')),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: 3 }), (shuffled) => {
      const call = callOf(shuffled);
      expect(call).toMatchObject({
        closesOn: '2026-12-20',
        firstClosesOn: '2026-11-30',
        openedOn: '2026-10-20',
      });
      expect(call?.extensions.map(({ on }) => on)).toEqual(['2026-11-20', '2026-12-09']);
    }),
  );
  expect(callOf(facts.slice(1))).toBeNull();
});

test('an empty draft says what it lacks, each at its field', () => {
  const draft = DossierContent.parse({});
  expect(missingIn(draft).map(({ path }) => path)).toEqual([
    'investigator',
    'aims',
    'content',
    'months',
    'files',
  ]);
});
