import { expect, test } from 'vitest';
import { supervise } from '../../electron/supervise.ts';
import type { Child, ChildEnd } from '../../electron/child.ts';
import { createHandClock } from '../core/hand-clock.ts';

/** A child in the hand of the test. */
function createChild() {
  const listeners: ((line: string) => void)[] = [];
  let end: (end: ChildEnd) => void = () => {};
  const ended = new Promise<ChildEnd>((resolve) => {
    end = resolve;
  });
  const asked: string[] = [];
  const child: Child = {
    onLine: (listener) => void listeners.push(listener),
    ended,
    stop() {
      asked.push('stop');
      end({ code: 0, lastWords: '' });
    },
    kill: () => void asked.push('kill'),
  };
  return {
    child,
    asked,
    say: (line: string) => listeners.forEach((listener) => listener(line)),
    async fall(code: number | null, lastWords = '') {
      end({ code, lastWords });
      await ended;
      await Promise.resolve();
    },
  };
}

function setup() {
  const clock = createHandClock();
  const children: ReturnType<typeof createChild>[] = [];
  const seen: string[] = [];
  const supervisor = supervise<string>({
    start() {
      const one = createChild();
      children.push(one);
      return one.child;
    },
    parseReady: (line) => (line.startsWith('ready') ? line : null),
    clock,
    onReady: (ready) => seen.push(ready),
    onDown: ({ delayMs }) => seen.push(`down ${delayMs}`),
    onRefused: (sentence) => seen.push(`refused ${sentence}`),
  });
  const last = () => {
    const child = children.at(-1);
    if (!child) throw new Error('nothing was started');
    return child;
  };
  return { clock, children, seen, supervisor, last };
}

test('a core that falls is started again after its back-off, and says that it is ready each time', async () => {
  const { clock, children, seen, last } = setup();
  last().say('{"level":30}');
  last().say('ready 1');
  await last().fall(null);
  expect(children).toHaveLength(1);
  clock.advance(250);
  expect(children).toHaveLength(2);
  last().say('ready 2');
  await last().fall(1);
  clock.advance(499);
  expect(children).toHaveLength(2);
  clock.advance(1);
  expect(children).toHaveLength(3);
  expect(seen).toEqual(['ready 1', 'down 250', 'ready 2', 'down 500']);
});

test('a core that says it cannot start is left alone, and its sentence is handed on', async () => {
  const { clock, children, seen, last } = setup();
  await last().fall(2, 'Port 4700 on this machine is taken by another program.');
  clock.advance(600_000);
  expect(children).toHaveLength(1);
  expect(seen).toEqual(['refused Port 4700 on this machine is taken by another program.']);
});

test('a core that never becomes ready is killed', () => {
  const { clock, last } = setup();
  clock.advance(120_000);
  expect(last().asked).toEqual(['kill']);
});

test('what was stopped on purpose is not started again', async () => {
  const { clock, children, supervisor, last } = setup();
  last().say('ready');
  await supervisor.stop();
  clock.advance(600_000);
  expect(last().asked).toEqual(['stop']);
  expect(children).toHaveLength(1);
});
