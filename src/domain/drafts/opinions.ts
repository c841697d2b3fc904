import { z } from 'zod';
import type { Party } from '../documents/reading.ts';
import type { SourceNamed } from '../targets/facts.ts';
import { type Answer, type DraftFact, type DraftFactOf, type Handling, isOf } from './facts.ts';
import { inCourse, type LastDay } from './standing.ts';

/** Đang chờ, đã trả lời đúng hạn, trả lời muộn, im lặng quá hạn: silence is never recorded, it follows from the day. */
export const OpinionState = z.enum(['waiting', 'in-time', 'late', 'silent']);
export type OpinionState = z.infer<typeof OpinionState>;

/** One remark, and what became of it. */
export interface Remark {
  answerId: string;
  at: number;
  words: string;
  handled: { how: Handling; words: string; on: string } | null;
}

/** Somebody who was asked, and what came of it by a day. */
export interface Opinion {
  id: string;
  whom: Party;
  sentOn: string;
  /** As the letter says, and the last day in time for it. */
  due: string;
  lastDay: string;
  document: SourceNamed | null;
  state: OpinionState;
  /** The first answer, which decides whether it came in time. */
  answeredOn: string | null;
  /** The answer that stands, where there are several the last. */
  answer: { id: string; on: string; answer: Answer; document: SourceNamed | null } | null;
  remarks: Remark[];
}

/** The clocks of all who were asked, as of a day, in the order they were asked. */
export function opinionsOf(facts: readonly DraftFact[], day: string, lastDay: LastDay): Opinion[] {
  const known = inCourse(facts, { asOf: day });
  const answers = Map.groupBy(known.filter(isOf('answered')), ({ body }) => body.ask);
  const handled = new Map(
    known.filter(isOf('handled')).map((fact) => [`${fact.body.answer} ${fact.body.remark}`, fact]),
  );
  return known.filter(isOf('asked')).map(({ id, happenedOn, body }) => {
    const given = answers.get(id) ?? [];
    const limit = lastDay(body.due);
    const last = given.at(-1);
    return {
      ...{ id, whom: body.whom, sentOn: happenedOn, due: body.due, lastDay: limit, document: body.document },
      state: stateOf(given[0]?.happenedOn, limit, day),
      answeredOn: given[0]?.happenedOn ?? null,
      answer: last
        ? { id: last.id, on: last.happenedOn, answer: last.body.answer, document: last.body.document }
        : null,
      remarks: last ? remarksOf(last, handled) : [],
    };
  });
}

function stateOf(answeredOn: string | undefined, limit: string, day: string): OpinionState {
  if (answeredOn !== undefined) return answeredOn <= limit ? 'in-time' : 'late';
  return limit < day ? 'silent' : 'waiting';
}

const remarksOf = (
  { id, body }: DraftFactOf<'answered'>,
  handled: ReadonlyMap<string, DraftFactOf<'handled'>>,
): Remark[] =>
  body.remarks.map((words, at) => {
    const fact = handled.get(`${id} ${at}`);
    return {
      ...{ answerId: id, at, words },
      handled: fact ? { how: fact.body.how, words: fact.body.words, on: fact.happenedOn } : null,
    };
  });
