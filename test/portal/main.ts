/** Composition root of the stand-in portal, on MOTCUA_PORTAL_PORT or any free one; one line when it is ready. */
import { openPortal } from './portal.ts';

const portal = await openPortal(Number(process.env['MOTCUA_PORTAL_PORT'] ?? 0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => void portal.stop().then(() => process.exit(0)));
}
process.stdout.write(`${JSON.stringify({ ready: true, url: portal.url })}\n`);
