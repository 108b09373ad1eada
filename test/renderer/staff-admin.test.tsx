import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AdminScreen as Screen, CameraState, CommandResult } from '../../core/contract.ts';
import { AdminScreen } from '../../renderer/screens/admin/admin-screen.tsx';
import { SyncCard } from '../../renderer/screens/admin/sync-card.tsx';
import { StaffText } from '../../renderer/screens/counter/staff-text.tsx';
import { testCard } from '../../core/card/test-card.ts';
import { adminScreens, adminView, now, scannerTest, workingDay } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const screenOf = (screen: Screen) => <AdminScreen view={adminView(screen)} send={send} />;
const drawn = (screen: Screen) => wordsOf(screenOf(screen));

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

test('an administrator signs in as an officer does', () => {
  const words = drawn(adminScreens.signedOut);
  expect(words).toContain('Quản trị Đăng nhập');
  expect(words).toContain('Mã PIN của Lê Thị Quản');
});

test('satisfaction comes first, with n, each count of n and its interval', () => {
  const words = drawn(adminScreens.workingDay);
  expect(words.indexOf('n = 37')).toBeLessThan(words.indexOf('Số thứ tự hôm nay'));
  expect(words).toContain('Hài lòng trở lên 91,9 % 34/37');
  expect(words).toContain('từ 78,7 % đến 97,2 %');
  expect(words).toContain('Rất hài lòng 21/37 (56,8 %)');
  expect(words).toContain('Không hài lòng 3/37 (8,1 %)');
  expect(words).not.toContain('chưa đủ để kết luận');
});

test('one rating is called one: its count is the headline and it is marked as too few', () => {
  const words = drawn(adminScreens.firstRating);
  expect(words).toContain('n = 1');
  expect(words).toContain('Hài lòng trở lên 1/1 100 %');
  expect(words).toContain('Ít hơn 30 phiếu: chưa đủ để kết luận.');
});

test('the response rate is numerator and denominator', () => {
  expect(drawn(adminScreens.workingDay)).toContain('Tỷ lệ trả lời 37/52 (71,2 %)');
});

test('nothing counted yet reads "không có dữ liệu" everywhere and never as a percentage', () => {
  const words = drawn(adminScreens.freshMachine);
  expect(words).toContain('n = 0');
  expect(words).toContain('Tỷ lệ trả lời không có dữ liệu');
  expect(words).toContain('Máy chủ tỉnh đã nhận không có dữ liệu');
  expect(words).not.toContain('%');
  expect(words).not.toContain('0/0');
});

test('bars are as long as their share', () => {
  const widths = [...renderToStaticMarkup(screenOf(workingDay)).matchAll(/inline-size:([\d.]+)/g)].map(
    (match) => Math.round(Number(match[1])),
  );
  expect(widths).toEqual([57, 35, 8]);
});

test('how many ratings the hub acknowledged stands beside n', () => {
  expect(drawn(adminScreens.workingDay)).toContain('Máy chủ tỉnh đã nhận 35/37 phiếu');
});

test('tickets of today are counted by what became of them', () => {
  expect(drawn(adminScreens.workingDay)).toMatch(/Đã cấp 86 Đang chờ 27 Đang ở quầy 4 Đã xong 52 Vắng mặt 3/);
  expect(drawn(adminScreens.workingDay)).toContain('24/11/2026');
});

test('slips of today are counted by what became of them', () => {
  expect(drawn(adminScreens.workingDay)).toMatch(/Đã in 80 Lỗi hoặc không rõ 4 Đã bỏ 2 Đang chờ in 0/);
});

test('each state of the sync is told in words', () => {
  expect(drawn(adminScreens.firstRating)).toContain('Chưa gửi lần nào');
  const fine = drawn(adminScreens.workingDay);
  expect(fine).toContain('Đã gửi lúc 08:26');
  expect(fine).toContain('Chờ gửi 2 mục Mục cũ nhất chờ đã 3 phút');
  const trouble = drawn(adminScreens.inTrouble);
  expect(trouble).toContain('Đang gặp trục trặc');
  expect(trouble).toContain('cần đăng ký lại');
  expect(trouble).toContain('Lần gửi được gần nhất 06:30 23/11/2026');
  expect(trouble).toContain('Mục cũ nhất chờ đã 1 ngày 2 giờ');
});

test('a machine without a hub says so and has nothing to send now', () => {
  expect(drawn(adminScreens.freshMachine)).toContain('Chưa cài địa chỉ máy chủ tỉnh.');
  expect(buttonsOf(screenOf(adminScreens.freshMachine)).get('Gửi ngay')).toBe(false);
  expect(buttonsOf(screenOf(adminScreens.workingDay)).get('Gửi ngay')).toBe(true);
});

