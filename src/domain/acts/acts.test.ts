import { expect, test } from 'vitest';
import { type KnownAct, localActOn, superiorOn, touchedBy } from './amending.ts';
import { actKey, type LocalAct, type LocalActBody, type SuperiorAct, type SuperiorActBody } from './facts.ts';

let made = 0;
function fact<Body extends LocalActBody | SuperiorActBody>(happenedOn: string, body: Body) {
  made += 1;
  const recordedAt = `${happenedOn}T03:00:00Z`;
  return { id: String(made), happenedOn, recordedAt, by: '', byId: null, inNameOf: null, body };
}
const local: LocalAct = {
  number: '25/2018/QĐ-UBND',
  title: 'Quy định tuyển chọn nhiệm vụ',
  issuedOn: '2018-06-12',
  lead: { name: 'Phòng A', unitId: 'a' },
  bases: ['Thông tư số 06/2023/TT-BKHCN ngày 25/5/2023'],
  endedOn: null,
};
const superior: SuperiorAct = {
  number: '41/2026/TT-BKHCN',
  title: 'Quy định mới',
  issuer: 'Bộ KH&CN',
  issuedOn: '2026-09-01',
  effectiveOn: '2026-11-01',
  effect: 'replaces',
  changes: ['6/2023/TT-BKHCN'],
  document: { words: '41/2026/TT-BKHCN', documentId: null },
};
const acts: KnownAct[] = [
  { ...local, id: 'one', draft: false },
  { ...local, id: 'other base', draft: false, bases: ['05/2019/NĐ-CP'] },
  { ...local, id: 'ended', draft: false, endedOn: '2026-09-10' },
  { ...local, id: 'on the new one', draft: true, bases: [...local.bases, superior.number] },
];

test('acts are the same by their number, however it is written', () => {
  expect(actKey('Thông tư số 06/2023/TT-BKHCN ngày 25/5/2023')).toBe(actKey('6/2023/tt-bkhcn'.toUpperCase()));
  expect(actKey('06/2023/TT-BKHCN')).not.toBe(actKey('16/2023/TT-BKHCN'));
  expect(actKey('Luật Khoa học')).toBe(actKey('luật khoa học'));
});

test('a superior act touches what rests on an act it changes, as long as that holds', () => {
  const facts = [fact('2026-09-01', { kind: 'registered', act: superior } as SuperiorActBody)];
  const standing = superiorOn(facts, '2026-09-05')!;
  expect(superiorOn(facts, '2026-08-31')).toBeNull();
  expect(touchedBy(standing, acts, '2026-09-05').map(({ id }) => id)).toEqual(['one', 'ended']);
  expect(touchedBy(standing, acts, '2026-09-10').map(({ id }) => id)).toEqual(['one']);
});

test('the last decision of an act stands, and keeps it on the list when it has ended', () => {
  const facts = [
    fact('2026-09-01', { kind: 'registered', act: superior } as SuperiorActBody),
    fact('2026-09-03', { kind: 'spared', actId: 'ended', reason: 'sắp hết hiệu lực' } as SuperiorActBody),
    fact('2026-09-08', { kind: 'given', actId: 'ended', directiveId: 'd' } as SuperiorActBody),
  ];
  const now = superiorOn(facts.toReversed(), '2026-10-01')!;
  expect(now.decided.get('ended')).toEqual({ kind: 'given', directiveId: 'd', on: '2026-09-08' });
  expect(superiorOn(facts, '2026-09-05')?.decided.get('ended')?.kind).toBe('spared');
  expect(touchedBy(now, acts, '2026-10-01').map(({ id }) => id)).toEqual(['one', 'ended']);
});

test('an act put right stands as it was put right, from the day it was issued', () => {
  const facts = [
    fact('2026-01-01', { kind: 'registered', act: local }),
    fact('2026-02-01', { kind: 'corrected', act: { ...local, title: 'Tên đúng' } }),
  ];
  expect(localActOn(facts, '2020-01-01')?.title).toBe('Tên đúng');
  expect(localActOn(facts, '2018-06-11')).toBeNull();
});
