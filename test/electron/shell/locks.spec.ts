/** The locks of the window, tried from inside a page in a real Electron. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atHome, makeShellPlace, startShell, type ShellPlace } from '../../setup/shell.ts';

let place: ShellPlace;
let app: ElectronApplication;
let page: Page;
let elsewhere: Server;
let elsewhereUrl = '';
/** What reached the other server: nothing ever should. */
let visits: string[] = [];

test.beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('elsewhere');
  });
  elsewhere.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
  elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  place = makeShellPlace();
  ({ app, page } = await startShell(place, { flags: ['--use-fake-device-for-media-stream'] }));
  await atHome(page);
});

test.afterAll(async () => {
  await app.close();
  elsewhere.close();
  place.remove();
});

test.beforeEach(async () => {
  visits = [];
  await page.waitForFunction('globalThis.bornAt > 0');
});

type Ask = (asked: object) => Promise<unknown>;
type Buses = Record<'usb' | 'hid' | 'serial', { requestDevice?: Ask; requestPort?: Ask }>;

/** Presses a key as a keyboard would, so that it passes the shell before the page. */
async function press(
  keyCode: string,
  modifiers: ('control' | 'alt' | 'shift' | 'meta')[] = [],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [code, held]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', keyCode: code, modifiers: held });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: code, modifiers: held });
    },
    [keyCode, modifiers] as const,
  );
}

const keysSeen = () => page.evaluate<string[]>('globalThis.keys.splice(0)');
const bornAt = () => page.evaluate<number>('globalThis.bornAt');
const windowCount = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** A key that passes, pressed after one that must not: when it has arrived, the other would have too. */
async function pressAndSettle(): Promise<string[]> {
  await press('q');
  await page.waitForFunction("globalThis.keys.includes('q')");
  return await keysSeen();
}

test('the window fills the whole display, without a frame or a menu', async () => {
  const seen = await app.evaluate(({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { kiosk: window?.isKiosk(), full: window?.isFullScreen(), menu: Menu.getApplicationMenu() };
  });
  expect(seen).toEqual({ kiosk: true, full: true, menu: null });
});

test('a page has no Node and no bridge to the shell', async () => {
  const seen = await page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(seen).toEqual([]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, preload, webviewTag, webSecurity } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, preload: preload ?? null, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    preload: null,
    webviewTag: false,
    webSecurity: true,
  });
});

test('a page opens no second window, by script or by link', async () => {
  expect(await page.evaluate(() => window.open('/') === null)).toBe(true);
  await page.click('#out');
  await page.click('#out', { modifiers: ['Shift'] });
  await page.click('#out', { button: 'middle' });
  await pressAndSettle();
  expect(await windowCount()).toBe(1);
  expect(new URL(page.url()).hostname).toBe('127.0.0.1');
});

test('a page cannot leave for another address', async () => {
  const before = await bornAt();
  const own = page.url();
  for (const leave of [
    `location.href = ${JSON.stringify(elsewhereUrl)}`,
    `location.replace(${JSON.stringify(elsewhereUrl)})`,
    `location.href = '/redirect?to=' + encodeURIComponent(${JSON.stringify(elsewhereUrl)})`,
    `{ const form = document.createElement('form'); form.action = ${JSON.stringify(elsewhereUrl)};
       document.body.append(form); form.submit(); }`,
    `{ const frame = document.createElement('iframe'); frame.src = ${JSON.stringify(elsewhereUrl)};
       document.body.append(frame); }`,
    "location.href = 'file:///etc/hostname'",
  ]) {
    await page.evaluate(leave);
    await pressAndSettle();
    expect(page.url()).toBe(own);
  }
  expect(await bornAt()).toBe(before);
  expect(visits).toEqual([]);
});

