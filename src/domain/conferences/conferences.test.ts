import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaTimes } from './agenda.ts';
import { blocks, findingsOf, type IssueDay } from './check.ts';
import type { ConclusionLine, ConferenceFact, ConferenceFactBody, ConferencePlan } from './facts.ts';
import { byUrgency, type Conference, conferenceOf, inNoticeOrder, proposalStateOn } from './standing.ts';
import { termOf } from './term.ts';

const plan: ConferencePlan = {
  ...{
    name: 'Hội nghị sơ kết quý III',
    day: '2026-11-24',
    start: '08:00',
    end: null,
    place: 'Phòng họp số 1',
  },
  ...{ chair: 'Trần Văn A', chairTitle: 'Giám đốc Sở', secretary: null, reviewId: null },
};
const office = { unitId: 'u1', name: 'Văn phòng' };
const planning = { unitId: 'u2', name: 'Phòng Kế hoạch' };
const line = (words: string, more: Partial<ConclusionLine> = {}): ConclusionLine => ({
  ...{ words, lead: office, coordinating: [], product: 'Báo cáo', term: 'trước 15/12', answers: null },
  ...more,
});

function folded(...bodies: ConferenceFactBody[]): Conference {
  const facts = [{ kind: 'prepared', part: 'plan', plan } as const, ...bodies].map(
    (body, at): ConferenceFact => ({
      ...{ id: `f${at}`, happenedOn: '2026-11-24', recordedAt: `2026-11-24T03:00:${10 + at}Z` },
      ...{ by: 'Nguyễn Văn Thư', body },
    }),
  );
  return conferenceOf(facts)!;
}
const written = (lineId: string, one: ConclusionLine | null): ConferenceFactBody => ({
  ...{ kind: 'line', lineId, line: one },
});
const proposed = (proposalId: string, form: 'petition' | 'remark' = 'petition'): ConferenceFactBody => ({
  ...{ kind: 'proposed', proposalId, unit: planning, form, words: 'Xin thêm biên chế' },
});
const issued = (...directives: { lineId: string; directiveId: string }[]): ConferenceFactBody => ({
  ...{ kind: 'issued', documentId: 'd', number: '05/TB-SKHCN', sha256: 'x', findings: [], reason: null },
  directives,
});

