import { describe, expect, test } from 'vitest';
import { type Doer, inNameOfFor, refusalOf } from './acts.ts';
import { type DirectiveFact, type FactBody, sayAuthor } from './facts.ts';
import { retractionRefusal } from './retraction.ts';
import { sentenceOf } from './sentence.ts';
import { standingOf } from './standing.ts';

const digital = { unitId: '10000000-0000-4000-8000-000000000001', name: 'Phòng Chuyển đổi số' };
const technology = { unitId: '10000000-0000-4000-8000-000000000002', name: 'Phòng Công nghệ' };
const merged = { unitId: '10000000-0000-4000-8000-000000000003', name: 'Phòng Công nghệ và Chuyển đổi số' };
const officer = { personId: '20000000-0000-4000-8000-000000000001', name: 'Vũ Chuyên Viên' };
const act = 'Quyết định số 15/QĐ-SKHCN ngày 25/6/2026';

const fact = (id: string, happenedOn: string, body: FactBody, byId = 'p'): DirectiveFact => ({
  id,
  happenedOn,
  recordedAt: `${happenedOn}T03:00:00Z`,
  by: 'Người ghi',
  byId,
  body,
});

const course = [
  fact('a', '2026-06-01', {
    kind: 'given',
    lead: digital,
    coordinating: [technology, { name: 'Sở Tài chính' }],
    deadline: { kind: 'date', due: '2026-07-31', bound: 'by', text: '', span: [0, 0] },
    product: null,
  }),
  fact('b', '2026-06-02', { kind: 'received' }),
  fact('c', '2026-06-03', { kind: 'assigned', assignee: officer }),
  fact('d', '2026-06-04', {
    kind: 'progressed',
    percent: 30,
    words: '',
    obstacle: { cause: 'other-unit', waitingFor: technology },
  }),
];
const moved = (assignee: boolean, on = '2026-07-01') =>
  fact('m', on, { kind: 'transferred', lead: merged, reason: 'sáp nhập', act, moved: { assignee } });
const succeeded = fact('n', '2026-07-01', { kind: 'succeeded', from: technology, to: merged, act });

describe('units are reorganised', () => {
  test('the work moves as it stands, with whoever has it in hand', () => {
    expect(standingOf([...course, moved(true)])).toMatchObject({
      lead: merged,
      leadSince: '2026-07-01',
      phase: 'received',
      assignee: officer,
      percent: 30,
      obstacle: { cause: 'other-unit', waitingFor: technology },
    });
  });

  test('where that person does not move along, the new unit takes it up anew', () => {
    expect(standingOf([...course, moved(false)])).toMatchObject({ phase: 'given', assignee: null });
  });

  test('a product submitted still waits for whoever gave it, from the day it was submitted', () => {
    const submitted = fact('e', '2026-06-20', { kind: 'submitted', words: '' });
    const accepted = fact('z', '2026-08-10', { kind: 'accepted', words: '' });
    for (const assignee of [true, false]) {
      const standing = standingOf([...course, submitted, moved(assignee), accepted]);
      expect(standing).toMatchObject({ phase: 'accepted', closedOn: '2026-06-20' });
    }
    const withoutMoved = { ...moved(true), body: { ...moved(true).body, moved: undefined } } as DirectiveFact;
    expect(standingOf([...course, submitted, withoutMoved])).toMatchObject({ phase: 'given' });
  });

  test('a unit that helps or is waited for is succeeded, once, in whatever order the two are recorded', () => {
    for (const facts of [
      [...course, moved(true), succeeded],
      [...course, { ...succeeded, id: 'l' }, moved(true)],
    ])
      expect(standingOf(facts)).toMatchObject({
        lead: merged,
        coordinating: [{ name: 'Sở Tài chính' }],
        obstacle: { waitingFor: merged },
      });
    expect(standingOf([...course, succeeded])?.coordinating).toEqual([{ name: 'Sở Tài chính' }, merged]);
  });

  test('as of the day before, the old unit has it', () => {
    expect(standingOf([...course, moved(true), succeeded], { asOf: '2026-06-30' })).toEqual(
      standingOf(course),
    );
  });

  test('the history names the decision, and no single record of it is taken back', () => {
    expect(sentenceOf(succeeded)).toContain('15/QĐ-SKHCN');
    expect(sentenceOf(moved(true))).toContain(merged.name);
    expect(retractionRefusal([...course, moved(true)], 'm', 'p')).toContain('sắp xếp lại');
    expect(retractionRefusal([...course, succeeded], 'n', 'p')).toContain('sắp xếp lại');
  });
});

