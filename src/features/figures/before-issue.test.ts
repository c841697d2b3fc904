import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { contentOf } from '../../domain/reviews/content.ts';
import type { Actor } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { compose } from '../reviews/commands.ts';
import { openReviewOf } from '../reviews/opening.ts';
import { knownReview, readRegister } from '../reviews/read.ts';
import { sign } from '../reviews/signing.ts';
import { findingsBeforeIssue } from './before-issue.ts';
import { FigureReading } from './contract.ts';
import { listFiguresOf } from './queries.ts';

let t: TestContext;
let planning: string;
let office: Actor;
let director: Actor;

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });
const at = (day: string) => t.setNow(`${day}T03:00:00Z`);
const listed = (query: Record<string, string> = {}) =>
  listFiguresOf(t.ctx, office, FigureReading.parse(query));

beforeAll(async () => {
  t = await testContext();
  ({ unitId: planning, director } = await openPlanningUnit(t));
  office = t.actorOf('office');
});
afterAll(() => t.close());

describe('before a review is issued', () => {
  const half = { kind: 'half', year: 2026, n: 1, unitsUntil: '2026-06-17' } as const;

  test('what a signed report said otherwise, late entries and typed numbers are pointed out', async () => {
    at('2026-06-15');
    const { id } = await openReviewOf(t.ctx, office, half);
    const found = (reviewId = id) =>
      t.ctx.store.read(office.scope, async (tx) => {
        const { standing } = await knownReview(tx, t.agencyId, reviewId);
        const read = await readRegister(tx, t.ctx, office, standing.period, await t.ctx.calendar());
        return findingsBeforeIssue(tx, t.ctx, office, contentOf(standing, read));
      });
    expect(await found()).toEqual([]);
    await compose(t.ctx, office, id, 0, { section: 'results', words: 'Trong kỳ giao mới 30 nhiệm vụ.' });
    expect(await found()).toMatchObject([{ kind: 'text', figure: 'given', at: { section: 'results' } }]);
    await compose(t.ctx, office, id, 1, { section: 'results', words: '' });
    await sign(t.ctx, director, id, 'đã nhắc');
    // Given in May, entered in July.
    at('2026-07-10');
    await giveByWord(t.ctx, director, {
      ...{ words: 'Việc ghi muộn', leadUnitId: planning, coordinatingUnitIds: [], product: null },
      ...{ deadline: by('2026-12-01'), givenOn: '2026-05-04', kind: 'do' },
    });
    const list = await listed({ period: 'half', year: '2026', n: '1' });
    expect(list.findings.map(({ figure }) => figure)).toEqual(['in-hand', 'given', 'open', 'in-time']);
    expect(list.findings[0]?.words).toContain('báo cáo đã ký ghi');
    const { id: next } = await openReviewOf(t.ctx, office, {
      ...half,
      kind: 'quarter',
      n: 3,
      unitsUntil: '2026-09-20',
    });
    const findings = await found(next);
    expect(findings.map(({ kind, figure }) => `${kind} ${figure}`)).toEqual([
      'continues carried-over',
      ...['in-hand', 'given', 'open', 'in-time', 'without-product'].map((figure) => `differs ${figure}`),
    ]);
    expect(findings[0]?.recordIds).toHaveLength(1);
  });
});