test('a page sends nothing to another address', async () => {
  const failed = await page.evaluate(async (url) => {
    const fetched = await fetch(url).then(
      () => false,
      () => true,
    );
    const socket = await new Promise<boolean>((answer) => {
      const tried = new WebSocket(url.replace('http', 'ws'));
      tried.onopen = () => answer(false);
      tried.onerror = () => answer(true);
    });
    const image = await new Promise<boolean>((answer) => {
      const tried = new Image();
      tried.onload = () => answer(false);
      tried.onerror = () => answer(true);
      tried.src = `${url}/image`;
    });
    return { fetched, socket, image };
  }, elsewhereUrl);
  expect(failed).toEqual({ fetched: true, socket: true, image: true });
  expect(visits).toEqual([]);
});

test('the shell itself stops requests to another address, whatever the policy of the page says', async () => {
  const sent = await app.evaluate(async ({ BrowserWindow }, url) => {
    const kioskSession = BrowserWindow.getAllWindows()[0]?.webContents.session as unknown as {
      fetch(url: string): Promise<unknown>;
    };
    return await kioskSession.fetch(url).then(
      () => 'sent',
      (error: unknown) => String(error),
    );
  }, elsewhereUrl);
  expect(sent).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(visits).toEqual([]);
});

test('a page cannot download', async () => {
  const saved = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((answer) => {
        BrowserWindow.getAllWindows()[0]?.webContents.session.once('will-download', (event) => {
          answer(event.defaultPrevented);
        });
        BrowserWindow.getAllWindows()[0]?.webContents.downloadURL(
          new URL('/file', BrowserWindow.getAllWindows()[0]?.webContents.getURL()).href,
        );
      }),
  );
  expect(await saved).toBe(true);
  await page.evaluate("document.querySelector('#file').click()");
  await pressAndSettle();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the camera opens for the page of the core', async () => {
  const size = await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = stream.getVideoTracks();
    const { width } = track?.getSettings() ?? {};
    track?.stop();
    return width ?? 0;
  });
  expect(size).toBeGreaterThan(0);
});

test('a page gets neither the microphone nor any other permission', async () => {
  const refused = await page.evaluate(async () => {
    const nameOf = (promise: Promise<unknown>) =>
      promise.then(
        () => 'granted',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      );
    return {
      microphone: await nameOf(navigator.mediaDevices.getUserMedia({ audio: true })),
      both: await nameOf(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await nameOf(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await nameOf(navigator.clipboard.readText()),
      notification: await Notification.requestPermission(),
      midi: await nameOf(navigator.requestMIDIAccess({ sysex: true })),
      place: await new Promise<string>((answer) => {
        navigator.geolocation.getCurrentPosition(
          () => answer('granted'),
          (error) => answer(error.code === error.PERMISSION_DENIED ? 'refused' : 'other'),
        );
      }),
      fullScreen: await nameOf(document.documentElement.requestFullscreen()),
      pointer: await nameOf(Promise.resolve(document.body.requestPointerLock())),
      devices: await Promise.all(
        (['usb', 'hid', 'serial'] as const).map((bus) => {
          const { requestDevice, requestPort } = (navigator as unknown as Buses)[bus];
          return nameOf((requestDevice ?? requestPort)!.call(navigator[bus as never], { filters: [] }));
        }),
      ),
      storage: await navigator.storage.persist(),
    };
  });
  expect(refused).toEqual({
    microphone: 'NotAllowedError',
    both: 'NotAllowedError',
    screen: expect.stringMatching(/Error$/),
    clipboard: 'NotAllowedError',
    notification: 'denied',
    midi: expect.stringMatching(/Error$/),
    place: 'refused',
    fullScreen: expect.stringMatching(/Error$/),
    pointer: 'SecurityError',
    devices: ['SecurityError', 'SecurityError', 'SecurityError'],
    storage: false,
  });
});

test('every permission the page can ask about reads as denied, but the camera', async () => {
  const states = await page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'];
    const found = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return Object.fromEntries(found.map(({ state }, index) => [names[index], state]));
  });
  const { camera, ...others } = states;
  expect(camera).toBe('granted');
  expect(new Set(Object.values(others))).toEqual(new Set(['denied']));
});

