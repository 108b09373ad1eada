import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBurst } from '../../../core/card/typed-text.ts';
import { createWedge, type Burst, type WedgeAnswer, type WedgeKey } from '../../../core/card/wedge.ts';
import { scannerTypes } from './keyboards.ts';

const gapMs = 50;

/** A page behind the machine: what reaches it, key by key, and the codes that were caught on the way. */
function watch(events: WedgeKey[], timersAreLate = false) {
  const wedge = createWedge({ gapMs });
  const pageKeys: string[] = [];
  const pageUps: string[] = [];
  const bursts: Burst[] = [];
  const see = (event: WedgeKey) => {
    if (event.kind === 'down') pageKeys.push(event.key);
    if (event.kind === 'up') pageUps.push(event.key);
  };
  const act = (answer: WedgeAnswer) => {
    for (const key of answer.release) see(key);
    if (answer.burst) bursts.push(answer.burst);
  };
  const pauseUntil = (at: number) => {
    const wakeAt = wedge.wakeAt();
    if (wakeAt !== null && wakeAt <= at) act(wedge.pause(wakeAt));
  };
  for (const event of events) {
    if (!timersAreLate) pauseUntil(event.at);
    const answer = wedge.key(event);
    act(answer);
    if (!answer.swallow) see(event);
  }
  pauseUntil(Infinity);
  return { pageKeys, pageUps, texts: bursts.map((burst) => readBurst(burst).text), bursts };
}

function press(kind: 'down' | 'up', name: string, at: number, more: Partial<WedgeKey> = {}): WedgeKey {
  const code = /^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : name;
  const plain = {
    shift: false,
    alt: false,
    command: false,
    capsLock: false,
    composing: false,
    repeat: false,
  };
  return { kind, key: name, code, ...plain, at, ...more };
}
const card = '014198990023||Lo Thi Trong|15081998|Nu||19042021';

test.each([
  ['Enter', 'line-end'],
  ['Tab', 'tab'],
  [null, 'none'],
] as const)('a code that ends with %s is caught whole and no key of it reaches the page', (suffix, name) => {
  const seen = watch(scannerTypes(card, { suffix }));
  expect(seen).toMatchObject({ pageKeys: [], pageUps: [], texts: [card] });
  expect(seen.bursts[0]?.suffix).toBe(name);
});

test('keys that a busy machine hands on after the code counted as ended press nothing either', () => {
  const typed = scannerTypes(card, { suffix: 'Enter' });
  for (const cut of [10, 40, typed.length - 6, typed.length - 4, typed.length - 2]) {
    const wedge = createWedge({ gapMs });
    for (const event of typed.slice(0, cut)) expect(wedge.key(event).release).toEqual([]);
    // The timer went off by the clock on the wall; the rest was made in time and is only late.
    expect(wedge.pause(wedge.wakeAt() ?? Infinity).burst).not.toBeNull();
    for (const event of typed.slice(cut)) {
      expect(wedge.key(event)).toMatchObject({ swallow: true, release: [] });
    }
  }
});

test('a line end that comes late, or twice, presses nothing either', () => {
  const typed = scannerTypes(card, { suffix: null });
  const endedAt = typed.at(-1)?.at ?? 0;
  const late = [250, 260, 300].flatMap((ms) => [
    press('down', 'Enter', endedAt + ms),
    press('up', 'Enter', endedAt + ms + 2),
  ]);
  expect(watch([...typed, ...late])).toMatchObject({ pageKeys: [], pageUps: [], texts: [card] });
});

test('a line end that was never seen to come up takes nothing from the next person who presses Enter', () => {
  const typed = scannerTypes(card).slice(0, -1);
  const later = (typed.at(-1)?.at ?? 0) + 2000;
  const seen = watch([...typed, press('down', 'Enter', later), press('up', 'Enter', later + 90)]);
  expect(seen).toMatchObject({ pageKeys: ['Enter'], pageUps: ['Enter'], texts: [card] });
});

test('two codes in a row are two codes', () => {
  const first = scannerTypes(card);
  const second = scannerTypes('000000034', { startAt: (first.at(-1)?.at ?? 0) + 2 });
  expect(watch([...first, ...second])).toMatchObject({ pageKeys: [], texts: [card, '000000034'] });
});

test('a person who rolls over two or three keys and Enter keeps them, in order', () => {
  const typed = ['a', 'b', 'Enter'].flatMap((name, index) => [press('down', name, 1000 + 30 * index)]);
  expect(watch(typed)).toMatchObject({ pageKeys: ['a', 'b', 'Enter'], texts: [] });
});

