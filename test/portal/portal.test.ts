import { expect, onTestFinished, test } from 'vitest';
import { openPortal } from './portal.ts';
import { walker } from './walk.ts';

async function setup() {
  const portal = await openPortal();
  onTestFinished(() => portal.stop());
  return { portal, citizen: walker(portal.url) };
}

test('who signs in with the phone and its six digits files a dossier and finds its code among their own', async () => {
  const { citizen } = await setup();
  await citizen.signIn();
  expect(citizen.path()).toBe('/thu-tuc-hanh-chinh');
  const code = await citizen.file();
  expect(code).toMatch(/^H12\.32-\d{6}-0001$/);
  expect(await citizen.ask('/ho-so-cong-dan')).toContain(code);
});

test('without the phone, or with wrong digits, nobody gets in', async () => {
  const { citizen } = await setup();
  const login = /name="ma" value="([\w-]+)"/.exec(await citizen.ask('/dang-nhap'))?.[1] ?? '';
  expect(await citizen.ask('/dang-nhap', { ma: login })).toContain('Chưa thấy điện thoại');
  const otp = /otp-gui-ve">(\d{6})/.exec(await citizen.ask(`/vneid/${login}`, {}))?.[1] ?? '';
  const wrong = otp === '000000' ? '000001' : '000000';
  expect(await citizen.ask('/dang-nhap/otp', { ma: login, otp: wrong })).toContain('chưa đúng');
  await citizen.ask('/ho-so-cong-dan');
  expect(citizen.path()).toBe('/dang-nhap');
});

test('an empty attachment is refused by its name', async () => {
  const { citizen } = await setup();
  await citizen.signIn();
  await citizen.ask('/nop-ho-so', { thuTuc: 'khai-sinh', coQuan: 'UBND xã Mẫu Một' });
  await citizen.ask(citizen.path(), { truongHop: 'Cho con' });
  await citizen.ask(citizen.path(), { dienThoai: '0900000001' });
  expect(await citizen.ask(citizen.path(), {})).toContain('Chưa có tệp: Giấy chứng sinh');
});

test('on demand a session is lost, the server fails, the mark-up is another one, a dossier moves on', async () => {
  const { portal, citizen } = await setup();
  await citizen.signIn();
  const code = await citizen.file();
  portal.control({ dossier: { code, state: 'Yêu cầu bổ sung' } });
  expect(await citizen.ask('/ho-so-cong-dan')).toContain('Yêu cầu bổ sung');

  portal.control({ dropSessions: true });
  await citizen.ask('/ho-so-cong-dan');
  expect(citizen.path()).toBe('/dang-nhap');

  expect(await citizen.ask('/')).toContain('id="dang-nhap"');
  const asked = await fetch(`${portal.url}/_control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isChanged: true }),
  });
  expect(asked.status).toBe(200);
  expect(await citizen.ask('/')).not.toContain('id="dang-nhap"');

  portal.control({ isChanged: false, fails: true });
  expect((await fetch(portal.url)).status).toBe(503);
  portal.control({ fails: false, slowMs: 120 });
  const begun = performance.now();
  await fetch(portal.url);
  expect(performance.now() - begun).toBeGreaterThan(100);
});
