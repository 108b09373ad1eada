/** The portal beside the kiosk's page, in a real Electron with the real core and a stand-in for the portal. */
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { openPortal, type Portal } from '../../portal/portal.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { root } from '../../setup/shell.ts';
import { testElectron } from '../../setup/test-electron.ts';

let folder: string;
let portal: Portal;
let elsewhere: Portal;
let app: ElectronApplication;
let kiosk: Page;

test.beforeAll(async () => {
  folder = temporaryFolder('portal');
  portal = await openPortal();
  elsewhere = await openPortal();
  app = await _electron.launch({
    executablePath: testElectron(),
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', root],
    env: {
      ...(process.env as Record<string, string>),
      MOTCUA_DATA: join(folder, 'data'),
      MOTCUA_PORT: '0',
      MOTCUA_SAMPLE: '1',
      MOTCUA_PORTAL: portal.url,
      MOTCUA_NODE: process.execPath,
    },
  });
  kiosk = await app.firstWindow();
});

test.afterAll(async () => {
  await app.close();
  await portal.stop();
  await elsewhere.stop();
  removeFolder(folder);
});

test.beforeEach(async () => {
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await kiosk.getByRole('button', { name: 'Không dùng thẻ' }).click();
  await kiosk.getByRole('button', { name: 'Sinh con' }).click();
  await kiosk
    .getByRole('button', { name: /^Đăng ký khai sinh / })
    .first()
    .click();
  await kiosk.getByRole('button', { name: 'Nộp trực tuyến, có hướng dẫn' }).click();
  await kiosk.getByRole('button', { name: 'Của con hoặc người trong nhà' }).click();
  await kiosk.getByRole('button', { name: 'Có rồi' }).click();
  await kiosk.getByRole('button', { name: 'Có, dùng được' }).click();
  await kiosk.getByRole('button', { name: 'Chưa có giấy nào, đi tiếp' }).click();
  await kiosk.getByRole('button', { name: 'Nộp ngay tại máy này' }).click();
  await expect(kiosk.getByRole('heading', { name: 'Bấm “Đăng nhập”' })).toBeVisible();
});

test.afterEach(async () => {
  portal.control({ slowMs: 0, fails: false, isChanged: false });
  await kiosk.getByRole('button', { name: 'Trang đầu' }).click();
  await expect.poll(portalCount).toBe(0);
});

/** Pages of the shell that are not the kiosk's. */
function portalCount(): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length - 1);
}

/** Runs in the portal's page, with the right of a tap. */
function inPortal<Value = unknown>(code: string): Promise<Value> {
  return app.evaluate(({ webContents, BrowserWindow }, script) => {
    const kioskId = BrowserWindow.getAllWindows()[0]?.webContents.id;
    const page = webContents.getAllWebContents().find(({ id }) => id !== kioskId);
    if (!page) throw new Error('the portal is not open');
    return page.executeJavaScript(script, true) as Promise<Value>;
  }, code);
}

const portalPath = () => inPortal<string>('location.pathname');
const step = (title: string) => expect(kiosk.getByRole('heading', { name: title })).toBeVisible();

async function click(selector: string): Promise<void> {
  await inPortal(`document.querySelector(${JSON.stringify(selector)}).click()`);
}

