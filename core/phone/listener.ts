import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock.ts';
import type { NumberState } from '../contract.ts';
import { codeOf } from '../data-folder.ts';
import { isOwnLanHost, ownNames } from '../lan/names.ts';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import { languageOf, numberPage, pageHeaders, unknownPage } from './page.ts';
import { createRate, type RateLimits } from './rate.ts';

export type PhoneListener = { port: number; close(): Promise<void> };
export type PhonePages = {
  centreName(): string;
  /** `null` for a token that is none of today's. */
  numberOf(token: string): NumberState | null;
};
const mostConnections = 200;
/** Many phones may stand behind one address; one machine must not take all the places. */
const mostOfOneAddress = 24;
/** Node looks only every 30 s by itself for those who connect and say nothing. */
const lookForSilentMs = 1_000;

/**
 * The pages for citizens' phones: plain HTTP, one kind of page, GET alone, no script, no cookie, nothing personal. They are
 * opened by an unguessable token from a slip. The failure is a sentence for an administrator.
 */
export async function openPhoneListener(deps: {
  pages: PhonePages;
  port: number;
  clock: Clock;
  log: Log;
  limits?: RateLimits;
}): Promise<Result<PhoneListener, string>> {
  const { pages, clock, log } = deps;
  const rate = createRate(deps.limits);
  let port = deps.port;

  function answer(request: IncomingMessage, response: ServerResponse) {
    const address = request.socket.remoteAddress ?? '';
    const now = clock.now();
    const { method, url = '', headers } = request;
    // A name that only resolves here (DNS rebinding) is none of ours.
    if (!isOwnLanHost(headers.host ?? '', port, ownNames())) return end(response, 403, '');
    if (method !== 'GET') return end(response, 405, '', { allow: 'GET' });
    if (!rate.take(address, now)) return end(response, 429, '', { 'retry-after': '60' });
    const language = languageOf(headers['accept-language']);
    const token = /^\/s\/([A-Z2-7]{26})$/i.exec(url)?.[1]?.toUpperCase();
    const state = token === undefined ? null : pages.numberOf(token);
    if (state === null) {
      // A browser asks for an icon by itself: that is no guess.
      if (url !== '/favicon.ico') rate.wrong(address, now);
      return end(response, 404, unknownPage(language));
    }
    return end(response, 200, numberPage(state, now, language, pages.centreName()));
  }

  const timeouts = {
    requestTimeout: 5_000,
    headersTimeout: 5_000,
    keepAliveTimeout: 2_000,
    connectionsCheckingInterval: lookForSilentMs,
  };
  const server = createServer(timeouts, (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      log.error({ error }, 'a page for a phone could not be made');
      end(response, 503, '', { 'retry-after': '15' });
    }
  });
  server.maxConnections = mostConnections;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = open.get(address) ?? 0;
    if (count >= mostOfOneAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: '0.0.0.0', port }, resolve);
    });
  } catch (error) {
    const code = codeOf(error);
    return err(
      code === 'EADDRINUSE'
        ? `Cổng ${port} đang bị chương trình khác dùng.`
        : `Không mở được cổng ${port} (${code}).`,
    );
  }
  port = (server.address() as AddressInfo).port;
  return ok({
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function end(
  response: ServerResponse,
  status: number,
  body: string,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, { ...pageHeaders, vary: 'accept-language', ...more }).end(body);
}
