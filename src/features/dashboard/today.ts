import type { DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import type { Actor, Context } from '../context.ts';
import { doerOf } from '../directives/doer.ts';
import { asOfToday, countStates, findDirectives, presentDirective } from '../directives/queries.ts';
import { findRequests, presentRequest, speaksFor } from '../requests/queries.ts';
import type { Today } from './contract.ts';
import { countRequests, decideFigures, figure, headed, requestFigure, unanswered } from './figures.ts';

const linesShown = 8;
const questionsShown = 5;

/** Work that lies with whoever leads, with or without a day. */
const inHand: DirectiveState[] = [
  'overdue',
  'due-soon',
  'returned',
  'in-time',
  'no-deadline',
  'awaiting-event',
];

/** What waits for this person today, each number with the list it opens. */
export async function getTodayOf(ctx: Context, actor: Actor): Promise<Today> {
  const calendar = await ctx.calendar();
  const { agencyId, personId } = actor;
  return ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, agencyId, calendar);
    const doer = await doerOf(tx, actor, asOf.today);
    const at = { day: asOf.today, units: await speaksFor(tx, actor, asOf.today) };
    const heads = headed(doer);
    const whose: DirectiveFilter | null =
      heads.length > 0 ? { unit: heads } : personId === null ? null : { person: personId };
    const mine: DirectiveFilter | null = whose && { ...whose, state: inHand };
    const rows = mine ? await findDirectives(tx, agencyId, mine, asOf, { limit: linesShown }) : [];
    const units: DirectiveFilter | null = at.units.length > 0 ? { unit: at.units, part: 'any' } : null;
    const counts = units && (await countStates(tx, agencyId, units, asOf));
    const asked = { mine: 'to-answer', state: unanswered } as const;
    const questions = await findRequests(tx, agencyId, asked, at, { limit: questionsShown });
    return {
      asOf: asOf.today,
      mine: mine && {
        all: figure(rows[0]?.total ?? 0, mine),
        items: rows.map((row) => presentDirective(row, asOf, calendar)),
      },
      units: counts && {
        overdue: figure(counts.overdue, { ...units, state: ['overdue'] }),
        'due-soon': figure(counts['due-soon'], { ...units, state: ['due-soon'] }),
        'in-time': figure(counts['in-time'], { ...units, state: ['in-time'] }),
      },
      decide: await decideFigures(tx, agencyId, doer, asOf),
      questions: {
        all: requestFigure(questions[0]?.total ?? 0, asked),
        items: questions.map((row) => presentRequest(actor, row, at, calendar)),
      },
      unanswered: await countRequests(tx, agencyId, { mine: 'asked', state: unanswered }, at),
    };
  });
}
