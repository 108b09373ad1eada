import type { Random } from './random.ts';

/** A card's text after one to three accidents or attacks. */
export function spoilPayload(random: Random, payload: string): string {
  let text = payload;
  for (let wound = random.whole(1, 3); wound > 0; wound -= 1) text = random.pick(wounds)(random, text);
  return text;
}

type Wound = (random: Random, text: string) => string;

const codes = [
  '\u0000',
  '\u0007',
  '\u001b@',
  '\u001b!0',
  '\u001dV\u0000',
  '\u001d(k\u0003\u0000',
  '\u007f',
  '\u009b31m',
];
const marks = [
  '\u202e',
  '\u200f',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud83d',
  '\udc00',
  '\uffff',
  '\u0301\u0301\u0301',
];
const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "' OR 1=1 --",
  '{{7*7}}',
  '=HYPERLINK("x")',
  '&#x202e;',
];

const wounds: Wound[] = [
  flipByte,
  flipByte,
  (random, text) => withFields(text, (fields) => fields.splice(random.whole(0, fields.length - 1), 1)),
  (random, text) =>
    withFields(text, (fields) => {
      const at = random.whole(0, fields.length - 1);
      fields.splice(at, 0, fields[at] ?? '');
    }),
  (random, text) =>
    withFields(text, (fields) => {
      fields[random.whole(0, fields.length - 1)] = random.pick([
        '',
        ' ',
        '0',
        '00000000',
        '31022000',
        'N',
        'nAM',
        '||',
      ]);
    }),
  (random, text) => putIn(random, text, random.pick(codes)),
  (random, text) => putIn(random, text, random.pick(marks)),
  (random, text) => putIn(random, text, random.pick(markup)),
  (random, text) =>
    putIn(random, text, random.pick(['\r', '\n', '\t', ']Q1', '~', '¦', '|', '0225', '7885', 'Ã¡'])),
  (random, text) => text.slice(0, random.whole(0, text.length)),
  (random, text) =>
    putIn(
      random,
      text,
      random.pick(['0', 'a', '|', 'ữ', '\u0301', '9 ', 'a7', 'Ã']).repeat(random.whole(20, 500)),
    ),
  (random, text) =>
    text.replaceAll(random.pick(['|', '1', 'n', ' ']), random.pick(['~', '¦', '?', '', '259'])),
];

/** One bit of the UTF-8, read back as lenient software reads it. */
function flipByte(random: Random, text: string): string {
  const bytes = new TextEncoder().encode(text);
  const at = random.whole(0, Math.max(0, bytes.length - 1));
  const byte = bytes[at];
  if (byte !== undefined) bytes[at] = byte ^ (1 << random.whole(0, 7));
  return new TextDecoder().decode(bytes);
}

function putIn(random: Random, text: string, piece: string): string {
  const at = random.whole(0, text.length);
  return text.slice(0, at) + piece + text.slice(at);
}

function withFields(text: string, change: (fields: string[]) => void): string {
  const fields = text.split('|');
  change(fields);
  return fields.join('|');
}
