import type { Pairing } from './parts/pairing-page.tsx';
import { keepToken } from './station-token.ts';

/** Pairing as a browser does it: with the core that served this page. */
export function browserPairing(storage: Storage): Pairing {
  return {
    async fingerprint() {
      const { fingerprint } = await (await fetch('/pair', { cache: 'no-store' })).json();
      return String(fingerprint);
    },
    async pair(code) {
      const response = await fetch('/pair', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
      return await response.json();
    },
    enter(token) {
      keepToken(storage, token);
      location.reload();
    },
  };
}
