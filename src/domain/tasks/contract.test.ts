import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, course, host, taskFact } from '../../../test/task-facts.ts';
import type { RecordedTaskFact } from './about.ts';
import type { Change } from './change.ts';
import { changeTold, contractVersions, draftTerms, instalmentsTold, lacking } from './contract.ts';
import type { TaskFact } from './facts.ts';
import { taskStandingOf } from './standing.ts';

const profile = {
  ...{ title: 'Máy sấy', level: 'province', type: 'topic', field: null, programmeId: null, orderedBy: null },
  ...{ unit: { unitId: 'u', name: 'Phòng A' }, aims: 'Một máy', products: '02 mô hình', members: [] },
} as const;
const about = { profile, describedOn: '2024-01-10', codes: [], regime: null, arrangement: null };
const described = { ...taskFact('2024-01-10', bodyOf('ordered')), body: { kind: 'described', profile } };
const id = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;
const decision = { documentId: null, sign: '12/QĐ-SKHCN', date: '2025-10-14' };
const kept = (facts: readonly TaskFact[], restsOn: typeof decision | null = null) =>
  facts.map((fact) => ({ ...fact, restsOn, ruleIds: [] }) as unknown as RecordedTaskFact);

const extension: Change = { type: 'extension', before: '2026-09-04', after: '2027-03-04' };
const owner: Change = { type: 'host', before: host, after: { id: null, name: 'Viện mới' }, cause: 'merger' };
const product: Change = {
  ...{ type: 'name-aim-product', what: 'product', before: '02 mô hình', after: '03 mô hình', consent: true },
};
const signed = [
  ...kept([described as unknown as TaskFact]),
  ...kept(course(['2024-08-15', 'approved']), { ...decision, sign: '5/QĐ-SKHCN', date: '2024-08-15' }),
  ...kept(course(['2024-09-04', 'contracted', { from: '2024-09-04', to: '2026-09-04' }])),
];
const changed = [
  ...kept(course(['2025-10-15', 'changed', { changeId: id(1), change: extension }]), decision),
  ...kept(
    course(
      ['2025-11-03', 'changed', { changeId: id(2), change: product }],
      ['2025-12-01', 'changed', { changeId: id(3), change: owner }],
    ),
  ),
];
const versionsOf = (facts: readonly RecordedTaskFact[], when: { asOf?: string; knownAt?: string } = {}) =>
  contractVersions(
    facts,
    taskStandingOf(facts.filter(({ body }) => body.kind !== 'described') as never, 'A', when),
    when,
  );

