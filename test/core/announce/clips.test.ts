import { expect, test } from 'vitest';
import { announcementClips, spokenClips } from '../../../core/announce/clips.ts';
import { words } from '../../../core/voice/words.ts';

const says = (number: string, counterName: string, manner: 'full' | 'short' = 'full') =>
  announcementClips({ number, counterName }, manner).join(' ');
const counter = (counterName: string) => says('A001', counterName, 'short').split('den-quay ')[1];

test('a call is invited by number and sent to its counter', () => {
  expect(says('A012', 'Quầy 3')).toBe('chime moi-so chu-a so-0 so-1 so-2 den-quay so-3');
});

test('a late call is said without chime and invitation', () => {
  expect(says('A012', 'Quầy 3', 'short')).toBe('chu-a so-0 so-1 so-2 den-quay so-3');
});

test('every letter of a lane and every digit has its own word; four digits are said one by one too', () => {
  const letters = 'ABCDEFGH'.split('').map((letter) => says(`${letter}1`, 'Quầy 1', 'short').split(' ')[0]);
  expect(letters).toEqual(['chu-a', 'chu-b', 'chu-c', 'chu-d', 'chu-e', 'chu-f', 'chu-g', 'chu-h']);
  expect(says('H9876', 'Quầy 1', 'short')).toBe('chu-h so-9 so-8 so-7 so-6 den-quay so-1');
  expect(says('B5432', 'Quầy 1', 'short')).toBe('chu-b so-5 so-4 so-3 so-2 den-quay so-1');
  expect(says('C1100', 'Quầy 1', 'short')).toBe('chu-c so-1 so-1 so-0 so-0 den-quay so-1');
});

/** The counter's number in words, as a person would read the clips aloud. */
const spoken = (number: number) =>
  counter(`Quầy ${number}`)
    ?.split(' ')
    .map((clip) => (words as Record<string, string>)[clip])
    .join(' ');

test.each([
  [1, 'một'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi bốn'],
  [25, 'hai mươi lăm'],
  [31, 'ba mươi mốt'],
  [50, 'năm mươi'],
  [55, 'năm mươi lăm'],
  [91, 'chín mươi mốt'],
  [99, 'chín mươi chín'],
])('counter %i is said "%s"', (number, text) => {
  expect(spoken(number)).toBe(text);
});

test('no two counters from 1 to 99 sound the same', () => {
  const all = Array.from({ length: 99 }, (_, index) => spoken(index + 1));
  expect(new Set(all).size).toBe(99);
});

test('a counter without a number of its own is read on the screen', () => {
  expect(counter('Quầy 03')).toBe('so-3');
  expect(counter('quầy số 12')).toBe('muoi so-2');
  expect(counter('Quầy 7'.normalize('NFD'))).toBe('so-7');
  for (const name of ['Bộ phận trả kết quả', 'Quầy 100', 'Quầy 0', 'Quầy 3A', 'Quầy', ''])
    expect(counter(name), name).toBe('theo-man-hinh');
});

test('every clip that is ever said can be made', () => {
  const numbers = 'ABCDEFGH'
    .split('')
    .flatMap((letter) => ['0123', '4567', '89'].map((rest) => letter + rest));
  const used = new Set(
    numbers.flatMap((number) =>
      Array.from({ length: 99 }, (_, index) =>
        announcementClips({ number, counterName: `Quầy ${index + 1}` }, 'full'),
      ).flat(),
    ),
  );
  used.add('theo-man-hinh');
  used.delete('chime');
  expect([...used].toSorted()).toEqual(spokenClips.toSorted());
  expect(Object.keys(words).toSorted()).toEqual(spokenClips.toSorted());
});