describe('acting for the absent', () => {
  const head = {
    form: 'KT.',
    personId: '20000000-0000-4000-8000-000000000009',
    name: 'Lê Trưởng',
    title: 'Trưởng phòng',
  } as const;
  const deputy: Doer = {
    personId: '20000000-0000-4000-8000-000000000002',
    gives: false,
    posts: [],
    actingFor: [
      {
        personId: '20000000-0000-4000-8000-000000000002',
        gives: false,
        posts: [{ unitId: digital.unitId, role: 'head' }],
        inNameOf: head,
        unitId: null,
      },
    ],
  };
  const around = { giverUnitId: null, deadlineKind: 'date' } as const;
  const standing = standingOf(course)!;

  test('by the posts lent, and in whose stead is told; by own right it is one’s own', () => {
    expect(refusalOf('assigned', standing, deputy, around)).toBeNull();
    expect(inNameOfFor('assigned', standing, deputy, around)).toEqual(head);
    const own: Doer = { ...deputy, posts: [{ unitId: digital.unitId, role: 'head' }] };
    expect(inNameOfFor('assigned', standing, own, around)).toBeNull();
    expect(refusalOf('assigned', standing, { ...deputy, actingFor: [] }, around)?.because).toBe('person');
  });

  test('what the absent has in hand is in the deputy’s hand, in the unit the delegation is limited to', () => {
    const limited = (unitId: string | null): Doer => ({
      ...deputy,
      actingFor: [
        {
          ...deputy.actingFor![0]!,
          posts: [],
          inNameOf: { ...head, personId: officer.personId, name: officer.name },
          unitId,
        },
      ],
    });
    expect(refusalOf('submitted', standing, limited(null), around)).toBeNull();
    expect(refusalOf('submitted', standing, limited(digital.unitId), around)).toBeNull();
    expect(refusalOf('submitted', standing, limited(technology.unitId), around)?.because).toBe('person');
  });

  test('nobody accepts the own submission, nor grants the own extension, in another’s stead', () => {
    const gives: Doer = { ...deputy, actingFor: [{ ...deputy.actingFor![0]!, gives: true }] };
    const submittedBy = (byId: string | null) =>
      standingOf([...course, fact('e', '2026-06-20', { kind: 'submitted', words: '' }, byId ?? undefined)])!;
    expect(refusalOf('accepted', submittedBy('somebody else'), gives, around)).toBeNull();
    for (const kind of ['accepted', 'returned'] as const)
      expect(refusalOf(kind, submittedBy(deputy.personId), gives, around)?.because).toBe('person');
    const asked = standingOf([
      ...course,
      fact(
        'e',
        '2026-06-20',
        { kind: 'extensionAsked', deadline: standing.deadline, reason: 'chờ số liệu' },
        deputy.personId ?? '',
      ),
    ])!;
    expect(refusalOf('extended', asked, gives, around)?.because).toBe('person');
  });

  test('both names stand in the record', () => {
    expect(sayAuthor({ by: 'Trần Phó', inNameOf: head })).toBe('KT. Trưởng phòng Lê Trưởng, Trần Phó');
    expect(sayAuthor({ by: 'Trần Phó', inNameOf: null })).toBe('Trần Phó');
  });
});
