import { expect, test } from 'vitest';
import { actKinds } from '../../../domain/directives/acts.ts';
import { DirectiveAct } from '../../../domain/directives/facts.ts';
import { type ActInput, actOf, emptyInput, nobodyId, type PlainKind } from './form.ts';

const id = '0198c0de-0000-4000-8000-000000000001';
const filled: ActInput = {
  reason: 'chờ số liệu của huyện',
  words: 'gửi kèm báo cáo',
  person: { id, label: 'Lê B' },
  unit: { id, label: 'Phòng Công nghệ' },
  byAct: '',
  event: 'nhận đủ hồ sơ',
  deadline: { kind: 'date', due: '2026-12-15', bound: 'by', text: '15/12/2026', span: [0, 10] },
  objective: true,
};
const plain = actKinds.filter((kind): kind is PlainKind => kind !== 'progressed' && kind !== 'evidenced');

test.each(plain)('%s: what the form makes is an act the server takes', (kind) => {
  expect(DirectiveAct.parse(actOf(kind, filled))).toMatchObject({ kind });
});

test('what is missing is named, not guessed', () => {
  expect(actOf('assigned', emptyInput)).toBe('person');
  expect(actOf('transferred', emptyInput)).toBe('unit');
  expect(actOf('extended', emptyInput)).toBe('deadline');
  expect(actOf('extensionAsked', emptyInput)).toBe('deadline');
});

test('nobody any more is an assignment to nobody', () => {
  const act = actOf('assigned', { ...filled, person: { id: nobodyId, label: 'Thôi phân công' } });
  expect(act).toEqual({ kind: 'assigned', assignee: null });
});
