import { Buffer } from 'node:buffer';
import type { RequestListener, Server } from 'node:http';
import fastifyWebsocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { refusalOf } from './border.ts';
import type { Centre, Connection } from './centre.ts';
import type { Clock } from './clock.ts';
import {
  beatMs,
  clientMessage,
  closeCodes,
  messageLimitBytes,
  type ClientMessage,
  type Refusal,
  type ServerMessage,
  type Station,
} from './contract.ts';
import type { Log } from './log.ts';
import { servePages, serveVoice } from './pages.ts';
import { err, ok, type Result } from './result.ts';
import { createViewSender } from './view-sender.ts';

/** Who says hello: where from, and how to end the connection. */
export type Caller = { address: string; turnOut(): void };
/** Knows a token, or not. `left` is called once the caller is gone. */
export type Admit = (token: string, caller: Caller) => { station: Station; left(): void } | null;
export type ServerDeps = {
  centre: Centre;
  admit: Admit;
  /** A name that resolves here from outside (DNS rebinding) still carries its own host, and is refused. */
  isOwnHost(host: string): boolean;
  scheme: 'http' | 'https';
  listener?: (handle: RequestListener) => Server;
  /** Sent to kiosks so that they can show the dev dock beside the screen. */
  dockToken: string | null;
  /** Folder of the built screens. */
  pages: string;
  /** Folders of the voice's clips, the one that wins first. */
  voice: readonly string[];
  clock: Clock;
  log: Log;
};

const helloWithinMs = 5_000;
/** A screen that answers no ping for that long is gone; its cable may have been pulled. */
const pingMs = 10_000;
const turnOutMs = 1_000;
/** A message past the limit is refused in words; past this it is not even taken in. */
const hardLimitBytes = 4 * 1024 * 1024;
const unreadLimitBytes = 4 * 1024 * 1024;

const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob: mediastream:",
    "worker-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The screens and their one WebSocket. Listening, and on which address, is the caller's. */
export async function createServer(deps: ServerDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 1024,
    ...(deps.listener && { serverFactory: deps.listener }),
  });
  await app.register(fastifyWebsocket, { options: { maxPayload: hardLimitBytes } });

  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    if (host !== undefined && deps.isOwnHost(host) && isOwnOrigin(origin, `${deps.scheme}://${host}`)) {
      reply.headers(pageHeaders);
      return;
    }
    deps.log.warn({}, 'a request from a foreign origin was refused');
    await reply.code(403).send('Foreign origin.');
  });

  app.get('/ws', { websocket: true }, (socket, request) => serveSocket(socket, request.ip, deps));
  app.get('/health', () => ({ ok: true }));
  servePages(app, deps.pages);
  serveVoice(app, deps.voice);
  return app;
}

export function isLoopbackHost(host: string): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.test(host);
}

/** Programs send no Origin; they still need a token. */
function isOwnOrigin(origin: string | undefined, own: string): boolean {
  return origin === undefined || origin === own;
}

function serveSocket(socket: WebSocket, address: string, deps: ServerDeps): void {
  let connection: Connection | null = null;
  let left = () => {};
  let cancelBeat = () => {};
  let cancelPing = () => {};
  let isTurnedOut = false;
  const cancelHello = deps.clock.after(helloWithinMs, () =>
    socket.close(closeCodes.unauthorised, 'no hello'),
  );
  const send = (message: ServerMessage) => sendText(JSON.stringify(message), () => {});
  const sendText = (message: string, written: () => void) => {
    if (socket.readyState !== socket.OPEN) return;
    // A screen that asks and asks but reads no answer.
    if (socket.bufferedAmount > unreadLimitBytes) {
      deps.log.warn({ bytes: socket.bufferedAmount }, 'a screen that reads nothing was cut off');
      socket.terminate();
      return;
    }
    // The callback tells that the message left this process; an error there is followed by the socket's close.
    socket.send(message, () => written());
  };

  socket.on('message', (data: Buffer) => {
    void receive(data).catch((error: unknown) => {
      deps.log.error({ error }, 'a command failed');
      send({
        type: 'refused',
        error: { code: 'failed', field: null, message: 'the kiosk could not do this; nothing was lost' },
      });
    });
  });
  socket.on('error', (error) =>
    deps.log.warn({ code: (error as NodeJS.ErrnoException).code ?? null }, 'a screen connection broke'),
  );
  socket.on('close', () => {
    cancelHello();
    cancelBeat();
    cancelPing();
    connection?.close();
    left();
  });
  const beat = () => {
    send({ type: 'beat' });
    cancelBeat = deps.clock.after(beatMs, beat);
  };
  let isAnswering = true;
  socket.on('pong', () => (isAnswering = true));
  const ping = () => {
    if (!isAnswering) {
      socket.terminate();
      return;
    }
    isAnswering = false;
    socket.ping();
    cancelPing = deps.clock.after(pingMs, ping);
  };

  function turnOut() {
    isTurnedOut = true;
    socket.close(closeCodes.unauthorised, 'removed');
    deps.clock.after(turnOutMs, () => socket.terminate());
  }

  async function receive(data: Buffer): Promise<void> {
    if (isTurnedOut) return;
    const message = parseMessage(data);
    if (!message.ok) send({ type: 'refused', error: message.error });
    else if (message.value.type === 'hello') hello(message.value.token);
    else if (!connection) socket.close(closeCodes.unauthorised, 'hello first');
    else await answer(connection, message.value.id, message.value.command);
  }

  function hello(token: string) {
    if (connection) {
      send({
        type: 'refused',
        error: { code: 'not-now', field: 'type', message: 'type: hello was said already' },
      });
      return;
    }
    const admission = deps.admit(token, { address, turnOut });
    if (!admission) {
      deps.log.warn({}, 'a screen with an unknown token was turned away');
      socket.close(closeCodes.unauthorised, 'unknown token');
      return;
    }
    cancelHello();
    const { station } = admission;
    left = () => admission.left();
    send({ type: 'welcome', station, dockToken: station.role === 'kiosk' ? deps.dockToken : null });
    connection = deps.centre.open(station, {
      send: createViewSender((view, written) => sendText(`{"type":"view","view":${view}}`, written)),
      end: () => socket.close(closeCodes.unauthorised, 'no such screen any more'),
    });
    cancelBeat = deps.clock.after(beatMs, beat);
    ping();
  }

  async function answer(to: Connection, id: number, command: unknown) {
    try {
      send({ type: 'result', id, result: await to.handle(command) });
    } catch (error) {
      deps.log.error({ error }, 'a command failed');
      const failed: Refusal = {
        code: 'failed',
        field: null,
        message: 'the kiosk could not do this; nothing was lost',
      };
      send({ type: 'result', id, result: { ok: false, error: failed } });
    }
  }
}

function parseMessage(data: Buffer): Result<ClientMessage, Refusal> {
  if (data.byteLength > messageLimitBytes) {
    const message = `message: is longer than ${messageLimitBytes} bytes`;
    return err({ code: 'too-large', field: 'message', message });
  }
  let raw: unknown;
  try {
    raw = JSON.parse(data.toString('utf8'));
  } catch {
    return err({ code: 'malformed', field: 'message', message: 'message: is not JSON' });
  }
  const parsed = clientMessage.safeParse(raw);
  return parsed.success ? ok(parsed.data) : err(refusalOf(parsed.error, 'message'));
}