describe('versions of a contract', () => {
  test('none before it is signed; then a draft names what the papers lack', () => {
    const before = signed.slice(0, 2);
    expect(versionsOf(before)).toEqual([]);
    const terms = draftTerms(before, taskStandingOf(before.slice(1) as never, 'A'), about as never);
    expect(terms).toMatchObject({
      stateMoney: 1_800_000_000,
      products: '02 mô hình',
      approval: { sign: '5/QĐ-SKHCN' },
    });
    expect(lacking(terms)).toEqual([
      ...['số, ngày và thời hạn hợp đồng', 'dự toán theo khoản mục'],
      ...['người ký của bên A', 'người ký của bên B', 'các đợt cấp kinh phí'],
    ]);
  });
  test('one for the contract and one for each change, with its decision and the terms as they then stand', () => {
    const versions = versionsOf([...signed, ...changed]);
    expect(versions.map(({ nth, on, decision: rests }) => [nth, on, rests?.sign ?? null])).toEqual([
      [1, '2024-09-04', '5/QĐ-SKHCN'],
      [2, '2025-10-15', '12/QĐ-SKHCN'],
      [3, '2025-11-03', null],
      [4, '2025-12-01', null],
    ]);
    expect(versions.map(({ terms }) => [terms.contract?.to, terms.products, terms.host?.name])).toEqual([
      ['2026-09-04', '02 mô hình', host.name],
      ['2027-03-04', '02 mô hình', host.name],
      ['2027-03-04', '03 mô hình', host.name],
      ['2027-03-04', '03 mô hình', 'Viện mới'],
    ]);
  });
  test('an objection puts back what the host changed; the appendix stays, no longer in force', () => {
    const own = kept(course(['2025-03-03', 'changeNotified', { changeId: id(4), change: owner }]));
    const objected = kept(course(['2025-03-10', 'changeObjected', { changeId: id(4) }]));
    const [, first] = versionsOf([...signed, ...own, ...objected]);
    expect(first).toMatchObject({ own: true, lapsedOn: '2025-03-10', terms: { host: { name: 'Viện mới' } } });
    const later = versionsOf([...signed, ...own, ...objected, ...changed.slice(0, 1)]).at(-1);
    expect(later).toMatchObject({ nth: 3, terms: { host: { name: host.name } } });
  });
  test('each version has who signs it and the instalments of its day; an appendix tells that they changed', () => {
    const director = { name: 'Lê An', position: 'Viện trưởng', authority: '' };
    const deputy = { name: 'Hồ Bình', position: 'Phó Viện trưởng', authority: 'Giấy ủy quyền 5/GUQ' };
    const half = { needs: 'Báo cáo', on: null, event: 'sau khi ký', amount: 900_000_000, advance: false };
    const arranged = (on: string, host: typeof director, instalments: readonly (typeof half)[]) => ({
      ...described,
      ...{ id: `arranged ${on}`, happenedOn: on, recordedAt: `${on}T05:00:00Z` },
      body: { kind: 'contractArranged', signers: { agency: null, host }, instalments },
    });
    const stated = [
      arranged('2024-09-04', director, [half, half]),
      arranged('2025-10-15', deputy, [{ ...half, amount: 1_800_000_000 }]),
    ] as unknown as TaskFact[];
    const all = [...signed, ...changed];
    const versions = contractVersions(
      [...all, ...kept(stated)],
      taskStandingOf(all.filter(({ body }) => body.kind !== 'described') as never, 'A'),
    );
    expect(versions.map(({ terms: { signers } }) => signers.host?.name)).toEqual([
      ...['Lê An', 'Hồ Bình', 'Hồ Bình', 'Hồ Bình'],
    ]);
    const [first, second] = versions.map(({ terms }) => terms.instalments);
    expect(instalmentsTold(first!, second!)).toEqual([
      {
        what: 'Các đợt cấp kinh phí',
        before: 'Đợt 1: 900.000.000 đồng, sau khi ký; Đợt 2: 900.000.000 đồng, sau khi ký',
        after: 'Đợt 1: 1.800.000.000 đồng, sau khi ký',
      },
    ]);
    expect(instalmentsTold(second!, second!)).toEqual([]);
  });
  test('time to do it again is a version too; a correction takes the place of what it corrects', () => {
    const again = kept(
      course(
        ['2026-10-20', 'accepted', { rating: 'not-achieved' }],
        ['2026-11-01', 'redone', { until: '2027-05-01' }],
      ),
    );
    expect(versionsOf([...signed, ...again]).at(-1)?.change).toEqual({
      ...{ type: 'extension', before: '2026-09-04', after: '2027-05-01' },
    });
    const [wrong] = changed;
    if (!wrong) throw new Error('No change');
    const instead = bodyOf('changed', { changeId: id(1), change: { ...extension, after: '2026-12-04' } });
    const body = { kind: 'corrected', supersedes: wrong.id, reason: 'ghi nhầm', instead } as const;
    const right = kept([
      { ...taskFact('2025-10-15', bodyOf('ordered')), body, recordedAt: '2026-01-05T03:00:00Z' },
    ]);
    const all = [...signed, ...changed, ...right];
    expect(versionsOf(all)[1]?.terms.contract?.to).toBe('2026-12-04');
    expect(versionsOf(all, { knownAt: '2025-12-31T00:00:00Z' })[1]?.terms.contract?.to).toBe('2027-03-04');
  });
  test('whatever order facts are recorded in: the same versions, and those of a day stay as they were', () => {
    const all = [...signed, ...changed];
    const places = fc.shuffledSubarray(all, { minLength: all.length });
    const days = fc.constantFrom('2024-09-04', '2025-10-20', '2025-11-30', '2026-06-01');
    fc.assert(
      fc.property(places, days, (shuffled, asOf) => {
        const whole = versionsOf(all);
        expect(versionsOf(shuffled)).toEqual(whole);
        expect(versionsOf(shuffled, { asOf })).toEqual(whole.filter(({ on }) => on <= asOf));
      }),
      { numRuns: 50 },
    );
  });
  test('of a budget only what moved is told', () => {
    const line = (item: string, amount: number) => ({ item, amount, khoan: true });
    const before = [line('Công', 900), line('Khảo sát', 300), line('Hội thảo', 10)];
    const after = [line('Công', 950), line('Khảo sát', 250), line('Hội thảo', 10)];
    expect(changeTold({ type: 'budget-move', before, after })).toEqual([
      { what: 'Kinh phí: Công', before: '900 đồng', after: '950 đồng' },
      { what: 'Kinh phí: Khảo sát', before: '300 đồng', after: '250 đồng' },
    ]);
  });
});