test('a refused "send now" is told on the card', () => {
  const refusal = { code: 'failed', field: null, message: 'not connected' } as const;
  const words = wordsOf(
    <StaffText>
      <SyncCard
        sync={workingDay.sync}
        asking={{ pending: null, refused: { command: 'sync-now', refusal }, ask: async () => false }}
        now={now}
      />
    </StaffText>,
  );
  expect(words).toContain('Chưa gửi được lúc này.');
});

test('devices are told in words: the real camera size, the fault of the printer, the screens nobody opened', () => {
  const fine = drawn(adminScreens.workingDay);
  expect(fine).toContain('Máy in : sẵn sàng');
  expect(fine).toContain('Camera : đang nhìn; ảnh 1280 × 720');
  expect(fine).toContain('Đánh giá chưa mở: Quầy 3, Quầy 4 2/4 đang mở');
  const trouble = drawn(adminScreens.inTrouble);
  expect(trouble).toContain('báo lỗi: dao cắt bị kẹt');
  expect(trouble).toContain('Camera : bị chặn');
  const at = (camera: CameraState) => drawn({ ...workingDay, camera });
  expect(at({ at: 'missing' })).toContain('không tìm thấy');
  expect(at({ at: 'unplugged' })).toContain('vừa bị rút ra');
  expect(at({ at: 'busy' })).toContain('đang bị chương trình khác dùng');
  expect(at({ at: 'ready', width: 1920, height: 1080 })).toContain('chưa nhìn; ảnh 1920 × 1080');
  expect(at({ at: 'closed', width: 1920, height: 1080 })).toContain('lần mở gần nhất: ảnh 1920 × 1080');
  expect(drawn(adminScreens.freshMachine)).toContain('Camera : chưa mở lần nào từ khi máy chạy');
});

test('a camera with too small a picture is told with what to do about it, whenever it was measured', () => {
  const said = (at: 'ready' | 'looking' | 'closed', width: number, height: number) =>
    drawn({ ...workingDay, camera: { at, width, height } }).includes('hãy dùng camera Full HD');
  for (const at of ['ready', 'looking', 'closed'] as const) {
    expect(said(at, 640, 480)).toBe(true);
    expect(said(at, 1280, 720)).toBe(false);
  }
});

test('the scanner stands among the devices, and what was no text is told', () => {
  expect(drawn(adminScreens.workingDay)).toContain('Máy quét : sẵn sàng (/dev/ttyACM0)');
  expect(drawn(adminScreens.inTrouble)).toContain('Máy quét gửi chữ sai kiểu lúc 08:18');
  expect(drawn(adminScreens.freshMachine)).toContain('Máy quét : chưa cài cổng nối tiếp');
  const at = (scanner: 'unplugged' | 'error') =>
    drawn({ ...workingDay, scanner: { path: 'COM3', at: scanner, unreadableAt: null } });
  expect(at('unplugged')).toContain('chưa cắm (COM3)');
  expect(at('error')).toContain('cổng không dùng được (COM3)');
});

test('the scanner test shows a code to scan and waits', () => {
  const markup = renderToStaticMarkup(screenOf(scannerTest(null)));
  expect(markup).toMatch(/<svg[^>]*aria-label="Mã QR thử"/);
  expect(drawn(scannerTest(null))).toContain('Chưa nhận được gì; nếu máy quét đã kêu bíp');
  expect(buttonsOf(screenOf(scannerTest(null))).get('Xong')).toBe(true);
});

test('what came of the test card is told in one sentence, over what was sent and what came', () => {
  const words = drawn(scannerTest({ at: 'text', text: `]Q1${testCard}`, suffix: 'line-end' }));
  expect(words).toContain('Tốt: mọi chữ đến đúng; tiền tố AIM ở đầu mã không gây hại.');
  expect(words).toContain('Tiền tố AIM ]Q1');
  const spoilt = scannerTest({ at: 'text', text: testCard.replace('Đặng', '??ng'), suffix: 'tab' });
  expect(drawn(spoilt)).toContain('Kết thúc mã bằng Tab');
  const marked = [...renderToStaticMarkup(screenOf(spoilt)).matchAll(/<mark>([^<]*)<\/mark>/g)];
  expect(marked.map(([, text]) => text)).toEqual(['Đặ', '??']);
});

test('bytes that are no text, and another person’s card, are told and not shown', () => {
  expect(drawn(scannerTest({ at: 'not-utf8', suffix: 'line-end' }))).toContain('Máy quét gửi chữ sai kiểu');
  const words = drawn(scannerTest({ at: 'another-card' }));
  expect(words).toContain('Một thẻ khác vừa được quét.');
  expect(words).not.toContain('Chữ nhận được');
});
