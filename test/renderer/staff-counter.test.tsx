import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandResult, CounterScreen as Screen } from '../../core/contract.ts';
import { ActionBar } from '../../renderer/screens/counter/action-bar.tsx';
import { slotsOf } from '../../renderer/screens/counter/actions.ts';
import { CounterScreen } from '../../renderer/screens/counter/counter-screen.tsx';
import { LockWords } from '../../renderer/screens/counter/lock-notice.tsx';
import { ProcedureSheet } from '../../renderer/screens/counter/procedure-sheet.tsx';
import { CardRow, SharedCard } from '../../renderer/screens/counter/shared-card.tsx';
import { SignIn } from '../../renderer/screens/counter/sign-in.tsx';
import { StaffText } from '../../renderer/screens/counter/staff-text.tsx';
import { birth, counterScreens, counterView, minutes, now, officers, sharedCard } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const drawn = (screen: Screen) => <CounterScreen view={counterView(screen)} send={send} lostAt={null} />;

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

test('a free counter shows who comes next, what for, by which right and how long they have waited', () => {
  const words = wordsOf(drawn(counterScreens.ready));
  expect(words).toContain(
    'Tiếp theo B027 Đăng ký thường trú Cao tuổi chờ 4 phút A013 Đăng ký khai sinh chờ 19 phút',
  );
  expect(words).toContain('A014 Nhận kết quả chờ 17 phút đã trở lại 1 lần');
});

test('the lanes stand with their counts, the helped ones marked, and how many were served today', () => {
  const words = wordsOf(drawn(counterScreens.ready));
  expect(words).toContain('Đang chờ 19 người Hôm nay xong 9 lượt');
  expect(words).toContain('A Hộ tịch – Chứng thực 7 B Cư trú – Căn cước – Xe hỗ trợ 12');
});

test('the three lists are tabs with their keys and counts, and the one of those waiting is open', () => {
  const words = wordsOf(drawn(counterScreens.ready));
  expect(words).toContain('1 Chờ 19 2 Vắng 2 3 Gác 1');
  expect(words).toContain('B032 Đăng ký thường trú 11 phút Có thai, con nhỏ');
  expect(words).toContain('B033 Nhờ nộp trực tuyến: Đăng ký thường trú 10 phút');
});

test('while somebody is at the counter the next three stay in sight', () => {
  expect(wordsOf(drawn(counterScreens.serving))).toContain(
    'Tiếp theo B027 ★ Cao tuổi 4 phút A013 Đăng ký khai sinh 19 phút A014 Nhận kết quả 17 phút',
  );
});

test('a free counter without anyone waiting says so', () => {
  const words = wordsOf(drawn(counterScreens.nobodyWaits));
  expect(words).toContain('Chưa có ai chờ');
  expect(words).toContain('0 người');
  expect(words).toContain('Không có ai đang chờ.');
});

test('a list that does not hold everybody says how many it shows', () => {
  const { desk } = counterScreens.ready;
  const waiting = Array.from({ length: 60 }, (_, index) => ({ ...desk.waiting[0]!, id: `t${index}` }));
  expect(wordsOf(drawn({ at: 'ready', desk: { ...desk, waiting } }))).toContain('Chỉ hiện 60 người đầu.');
  expect(wordsOf(drawn(counterScreens.ready))).not.toContain('Chỉ hiện');
});

test('a counter on a break says so and offers the way back, and the call key calls nobody', () => {
  const words = wordsOf(drawn(counterScreens.onBreak));
  expect(words).toContain('Quầy đang tạm nghỉ');
  expect(words).toContain('Đang tạm nghỉ: bấm N để làm việc tiếp.');
  expect(words).not.toContain('Bấm Gọi người tiếp theo');
  const buttons = buttonsOf(drawn(counterScreens.onBreak));
  expect(buttons.get('Làm việc lại N')).toBe(true);
  expect(buttons.get('Tạm nghỉ N')).toBe(false);
  expect(buttons.get('Gọi người tiếp theo F2')).toBe(false);
});

test('just after a call the keys say when they may call again or give up', () => {
  const buttons = buttonsOf(drawn(counterScreens.justCalled));
  expect(buttons.get('Gọi lại F2 gọi lại được sau 3 giây')).toBe(false);
  expect(buttons.get('Vắng mặt F9 báo vắng được sau 13 giây')).toBe(false);
  expect(buttons.get('Bắt đầu F4')).toBe(true);
});

