import type { ClientDeps } from './client.ts';

const probeMs = 2_000;

/** The client's needs as a browser fulfils them: one WebSocket to the core that served this page. */
export function browserDeps(token: string): ClientDeps {
  return {
    token,
    openSocket: () => {
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      return new WebSocket(`${scheme}://${location.host}/ws`);
    },
    isCoreThere: () =>
      fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(probeMs) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    now: () => Date.now(),
    after(delayMs, callback) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  };
}
