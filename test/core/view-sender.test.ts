import { expect, test } from 'vitest';
import { createViewSender } from '../../core/view-sender.ts';

function setup() {
  const written: string[] = [];
  const arrivals: (() => void)[] = [];
  const send = createViewSender((one, done) => {
    written.push(one);
    arrivals.push(done);
  });
  return { send, written, arrive: () => arrivals.shift()?.() };
}

test('a screen that keeps up sees every view', () => {
  const { send, written, arrive } = setup();
  for (const name of ['1', '2', '3']) {
    send(name);
    arrive();
  }
  expect(written).toEqual(['1', '2', '3']);
});

test('a slow screen skips old views and always ends at the newest', () => {
  const { send, written, arrive } = setup();
  for (let index = 1; index <= 1000; index += 1) send(String(index));
  arrive();
  arrive();
  arrive();
  expect(written).toEqual(['1', '1000']);
});
