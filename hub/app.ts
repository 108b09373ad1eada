import { createHash, timingSafeEqual } from 'node:crypto';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { batchLimitBytes, factsPath, readBatch, type Refusal, refusalStatus } from '../core/sync/protocol.ts';
import type { Database } from './database.ts';
import { ingest } from './ingest.ts';
import { servePage } from './page.ts';
import { readReport } from './report.ts';

export type HubParts = {
  /** Already migrated. */
  database: Database;
  /** What devices show to send facts. */
  token: string;
  /** What the page shows to read the report. */
  reportKey: string;
  clock: { now(): number };
  log: FastifyBaseLogger;
};

/** The hub as a Fastify app that does not listen yet. */
export function createHub({ database, token, reportKey, clock, log }: HubParts): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    // Its lines carry whole addresses and headers may follow; the one below says enough.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: batchLimitBytes,
    requestTimeout: 30_000,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    // Fastify's own parser refuses keys such as __proto__; inside a fact of an unknown type they are only text.
    done(null, parseJson(String(text)));
  });
  app.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? '(no route)';
    request.log.info({
      method: request.method,
      path,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  app.setErrorHandler((error, request, reply) => refuse(reply, refusalFor(error, request)));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not-found' }));

  // The bearer is looked at before the body is read: a stranger cannot make the hub hold a megabyte.
  app.post(factsPath, { onRequest: onlyWith(token) }, async (request, reply) => {
    const batch = readBatch(request.body);
    if (!batch.ok) return refuse(reply, batch.error);
    const answer = await ingest(database, batch.value, clock.now());
    return answer.ok ? answer.value : refuse(reply, answer.error);
  });
  app.get('/report', { onRequest: onlyWith(reportKey) }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return readReport(database, clock.now());
  });
  servePage(app);
  return app;
}

function onlyWith(secret: string) {
  const expected = digest(`Bearer ${secret}`);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    // Digests have one length, so neither the time nor an exception tells how near a guess came.
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    reply.header('www-authenticate', 'Bearer');
    await refuse(reply, { error: 'unauthorised', message: 'the bearer token is missing or wrong' });
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(refusalStatus[refusal.error]).send(refusal);
}

/** `undefined`, which no schema takes, when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalFor(error: unknown, request: FastifyRequest): Refusal {
  const status = fieldOf(error, 'statusCode');
  if (status === 413) return { error: 'too-large', message: `a batch is at most ${batchLimitBytes} bytes` };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return {
      error: 'malformed',
      field: '(request)',
      message: error instanceof Error ? error.message : 'not readable',
    };
  }
  // Only what names the fault: the detail of a database error quotes rows.
  request.log.error({
    code: fieldOf(error, 'code'),
    reason: error instanceof Error ? error.message : 'unknown',
  });
  return { error: 'unavailable', message: 'the hub could not do this now' };
}

function fieldOf(error: unknown, name: 'statusCode' | 'code'): unknown {
  return error instanceof Error && name in error ? Reflect.get(error, name) : undefined;
}
