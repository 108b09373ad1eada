/** The environment of the shell, parsed. Pure. */
import { ok, type Result } from '../core/result.ts';
import { parseScreens, type WantedScreen } from './screens.ts';

export type ShellSettings = {
  screens: WantedScreen[];
  /** `null`: the default of this installation. */
  dataFolder: string | null;
  /** A Node 24 to run the core on, instead of Electron's own. */
  nodePath: string | null;
  /** Another core than the built one. */
  corePath: string | null;
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
  return ok({
    screens: screens.value,
    dataFolder: text('MOTCUA_DATA'),
    nodePath: text('MOTCUA_NODE'),
    corePath: text('MOTCUA_CORE'),
    devTools: text('MOTCUA_DEVTOOLS') === '1',
    closable: text('MOTCUA_CLOSABLE') === '1',
  });
}
