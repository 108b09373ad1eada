import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counterCommand } from '../../core/contract.ts';
import type { TicketForOfficer } from '../../core/contract.ts';
import {
  firstDrafts,
  momentOf,
  type PaperDrafts,
  receiptOf,
} from '../../renderer/screens/counter/papers/drafts.ts';
import { faultWords, refusalWords } from '../../renderer/screens/counter/papers/fault-words.ts';
import {
  momentTyped,
  numberTyped,
  sheetField,
  typedLetter,
  typedReceipt,
} from '../../renderer/screens/counter/papers/typed-papers.ts';
import { sayIn } from '../../renderer/screens/counter/staff-text.tsx';
import { birth, counterScreens, now } from './staff-fixtures.ts';

const say = sayIn('vi');
const screen = counterScreens.serving;
if (screen.at !== 'serving') throw new Error('nobody is served in the fixture');
const due = Date.parse('2026-11-25T17:00:00+07:00');
const ticket: TicketForOfficer = {
  ...screen.ticket,
  procedure: birth,
  proposedDue: { [birth.code]: due },
  sharedCard: {
    fields: [
      { field: 'fullName', value: 'Trần Văn Mẫu', from: 'card', doubt: null, kept: false },
      { field: 'number', value: '079085990001', from: 'card', doubt: null, kept: false },
      { field: 'address', value: 'Ph??ng Mẫu', from: 'card', doubt: 'address-damaged', kept: false },
    ],
    doubts: [],
  },
};
const seen = [`${birth.code} ${birth.documents[1]?.name}`];
const first = firstDrafts(ticket, { place: 'Thử Bình' }, seen);
const filled: PaperDrafts = {
  ...first,
  receipt: { ...first.receipt, dossierCode: 'H12.123-261124-0007' },
};

test('a sheet begins with what is known: card, procedure, its papers, those looked through, the proposed day', () => {
  expect(first.holder).toMatchObject({
    applicant: 'Trần Văn Mẫu',
    personalNumberEnd: '0001',
    request: 'Đăng ký khai sinh',
  });
  // What the card spoilt is not copied onto an official paper.
  expect(first.holder.address).toBe('');
  expect(first.receipt.documents.map(({ isHere }) => isHere)).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(first.receipt).toMatchObject({
    due: { day: '25/11/2026', time: '17:00' },
    isDueProposed: true,
    fee: '0',
  });
  expect(receiptOf(null, ticket, [])).toMatchObject({ documents: [], due: { day: '', time: '' }, fee: '' });
});

test('a filled sheet is a command that the core takes, with the ticked papers alone', () => {
  const receipt = typedReceipt(filled);
  if (!receipt.ok) throw new Error(receipt.error.field);
  expect(receipt.value).toMatchObject({ dueAt: due, fee: { vnd: 0, paid: false }, sets: 1 });
  expect(receipt.value.documents).toEqual([
    { name: birth.documents[1]?.name, form: 'original', quantity: 1, note: '' },
  ]);
  const command = { type: 'accept-dossier', ticket: 't', receipt: receipt.value };
  expect(counterCommand.safeParse(command)).toMatchObject({ success: true });

  const letter = { ...first.letter, items: [{ name: 'Giấy chứng sinh', lack: 'Rách' }], reason: 'Chưa đủ' };
  const at = momentOf(now);
  const apology = {
    dossierCode: 'H12.123-261124-0007',
    received: at,
    due: at,
    newDue: at,
    reason: 'Chờ xác minh',
    title: 'Giám đốc',
    name: 'Trần Văn Thử',
  };
  for (const form of ['supplement', 'refusal', 'apology'] as const) {
    const paper = typedLetter({ ...filled, letter, apology }, form);
    if (!paper.ok) throw new Error(`${form} ${paper.error.field}`);
    expect(counterCommand.safeParse({ type: 'draw-paper', ticket: 't', paper: paper.value })).toMatchObject({
      success: true,
    });
  }
});

