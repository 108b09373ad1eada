import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTypedName } from '../../core/card/field-text.ts';
import {
  capitaliseWords,
  deleteBack,
  tones,
  typeLetter,
  typeTone,
  type ToneKey,
  type Typed,
} from '../../renderer/screens/kiosk/typing/vietnamese.ts';

const isTone = (key: string): key is ToneKey => key in tones;

/** Presses keys one after the other, as a finger would; a toned `a` is a tone key. */
function press(keys: string, from: Typed = { text: '', caret: 0 }): Typed {
  return Array.from(keys).reduce((typed, key) => {
    const after = isTone(key) ? typeTone(typed, key) : typeLetter(typed, key);
    return { ...after, text: capitaliseWords(after.text) };
  }, from);
}

test.each([
  ['nguyêãn', 'Nguyễn'],
  ['nguyênã', 'Nguyễn'],
  ['thiạ', 'Thị'],
  ['hoaà', 'Hòa'],
  ['hoaàn', 'Hoàn'],
  ['hoanà', 'Hoàn'],
  ['thuyả', 'Thủy'],
  ['quyá', 'Quý'],
  ['quyêná', 'Quyến'],
  ['giangả', 'Giảng'],
  ['gianả', 'Giản'],
  ['giá', 'Gí'],
  ['mươià', 'Mười'],
  ['kiêuà', 'Kiều'],
  ['huêạ', 'Huệ'],
  ['đăngạ', 'Đặng'],
  ['đôã', 'Đỗ'],
  ['phươngạ', 'Phượng'],
  ['khuyêná', 'Khuyến'],
  ['oanhá', 'Oánh'],
  ['yêná', 'Yến'],
  ['h’bŭt niê', 'H’Bŭt Niê'],
  ['y-brŏ', 'Y-Brŏ'],
])('the keys %j make %s', (keys, name) => {
  expect(press(keys).text).toBe(name);
});

test('a letter with a mark takes the place of its plain letter, tone and case included', () => {
  expect(press('nguyeãên').text).toBe('Nguyễn');
  expect(press('Aâ').text).toBe('Â');
  expect(press('dđ').text).toBe('Đ');
  expect(press('baâ').text).toBe('Bâ');
});

test('a tone pressed again goes to the other place where it is written, then away', () => {
  const once = press('hoaà');
  const twice = typeTone(once, 'à');
  expect(twice.text).toBe('Hoà');
  expect(typeTone(twice, 'à').text).toBe('Hoa');
  expect(press('lyáá').text).toBe('Ly');
});

test('another tone takes the place of the first', () => {
  expect(press('minhá').text).toBe('Mính');
  expect(press('minháà').text).toBe('Mình');
});

test('in the middle of a text the tone goes to the word at the caret, and the caret stays', () => {
  expect(typeTone({ text: 'Trân Văn Mẫu', caret: 2 }, 'à')).toEqual({ text: 'Trần Văn Mẫu', caret: 2 });
  expect(typeLetter({ text: 'Trầ Văn', caret: 3 }, 'n')).toEqual({ text: 'Trần Văn', caret: 4 });
  expect(typeTone({ text: 'Trần Văn', caret: 5 }, 'á')).toEqual({ text: 'Trần Vắn', caret: 5 });
});

test('delete takes a letter with all its marks', () => {
  expect(deleteBack({ text: 'Ơ̆n', caret: 2 })).toEqual({ text: 'n', caret: 0 });
  expect(deleteBack({ text: 'Ễ', caret: 1 })).toEqual({ text: '', caret: 0 });
  expect(deleteBack({ text: '', caret: 0 })).toEqual({ text: '', caret: 0 });
});

const anyKey = fc.constantFrom(...Array.from('qwertyuiopasdfghjklzxcvbnmăâđêôơưŏŭĕĭčñáàảãạ ’-'));

test('whatever is pressed, the text is composed, the caret in it, and no letter has two tones', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 30 }), fc.nat({ max: 40 }), (keys, jump) => {
      let typed = press(keys.join(''));
      typed = press('aá', { ...typed, caret: Math.min(jump, typed.text.length) });
      expect(typed.text).toBe(typed.text.normalize('NFC'));
      expect(typed.caret).toBeLessThanOrEqual(typed.text.length);
      const letters = typed.text.normalize('NFD').match(/\p{L}\p{M}*/gu) ?? [];
      for (const letter of letters) {
        expect(letter.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a name of the sample cards can be typed by its plain letters, marked letters and tones', () => {
  for (const name of [
    'Đặng Đỗ Thị Diễm Phượng Quyền',
    'Trương Ngọc Nghĩa',
    'Châu Thị Mới',
    'Ngô Văn Chuẩn',
    'Dương Lê Bé Thử',
  ]) {
    const typed = press(keysFor(name).join(''));
    expect(typed.text).toBe(name);
    expect(checkTypedName(typed.text)).toBe('good');
  }
});

/** Each word's letters first, then its tone: the order in which people write by hand. */
function keysFor(name: string): string[] {
  const toneKeys = new Map(Object.entries(tones).map(([key, mark]) => [mark as string, key]));
  return name
    .toLowerCase()
    .split(/(?<= )/)
    .flatMap((word) => {
      const marks = word.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/gu) ?? [];
      const letters = word
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
        .normalize('NFC');
      const keys = marks.flatMap((mark) => toneKeys.get(mark) ?? []);
      return [...Array.from(letters.trimEnd()), ...keys, ...(letters.endsWith(' ') ? [' '] : [])];
    });
}
