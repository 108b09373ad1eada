/** Who may open the printer's dialog. `locks.spec.ts` holds that a kiosk may not. */
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { root } from '../../setup/shell.ts';
import { testElectron } from '../../setup/test-electron.ts';

test("an officer's window may print", async () => {
  const folder = temporaryFolder('print');
  const app = await _electron.launch({
    executablePath: testElectron(),
    args: ['--no-sandbox', '--disable-gpu', root],
    env: {
      ...(process.env as Record<string, string>),
      MOTCUA_DATA: join(folder, 'data'),
      MOTCUA_PORT: '0',
      MOTCUA_SAMPLE: '1',
      MOTCUA_SCREENS: 'counter:quay-1',
      MOTCUA_NODE: process.execPath,
    },
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('radio').first()).toBeVisible();
    const said = page.waitForEvent('console', { predicate: (message) => message.text() === 'before print' });
    await page.evaluate(() => {
      addEventListener('beforeprint', () => console.log('before print'));
      // The system's dialog holds the page up, so not while this is being answered.
      setTimeout(() => window.print(), 0);
    });
    await said;
  } finally {
    // Its dialog stands open, and nobody is there to close it.
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await ended;
    removeFolder(folder);
  }
});