describe('folding', () => {
  test('a part saved again counts up, and a line taken out is remembered by its version', () => {
    const made = folded(
      { kind: 'prepared', part: 'agenda', items: [{ title: 'Khai mạc', presenter: '', minutes: 5 }] },
      { kind: 'prepared', part: 'plan', plan: { ...plan, place: 'Hội trường' } },
      written('a', line('Một')),
      written('a', line('Một, sửa')),
      written('b', line('Hai')),
      written('b', null),
    );
    expect(made.versions).toEqual({ plan: 2, agenda: 1, invitees: 0, assessment: 0, carried: 0 });
    expect(made.plan.place).toBe('Hội trường');
    expect(made.lines.map(({ id, version }) => [id, version])).toEqual([['a', 2]]);
    expect(made.removed.get('b')).toBe(2);
    expect(made.version).toBe(7);
    expect(conferenceOf([])).toBeNull();
  });

  test('silence is derived from the day, overdue ones stand first', () => {
    const made = folded(
      ...[
        proposed('open'),
        proposed('late'),
        proposed('noted', 'remark'),
        proposed('bare'),
        proposed('done'),
      ],
      { kind: 'owed', proposalId: 'open', by: office, due: '2026-12-10' },
      { kind: 'owed', proposalId: 'late', by: office, due: '2026-12-01' },
      { kind: 'answered', proposalId: 'done', words: 'Đã giải quyết' },
    );
    const states = byUrgency(made.proposals, '2026-12-05').map((one) => [
      one.id,
      proposalStateOn(one, '2026-12-05'),
    ]);
    expect(states).toEqual([
      ...[
        ['late', 'late'],
        ['bare', 'unassigned'],
        ['open', 'open'],
        ['done', 'answered'],
        ['noted', 'noted'],
      ],
    ]);
    expect(proposalStateOn(made.proposals[1]!, '2026-12-01')).toBe('open');
  });

  test('issuing names the directives and answers what a line was written to', () => {
    const made = folded(
      ...[proposed('p'), written('a', line('Bổ sung biên chế', { answers: 'p' }))],
      issued({ lineId: 'a', directiveId: 'n1' }),
    );
    expect(made.lines[0]?.directiveId).toBe('n1');
    expect(made.proposals[0]?.answered?.words).toBe('Thông báo 05/TB-SKHCN: Bổ sung biên chế');
    expect(made.issued?.number).toBe('05/TB-SKHCN');
  });

  test('lines stand in the notice with those of their unit, in the order units come', () => {
    const made = folded(
      written('a', line('1')),
      written('b', line('2', { lead: planning })),
      written('c', line('3')),
    );
    expect(inNoticeOrder(made.lines).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });
});

test('a deadline as people say it, of the year of the conference', () => {
  expect(termOf('trước 15/12', plan.day)).toMatchObject({
    ...{ ok: true, kind: 'do', deadline: { kind: 'date', bound: 'before', due: '2026-12-15' } },
  });
  expect(termOf('trong quý I', plan.day)).toMatchObject({ deadline: { kind: 'quarter', due: '2027-03-31' } });
  expect(termOf('hằng tháng', plan.day)).toMatchObject({ deadline: { kind: 'recurring', every: ['month'] } });
  expect(termOf(' thường xuyên ', plan.day)).toMatchObject({ kind: 'standing', deadline: { kind: 'none' } });
  expect(termOf('', plan.day)).toMatchObject({ ok: true, deadline: { kind: 'none' } });
  expect(termOf('khi nào rảnh', plan.day)).toMatchObject({ ok: false });
});

test('the agenda follows the clock', () => {
  const item = (minutes: number) => ({ title: 'x', presenter: '', minutes });
  expect(agendaTimes('07:45', [item(15), item(90)])).toEqual(['07:45 – 08:00', '08:00 – 09:30']);
});

describe('what does not hold before issuing', () => {
  const day: IssueDay = {
    ...{
      today: '2026-11-26',
      stands: (unitId) => unitId !== 'gone',
      assessment: 'Còn {{overdue}} việc, 12 việc khó.',
    },
    dueOf: ({ line: { term } }) => (term === 'trước 1/11' ? '2026-10-30' : null),
  };
  const codes = (...bodies: ConferenceFactBody[]) =>
    findingsOf(folded(...bodies), day).map(({ code }) => code);

  test('is each pointed out, what blocks first', () => {
    expect(codes()).toEqual(['no-lines', 'typed-numbers']);
    const gone = { unitId: 'gone', name: 'Phòng cũ' };
    const found = codes(
      ...[proposed('p'), proposed('q'), proposed('r', 'remark')],
      written('a', line('Báo cáo', { product: null, term: '' })),
      written('b', line('Báo cáo.', { term: 'khi nào rảnh' })),
      written('c', line('', { lead: null })),
      written('d', line('Việc của phòng cũ', { lead: gone, coordinating: [gone], term: 'trước 1/11' })),
      written('e', line('Trả lời', { answers: 'q' })),
    );
    expect(new Set(found)).toEqual(
      new Set([
        ...[
          'coordinating-gone',
          'deadline-past',
          'lead-gone',
          'no-deadline',
          'no-lead',
          'no-product',
          'no-words',
        ],
        ...['same-line', 'term-unclear', 'typed-numbers', 'unanswered'],
      ]),
    );
  });

  test('is never more than the conference holds, and a sound notice has nothing', () => {
    expect(findingsOf(folded(written('a', line('Một'))), { ...day, assessment: '' })).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (words, term) => {
        const made = folded(...words.map((one, at) => written(`l${at}`, line(one, { term }))));
        const found = findingsOf(made, day);
        const ids = new Set([...made.lines.map(({ id }) => id), null]);
        expect(found.every(({ id }) => ids.has(id))).toBe(true);
        const order = found.map(({ code }) => blocks(code));
        expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});