test('a break cannot be taken while a citizen is at the counter', () => {
  expect(buttonsOf(drawn(counterScreens.ready)).get('Tạm nghỉ N')).toBe(true);
  expect(buttonsOf(drawn(counterScreens.called)).get('Tạm nghỉ N')).toBe(false);
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

const sideKeys = (screen: Screen) =>
  [...buttonsOf(drawn(screen))]
    .filter(([name]) => / [CGTUH]$/.test(name))
    .map(([name, isUsable]) => `${name} ${isUsable}`);

test('the rarer moves keep their places, and only those that this state allows can be pressed', () => {
  const allOff = ['Chuyển C', 'Gác lại G', 'Thêm thủ tục T', 'Ưu tiên U', 'Hủy số H'];
  expect(sideKeys(counterScreens.ready)).toEqual(allOff.map((name) => `${name} false`));
  expect(sideKeys(counterScreens.called)).toEqual([
    'Chuyển C true',
    'Gác lại G true',
    'Thêm thủ tục T false',
    'Ưu tiên U true',
    'Hủy số H true',
  ]);
  expect(sideKeys(counterScreens.serving)).toEqual([
    'Chuyển C true',
    'Gác lại G true',
    'Thêm thủ tục T true',
    'Ưu tiên U false',
    'Hủy số H false',
  ]);
});

test('the last move stands in one line with the key that takes it back, while that is possible', () => {
  expect(wordsOf(drawn(counterScreens.ready))).toContain('Vừa hoàn tất A011 Hoàn tác Z');
  expect(wordsOf(drawn(counterScreens.nobodyWaits))).not.toContain('Hoàn tác');
});

test('the officer reads why this one was called and by which right they go first', () => {
  expect(wordsOf(drawn(counterScreens.called))).toContain('Vì sao gọi số này Chờ lâu nhất');
  const words = wordsOf(drawn(counterScreens.calledWithPriority));
  expect(words).toContain('A1012 Hộ tịch – Chứng thực Có thai, con nhỏ Vì sao gọi số này');
  expect(words).toContain('Ưu tiên: Có thai, con nhỏ (lượt ưu tiên thứ 2 liên tiếp)');
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
  const papers = { seen: [`${birth.code} Giấy chứng sinh`, '1.004222 Giấy chứng sinh'], setSeen: () => {} };
  const words = wordsOf(
    <StaffText>
      <ProcedureSheet label="" procedure={birth} papers={papers} />
    </StaffText>,
  );
  expect(words).toContain('đã xem 1/6');
});

test('a citizen who chose no procedure is to be asked', () => {
  const words = wordsOf(drawn(counterScreens.calledWithoutProcedure));
  expect(words).toContain('H003');
  expect(words).toContain('Hãy hỏi người dân cần làm việc gì.');
});

test('somebody who came for a result has no papers to look through, and the officer is told what to look at', () => {
  const words = wordsOf(drawn(counterScreens.calledForResult));
  expect(words).toContain('Nhận kết quả Hãy xem giấy hẹn trả kết quả của người dân.');
  expect(words).toContain('Gọi chọn: Đã quay lại quầy');
});

test('services added in the visit stand below the first, each with its own papers', () => {
  const words = wordsOf(drawn(counterScreens.servingMore));
  expect(words.match(/Làm thêm ·/g)).toHaveLength(2);
  expect(words.match(/đã xem 0\/2/g)).toHaveLength(2);
  expect(words.match(/đã xem 0\/6/g)).toHaveLength(1);
});

test('a card the citizen shared stands field by field, each with its copy button; without one nothing of it is drawn', () => {
  const words = wordsOf(drawn(counterScreens.servingMore));
  expect(words).toContain('Họ và tên Đặng Đỗ Thị Diễm Phượng Quyền');
  expect(words).toContain('Ngày sinh 19/05/1983');
  expect(words).toContain('Giới tính Nữ');
  const buttons = [...buttonsOf(drawn(counterScreens.servingMore)).keys()].filter((name) =>
    name.startsWith('Chép '),
  );
  expect(buttons).toEqual([
    'Chép Họ và tên',
    'Chép Số định danh',
    'Chép Ngày sinh',
    'Chép Giới tính',
    'Chép Nơi thường trú',
  ]);
  expect(wordsOf(drawn(counterScreens.serving))).not.toContain('Thẻ mà người dân');
});

test('fields that a card does not have are left out', () => {
  const { servingMore } = counterScreens;
  const fields = sharedCard.fields.filter(({ field }) => field !== 'gender' && field !== 'address');
  const words = wordsOf(
    drawn({ ...servingMore, ticket: { ...servingMore.ticket, sharedCard: { fields, doubts: [] } } }),
  );
  expect(words).toContain('Số định danh');
  expect(words).not.toContain('Giới tính');
  expect(words).not.toContain('Nơi thường trú');
});

const withCard = (card: Parameters<typeof SharedCard>[0]['card']) =>
  drawn({
    ...counterScreens.serving,
    ticket: { ...counterScreens.serving.ticket, sharedCard: card },
  });

test('each field of a shared card says whether the card gave it or somebody typed it, and what is in doubt', () => {
  const words = wordsOf(
    withCard({
      fields: [
        { field: 'fullName', value: 'Trần Văn Mẫu', from: 'typed', doubt: null, kept: false },
        { field: 'number', value: '079085990001', from: 'card', doubt: null, kept: false },
        {
          field: 'dateOfBirth',
          value: '1990-03-12',
          from: 'typed',
          doubt: 'birth-year-mismatch',
          kept: true,
        },
        { field: 'address', value: '', from: 'card', doubt: 'address-damaged', kept: false },
      ],
      doubts: ['issued-in-future'],
    }),
  );
  expect(words).toContain('Họ và tên Trần Văn Mẫu người dân tự gõ Chép');
  expect(words).toContain('Số định danh 079085990001 từ thẻ Chép');
  expect(words).toContain(
    'Ngày sinh 12/03/1990 người dân tự gõ Không khớp số định danh: số cho năm sinh 1985. Người dân nói là đúng. Chép',
  );
  expect(words).toContain('Nơi thường trú chưa đọc được Chữ bị hỏng khi đọc. Ngày cấp thẻ chưa tới.');
  expect([...buttonsOf(withCard(sharedCard)).keys()].filter((name) => name.startsWith('Chép'))).toHaveLength(
    5,
  );
});

test('a card that was shared and lost with a restart is said to be', () => {
  expect(wordsOf(withCard('lost'))).toContain('Người này có chia sẻ thẻ, nhưng máy vừa khởi động lại');
});

test('a copied field says so, and one that could not be copied does too', () => {
  const row = (copied: Parameters<typeof CardRow>[0]['copied']) => (
    <StaffText>
      <CardRow
        line={{ label: 'Ngày sinh', value: '19/05/1983', origin: 'từ thẻ', doubt: null }}
        copied={copied}
        press={() => {}}
      />
    </StaffText>
  );
  expect(wordsOf(row(null))).toBe('Ngày sinh 19/05/1983 từ thẻ Chép');
  expect(wordsOf(row({ label: 'Ngày sinh', isCopied: true }))).toContain('Đã chép');
  expect(wordsOf(row({ label: 'Ngày sinh', isCopied: false }))).toContain('Chưa chép được');
  expect(
    wordsOf(
      <StaffText>
        <SharedCard card={null} />
      </StaffText>,
    ),
  ).toBe('');
});

test('with the connection lost the last figures stay, their age is said, and no key can be pressed', () => {
  const screen = (
    <CounterScreen view={counterView(counterScreens.called)} send={send} lostAt={now - minutes(3)} />
  );
  const words = wordsOf(screen);
  expect(words).toContain('Mất kết nối lúc 08:27 (cách đây 3 phút).');
  expect(words).toContain('A012');
  const keys = [...buttonsOf(screen)].filter(([name]) => / (?:F\d|[A-Z])$/.test(name));
  expect(keys.length).toBeGreaterThan(9);
  expect(keys.filter(([, isUsable]) => isUsable)).toEqual([]);
});

test('before the counter locks itself it counts the seconds and says what keeps it open', () => {
  const words = wordsOf(
    <StaffText>
      <LockWords secondsLeft={30} />
    </StaffText>,
  );
  expect(words).toContain('tự đăng xuất sau 30 giây');
  expect(words).toContain('Bấm phím bất kỳ');
});

test('finishing is announced as what makes the citizen be asked for a rating', () => {
  expect(wordsOf(drawn(counterScreens.serving))).toContain('sẽ mời họ đánh giá');
});

const bar = (refused: string | null, isSlow = false) => (
  <StaffText>
    <ActionBar
      at="ready"
      isOnBreak={false}
      slots={slotsOf('ready', false, { callAgain: 0, missed: 0 })}
      sideSlots={[]}
      undo={null}
      refused={refused}
      isSlow={isSlow}
      isResting={false}
      press={() => {}}
    />
  </StaffText>
);

test('a refused key is told in the line above the keys, instead of the hint', () => {
  expect(wordsOf(bar(null))).toContain('Bấm Gọi người tiếp theo');
  expect(wordsOf(bar('Màn hình vừa cập nhật, xin bấm lại.'))).toContain('xin bấm lại');
  expect(wordsOf(bar('Màn hình vừa cập nhật, xin bấm lại.'))).not.toContain('Bấm Gọi người tiếp theo');
});

test('a key that takes long says that it works', () => {
  expect(wordsOf(bar(null, true))).toContain('Đang thực hiện…');
});

test('who waits at a kiosk for a guide stands there with procedure, step and time, and who comes', () => {
  const { ready } = counterScreens;
  if (ready.at !== 'ready') throw new Error('this fixture is a free counter');
  const request = {
    id: 'kiosk-1',
    kiosk: 1,
    procedureName: 'Đăng ký khai sinh',
    step: 'Chụp giấy tờ',
    since: now - minutes(4),
    acceptedBy: null,
  };
  const waiting = drawn({
    ...ready,
    desk: {
      ...ready.desk,
      helpRequests: [
        request,
        { ...request, id: 'kiosk-2-1', kiosk: 2, step: null, acceptedBy: { id: 'x', name: 'Phạm Văn Dẫn' } },
      ],
    },
  });
  expect(wordsOf(waiting)).toContain(
    'Cần người hướng dẫn Máy 1 chờ 4 phút Đăng ký khai sinh Đang ở bước: Chụp giấy tờ',
  );
  expect(wordsOf(waiting)).toContain('Phạm Văn Dẫn đang tới');
  expect(buttonsOf(waiting).get('Tôi tới')).toBe(true);
  expect(wordsOf(drawn(ready))).not.toContain('Cần người hướng dẫn');
});
