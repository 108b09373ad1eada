import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandResult, CounterCommand, CounterScreen as Screen } from '../../core/contract.ts';
import { ActionBar } from '../../renderer/screens/counter/action-bar.tsx';
import { slotsOf } from '../../renderer/screens/counter/actions.ts';
import { CounterScreen } from '../../renderer/screens/counter/counter-screen.tsx';
import { ProcedureSheet } from '../../renderer/screens/counter/procedure-sheet.tsx';
import { SignIn } from '../../renderer/screens/counter/sign-in.tsx';
import { StaffText } from '../../renderer/screens/counter/staff-text.tsx';
import { birth, counterScreens, counterView, now, officers } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const drawn = (screen: Screen) => <CounterScreen view={counterView(screen)} send={send} />;

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a counter nobody has signed in to offers every name and a numeric keypad, and waits for a name', () => {
  const words = wordsOf(drawn(counterScreens.signedOut));
  for (const { name } of officers) expect(words).toContain(name);
  expect(words).toContain('Quầy 2');
  expect(words).toContain('Hãy chọn tên của bạn trước.');
  const buttons = buttonsOf(drawn(counterScreens.signedOut));
  for (const digit of '0123456789') expect(buttons.get(`Số ${digit}`)).toBe(false);
  expect(buttons.get('Vào làm việc')).toBe(false);
});

test('a counter without any officer says whom to tell', () => {
  expect(wordsOf(drawn(counterScreens.nobodyListed))).toContain('Hãy báo người quản trị thêm tên.');
});

test('a single name is picked already, so that typing can begin', () => {
  const words = wordsOf(drawn({ at: 'signed-out', officers: officers.slice(0, 1) }));
  expect(words).toContain('Mã PIN của Nguyễn Thị Mẫu');
});

const signIn = (refused: Parameters<typeof SignIn>[0]['refused'], isSending = false) => (
  <StaffText>
    <SignIn
      officers={officers}
      place="Quầy 2"
      isSending={isSending}
      refused={refused}
      signIn={async () => false}
    />
  </StaffText>
);

test('a wrong PIN and a slow-down are said in words where the officer looks', () => {
  const wrongPin = { code: 'wrong-pin', field: 'pin', message: 'the name and the PIN do not match' } as const;
  const slowDown = { code: 'slow-down', field: 'pin', message: 'pin: wait', seconds: 20 } as const;
  expect(wordsOf(signIn({ command: 'sign-in', refusal: wrongPin }))).toContain(
    'Mã PIN chưa đúng. Hãy nhập lại.',
  );
  expect(wordsOf(signIn({ command: 'sign-in', refusal: slowDown }))).toContain(
    'Hãy chờ 20 giây rồi nhập lại.',
  );
  expect(wordsOf(signIn(null, true))).toContain('Đang kiểm tra…');
});

test('the PIN is hidden and marked as a one-time code, so that no browser of a shared PC offers to keep it', () => {
  const field = /<input[^>]*inputMode="numeric"[^>]*>/i.exec(renderToStaticMarkup(signIn(null)))?.[0] ?? '';
  expect(field).toContain('type="password"');
  expect(field.toLowerCase()).toContain('autocomplete="one-time-code"');
});

test('a free counter shows the next three numbers, who waits in each lane and how many were served', () => {
  const words = wordsOf(drawn(counterScreens.ready));
  expect(words).toContain('Người tiếp theo A013');
  expect(words).toContain('Sau đó B027 A014');
  expect(words).toContain('Đang chờ 19 người A Hộ tịch – Chứng thực 7 B Cư trú – Căn cước – Xe 12');
  expect(words).toContain('Hôm nay đã phục vụ 9 lượt');
});

test('a free counter without anyone waiting says so', () => {
  const words = wordsOf(drawn(counterScreens.nobodyWaits));
  expect(words).toContain('Chưa có ai chờ');
  expect(words).toContain('0 người');
});

const usable = (screen: Screen) =>
  [...buttonsOf(drawn(screen))]
    .filter(([name]) => / F\d$/.test(name))
    .map(([name, isUsable]) => `${name} ${isUsable}`);

test('the four keys keep their order in every state and only those that do something can be pressed', () => {
  expect(usable(counterScreens.ready)).toEqual([
    'Gọi người tiếp theo F2 true',
    'Bắt đầu F4 false',
    'Hoàn tất F8 false',
    'Vắng mặt F9 false',
  ]);
  expect(usable(counterScreens.called)).toEqual([
    'Gọi lại F2 true',
    'Bắt đầu F4 true',
    'Hoàn tất F8 false',
    'Vắng mặt F9 true',
  ]);
  expect(usable(counterScreens.serving)).toEqual([
    'Gọi người tiếp theo F2 false',
    'Bắt đầu F4 false',
    'Hoàn tất F8 true',
    'Vắng mặt F9 false',
  ]);
});

test('a called number stands with how long it waited, when it was called and how often', () => {
  const words = wordsOf(drawn(counterScreens.called));
  expect(words).toContain('Đang gọi số A012');
  expect(words).toContain('Đã chờ 20 phút lấy số lúc 08:08');
  expect(words).toContain('Gọi lúc 08:28 lần 2, cách đây 2 phút');
});

test('the officer reads what the citizen came for and every paper with its count', () => {
  const words = wordsOf(drawn(counterScreens.serving));
  expect(words).toContain('Đăng ký khai sinh');
  for (const document of birth.documents) expect(words).toContain(document.name);
  expect(words).toContain('Giấy chứng sinh 1 bản chính');
  expect(words).toContain('đã xem 0/6');
  expect(words).toContain('Trung tâm cần kiểm tra lại: mức trực tuyến');
  expect(wordsOf(drawn(counterScreens.servingResidence))).toContain(
    'Lệ phí 20.000 đ · 10.000 đ nếu nộp trực tuyến',
  );
});

test('ticked papers are counted', () => {
  const papers = { seen: ['Giấy chứng sinh'], setSeen: () => {} };
  const words = wordsOf(
    <StaffText>
      <ProcedureSheet procedure={birth} papers={papers} />
    </StaffText>,
  );
  expect(words).toContain('đã xem 1/6');
});

test('a citizen who chose no procedure is to be asked', () => {
  const words = wordsOf(drawn(counterScreens.calledWithoutProcedure));
  expect(words).toContain('H003');
  expect(words).toContain('Hãy hỏi người dân cần làm việc gì.');
});

test('finishing is announced as what makes the citizen be asked for a rating', () => {
  expect(wordsOf(drawn(counterScreens.serving))).toContain('sẽ mời họ đánh giá');
});

const bar = (command: CounterCommand['type'], code: 'not-now' | 'failed') => (
  <StaffText>
    <ActionBar
      at="ready"
      slots={slotsOf('ready', 7)}
      asking={{
        pending: null,
        refused: { command, refusal: { code, field: null, message: 'nobody is waiting' } },
        ask: async () => false,
      }}
    />
  </StaffText>
);

test('a refused command is told in the line above the keys, instead of the hint', () => {
  expect(wordsOf(bar('call-next', 'not-now'))).toContain('hiện không còn ai chờ ở quầy này');
  expect(wordsOf(bar('finish', 'not-now'))).toContain('lượt đã chuyển sang bước khác');
  expect(wordsOf(bar('finish', 'failed'))).toContain('Máy chưa làm được việc này');
  expect(wordsOf(bar('finish', 'failed'))).not.toContain('nobody');
});
