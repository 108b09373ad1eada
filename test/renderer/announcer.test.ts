import { expect, test } from 'vitest';
import type { Clip } from '../../core/announce/clips.ts';
import type { Call, DisplayView } from '../../core/contract.ts';
import { createAnnouncer } from '../../renderer/screens/display/announcer.ts';
import type { Player, Sound } from '../../renderer/screens/display/player.ts';
import { createHandClock } from '../core/hand-clock.ts';
import { displayViews } from './staff-fixtures.ts';

/** A player that writes down what it is given and is done when told so. */
function setup(options: { sound?: Sound; voice?: boolean; remembered?: number } = {}) {
  let { sound = 'ready' } = options;
  const clock = createHandClock();
  const played: { clips: string; loudness: number }[] = [];
  let finish = () => {};
  let changed = () => {};
  let remembered = options.remembered ?? null;
  const player: Player = {
    sound: () => sound,
    hasVoice: () => options.voice ?? true,
    unlock: () => {},
    playable: (clips) => ((options.voice ?? true) ? clips : (['chime'] satisfies Clip[])),
    play(clips, loudness) {
      played.push({ clips: clips.join(' '), loudness });
      return new Promise((resolve) => (finish = resolve));
    },
    close: () => {},
  };
  const announcer = createAnnouncer({
    openPlayer(told) {
      changed = told;
      return player;
    },
    clock,
    memory: { read: () => remembered, write: (id) => (remembered = id) },
  });
  announcer.start();
  const lately: DisplayView['lately'] = [];
  return {
    announcer,
    played,
    clock,
    remembered: () => remembered,
    view: (more: Partial<DisplayView> = {}) =>
      announcer.hear({ ...displayViews.quiet, lately: [...lately], ...more }),
    call(number: string, counterName = 'Quầy 1') {
      const id = lately.length + 1;
      const call: Call = { id, number, counterName, calledAt: clock.now(), calls: 1 };
      lately.push({ ...call, takenBack: false });
    },
    async finish() {
      finish();
      await Promise.resolve();
      await Promise.resolve();
    },
    become(next: Sound) {
      sound = next;
      changed();
    },
  };
}
const said = ({ played }: ReturnType<typeof setup>) => played.map(({ clips }) => clips);

test('calls are spoken one after the other, each when the one before is over', async () => {
  const hall = setup();
  hall.view();
  hall.call('A001');
  hall.call('B002', 'Quầy 12');
  hall.view();
  expect(said(hall)).toEqual(['chime moi-so chu-a so-0 so-0 so-1 den-quay so-1']);
  expect(hall.announcer.getState().line.speaking?.call.number).toBe('A001');
  hall.view();
  expect(hall.played).toHaveLength(1);
  await hall.finish();
  expect(said(hall)[1]).toBe('chime moi-so chu-b so-0 so-0 so-2 den-quay muoi so-2');
  await hall.finish();
  expect(hall.announcer.getState()).toMatchObject({ playing: [], line: { speaking: null } });
});

test('a hundred calls between two views are a hundred announcements', async () => {
  const hall = setup();
  hall.view();
  for (let index = 0; index < 100; index++) hall.call(`A${String(index + 1).padStart(3, '0')}`);
  hall.view();
  for (let index = 0; index < 100; index++) {
    hall.clock.advance(6000);
    await hall.finish();
  }
  expect(hall.played).toHaveLength(100);
  expect(new Set(said(hall)).size).toBe(100);
  expect(said(hall).at(-1)).toBe('chu-a so-1 so-0 so-0 den-quay so-1');
});

test('it speaks as loud as the centre wants at that time of day, and is silent in quiet hours', async () => {
  const volume = [
    { from: '07:00', percent: 80 },
    { from: '09:10', percent: 0 },
    { from: '09:20', percent: 30 },
  ];
  const hall = setup();
  hall.view({ volume });
  hall.call('A001');
  hall.view({ volume });
  await hall.finish();
  hall.clock.advance(15 * 60_000);
  hall.call('A002');
  hall.view({ volume });
  expect(hall.announcer.getState().line.speaking).toBeNull();
  hall.clock.advance(10 * 60_000);
  hall.call('A003');
  hall.view({ volume });
  expect(hall.played.map(({ loudness }) => loudness)).toEqual([0.8, 0.3]);
});

test('without recordings every call is still chimed', () => {
  const hall = setup({ voice: false });
  hall.view();
  hall.call('A001');
  hall.view();
  expect(said(hall)).toEqual(['chime']);
  expect(hall.announcer.getState().hasVoice).toBe(false);
});

test('a browser that keeps the page silent loses no call that is still worth saying', async () => {
  const hall = setup({ sound: 'locked' });
  hall.view();
  hall.call('A001');
  hall.view();
  hall.clock.advance(100_000);
  hall.call('A002');
  hall.view();
  expect(hall.played).toEqual([]);
  hall.become('ready');
  await hall.finish();
  expect(said(hall)).toEqual(['chime moi-so chu-a so-0 so-0 so-2 den-quay so-1']);
});

test('calls that come before the clips are there are spoken once they are', () => {
  const hall = setup({ sound: 'starting' });
  hall.view();
  hall.call('A001');
  hall.view();
  expect(hall.played).toEqual([]);
  hall.become('ready');
  expect(hall.played).toHaveLength(1);
});

test('what was cut off by a page that was loaded anew is said again, what was said is not', async () => {
  const hall = setup();
  hall.view();
  hall.call('A001');
  hall.call('A002');
  hall.view();
  await hall.finish();
  expect(hall.remembered()).toBe(1);
  await hall.finish();
  expect(hall.remembered()).toBe(2);
});