async function signIn(): Promise<void> {
  await click('#dang-nhap');
  await step('Quét mã bằng VNeID');
  await click('#dien-thoai-thu');
  await expect.poll(portalPath).toMatch(/^\/vneid\//);
  await click('#dong-y');
  await expect.poll(() => inPortal('document.querySelector("#otp-gui-ve") !== null')).toBe(true);
  const otp = await inPortal<string>('document.querySelector("#otp-gui-ve").textContent');
  await click('#quay-lai');
  await step('Gõ mã OTP');
  await inPortal(
    `document.querySelector('#otp').value = '${otp}'; document.querySelector('#xac-nhan').click()`,
  );
  await step('Chọn thủ tục');
}

test('the panel follows the pages from the sign-in to the code of the dossier, and the way home wipes the session', async () => {
  await signIn();
  await click('#danh-sach a');
  await step('Bấm “Nộp trực tuyến”');
  await click('#nop-truc-tuyen');
  await step('Chọn nơi giải quyết');
  await inPortal(
    "document.querySelector('#co-quan').selectedIndex = 1; document.querySelector('#tiep-tuc').click()",
  );
  await step('Chọn trường hợp');
  await inPortal(
    "document.querySelector('#truong-hop input').checked = true; document.querySelector('#tiep-tuc').click()",
  );
  await step('Điền tờ khai');
  await inPortal(
    "document.querySelector('#dien-thoai').value = '0900000001'; document.querySelector('#tiep-tuc').click()",
  );
  await step('Lấy giấy tờ từ kho');
  await inPortal(
    "document.querySelector('#giay-to input').checked = true; document.querySelector('#tiep-tuc').click()",
  );
  await step('Chọn cách nhận kết quả');
  await inPortal(
    "document.querySelector('#nhan-ket-qua input').checked = true; document.querySelector('#tiep-tuc').click()",
  );
  await step('Xem lại rồi nộp');
  await inPortal(
    "document.querySelector('#cam-ket').checked = true; document.querySelector('#nop-ho-so').click()",
  );
  await step('Ghi lại mã hồ sơ');
  expect(await inPortal('document.querySelector("#ma-ho-so").textContent')).toMatch(/^H12\.32-/);
  await inPortal("localStorage.setItem('left', 'behind')");

  await kiosk.getByRole('button', { name: 'Quay lại' }).click();
  await expect.poll(portalCount).toBe(0);
  await kiosk.getByRole('button', { name: 'Nộp ngay tại máy này' }).click();
  await step('Bấm “Đăng nhập”');
  expect(await inPortal('[document.cookie, localStorage.length]')).toEqual(['', 0]);
  const cookies = await app.evaluate(({ session }) => session.fromPartition('portal-0').cookies.get({}));
  expect(cookies).toEqual([]);
});

test('other addresses, windows, downloads, files, permissions and printing are refused, and the panel says so', async () => {
  const stays = async () => expect(await portalPath()).toBe('/');
  const says = (words: string) => expect(kiosk.getByText(words)).toBeVisible();

  await inPortal(`location.href = ${JSON.stringify(elsewhere.url)}`);
  await says('Máy này chỉ mở trang của cổng dịch vụ công.');
  for (const address of [
    'file:///etc/hostname',
    'mailto:a@example.com',
    'vneid://open',
    `${elsewhere.url}/dang-nhap`,
  ])
    await inPortal(`location.href = ${JSON.stringify(address)}`).catch(() => {});
  await stays();

  await inPortal(`window.open(${JSON.stringify(elsewhere.url)})`);
  await says('Máy này không mở thêm cửa sổ.');
  expect(await portalCount()).toBe(1);

  await inPortal(`{ const link = document.createElement('a'); link.download = 'x.pdf'; link.href = '/tai-ve';
    document.body.append(link); link.click(); }`);
  await says('Máy này không lưu và không in tệp của cổng. Bà con xem lại trên điện thoại.');

  await inPortal(`{ const field = document.createElement('input'); field.type = 'file';
    document.body.append(field); field.click(); }`);
  await says('Máy này không có giấy tờ của bà con để chọn.');

  const camera = await inPortal<string>(
    'navigator.mediaDevices.getUserMedia({ video: true }).then(() => "granted", (error) => error.name)',
  );
  expect(camera).toBe('NotAllowedError');
  const sent = await inPortal<string>(
    `fetch(${JSON.stringify(elsewhere.url)}, { mode: 'no-cors' }).then(() => 'sent', () => 'refused')`,
  );
  expect(sent).toBe('refused');
  // In the cage a page's print() and alert() do nothing, and no dialog stands over the kiosk.
  await inPortal('print(); alert("x"); true');
  await stays();
});

test('when the mark-up is another one the panel says that it does not know the page and offers a person, within five seconds', async () => {
  portal.control({ isChanged: true });
  const begun = Date.now();
  await inPortal('location.reload()');
  await step('Trang này máy không nhận ra');
  expect(Date.now() - begun).toBeLessThan(5_000);
  await expect(kiosk.getByText('Bấm nút Đăng nhập trên trang bên cạnh.')).toHaveCount(0);
  await kiosk.getByRole('button', { name: 'Gọi người hỗ trợ' }).click();
  await expect(kiosk.getByText('Đã báo người hướng dẫn')).toBeVisible();
});

test('a lost session leads back to the sign-in, a slow page is waited for, a failing one is told of', async () => {
  await signIn();
  portal.control({ dropSessions: true, slowMs: 800 });
  await inPortal("location.href = '/ho-so-cong-dan'");
  await step('Quét mã bằng VNeID');
  portal.control({ slowMs: 0, fails: true });
  await inPortal('location.reload()');
  await step('Trang này máy không nhận ra');
});
