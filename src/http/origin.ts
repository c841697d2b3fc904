import type { FastifyRequest } from 'fastify';
import { Refused } from '../features/context.ts';

/** Browsers say where a request comes from; one from another site with our cookie is not the person's own act. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const foreignSite = typeof site === 'string' && site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  const foreignOrigin =
    site === undefined && origin !== undefined && URL.parse(origin)?.host !== request.host;
  if (foreignSite || foreignOrigin)
    throw Refused.forbidden('Yêu cầu đến từ trang khác nên không được nhận. Mở Trọng Tâm rồi làm lại.');
}
