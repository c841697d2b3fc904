import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOver, wordsOf } from './line.ts';
import {
  afterOf,
  type Changes,
  decideEdit,
  decideUndo,
  type Line,
  type Outcome,
  type ReviewState,
} from './review.ts';

const text =
  'Văn phòng lập kế hoạch. Thanh tra tổ chức kiểm tra. Phòng Pháp chế rà soát văn bản trước ngày 05/12/2026.';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const line = (n: number, start: number, end: number): Line => ({
  id: id(n),
  position: n,
  ...lineOver([start, end], text),
  present: true,
  version: 1,
});
const begin = (): ReviewState => ({
  text,
  head: { kind: 'TB', number: '1/TB-SKHCN', date: null, issuer: null, subject: null },
  headVersion: 1,
  lines: [line(1, 0, 22), line(2, 24, 50), line(3, 52, 104)],
});

function changesOf(outcome: Outcome): Changes {
  if (!('changes' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.changes;
}
function applied(state: ReviewState, { head, lines }: Changes): ReviewState {
  const changed = new Map(lines.map((one) => [one.id, one]));
  const kept = state.lines.map((one) => changed.get(one.id) ?? one);
  const made = lines.filter((one) => !state.lines.some((old) => old.id === one.id));
  return {
    ...state,
    head: head ?? state.head,
    headVersion: state.headVersion + (head ? 1 : 0),
    lines: [...kept, ...made],
  };
}
const shown = (state: ReviewState) =>
  state.lines
    .filter((one) => one.present)
    .toSorted((a, b) => a.position - b.position)
    .map((one) => one.fields.words);

describe('acts of the review', () => {
  test('an act on a version that has passed changes nothing and says so', () => {
    const state = begin();
    const first = applied(
      state,
      changesOf(
        decideEdit(state, { act: 'change', lineId: id(1), version: 1, fields: { mark: 'accepted' } }, id(9)),
      ),
    );
    expect(
      decideEdit(first, { act: 'change', lineId: id(1), version: 1, fields: { mark: 'dropped' } }, id(9)),
    ).toEqual({ stale: { lineId: id(1) } });
  });

  test('a cut makes two lines that stand one after the other', () => {
    const state = begin();
    const cut = applied(
      state,
      changesOf(decideEdit(state, { act: 'split', lineId: id(2), version: 1, at: 34 }, id(9))),
    );
    expect(shown(cut)).toEqual([
      'Văn phòng lập kế hoạch',
      'Thanh tra',
      'tổ chức kiểm tra',
      'Phòng Pháp chế rà soát văn bản trước ngày 05/12/2026',
    ]);
  });

  test('words drawn over become a line at their place in the document', () => {
    const state = { ...begin(), lines: [line(1, 0, 22), line(3, 52, 104)] };
    const added = applied(state, changesOf(decideEdit(state, { act: 'add', span: [24, 50] }, id(9))));
    expect(shown(added)[1]).toBe('Thanh tra tổ chức kiểm tra');
    expect(decideEdit(state, { act: 'add', span: [23, 24] }, id(9))).toHaveProperty('refused');
  });

  test('giving a lead takes back «không nêu»', () => {
    const state = begin();
    const none = applied(
      state,
      changesOf(
        decideEdit(state, { act: 'change', lineId: id(1), version: 1, fields: { leadNone: true } }, id(9)),
      ),
    );
    const given = applied(
      none,
      changesOf(
        decideEdit(
          none,
          { act: 'change', lineId: id(1), version: 2, fields: { lead: { name: 'Văn phòng' } } },
          id(9),
        ),
      ),
    );
    expect(given.lines[0]?.fields.leadNone).toBe(false);
  });

  test('any act taken back leaves what stood before', () => {
    const acts = fc.oneof(
      fc.record({
        act: fc.constant('split' as const),
        lineId: fc.constant(id(3)),
        version: fc.constant(1),
        at: fc.integer({ min: 53, max: 103 }),
      }),
      fc.record({
        act: fc.constant('merge' as const),
        lineId: fc.constant(id(1)),
        version: fc.constant(1),
        withId: fc.constantFrom(id(2), id(3)),
        withVersion: fc.constant(1),
      }),
      fc.record({ act: fc.constant('add' as const), span: fc.constant<[number, number]>([0, 9]) }),
      fc.record({
        act: fc.constant('head' as const),
        version: fc.constant(1),
        fields: fc.record({ number: fc.string() }),
      }),
      fc.record({
        act: fc.constant('change' as const),
        lineId: fc.constant(id(2)),
        version: fc.constant(1),
        fields: fc.record({ mark: fc.constantFrom('accepted' as const, 'dropped' as const) }),
      }),
    );
    fc.assert(
      fc.property(acts, (act) => {
        const state = begin();
        const outcome = decideEdit(state, act, id(9));
        if (!('changes' in outcome)) return;
        const done = applied(state, outcome.changes);
        const undone = applied(
          done,
          changesOf(decideUndo(done, outcome.changes.before, afterOf(outcome.changes))),
        );
        expect(shown(undone)).toEqual(shown(state));
        expect(undone.head).toEqual(state.head);
        expect(undone.lines.filter((one) => one.present).map((one) => one.fields)).toEqual(
          state.lines.map((one) => one.fields),
        );
      }),
    );
  });

  test('what somebody else changed since is not taken back', () => {
    const state = begin();
    const drop = changesOf(
      decideEdit(state, { act: 'change', lineId: id(1), version: 1, fields: { mark: 'dropped' } }, id(9)),
    );
    const done = applied(state, drop);
    const theirs = applied(
      done,
      changesOf(
        decideEdit(done, { act: 'change', lineId: id(1), version: 2, fields: { mark: 'accepted' } }, id(9)),
      ),
    );
    expect(decideUndo(theirs, drop.before, afterOf(drop))).toEqual({ stale: { lineId: id(1) } });
  });

  test('two acts on one line are taken back one after the other', () => {
    const state = begin();
    const first = changesOf(
      decideEdit(state, { act: 'change', lineId: id(1), version: 1, fields: { product: 'Kế hoạch' } }, id(9)),
    );
    const one = applied(state, first);
    const second = changesOf(
      decideEdit(one, { act: 'change', lineId: id(1), version: 2, fields: { mark: 'dropped' } }, id(9)),
    );
    const two = applied(one, second);
    const back = applied(two, changesOf(decideUndo(two, second.before, afterOf(second))));
    const start = applied(back, changesOf(decideUndo(back, first.before, afterOf(first))));
    expect(start.lines[0]?.fields).toEqual(state.lines[0]?.fields);
  });

  test('merging keeps the words of both', () => {
    const state = begin();
    const one = applied(
      state,
      changesOf(
        decideEdit(state, { act: 'merge', lineId: id(1), version: 1, withId: id(3), withVersion: 1 }, id(9)),
      ),
    );
    expect(shown(one)[0]).toBe(
      wordsOf(text, [
        [0, 22],
        [52, 104],
      ]),
    );
  });
});