test.each([' ', 'Enter', 'Tab', 'ArrowDown', 'Escape'])(
  '%j alone opens no code and reaches the page at once',
  (name) => {
    expect(createWedge({ gapMs }).key(press('down', name, 1000)).swallow).toBe(false);
  },
);

test('a key that a person holds down repeats on the page', () => {
  const typed = [
    press('down', 'a', 1000),
    ...Array.from({ length: 10 }, (_, index) => press('down', 'a', 1500 + 30 * index, { repeat: true })),
    press('up', 'a', 1830),
  ];
  expect(watch(typed)).toMatchObject({ pageKeys: Array(11).fill('a'), pageUps: ['a'], texts: [] });
});

test('the system may stop for a moment in the middle of a code', () => {
  const typed = scannerTypes(card).map((event, index) =>
    index < 40 ? event : { ...event, at: event.at + 120 },
  );
  expect(watch(typed)).toMatchObject({ pageKeys: [], texts: [card] });
});

test('an input method that takes the first keys takes no part of the code', () => {
  const seen = watch(scannerTypes('nguyen van chuan 079090990034', { inputMethod: true }));
  expect(seen.texts).toHaveLength(1);
  expect(seen.pageKeys).toEqual(['Process', 'Process', 'Process']);
  expect(seen.bursts.map((burst) => readBurst(burst))).toMatchObject([
    { byPlace: 'nguyen van chuan 079090990034', inputMethod: true },
  ]);
});

test.each([1, 5, 12, 24])('a code of Alt codes alone, %i ms from event to event, is caught', (ms) => {
  const seen = watch(scannerTypes('079099|Nguyễn Đỗ', { letters: 'code-point', windows: true, gapMs: ms }));
  expect(seen).toMatchObject({ pageKeys: [], texts: ['079099|Nguyễn Đỗ'] });
});

const person = fc
  .array(
    fc.record({
      name: fc.constantFrom(
        'a',
        'k',
        '7',
        ' ',
        'ữ',
        'Enter',
        'Tab',
        'Backspace',
        'ArrowLeft',
        'Shift',
        'Process',
      ),
      waitMs: fc.integer({ min: gapMs, max: 400 }),
      dwellMs: fc.integer({ min: 1, max: 300 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((presses) => (startAt: number) => {
    let at = startAt;
    return presses.flatMap(({ name, waitMs, dwellMs }) => {
      at += waitMs;
      const composing = name === 'Process';
      return [press('down', name, at, { composing }), press('up', name, at + dwellMs)];
    });
  });
const scanner = fc
  .record({
    text: fc.string({
      unit: fc.constantFrom(...Array.from('0123456789|NamLê Thị đỗ,/-')),
      minLength: 6,
      maxLength: 120,
    }),
    gapMs: fc.integer({ min: 0, max: 16 }),
    suffix: fc.constantFrom('Enter' as const, 'Tab' as const, null),
    letters: fc.constantFrom('code-point' as const, 'bytes' as const, 'code-point-zero' as const),
    windows: fc.boolean(),
  })
  .map(({ text, ...keyboard }) => ({ text: `0${text.slice(1)}`, keyboard }));

test('however people and scanners take turns, each person’s key arrives, each code is whole, none of it leaks', () => {
  const turns = fc.array(
    fc.oneof(
      person.map((types) => ({ types })),
      scanner,
    ),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(turns, fc.boolean(), (parts, timersAreLate) => {
      let at = 0;
      const events: WedgeKey[] = [];
      const expected = { keys: [] as string[], texts: [] as string[] };
      for (const part of parts) {
        // A scanner needs time between two codes, and so does a hand.
        at += 400;
        const mine =
          'types' in part ? part.types(at) : scannerTypes(part.text, { ...part.keyboard, startAt: at });
        events.push(...mine);
        at = Math.max(...mine.map((event) => event.at));
        if ('types' in part)
          expected.keys.push(...mine.filter(({ kind }) => kind === 'down').map((one) => one.key));
        else expected.texts.push(part.text);
      }
      events.sort((a, b) => a.at - b.at);
      const seen = watch(events, timersAreLate);
      expect(seen.pageKeys).toEqual(expected.keys);
      expect(seen.texts).toEqual(expected.texts);
      // What the page was told went down was told to come up.
      expect(seen.pageUps.toSorted()).toEqual(expected.keys.toSorted());
    }),
    { numRuns: 1500 },
  );
});
