import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../features/context.ts';
import type { Route } from '../features/route.ts';

type Shape = z.ZodType;

/** What a handler gets: everything checked, the actor allowed. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
  /** The version in If-Match, on changes of versioned records; 0 elsewhere. */
  version: number;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A route with what answers it. */
export interface Bound {
  route: Route;
  handle(call: Call): Promise<unknown>;
}

/** Joins a contract to its handler; both are checked against the contract's schemas. */
export function bind<Params extends Shape, Query extends Shape, Body extends Shape, Reply extends Shape>(
  route: Route<Params, Query, Body, Reply>,
  handle: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<z.input<Reply>>,
): Bound {
  return { route, handle: handle as Bound['handle'] };
}
