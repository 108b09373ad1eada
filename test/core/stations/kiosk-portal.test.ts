import { expect, test } from 'vitest';
import type { CommandResult, KioskCommand, ShellCommand } from '../../../core/contract.ts';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import { graceMs } from '../../../core/stations/portal-desk.ts';
import { createShellStation } from '../../../core/stations/shell-station.ts';
import { setupDesk } from './setup-desk.ts';

const toPortal: KioskCommand[] = [
  { type: 'start' },
  { type: 'without-card' },
  { type: 'choose-procedure', code: '1.001193' },
  { type: 'file-online' },
  { type: 'answer-filing', answer: { question: 'whose', answer: 'self' } },
  { type: 'answer-filing', answer: { question: 'account', answer: 'level-2' } },
  { type: 'answer-filing', answer: { question: 'phone', answer: 'ready' } },
  { type: 'papers-ticked' },
  { type: 'take-channel', channel: 'here' },
];

function setup() {
  const desk = setupDesk();
  desk.shells.add('kiosk');
  const kiosk = createKioskStation('kiosk', desk.deps);
  const shell = createShellStation('kiosk', desk.deps.portals);
  const open = () => {
    for (const command of toPortal) expect(kiosk.handle(command)).toMatchObject({ ok: true });
    const { portal } = shell.view();
    if (portal === null) throw new Error('no portal was opened');
    return portal;
  };
  const tell = (command: ShellCommand): CommandResult => {
    const answer = shell.handle(command);
    if (answer instanceof Promise) throw new Error('a shell is answered at once');
    return answer;
  };
  const screen = () => kiosk.view().screen;
  return { ...desk, kiosk, shell, open, tell, screen };
}

test('the shell is told what to open, and tells the kiosk at which step the page is', () => {
  const { open, tell, screen } = setup();
  const portal = open();
  expect(portal).toMatchObject({ url: 'http://127.0.0.1:4900', hosts: ['127.0.0.1:4900'], isHidden: false });
  expect(screen()).toMatchObject({ at: 'portal', page: { at: 'opening' } });
  tell({ type: 'portal-page', portal: portal.id, url: `${portal.url}/`, signs: ['sign-in-button'] });
  expect(screen()).toMatchObject({ page: { at: 'step', index: 0 } });
});

test('a page that stays unknown is said to be, but not while it is still being drawn', () => {
  const { open, tell, screen, clock } = setup();
  const { id: portal, url } = open();
  tell({ type: 'portal-page', portal, url: `${url}/dang-nhap`, signs: ['code'] });
  expect(screen()).toMatchObject({ page: { at: 'opening' } });
  clock.advance(graceMs - 1);
  tell({ type: 'portal-page', portal, url: `${url}/dang-nhap`, signs: ['code', 'scanned'] });
  clock.advance(graceMs);
  expect(screen()).toMatchObject({ page: { at: 'step', index: 1 } });
  tell({ type: 'portal-page', portal, url: `${url}/dang-nhap`, signs: ['scanned'] });
  clock.advance(graceMs);
  expect(screen()).toMatchObject({ page: { at: 'unexpected' } });
});

test('every way home closes the portal, and what its page says afterwards is not heard', () => {
  const { open, tell, shell, kiosk } = setup();
  const portal = open();
  void kiosk.handle({ type: 'home' });
  expect(shell.view()).toEqual({ role: 'shell', portal: null });
  expect(tell({ type: 'portal-failed', portal: portal.id })).toMatchObject({ ok: false });
  expect(open().id).not.toBe(portal.id);
});

test('nobody is asked whether they are there while they touch the portal; asked, it is put away; then it closes', () => {
  const { open, tell, shell, kiosk, clock } = setup();
  const { id: portal } = open();
  for (let minutes = 0; minutes < 10; minutes += 1) {
    clock.advance(60_000);
    tell({ type: 'portal-touched', portal });
  }
  expect(shell.view().portal).toMatchObject({ isHidden: false });
  clock.advance(180_000);
  expect(kiosk.view().goingHomeInSeconds).toBe(20);
  expect(shell.view().portal).toMatchObject({ id: portal, isHidden: true });
  void kiosk.handle({ type: 'stay' });
  expect(shell.view().portal).toMatchObject({ id: portal, isHidden: false });
  clock.advance(180_000);
  clock.advance(21_000);
  expect(shell.view().portal).toBeNull();
  expect(kiosk.view().screen.at).toBe('welcome');
});

test('what the window refused is said on that page, and not on the next', () => {
  const { open, tell, screen } = setup();
  const { id: portal, url } = open();
  tell({ type: 'portal-page', portal, url: `${url}/`, signs: ['sign-in-button'] });
  tell({ type: 'portal-refused', portal, what: 'download' });
  expect(screen()).toMatchObject({ page: { index: 0 }, refused: 'download' });
  tell({ type: 'portal-page', portal, url: `${url}/dang-nhap`, signs: ['code', 'scanned'] });
  expect(screen()).toMatchObject({ page: { index: 1 }, refused: null });
});