const without = (change: Partial<PaperDrafts['receipt']>, holder = filled.holder): PaperDrafts => ({
  ...filled,
  holder,
  receipt: { ...filled.receipt, ...change },
});
test.each([
  ['no code', without({ dossierCode: ' ' }), 'dossierCode', 'Chưa ghi “Mã hồ sơ”.'],
  ['no name', without({}, { ...filled.holder, applicant: '' }), 'applicant', 'Họ tên hoặc tên tổ chức'],
  [
    'no paper ticked',
    without({ documents: filled.receipt.documents.map((row) => ({ ...row, isHere: false })) }),
    'documents',
    'ít nhất một giấy tờ',
  ],
  [
    'a quantity that is no number',
    without({ documents: filled.receipt.documents.map((row) => ({ ...row, quantity: 'hai' })) }),
    'documents.1.quantity',
    '“Số lượng” 2',
  ],
  [
    'a day of no calendar',
    without({ due: { day: '31/02/2027', time: '09:00' } }),
    'due.day',
    'như 24/11/2026',
  ],
  [
    'an hour of no clock',
    without({ due: { day: '01/02/2027', time: '25:00' } }),
    'due.time',
    'như 24/11/2026',
  ],
  ['a fee in words', without({ fee: 'miễn' }), 'fee', '“Phí, lệ phí (đồng)”'],
])('%s is said beside its field before anything is sent', (_case, drafts, field, words) => {
  const receipt = typedReceipt(drafts);
  if (receipt.ok) throw new Error('nothing was found wrong');
  const said = faultWords(say, receipt.error);
  expect(said.field).toBe(field);
  expect(said.words).toContain(words);
});

test('what the core refuses is said at the row and the field of the sheet', () => {
  const refusal = (field: string | null, code: 'invalid' | 'not-now' | 'unknown' | 'failed' = 'invalid') =>
    refusalWords(say, { code, field, message: 'for engineers' }, filled);
  // Sent was the second row alone.
  expect(sheetField('receipt.documents.0.name', filled)).toBe('documents.1.name');
  expect(refusal('receipt.documents.0.name').field).toBe('documents.1.name');
  expect(refusal('receipt.dossierCode', 'not-now').words).toContain('đã được tiếp nhận rồi');
  expect(refusal('receipt.dossierCode').words).toContain('không ghi số căn cước');
  expect(refusal('code', 'unknown').words).toContain('chưa tiếp nhận hồ sơ nào');
  expect(refusal('receipt.dueAt')).toMatchObject({ field: 'due.day' });
  expect(refusal('paper.newDueAt').words).toContain('sau ngày giờ ở ô trước');
  expect(refusal('ticket', 'not-now')).toMatchObject({ field: null });
  expect(refusal(null, 'failed').words).toContain('Chữ đã gõ vẫn còn');
  const cut = { code: 'failed', field: null, message: 'not connected' } as const;
  expect(refusalWords(say, cut, filled).words).toContain('Đã tiếp nhận');
  for (const language of ['vi', 'en'] as const)
    for (const field of ['receipt.request', 'paper.signatory.name', 'receipt.place', 'paper.items.0.lack'])
      expect(
        refusalWords(sayIn(language), { code: 'invalid', field, message: '' }, filled).words,
      ).not.toMatch(/receipt|paper\.|\d\.|undefined/);
});

test('a moment is read as it is shown, and in the ways people write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 500_000_000_000, max: 4_000_000_000_000 }), (at) => {
      const minute = at - (at % 60_000);
      expect(momentTyped(momentOf(minute))).toBe(minute);
    }),
  );
  for (const time of ['9:05', '09h05', '9.05', '9 giờ 05'])
    expect(momentTyped({ day: '5/9/2027', time })).toBe(Date.parse('2027-09-05T09:05:00+07:00'));
  expect(momentTyped({ day: '5/9/2027', time: '9' })).toBeNull();
});

test('an amount is read with dots or without', () => {
  expect(['20.000', '20000', '20 000 đ', '0'].map(numberTyped)).toEqual([20_000, 20_000, 20_000, 0]);
  expect(['', '-1', '1,5', 'hai', '1e3'].map(numberTyped)).toEqual([null, null, null, null, null]);
});
