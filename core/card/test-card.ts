import { readLayoutDigits } from './layout-digits.ts';

/** No card has this number: place codes begin at 001. */
export const testNumber = '000199000000';

/** A card of nobody that holds every Vietnamese letter with a mark: what a technician holds under a scanner to see what it spoils. */
export const testCard = [
  testNumber,
  '',
  'Đặng Thị Ướm Thử',
  '01011999',
  'Nữ',
  [
    'Ấp bàảãáạ băằẳẵắặ bâầẩẫấậ đèẻẽéẹn đêềểễếện',
    'Xã bìỉĩíị bòỏõóọ bôồổỗốộ bơờởỡớợ',
    'Tỉnh bùủũúụ bưừửữứự bỳỷỹýỵ',
  ].join(', '),
  '01012025',
].join('|');

/** The identifier that a scanner can be set to send before a code: `]Q1` before a QR code. */
export const aimPrefix = /^\][A-Za-z][0-9]/;

/** Whether it is the test card, spoilt or not. Of any other card nothing may be shown. */
export function isTestCard(text: string, byPlace: string | null = null): boolean {
  return [text, byPlace, readLayoutDigits(text)].some((one) =>
    one?.replace(aimPrefix, '').startsWith(testNumber),
  );
}
