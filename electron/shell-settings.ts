/** The environment of the shell, parsed. Pure. */
import { err, ok, type Result } from '../core/result.ts';
import { parseScreens, type WantedScreen } from './screens.ts';

export type ShellSettings = {
  screens: WantedScreen[];
  /** `null`: the default of this installation. */
  dataFolder: string | null;
  /** A Node 24 to run the core on, instead of Electron's own. */
  nodePath: string | null;
  /** Another core than the built one. */
  corePath: string | null;
  /** The origin of a core elsewhere on the network, whose station this is; `null` when the shell runs its own. */
  coreAddress: string | null;
  devTools: boolean;
  /** Whether Alt+F4 closes the window. Off in a hall. */
  closable: boolean;
};

/** The failure is a sentence that names the wrong setting. */
export function parseShellSettings(
  environment: Record<string, string | undefined>,
): Result<ShellSettings, string> {
  const text = (name: string) => {
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const screens = parseScreens(environment['MOTCUA_SCREENS']);
  if (!screens.ok) return screens;
  const core = text('MOTCUA_CORE');
  const address = core !== null && /^https?:/i.test(core) ? originOf(core) : null;
  if (address !== null && !address.ok) return address;
  return ok({
    screens: screens.value,
    dataFolder: text('MOTCUA_DATA'),
    nodePath: text('MOTCUA_NODE'),
    corePath: address === null ? core : null,
    coreAddress: address?.value ?? null,
    devTools: text('MOTCUA_DEVTOOLS') === '1',
    closable: text('MOTCUA_CLOSABLE') === '1',
  });
}

function originOf(text: string): Result<string, string> {
  const wrong = err('MOTCUA_CORE must be an address like https://192.168.1.10:4743, or the path of a core.');
  try {
    const url = new URL(text);
    const isBare = url.pathname === '/' && url.search + url.hash + url.username === '';
    return url.protocol === 'https:' && isBare ? ok(url.origin) : wrong;
  } catch {
    return wrong;
  }
}
