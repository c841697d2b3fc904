import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import type { RecordedFact } from '../drafts/facts.ts';
import { Dong, Named } from '../tasks/change.ts';
import { RestsOn } from '../tasks/facts.ts';
import { TaskLevel } from '../tasks/rules/vocabulary.ts';

const words = z.string().trim().max(4000).default('');
const line = (message: string, length = 300) => z.string().trim().min(1, message).max(length);

/** What a programme is to reach, measured: «Số quy trình được chuyển giao», «10 quy trình». */
export const Indicator = z.object({ name: line('Ghi tên chỉ tiêu'), target: line('Ghi mức phải đạt') });

/** A programme of S&T tasks (chương trình KH&CN) as its frame decision says it. */
export const ScienceProgrammeProfile = z
  .object({
    code: line('Ghi mã số chương trình', 100),
    name: z.string().trim().min(5, 'Ghi tên chương trình').max(1000),
    level: TaskLevel,
    from: Day,
    to: Day,
    aims: words,
    products: words,
    indicators: z.array(Indicator).max(50).default([]),
    /** Money of the state in its frame, đồng. */
    stateMoney: Dong.nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'Ngày kết thúc phải sau ngày bắt đầu.',
  });
export type ScienceProgrammeProfile = z.infer<typeof ScienceProgrammeProfile>;

export const boardRoleWords = {
  head: 'chủ nhiệm chương trình',
  deputy: 'phó chủ nhiệm',
  secretary: 'thư ký',
  member: 'ủy viên',
} as const;
export const BoardRole = z.enum(Object.keys(boardRoleWords) as (keyof typeof boardRoleWords)[]);
export type BoardRole = z.infer<typeof BoardRole>;

/** Somebody of the board (ban chủ nhiệm) of a programme. */
export const BoardMember = Named.extend({ role: BoardRole });
export type BoardMember = z.infer<typeof BoardMember>;

/** What is recorded of a programme, each with the document it rests on; what is said again replaces what was said before. */
export const ScienceProgrammeBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('described'),
    profile: ScienceProgrammeProfile,
    restsOn: RestsOn.nullable(),
  }),
  z.object({
    kind: z.literal('boardNamed'),
    members: z.array(BoardMember).max(50),
    restsOn: RestsOn.nullable(),
  }),
  /** The report of a year; a later one of the same year stands in its place. */
  z.object({
    kind: z.literal('reported'),
    year: z.int().min(1990).max(2100),
    words: z.string().trim().min(3, 'Ghi kết quả năm').max(4000),
    restsOn: RestsOn.nullable(),
  }),
]);
export type ScienceProgrammeBody = z.infer<typeof ScienceProgrammeBody>;
export type ScienceProgrammeFact = RecordedFact<ScienceProgrammeBody>;
