import { z } from 'zod';
import { isWithinReach, reach } from '../../domain/calendar/day.ts';
import { Late } from '../../domain/calendar/late.ts';
import { PeriodKind } from '../../domain/calendar/periods.ts';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { OpinionState } from '../../domain/drafts/opinions.ts';
import { DraftState } from '../../domain/drafts/standing.ts';
import { figureIds } from '../../domain/figures/catalogue.ts';
import { splits } from '../../domain/figures/family.ts';
import { figureUnits, recordUnits } from '../../domain/figures/figure.ts';
import { DatedBy } from '../../domain/figures/own.ts';
import { OwnFamily } from '../../domain/figures/own-families.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { ItemState } from '../../domain/programme/item.ts';
import { RequestState } from '../../domain/requests/request.ts';
import { TargetState } from '../../domain/targets/standing.ts';
import { TaskState } from '../../domain/tasks/filter.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

/** What figures are read for. A period of a kind is the one that holds the cut-off, unless year and n name another. */
export const FigureReading = z.object({
  period: z.enum([...PeriodKind.options, 'dates']).default('year'),
  year: z.coerce.number().int().min(reach.first).max(reach.last).optional(),
  /** The n-th of its kind in the year. */
  n: z.coerce.number().int().min(1).max(12).optional(),
  /** First and last day of `dates`. */
  from: Day.optional(),
  to: Day.optional(),
  /** Last day that counts; today, or the last day of a period that is over, unless told. */
  cutOff: Day.optional(),
  /** What was recorded later does not count; all counts unless told. */
  knownAt: z.iso.datetime({ offset: true, abort: true }).refine(isWithinReach).optional(),
  /** What this unit leads. */
  unit: Id.optional(),
});
export type FigureReading = z.output<typeof FigureReading>;

const CatalogueId = z.enum(figureIds);
/** A figure of the catalogue, or the id of one of the agency's own. */
const AnyFigureId = z.union([CatalogueId, Id]);
export type AnyFigureId = z.infer<typeof AnyFigureId>;

/** Days a number was read for, in words. */
const CutShown = z.object({ words: z.string(), from: Day, to: Day, cutOff: Day });
export type CutShown = z.infer<typeof CutShown>;

/** Null where there is nothing to take the middle or a rate of, or no period to compare with. */
const Value = z.number().nullable();

/** One figure with its number in the period, in the one before and in the same a year before. */
export const FigureRow = z.object({
  id: AnyFigureId,
  name: z.string(),
  /** What exactly is counted. */
  counts: z.string(),
  unit: z.enum(figureUnits),
  better: z.enum(['more', 'fewer']).nullable(),
  value: Value,
  before: Value,
  lastYear: Value,
  /** What a target of the year plans for it: for the whole year, and by the cut-off; where the period begins with the year. */
  plan: z
    .object({ targetId: Id, words: z.string(), value: z.number(), toDate: z.number().nullable() })
    .nullable(),
});
export type FigureRow = z.infer<typeof FigureRow>;

/** A figure of the agency's own. */
export const OwnFigure = FigureRow.extend({
  id: Id,
  /** Whose list it filters, and the filter as search parameters of that list. */
  family: OwnFamily,
  query: z.string(),
  datedBy: DatedBy,
  addedOn: Day,
  addedBy: z.string(),
  /** The day from which it is no longer read, and why. */
  withdrawn: z.object({ on: Day, reason: z.string() }).nullable(),
  abilities: abilitiesTo('withdraw'),
});
export type OwnFigure = z.infer<typeof OwnFigure>;

export const FigureList = z.object({
  period: CutShown.extend({ kind: FigureReading.shape.period.unwrap() }),
  knownAt: z.string().nullable(),
  before: CutShown.nullable(),
  lastYear: CutShown.nullable(),
  figures: z.array(FigureRow),
  own: z.array(OwnFigure),
  /** What does not hold, to be looked at before anything is issued. */
  findings: z.array(z.object({ words: z.string(), figure: CatalogueId })),
  abilities: abilitiesTo('add'),
});
export type FigureList = z.infer<typeof FigureList>;

