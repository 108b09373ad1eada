import { expect, test } from 'vitest';
import { greet, review } from '../../../core/card/greet.ts';
import { readCardSample, soundText, today, withField } from './held-samples.ts';

const child = '096212990028||Dương Lê Bé Thử|20112012|Nam|Tổ 7, Khu phố Mẫu, Cà Mau|06112024||||';

test.each([
  ['the day before the fourteenth birthday', '2026-11-19', 'child'],
  ['the fourteenth birthday', '2026-11-20', 'adult'],
])('on %s the holder counts as grown up or not', (_, day, holder) => {
  expect(greet(readCardSample(child), day).holder).toBe(holder);
});

test('a card that names a parent is a child’s', () => {
  const card = readCardSample(`${soundText}||Trương Văn Cha||`);
  expect(greet(card, today).holder).toBe('child');
  expect(greet(readCardSample(soundText), today).holder).toBe('adult');
});

test('a typed number greets a child by the year it says, and an adult in the year that may be either', () => {
  const typed = (number: string) =>
    greet({ source: 'typed', number, numberFrom: 'keypad', fullName: 'Dương Lê Bé Thử' }, today);
  expect(typed('096213990028')).toMatchObject({ holder: 'child', birthYear: '2013', source: 'typed' });
  expect(typed('096212990028')).toMatchObject({ holder: 'adult', birthYear: '2012' });
});

test('the greeting shows no more of the number than its end', () => {
  expect(JSON.stringify(greet(readCardSample(soundText), today))).not.toContain('96088');
});

test('a review shows every field that the card gave, and the numbers of papers masked', () => {
  const shown = review(readCardSample(withField(4, 'Nữ')), false);
  expect(shown.fields.map(({ field, value, doubt }) => [field, value, doubt])).toEqual([
    ['number', '•••• •••• 0039', null],
    ['fullName', 'Trương Ngọc Nghĩa', null],
    ['dateOfBirth', '1988-04-07', null],
    ['gender', 'female', 'gender-mismatch'],
    ['address', 'Khóm 4, Ấp Trại, Năm Căn, Cà Mau', null],
    ['issuedOn', '2023-09-15', null],
    ['oldId', '•••• •••• 0039', null],
  ]);
  expect(shown.numberSays).toEqual({ gender: 'male', birthYear: 1988 });
});

test('the whole number is shown only when it is in doubt and asked for', () => {
  const inDoubt = readCardSample(withField(4, 'Nữ'));
  expect(review(inDoubt, false).number).toEqual({ canShow: true, shown: null });
  expect(review(inDoubt, true).number).toEqual({ canShow: true, shown: '096088990039' });
  expect(review(readCardSample(withField(6, '31022020')), true).number).toEqual({
    canShow: false,
    shown: null,
  });
});

test('what the reader spoilt is shown as missing, not guessed', () => {
  const { fields } = review(readCardSample(withField(2, 'Tr??ng Ng?c Ngh?a')), false);
  expect(fields).toContainEqual({
    field: 'fullName',
    value: '',
    doubt: 'name-damaged',
    settled: null,
    isTyped: false,
  });
});
