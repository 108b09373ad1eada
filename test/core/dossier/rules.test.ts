import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSecret } from '../../../core/dossier/look-up-secret.ts';
import { createLookUpDigest } from '../../../core/dossier/look-up-digest.ts';
import { placeOf } from '../../../core/dossier/place.ts';
import { proposeDue } from '../../../core/dossier/propose-due.ts';
import { readDossierCode } from '../../../core/dossier/dossier-code.ts';
import type { OpeningHours } from '../../../core/queue/opening-hours.ts';

const at = (text: string) => Date.parse(`${text}:00+07:00`);
const words = (due: number | null) =>
  due === null ? null : new Date(due + 7 * 3_600_000).toISOString().slice(0, 16);
const sure = (timeLimit: string) => ({ timeLimit, uncertain: [] });
const sameDay = 'Trong ngày; nhận sau 15 giờ mà chưa xong thì trả ngày làm việc tiếp theo';

test('working days are counted without the day of acceptance, over the weekend', () => {
  // A Tuesday.
  const due = (limit: string) => words(proposeDue(sure(limit), null, at('2026-11-24T09:00')));
  expect(due('03 ngày làm việc')).toBe('2026-11-27T17:00');
  expect(due('04 ngày làm việc')).toBe('2026-11-30T17:00');
  expect(due('10 ngày làm việc')).toBe('2026-12-08T17:00');
});

test('what is filed after 15:00 and due the same day is due on the next working day', () => {
  const due = (when: string) => words(proposeDue(sure(sameDay), null, at(when)));
  expect(due('2026-11-24T14:59')).toBe('2026-11-24T17:00');
  expect(due('2026-11-24T15:00')).toBe('2026-11-25T17:00');
  expect(due('2026-11-27T15:30')).toBe('2026-11-30T17:00');
});

test('the hours of the centre decide which days are working days, and when they end', () => {
  const day = [
    { from: '07:00', to: '11:00' },
    { from: '13:00', to: '16:30' },
  ];
  const hours: OpeningHours = {
    week: [day, day, day, day, day, [{ from: '07:30', to: '11:00' }], []],
    closedDays: [{ day: '2026-11-26', name: 'Nghỉ bù' }],
    lastTicketMinutes: 0,
  };
  const due = (limit: string) => words(proposeDue(sure(limit), hours, at('2026-11-24T09:00')));
  expect(due('02 ngày làm việc')).toBe('2026-11-27T16:30');
  expect(due('03 ngày làm việc')).toBe('2026-11-28T11:00');
  // Days off count too; only the last must not be one.
  expect(due('5 ngày')).toBe('2026-11-30T16:30');
  const never = { ...hours, week: [[], [], [], [], [], [], []] };
  expect(proposeDue(sure('03 ngày làm việc'), never, at('2026-11-24T09:00'))).toBeNull();
});

test.each([
  '03 ngày làm việc; phải xác minh: không quá 23 ngày',
  'Khoảng 25 ngày',
  '05-08 ngày làm việc',
  'Không quá 08 ngày làm việc (không tính thời gian nghĩa vụ thuế)',
])('nothing is proposed for "%s": that is for a person to say', (limit) => {
  expect(proposeDue(sure(limit), null, at('2026-11-24T09:00'))).toBeNull();
});

test('nothing is proposed where the time limit itself is in doubt', () => {
  const doubtful = { timeLimit: '03 ngày làm việc', uncertain: ['timeLimit'] };
  expect(proposeDue(doubtful, null, at('2026-11-24T09:00'))).toBeNull();
});

test('a code is taken as other systems write it, in capitals and without blanks', () => {
  expect(readDossierCode(' h12.123–261124-0007\n')).toEqual({ ok: true, value: 'H12.123-261124-0007' });
  expect(readDossierCode('03706/2026/07906')).toMatchObject({ ok: true });
  expect(readDossierCode('G01.899.108-260101-0001')).toMatchObject({ ok: true });
  for (const wrong of ['', 'H12', 'Hồ sơ số 7', 'x'.repeat(41)])
    expect(readDossierCode(wrong)).toEqual({ ok: false, error: 'malformed' });
  for (const number of ['095183990015', '361234567'])
    expect(readDossierCode(number)).toEqual({ ok: false, error: 'personal-number' });
});

test('a code that was read once reads the same again', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const code = readDossierCode(typed);
      if (code.ok) expect(readDossierCode(code.value)).toEqual(code);
    }),
  );
});

test('the four letters have no look-alikes, and no two draws follow from one another', () => {
  const drawn = Array.from({ length: 400 }, drawSecret);
  for (const secret of drawn) expect(secret).toMatch(/^[A-HJKMNP-Z2-9]{4}$/);
  expect(new Set(drawn).size).toBeGreaterThan(390);
});

test('a digest is of the code and the letters together, under its own key', () => {
  const digest = createLookUpDigest('one key');
  expect(digest('H12-1', 'ABCD')).toBe(digest('H12-1', 'ABCD'));
  expect(digest('H12-1', 'ABCD')).not.toBe(digest('H12-2', 'ABCD'));
  expect(digest('H12-1', 'ABCD')).not.toBe(createLookUpDigest('another key')('H12-1', 'ABCD'));
});

test('the place before the date comes from the name of the unit', () => {
  expect(placeOf('UBND xã Thử Bình, tỉnh Cà Mau')).toBe('Thử Bình');
  expect(placeOf('Ủy ban nhân dân phường An Xuyên')).toBe('An Xuyên');
  expect(placeOf('Văn phòng UBND tỉnh Cà Mau')).toBe('Cà Mau');
  expect(placeOf('Công ty Mẫu')).toBe('');
});
