import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Refused } from '../features/context.ts';
import type { Problem } from '../features/page.ts';

/** What Fastify's own refusals mean to a person. */
const known: Record<number, { title: string; detail: string }> = {
  400: { title: 'Yêu cầu chưa đúng', detail: 'Dữ liệu gửi lên không đọc được. Tải lại trang rồi thử lại.' },
  404: { title: 'Không tìm thấy', detail: 'Không có địa chỉ này. Kiểm tra lại đường dẫn.' },
  413: {
    title: 'Tệp quá lớn',
    detail: 'Mỗi tệp không quá 64 MB. Tách tệp hoặc quét lại ở độ phân giải thấp hơn.',
  },
  415: { title: 'Kiểu dữ liệu chưa được nhận', detail: 'Gửi dữ liệu ở dạng JSON hoặc tệp đính kèm.' },
  429: { title: 'Quá nhiều yêu cầu', detail: 'Chờ một phút rồi thử lại.' },
  503: {
    title: 'Hệ thống đang bận',
    detail: 'Cơ sở dữ liệu chưa sẵn sàng. Nội dung đã nhập vẫn ở màn hình; thử lại sau ít phút.',
  },
};

const fault = {
  title: 'Lỗi hệ thống',
  detail:
    'Hệ thống gặp lỗi ngoài dự kiến; chưa có gì bị mất. Thử lại, và gửi mã tra cứu này cho quản trị nếu còn lỗi.',
};

/** Field errors of a schema, in the field's words where the schema has some. */
export function fieldErrors(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

function problemOf(error: FastifyError | Refused | Error, traceId: string): Problem {
  if (error instanceof Refused) {
    return {
      type: 'about:blank',
      title: error.title,
      status: error.status,
      detail: error.message,
      traceId,
      ...(error.errors ? { errors: error.errors } : {}),
      ...(error.current === undefined ? {} : { current: error.current }),
    };
  }
  const status = statusOf(error);
  return { type: 'about:blank', status, traceId, ...(known[status] ?? fault) };
}

/** Codes of PostgreSQL and Node that mean «not now» rather than a fault of ours. */
const passing = /^(?:57P0[123]|08|53|ECONNREFUSED|ENOENT$)/u;

function statusOf(error: Error): number {
  const { statusCode, code, syscall } = error as FastifyError & { syscall?: string };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return statusCode;
  if (typeof code === 'string' && passing.test(code) && (code !== 'ENOENT' || syscall === 'connect'))
    return 503;
  return 500;
}

/** Answers any error as an RFC 9457 problem in Vietnamese; faults go to the log with the same trace id. */
export async function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500)
    request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'fault');
  await reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
