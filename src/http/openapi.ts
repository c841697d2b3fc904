import { z } from 'zod';
import { Problem } from '../features/page.ts';
import type { Route } from '../features/route.ts';

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return shape as Json;
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }));
}

const header = (name: string, description: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

function headersOf(route: Route): Json[] {
  const changes = route.method !== 'GET';
  return [
    ...(route.creates
      ? [header('Idempotency-Key', 'Gửi lại cùng khoá thì nhận lại trả lời đầu, không tạo thêm.', false)]
      : []),
    ...(route.versioned && changes ? [header('If-Match', 'ETag của bản đang xem.', true)] : []),
  ];
}

function bodyOf(route: Route): Json {
  const files = {
    type: 'object',
    properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
  };
  if (route.upload)
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: files } } } };
  if (!route.body) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
    },
  };
}

function successOf(route: Route): Json {
  const status = String(route.status ?? 200);
  if (status === '204') return { [status]: { description: 'Đã làm xong' } };
  const [type, schema] = route.raw
    ? [route.raw.contentType, { type: 'string', format: 'binary' }]
    : ['application/json', jsonSchema(route.reply, 'output')];
  return {
    [status]: {
      description: 'Đã làm xong',
      ...(route.versioned && { headers: { ETag: { schema: { type: 'string' } } } }),
      content: { [type]: { schema } },
    },
  };
}

function operationOf(route: Route): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    description: `Quyền: ${route.permission}`,
    tags: [route.id.split('.')[0]],
    security: route.permission === 'public' ? [] : [{ token: [] }, { session: [] }],
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...headersOf(route),
    ],
    ...bodyOf(route),
    responses: { ...successOf(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** The OpenAPI 3.1 description of the routes, from the same contracts the server checks and the page calls. */
export function openApiOf(routes: readonly Route[], url: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trọng Tâm',
      version: '1',
      description: 'Giao diện lập trình. Gửi mã truy cập ở Authorization: Bearer tt_…; lỗi theo RFC 9457.',
    },
    servers: [{ url }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'trongtam.session_token' },
      },
      responses: {
        Problem: {
          description: 'Từ chối hoặc lỗi, có lý do và cách làm tiếp',
          content: { 'application/problem+json': { schema: jsonSchema(Problem, 'output') } },
        },
      },
    },
  };
}
