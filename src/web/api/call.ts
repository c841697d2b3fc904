import type { z } from 'zod';
import type { Problem } from '../../features/page.ts';
import type { Route } from '../../features/route.ts';
import { common } from '../i18n/common.ts';
import { language } from '../i18n/language.ts';
import { takeEarly } from './early.ts';
import { newId } from './new-id.ts';
import { setSessionEnded } from './session-end.ts';

/** A refusal or fault of the server, or no answer at all (`status` 0), in words for the person. */
export class CallFailed extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'CallFailed';
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  /** Message for a field by its path, «units.0.name». */
  at(path: string): string | undefined {
    return this.problem.errors?.find((error) => error.path === path || error.path === `body.${path}`)
      ?.message;
  }
}

type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
export type ReplyOf<R extends AnyRoute> = z.output<R['reply']>;

type Part<Name extends string, Schema> = Schema extends z.ZodUndefined
  ? object
  : Schema extends z.ZodType
    ? { [Key in Name]: z.input<Schema> }
    : object;
export type InputOf<R> =
  R extends Route<infer Params, infer Query, infer Body, z.ZodType>
    ? Part<'params', Params> & Part<'query', Query> & Part<'body', Body>
    : never;

export interface CallOptions {
  /** Version of the record as seen, for routes that are versioned. */
  version?: number;
  /** One key for one intent: the same key sent again takes effect once. */
  key?: string;
  signal?: AbortSignal;
}

/** The address of a route with its parameters and query filled in. */
export function addressOf<R extends AnyRoute>(route: R, input: InputOf<R> | object = {}): string {
  const { params, query } = input as { params?: object; query?: object };
  let path = route.path;
  for (const [name, value] of Object.entries(params ?? {}))
    path = path.replace(`:${name}`, encodeURIComponent(String(value)));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') search.set(name, text);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/**
 * Calls a door of the API and gives its reply.
 * @throws CallFailed with the server's problem, or one of our own where there was no answer
 */
export async function call<R extends AnyRoute>(
  route: R,
  input: InputOf<R>,
  options: CallOptions = {},
): Promise<ReplyOf<R>> {
  const { body } = input as { body?: unknown };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  if (route.creates && !route.upload) headers['idempotency-key'] = options.key ?? newId();
  if (body !== undefined) headers['content-type'] = 'application/json';
  return request<ReplyOf<R>>(addressOf(route, input), {
    method: route.method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: options.signal ?? null,
  });
}

/** Sends files and fields as multipart/form-data. @throws CallFailed */
export function upload<R extends AnyRoute>(
  route: R,
  form: FormData,
  input: { params?: object; query?: object } = {},
): Promise<ReplyOf<R>> {
  return request<ReplyOf<R>>(addressOf(route, input), { method: route.method, body: form });
}

/** A request to our own server; the reply's JSON, undefined for an empty one. @throws CallFailed */
export async function request<Reply>(address: string, init: RequestInit): Promise<Reply> {
  const response = await requestFile(address, init);
  const json = parse(await response.text());
  if (json === malformed) {
    const said = common[language()];
    throw new CallFailed(own(502, said.failed, said.badAnswer));
  }
  return json as Reply;
}

/** A request to our own server whose reply is not read yet. @throws CallFailed where it was refused or did not come */
export async function requestFile(address: string, init: RequestInit): Promise<Response> {
  const said = common[language()];
  let response: Response;
  try {
    response = await (takeEarly(address, init.method) ??
      fetch(address, {
        credentials: 'same-origin',
        ...init,
        headers: { ...init.headers, 'accept-language': language() },
      }));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new CallFailed(own(0, said.noConnection, said.noConnectionDetail));
  }
  if (response.ok) return response;
  if (response.status === 401 && !/^\/api\/(?:auth|session)\b/u.test(address)) setSessionEnded(true);
  throw new CallFailed(asProblem(parse(await response.text()), response, said));
}

const malformed = Symbol('malformed');

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return malformed;
  }
}

function own(status: number, title: string, detail: string, traceId = ''): Problem {
  return { type: 'about:blank', title, status, detail, traceId };
}

/** The problem as sent; the identity library answers `{ code, message }`, a proxy anything at all. */
function asProblem(json: unknown, response: Response, said: { failed: string; badAnswer: string }): Problem {
  const traceId = response.headers.get('x-request-id') ?? '';
  if (json !== null && typeof json === 'object') {
    if ('detail' in json && 'title' in json) return { ...(json as Problem), status: response.status };
    if ('message' in json && typeof json.message === 'string')
      return own(response.status, said.failed, json.message, traceId);
  }
  return own(response.status, said.failed, said.badAnswer, traceId);
}
