import { type FastifyInstance, LogController } from 'fastify';
import { uuidv7 } from '../storage/ids.ts';

/** What of an error may be logged: a database's error also carries rows and passwords in other fields. */
function shownError(error: Error) {
  const { name, message, stack = '' } = error;
  return { type: name, message, stack, ...('code' in error && { code: error.code }) };
}

/** Milliseconds that lines wait for others. */
const wait = 100;

/**
 * Lines on their way to standard output, some at a time: one write for each costs as much as a small answer. Those of
 * the last moment are written as the process ends.
 */
function gatheredLines(): { write(line: string): void } {
  let waiting = '';
  const flush = () => {
    const lines = waiting;
    waiting = '';
    if (lines !== '') process.stdout.write(lines);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (waiting === '') setTimeout(flush, wait).unref();
      waiting += line;
    },
  };
}

/**
 * JSON lines with the request's id and no personal data: no address, name, query or body. The id is ours, since a
 * caller's could carry anything.
 */
export function logOptions(log: { level: string } | undefined) {
  return {
    logger: log
      ? {
          level: log.level,
          stream: gatheredLines(),
          base: undefined,
          timestamp: () => `,"time":"${new Date().toISOString()}"`,
          formatters: { level: (label: string) => ({ level: label }) },
          serializers: { err: shownError, error: shownError },
        }
      : false,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false as const,
    genReqId: () => uuidv7(),
  };
}

/** One line for each answered request. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const { config, url } = request.routeOptions;
    request.log.info(
      {
        method: request.method,
        route: config.contract ?? url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
