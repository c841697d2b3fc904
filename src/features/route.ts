import type { z } from 'zod';
import type { Permission } from '../domain/permissions/permission.ts';

type Schema = z.ZodType;

/**
 * One door of the API, written once: Fastify binds it, OpenAPI is printed from it, the browser calls it,
 * and the permission test walks all of them for 401, 403, 404 and 400.
 */
export interface Route<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
> {
  /** Unique name, «intake.confirm»: operationId in OpenAPI. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify path, «/api/intakes/:id». */
  path: string;
  /** One Vietnamese sentence for the API's reader. */
  summary: string;
  /** Who may: a permission of `domain/permissions`, anyone signed in, or anyone at all. */
  permission: Permission | 'signed-in' | 'public';
  params?: Params;
  query?: Query;
  body?: Body;
  reply: Reply;
  /** Status of success; 200 unless told. */
  status?: 200 | 201 | 202 | 204;
  /** The record carries a version: GET answers an ETag, a change needs If-Match (428 without, 412 when stale). */
  versioned?: boolean;
  /** Makes something: takes an Idempotency-Key and answers the first reply again for the same key. */
  creates?: boolean;
  /** Answers bytes or a stream instead of JSON; `reply` then describes nothing. */
  raw?: { contentType: string };
  /** Takes multipart/form-data with files instead of JSON. */
  upload?: boolean;
}

/** Keeps the schemas' own types, so that handler and caller are checked against them. */
export function defineRoute<
  Params extends Schema = z.ZodUndefined,
  Query extends Schema = z.ZodUndefined,
  Body extends Schema = z.ZodUndefined,
  Reply extends Schema = z.ZodUndefined,
>(route: Route<Params, Query, Body, Reply>): Route<Params, Query, Body, Reply> {
  return route;
}
