/** The options of `npm start -- …`, parsed. Pure. */
import { parseArgs } from 'node:util';

export const shells = ['electron', 'chromium', 'none'] as const;
export type Shell = (typeof shells)[number];
export type LaunchOptions = {
  dataFolder: string;
  /** 0: any free one. */
  port: number;
  hubPort: number;
  /** Of the centre's network, once an administrator switches it on. */
  lanPort: number;
  hub: boolean;
  dock: boolean;
  /** `null`: whatever this machine can show. */
  shell: Shell | null;
};

export const usage = `npm start -- [options]
  --data DIR        where everything is kept (default: data)
  --port N          port of the kiosk (default: 4700; 0: any)
  --hub-port N      port of the hub (default: 4800; 0: any)
  --lan-port N      port for the machines of the centre's network, once switched on (default: 4743; 0: any)
  --no-hub          without the hub of the province
  --no-dock         without the panel that drives the sample devices
  --shell NAME      ${shells.join(', ')} (default: the best one this machine can show)
  --help            this text`;

export type ParsedOptions =
  | { ok: true; value: LaunchOptions }
  | { ok: false; error: { help: boolean; sentence: string } };

export function parseLaunchOptions(
  args: string[],
  environment: Record<string, string | undefined>,
): ParsedOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        data: { type: 'string', default: environment['MOTCUA_DATA'] ?? 'data' },
        port: { type: 'string', default: environment['MOTCUA_PORT'] ?? '4700' },
        'hub-port': { type: 'string', default: environment['MOTCUA_HUB_PORT'] ?? '4800' },
        'lan-port': { type: 'string', default: environment['MOTCUA_LAN_PORT'] ?? '4743' },
        'no-hub': { type: 'boolean', default: false },
        'no-dock': { type: 'boolean', default: false },
        shell: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    // parseArgs explains itself in several sentences; the first one says what is wrong.
    const message = error instanceof Error ? error.message : String(error);
    return refuse(`${message.split('. ')[0]?.replace(/\.$/, '')}.`);
  }
  if (values.help) return { ok: false, error: { help: true, sentence: usage } };
  const port = parsePort(values.port);
  if (port === null) return refuse(`--port must be a number from 0 to 65535, not "${values.port}".`);
  const hubPort = parsePort(values['hub-port']);
  if (hubPort === null) {
    return refuse(`--hub-port must be a number from 0 to 65535, not "${values['hub-port']}".`);
  }
  const lanPort = parsePort(values['lan-port']);
  if (lanPort === null) {
    return refuse(`--lan-port must be a number from 0 to 65535, not "${values['lan-port']}".`);
  }
  const shell = values.shell === undefined ? null : shells.find((known) => known === values.shell);
  if (shell === undefined)
    return refuse(`--shell must be one of ${shells.join(', ')}, not "${values.shell}".`);
  if (values.data.trim() === '') return refuse('--data must name a folder.');
  return {
    ok: true,
    value: {
      dataFolder: values.data,
      port,
      hubPort,
      lanPort,
      hub: !values['no-hub'],
      dock: !values['no-dock'],
      shell,
    },
  };
}

function refuse(sentence: string): ParsedOptions {
  return { ok: false, error: { help: false, sentence } };
}

function parsePort(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null;
}
