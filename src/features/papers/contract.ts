import { z } from 'zod';
import { DirectiveFilter } from '../../domain/directives/filter.ts';
import { templateKinds } from '../../writing/official/templates/fields.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

/** The two files a paper is given as. */
export const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type PaperFormat = keyof typeof contentTypes;

const named = { docx: 'Word', pdf: 'PDF' } as const;

/** The layout of the decree, where the agency's own template that is in force is not wanted. */
export const Layout = { layout: z.enum(['standard']).optional() };

const assignment = (format: PaperFormat) =>
  defineRoute({
    id: `directive.assignment.${format}`,
    method: 'GET',
    path: `/api/directives/assignment.${format}`,
    summary: `Phiếu giao việc của đơn vị hoặc cá nhân theo bộ lọc, ${named[format]}`,
    permission: 'directive.view',
    query: DirectiveFilter.extend(Layout),
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
    query: z.object({ answerBy: Day.optional(), ...Layout }),
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const urgingLetterDocx = urging('docx');
export const urgingLetterPdf = urging('pdf');

const TemplateOf = z.object({ kind: z.enum(templateKinds).default('assignment') });

/** The Word file an office begins its own template from. */
export const paperTemplate = defineRoute({
  id: 'directive.paperTemplate',
  method: 'GET',
  path: '/api/directives/papers/template.docx',
  summary: 'Mẫu Word của một loại văn bản, có sẵn các trường và đoạn lặp',
  permission: 'directive.give',
  query: TemplateOf,
  reply: z.unknown(),
  raw: { contentType: contentTypes.docx },
});

const FieldTold = z.object({
  name: z.string(),
  words: z.string(),
  required: z.boolean(),
  used: z.boolean(),
});

/** What is wrong with a template in plain words, and every field and loop with what is used. */
export const TemplateReport = z.object({
  faults: z.array(z.string()),
  fields: z.array(FieldTold),
  loops: z.array(
    z.object({
      name: z.string(),
      words: z.string(),
      /** The loop it must stand in. */
      within: z.string().nullable(),
      fields: z.array(FieldTold),
    }),
  ),
});
export type TemplateReport = z.infer<typeof TemplateReport>;

export const inspectPaperTemplate = defineRoute({
  id: 'directive.inspectTemplate',
  method: 'POST',
  path: '/api/directives/papers/inspect',
  summary: 'Kiểm tra một mẫu Word: dùng những trường nào, sai ở đâu; không lưu gì',
  permission: 'directive.give',
  upload: true,
  query: TemplateOf,
  reply: TemplateReport,
});

/** The sheet of what stands under a filter, in the office's own template. */
export const fillAssignment = defineRoute({
  id: 'directive.assignment.fill',
  method: 'POST',
  path: '/api/directives/assignment/fill',
  summary: 'Phiếu giao việc theo mẫu Word của cơ quan',
  permission: 'directive.give',
  upload: true,
  query: DirectiveFilter,
  reply: z.unknown(),
  raw: { contentType: contentTypes.docx },
});

export const fillUrgingLetter = defineRoute({
  id: 'directive.urgingLetter.fill',
  method: 'POST',
  path: '/api/units/:id/urging-letter/fill',
  summary: 'Công văn đôn đốc theo mẫu Word của cơ quan',
  permission: 'directive.give',
  params: IdParams,
  upload: true,
  query: z.object({ answerBy: Day.optional() }),
  reply: z.unknown(),
  raw: { contentType: contentTypes.docx },
});

/** A template of the agency's own from the day it holds; without a name, that none does any more. */
export const KeptTemplate = z.object({ id: Id, from: Day, name: z.string().nullable(), by: z.string() });
export type KeptTemplate = z.infer<typeof KeptTemplate>;

/** Each kind of paper with the template in force today, and all that was decided of it, the latest first. */
export const TemplateList = z.object({
  items: z.array(
    z.object({
      kind: z.enum(templateKinds),
      name: z.string(),
      inForce: KeptTemplate.nullable(),
      facts: z.array(KeptTemplate),
    }),
  ),
});
export type TemplateList = z.infer<typeof TemplateList>;

export const listPaperTemplates = defineRoute({
  id: 'directive.templates',
  method: 'GET',
  path: '/api/directives/papers/templates',
  summary: 'Mẫu Word riêng của cơ quan cho từng loại văn bản, dùng từ ngày nào',
  permission: 'directive.give',
  reply: TemplateList,
});

export const keepPaperTemplate = defineRoute({
  id: 'directive.keepTemplate',
  method: 'POST',
  path: '/api/directives/papers/templates',
  summary: 'Dùng một mẫu Word riêng từ một ngày; mẫu còn lỗi thì không lưu và nói rõ lỗi',
  permission: 'directive.give',
  upload: true,
  query: z.object({ kind: z.enum(templateKinds).default('assignment'), from: Day.optional() }),
  reply: TemplateList,
});

export const withdrawPaperTemplate = defineRoute({
  id: 'directive.withdrawTemplate',
  method: 'POST',
  path: '/api/directives/papers/templates/withdrawal',
  summary: 'Thôi dùng mẫu riêng từ một ngày: trở về thể thức Nghị định 30/2020/NĐ-CP',
  permission: 'directive.give',
  body: z.object({ kind: z.enum(templateKinds), from: Day }),
  reply: TemplateList,
});

export const keptTemplateFile = defineRoute({
  id: 'directive.templateFile',
  method: 'GET',
  path: '/api/directives/papers/templates/kept.docx',
  summary: 'Một mẫu Word riêng đã lưu',
  permission: 'directive.give',
  query: z.object({ id: Id.optional() }),
  reply: z.unknown(),
  raw: { contentType: contentTypes.docx },
});
