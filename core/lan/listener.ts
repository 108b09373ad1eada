import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock.ts';
import { codeOf } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import { createServer, type Admit, type ServerDeps } from '../server.ts';
import type { Certificate } from './certificate.ts';
import { guardConnections, lanLimits, type ConnectionLimits, type Guard } from './guard.ts';
import { isOwnLanHost, ownNames } from './names.ts';
import { addPairRoute, type Pair } from './pair-route.ts';

export type LanListener = { port: number; close(): Promise<void> };

/** Opens the screens to the network: TLS only, machines' own tokens only. The failure is a sentence for a technician. */
export async function openLanListener(deps: {
  screens: Pick<ServerDeps, 'centre' | 'pages' | 'voice' | 'clock' | 'log'>;
  certificate: Certificate;
  port: number;
  admit: Admit;
  pair: Pair;
  clock: Clock;
  log: Log;
  limits?: ConnectionLimits;
}): Promise<Result<LanListener, string>> {
  const { certificate, clock, log } = deps;
  let port = deps.port;
  let guard: Guard | null = null;
  const app = await createServer({
    ...deps.screens,
    dockToken: null,
    scheme: 'https',
    isOwnHost: (host) => isOwnLanHost(host, port, ownNames()),
    admit(token, caller) {
      const admission = deps.admit(token, caller);
      if (admission === null) return null;
      const leave = guard?.proved(caller.address);
      return {
        station: admission.station,
        left() {
          leave?.();
          admission.left();
        },
      };
    },
    listener(handle) {
      const { key, cert } = certificate;
      const server = createHttpsServer(
        {
          key,
          cert,
          minVersion: 'TLSv1.2',
          handshakeTimeout: 5_000,
          requestTimeout: 10_000,
          keepAliveTimeout: 5_000,
        },
        handle,
      );
      guard = guardConnections(server, deps.limits ?? lanLimits, clock, log);
      return server;
    },
  });
  addPairRoute(app, certificate.fingerprint, deps.pair);
  try {
    await app.listen({ host: '0.0.0.0', port });
  } catch (error) {
    await app.close();
    const code = codeOf(error);
    return err(
      code === 'EADDRINUSE'
        ? `Cổng ${port} đang bị chương trình khác dùng.`
        : `Không mở được cổng ${port} (${code}).`,
    );
  }
  port = (app.server.address() as AddressInfo).port;
  return ok({ port, close: () => app.close() });
}
