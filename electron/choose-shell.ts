/** Which window this machine can show, and why. Pure. */
import type { Shell } from './launch-options.ts';

export type ShellFacts = {
  asked: Shell | null;
  display: boolean;
  electron: { path: string } | { trouble: string };
  chromiumPath: string | null;
};
export type ShellChoice =
  | { shell: 'electron'; path: string; why: string }
  | { shell: 'chromium'; path: string; why: string }
  | { shell: 'none'; why: string };

const readsAddresses = 'open an address above in any browser';

/** The error is a sentence: what was asked for cannot be had. */
export function chooseShell(
  facts: ShellFacts,
): { ok: true; value: ShellChoice } | { ok: false; error: string } {
  const { asked, display, electron, chromiumPath } = facts;
  if (asked === 'none') return choose({ shell: 'none', why: `as asked; ${readsAddresses}` });
  if (!display) {
    if (asked !== null)
      return { ok: false, error: `--shell ${asked} needs a display, and there is none here.` };
    return choose({ shell: 'none', why: `there is no display here; ${readsAddresses}` });
  }
  if (asked !== 'chromium') {
    if ('path' in electron)
      return choose({ shell: 'electron', path: electron.path, why: 'the shell of a hall' });
    if (asked === 'electron') return { ok: false, error: `Electron cannot be had: ${electron.trouble}.` };
  }
  if (chromiumPath !== null) {
    const why =
      asked === 'chromium' || 'path' in electron ? 'as asked' : `Electron cannot be had: ${electron.trouble}`;
    return choose({ shell: 'chromium', path: chromiumPath, why });
  }
  if (asked === 'chromium') return { ok: false, error: 'Chromium is not installed on this machine.' };
  const trouble = 'path' in electron ? '' : `Electron cannot be had (${electron.trouble}) and `;
  return choose({ shell: 'none', why: `${trouble}Chromium is not installed; ${readsAddresses}` });
}

function choose(value: ShellChoice): { ok: true; value: ShellChoice } {
  return { ok: true, value };
}
