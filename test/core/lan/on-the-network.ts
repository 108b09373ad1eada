import { request } from 'node:https';
import type { AdminView, LanRole, LanView, PairingAnswer, View } from '../../../core/contract.ts';
import type { CoreSettings } from '../../../core/start.ts';
import { openScreen, type Screen } from '../../setup/screen.ts';
import { setupCore, type TestCore } from '../setup-core.ts';

export type Network = {
  core: TestCore;
  admin: Screen<AdminView>;
  /** The core's address over TLS, by a name that is this machine's. */
  url: string;
  lan: () => LanView;
  code(role: LanRole, counter?: string): Promise<string>;
  enrol(role: LanRole, counter?: string): Promise<string>;
  open<Seen extends View>(token: string): Promise<Screen<Seen>>;
};

export function lanOf({ screen }: AdminView): LanView {
  if (screen.at !== 'overview') throw new Error('nobody is signed in');
  return screen.lan;
}

export async function signedIn(core: TestCore): Promise<Screen<AdminView>> {
  const admin = await core.open<AdminView>('admin');
  await admin.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  await admin.until(({ screen }) => screen.at === 'overview', 'the overview');
  return admin;
}

/** A whole core whose administrator has switched the network on. */
export async function setupNetwork(settings: Partial<CoreSettings> = {}): Promise<Network> {
  const core = await setupCore(settings);
  const admin = await signedIn(core);
  await admin.send({ type: 'lan-switch', on: true });
  const view = await admin.until((seen) => lanOf(seen).port !== null, 'the open listener');
  const url = `https://127.0.0.1:${lanOf(view).port}`;
  const lan = () => lanOf(admin.view());
  const network: Network = {
    core,
    admin,
    url,
    lan,
    async code(role, counter) {
      const before = new Set(lan().codes.map(({ code }) => code));
      const fresh = (seen: AdminView) => lanOf(seen).codes.find(({ code }) => !before.has(code))?.code;
      await admin.send({ type: 'lan-code', role, counter: counter ?? null });
      return fresh(await admin.until((seen) => fresh(seen) !== undefined, 'a code')) ?? '';
    },
    async enrol(role, counter) {
      const { body } = await post(url, { code: await network.code(role, counter) });
      return body.ok ? body.token : '';
    },
    open: (token) => openScreen(url, { token }),
  };
  return network;
}

export type Answered = { status: number; body: PairingAnswer };

/** Says something to `/pair`, as the page does, or with other headers. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/pair`,
      {
        method: 'POST',
        rejectUnauthorized: false,
        agent: false,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: (text.startsWith('{') ? JSON.parse(text) : null) as PairingAnswer,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}
