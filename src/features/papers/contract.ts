import { z } from 'zod';
import { DirectiveFilter } from '../../domain/directives/filter.ts';
import { Day, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

/** The two files a paper is given as. */
const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type PaperFormat = keyof typeof contentTypes;

const named = { docx: 'Word', pdf: 'PDF' } as const;

const assignment = (format: PaperFormat) =>
  defineRoute({
    id: `directive.assignment.${format}`,
    method: 'GET',
    path: `/api/directives/assignment.${format}`,
    summary: `Phiếu giao việc của đơn vị hoặc cá nhân theo bộ lọc, ${named[format]}`,
    permission: 'directive.view',
    query: DirectiveFilter,
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const assignmentDocx = assignment('docx');
export const assignmentPdf = assignment('pdf');

const urging = (format: PaperFormat) =>
  defineRoute({
    id: `directive.urgingLetter.${format}`,
    method: 'GET',
    path: `/api/units/:id/urging-letter.${format}`,
    summary: `Công văn đôn đốc một đơn vị về nhiệm vụ quá hạn, ${named[format]}`,
    permission: 'directive.give',
    params: IdParams,
    /** The day by which the unit is to answer; five working days from today unless told. */
    query: z.object({ answerBy: Day.optional() }),
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const urgingLetterDocx = urging('docx');
export const urgingLetterPdf = urging('pdf');