test('the developer tools stay shut, unless the shell was started with them', async () => {
  const open = (shell: ElectronApplication) =>
    shell.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.openDevTools({ mode: 'detach' });
    });
  await open(app);
  // They take a while to open: by the time those of a second shell have, the first one's would have too.
  const other = makeShellPlace();
  const developers = await startShell(other, { environment: { MOTCUA_DEVTOOLS: '1' } });
  await atHome(developers.page);
  const opened = developers.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((answer) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('devtools-opened', () => answer(true));
      }),
  );
  await open(developers.app);
  expect(await opened).toBe(true);
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened(),
    ),
  ).toBe(false);
  await developers.app.close();
  other.remove();
});

test('shortcuts do not reach the page; letters do', async () => {
  const before = await bornAt();
  await keysSeen();
  for (const key of ['r', 'w', 'n', 't', 'p', 's', 'o', 'l', 'q', 'c', 'v', '0', '=', '-']) {
    await press(key, ['control']);
  }
  await press('i', ['control', 'shift']);
  for (const key of ['Left', 'Home', 'F4', '1', 'd']) await press(key, ['alt']);
  await press('num1', ['alt', 'control']);
  for (const key of ['F1', 'F5', 'F7', 'F11', 'F12']) await press(key);
  expect(await pressAndSettle()).toEqual(['q']);
  await press('a');
  await press('Return');
  await page.waitForFunction("globalThis.keys.includes('Enter')");
  expect(await keysSeen()).toEqual(['a', 'Enter']);
  expect(await bornAt()).toBe(before);
  expect(await windowCount()).toBe(1);
});

test('the digits of a scanner’s Alt codes reach the page', async () => {
  await keysSeen();
  for (const key of ['num4', 'num1', 'num7']) await press(key, ['alt']);
  expect(await pressAndSettle()).toEqual(['4', '1', '7', 'q']);
  expect(await windowCount()).toBe(1);
});

test('no menu comes up under a long press or a right click', async () => {
  const prevented = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((answer) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('context-menu', (event) => {
          answer(event.defaultPrevented);
        });
      }),
  );
  await page.mouse.click(40, 40, { button: 'right' });
  expect(await prevented).toBe(true);
});

test('the page stays at its own size', async () => {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.setZoomFactor(2);
    contents?.emit('zoom-changed', {}, 'in');
  });
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()),
  ).toBe(1);
});

test('a document without a policy of its own gets the strict one', async () => {
  const violated = await page.evaluate(
    () =>
      new Promise<string>((answer) => {
        addEventListener('securitypolicyviolation', (event) => answer(event.effectiveDirective), {
          once: true,
        });
        const script = document.createElement('script');
        script.textContent = 'globalThis.inline = true';
        document.body.append(script);
      }),
  );
  expect(violated).toBe('script-src-elem');
  expect(await page.evaluate(() => 'inline' in globalThis)).toBe(false);
});

test('a policy that the core sends stays, and the cage comes on top of it', async () => {
  await page.evaluate("location.href = '/own-policy'");
  await page.waitForURL(/own-policy/);
  const seen = await page.evaluate(async () => {
    const image = await new Promise<string>((answer) => {
      addEventListener('securitypolicyviolation', (event) => answer(event.effectiveDirective), {
        once: true,
      });
      new Image().src = '/image.png';
    });
    let printed = false;
    addEventListener('beforeprint', () => (printed = true));
    window.print();
    return { image, printed };
  });
  expect(seen).toEqual({ image: 'img-src', printed: false });
  await page.evaluate("location.href = '/'");
  await page.waitForURL(/\/$/);
});

test('alert, confirm and print do nothing, so that nothing stands in front of the kiosk', async () => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  const answered = await page.evaluate(() => {
    let printed = false;
    addEventListener('beforeprint', () => (printed = true));
    alert('?');
    window.print();
    return { confirmed: confirm('?'), printed };
  });
  expect(answered).toEqual({ confirmed: false, printed: false });
  expect(dialogs).toEqual([]);
});

test('the close button of the system does not close the window', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await windowCount()).toBe(1);
  expect(await page.evaluate(() => document.title)).toBe('stand-in');
});
