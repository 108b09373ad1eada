import { expect, test } from 'vitest';
import type { AdminScreen, CommandResult, PrinterRow } from '../../core/contract.ts';
import { AdminScreen as Admin } from '../../renderer/screens/admin/admin-screen.tsx';
import { draftOf, placeOf, savedOf } from '../../renderer/screens/admin/printers/printer-draft.ts';
import { adminView, now } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

type Printers = Extract<AdminScreen, { at: 'printers' }>;

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const row = (part: Partial<PrinterRow>): PrinterRow => ({
  id: 'a',
  name: 'Cửa chính',
  address: 'tcp://192.168.1.50',
  model: 'epson-tm-80',
  dots: null,
  isFixed: false,
  status: { at: 'ready' },
  test: null,
  ...part,
});
const page = (part: Partial<Printers>): Printers => ({
  at: 'printers',
  officer: { id: 'quan-tri-1', name: 'Lê Thị Quản' },
  today: '2026-11-24',
  printers: [],
  canAdd: true,
  models: [
    { id: 'epson-tm-80', name: 'Epson TM-T82III', dots: 576, status: 'real-time', isUncertain: true },
    { id: 'generic-58-silent', name: 'Máy 58 mm', dots: 384, status: 'none', isUncertain: true },
  ],
  search: { at: 'none' },
  ...part,
});
const drawn = (screen: Printers) => <Admin view={adminView(screen)} send={send} />;
const words = (part: Partial<Printers>) => wordsOf(drawn(page(part)));
const endedAt = now;

test('each printer stands in its place with where it is, what it is and how it is', () => {
  const seen = words({
    printers: [
      row({ status: { at: 'error', detail: 'cutter' } }),
      row({ id: 'b', name: 'Dự phòng', address: 'virtual-2', dots: 512 }),
    ],
  });
  expect(seen).toContain('1 Cửa chính tcp://192.168.1.50 Epson TM-T82III, 576 điểm báo lỗi: dao cắt bị kẹt');
  expect(seen).toContain('2 Dự phòng virtual-2 Epson TM-T82III, 512 điểm sẵn sàng');
});

test.each([
  [{ at: 'printing' }, 'Đang in thử'],
  [{ at: 'printed', confirmed: true, endedAt }, 'máy báo in xong'],
  [{ at: 'printed', confirmed: false, endedAt }, 'Không rõ phiếu đã ra chưa'],
  [{ at: 'uncertain', endedAt }, 'Không rõ phiếu đã ra chưa'],
  [{ at: 'not-started', why: 'paper-out', endedAt }, 'hết giấy. Chưa có gì ra giấy.'],
] as const)('a test slip that is %o is told in plain words', (result, sentence) => {
  expect(words({ printers: [row({ test: result })] })).toContain(sentence);
});

test('a printer that tells nothing is not called ready', () => {
  for (const silent of [row({ model: 'generic-58-silent' }), row({ address: 'cups://PHIEU' })]) {
    const seen = words({ printers: [silent] });
    expect(seen).toContain('không báo còn giấy hay hết');
    expect(seen).not.toContain('sẵn sàng');
  }
});

test('the printer of the start can be tested and is not changed here', () => {
  const names = [...buttonsOf(drawn(page({ printers: [row({ isFixed: true })] }))).keys()];
  expect(names).toContain('In thử ở Cửa chính');
  expect(names.join()).not.toMatch(/Sửa Cửa chính|Xóa Cửa chính|Đưa Cửa chính/);
});

test('what a search found is offered, but for what is listed already', () => {
  const found = [
    { address: 'tcp://192.168.1.50:9100', what: 'network', isListed: true },
    { address: 'file:///dev/usb/lp0', what: 'usb', isListed: false },
  ] as const;
  const seen = words({ search: { at: 'done', found: [...found] } });
  expect(seen).toContain('Mạng tcp://192.168.1.50:9100 đã có trong danh sách');
  expect(seen).toContain('USB file:///dev/usb/lp0 Dùng máy này');
  expect(words({ search: { at: 'done', found: [] } })).toContain('Không thấy máy in nào');
});

test.each([
  'tcp://192.168.1.50',
  'file:///dev/usb/lp0',
  'serial://COM3?baud=9600',
  'windows://EPSON TM-T82III',
  'cups://PHIEU',
  'virtual-2',
])('%s is taken apart for the form and put together again', (address) => {
  expect(savedOf(draftOf(row({ address })))).toMatchObject({ address });
});

test('spaces around a pasted address are left out', () => {
  expect(savedOf({ ...draftOf(row({})), ...placeOf('tcp://  10.0.0.1 ') }).address).toBe('tcp://10.0.0.1');
});
