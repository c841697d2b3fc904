import { describe, expect, test } from 'vitest';
import { Reorganisation } from '../../domain/organisation/reorganisation.ts';
import { actOf, type Draft, emptyDraft } from './reorganise-draft.ts';

const [a, b, c] = [
  '10000000-0000-4000-8000-000000000001',
  '10000000-0000-4000-8000-000000000002',
  '10000000-0000-4000-8000-000000000003',
] as const;
const act = (more: Partial<Draft>) =>
  Reorganisation.parse(actOf({ ...emptyDraft('2026-11-24'), number: '15/QĐ', sources: [a, b], ...more }, []));

describe('what was filled in becomes the act', () => {
  test('a merger into a new or a known unit', () => {
    expect(act({ name: ' Phòng Mới ', abbreviation: '' })).toMatchObject({
      sources: [a, b],
      targets: [{ name: 'Phòng Mới' }],
    });
    expect(act({ targetId: c }).targets).toEqual([{ unitId: c }]);
  });
  test('a split takes one source; the old unit comes first where it goes on', () => {
    const split = act({ kind: 'split', newUnits: 'Tổ Một; T1\n\n Tổ Hai' });
    expect(split).toMatchObject({
      sources: [a],
      targets: [{ unitId: a }, { name: 'Tổ Một', abbreviation: 'T1' }, { name: 'Tổ Hai' }],
    });
    expect(act({ kind: 'split', goesOn: false, newUnits: 'Tổ Một\nTổ Hai' }).targets).toHaveLength(2);
  });
  test('a split among units that exist, alone or beside new ones; the one that is split is none of them', () => {
    const split = { kind: 'split', goesOn: false, known: [b, c, a] } as const;
    expect(act(split).targets).toEqual([{ unitId: b }, { unitId: c }]);
    expect(act({ ...split, goesOn: true, known: [c], newUnits: 'Tổ Một' }).targets).toEqual([
      { unitId: a },
      { unitId: c },
      { name: 'Tổ Một' },
    ]);
    expect(act({ ...split, kind: 'merge', targetId: c }).targets).toEqual([{ unitId: c }]);
  });
  test('a renaming and a closing', () => {
    expect(act({ kind: 'rename', name: 'Tên Mới' }).targets).toEqual([{ unitId: a, name: 'Tên Mới' }]);
    expect(act({ kind: 'close', targetId: c }).targets).toEqual([{ unitId: c }]);
  });
});
