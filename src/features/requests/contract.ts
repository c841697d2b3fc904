import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { Deadline } from '../../domain/deadlines/deadline.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { RequestFilter, RequestState } from '../../domain/requests/request.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

const UnitNamed = z.object({ unitId: Id, name: z.string() });

/** A question of one unit to another, as it stands on a day. */
export const UnitRequest = z.object({
  id: Id,
  from: UnitNamed,
  to: UnitNamed,
  words: z.string(),
  directive: z.object({ id: Id, words: z.string() }).nullable(),
  askedOn: Day,
  askedBy: z.string(),
  deadline: Deadline,
  dueDay: Day.nullable(),
  state: RequestState,
  /** Working days from asking to the answer, or to the day shown. */
  waited: z.int(),
  /** «còn 2 ngày làm việc», «muộn 3 ngày làm việc»; empty without a day. */
  lateness: z.string(),
  late: Late.nullable(),
  answer: z.object({ words: z.string(), answeredOn: Day, by: z.string() }).nullable(),
  abilities: abilitiesTo('answer'),
});
export type UnitRequest = z.infer<typeof UnitRequest>;

export const listRequests = defineRoute({
  id: 'request.list',
  method: 'GET',
  path: '/api/requests',
  summary: 'Câu hỏi giữa các đơn vị theo bộ lọc, tại một ngày',
  permission: 'directive.view',
  query: PageQuery.extend(RequestFilter.shape),
  reply: pageOf(UnitRequest).extend({ asOf: Day, counts: z.record(RequestState, z.int()) }),
});

export const askUnit = defineRoute({
  id: 'request.ask',
  method: 'POST',
  path: '/api/requests',
  summary: 'Hỏi một đơn vị khác, có hạn trả lời',
  permission: 'directive.act',
  body: z.object({
    fromUnitId: Id,
    toUnitId: Id,
    words: z.string().trim().min(5, 'Nhập điều cần hỏi').max(4000),
    deadline: Deadline,
    directiveId: Id.nullable().default(null),
  }),
  reply: UnitRequest,
  status: 201,
  creates: true,
});

export const answerRequest = defineRoute({
  id: 'request.answer',
  method: 'POST',
  path: '/api/requests/:id/answer',
  summary: 'Trả lời câu hỏi của đơn vị khác; một lần',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({ words: z.string().trim().min(2, 'Nhập câu trả lời').max(4000) }),
  reply: UnitRequest,
});