export const listFigures = defineRoute({
  id: 'figure.list',
  method: 'GET',
  path: '/api/figures',
  summary: 'Mọi số liệu của một kỳ, so kỳ trước và cùng kỳ, kèm chỗ số không khớp',
  permission: 'directive.view',
  query: FigureReading,
  reply: FigureList,
});

export const exportFigures = defineRoute({
  id: 'figure.exportXlsx',
  method: 'GET',
  path: '/api/figures.xlsx',
  summary: 'Mọi số liệu của một kỳ ra Excel, kèm cách tính',
  permission: 'directive.view',
  query: FigureReading,
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

const SplitName = z.enum(splits);

/** How a record of each family stands, in the words of its own screens. */
const RecordState = z.enum([
  ...DirectiveState.options,
  ...RequestState.options,
  ...TargetState.options,
  ...ItemState.options,
  ...DraftState.options,
  ...OpinionState.options,
  ...TaskState.options,
  ...['registered', 'unconfirmed', 'set-aside'],
  ...['continue', 'adjust', 'propose-termination'],
  ...['asked', 'changed', 'refused', 'notified', 'objected', 'done'],
] as const);

/** The page on which a record is shown. */
export const RecordPage = z.object({
  place: z.enum([
    ...['directives', 'requests', 'programme', 'targets', 'drafts', 'documents', 'intake', 'tasks'],
  ] as const),
  id: Id,
});

/** A record behind a figure, as it stood at the cut-off. */
export const FigureRecord = z.object({
  id: Id,
  words: z.string(),
  /** Its own page; null where the viewer may not open it. */
  page: RecordPage.nullable(),
  /** The name its unit bore. */
  unit: z.string().nullable(),
  /** The last day in time, or the day it was entered. */
  day: Day.nullable(),
  state: RecordState,
  lateness: z.string(),
  late: Late.nullable(),
  /** The paper it rests on; the words alone where that is not in the register. */
  source: z.object({ documentId: Id.nullable(), words: z.string() }).nullable(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

export const listFigureRecords = defineRoute({
  id: 'figure.records',
  method: 'GET',
  path: '/api/figures/records',
  summary:
    'Các bản ghi đứng sau một số liệu, như vào ngày chốt, và số ấy tách theo đơn vị, nguồn, lĩnh vực, nguyên nhân',
  permission: 'directive.view',
  query: PageQuery.extend({
    ...FigureReading.shape,
    figure: AnyFigureId.default('in-hand'),
    /** Only the records of one part: by what, and its key; an empty key for those that have none. */
    by: SplitName.optional(),
    key: z.string().max(200).optional(),
  }),
  reply: pageOf(FigureRecord).extend({
    family: z.enum(recordUnits),
    period: FigureList.shape.period,
    figure: FigureRow.omit({ before: true, lastYear: true, plan: true }),
    /** The figure told apart; none of a part. */
    splits: z.array(
      z.object({
        by: SplitName,
        parts: z.array(z.object({ key: z.string(), name: z.string(), value: Value })),
      }),
    ),
  }),
});

export const addFigure = defineRoute({
  id: 'figure.add',
  method: 'POST',
  path: '/api/figures',
  summary:
    'Thêm số liệu riêng của cơ quan bằng một bộ lọc của sổ nhiệm vụ, chỉ tiêu, chương trình, dự thảo, góp ý, câu hỏi hoặc sổ văn bản, không cần lập trình',
  permission: 'directive.give',
  body: z.object({
    name: z.string().trim().min(3, 'Đặt tên cho số liệu').max(120, 'Tên dài quá 120 ký tự'),
    family: OwnFamily.default('directives'),
    query: z.string().max(2000),
    datedBy: DatedBy,
  }),
  reply: z.object({ id: Id }),
  status: 201,
  creates: true,
});

export const withdrawFigure = defineRoute({
  id: 'figure.withdraw',
  method: 'POST',
  path: '/api/figures/:id/withdrawal',
  summary: 'Thôi dùng một số liệu riêng; các kỳ đã chốt trước đó vẫn xem được',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({ reason: z.string().trim().min(3, 'Nêu lý do').max(500) }),
  reply: z.undefined(),
  status: 204,
});
