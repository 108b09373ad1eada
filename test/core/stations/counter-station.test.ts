import { expect, test } from 'vitest';
import type { CommandResult, CounterCommand, CounterDesk } from '../../../core/contract.ts';
import { createCounterStation } from '../../../core/stations/counter-station.ts';
import { setupDesk } from './setup-desk.ts';

async function setup() {
  const surroundings = setupDesk();
  const { store, clock, deps } = surroundings;
  store.officers.save({ id: 'can-bo-1', name: 'Nguyễn Thị Mẫu', role: 'officer' }, '111111');
  let changes = 0;
  const counter = createCounterStation('quay-1', { ...deps, changed: () => (changes += 1) }, () => {});
  await counter.handle({ type: 'sign-in', officerId: 'can-bo-1', pin: '111111' });
  const desk = (): CounterDesk => {
    const { screen } = counter.view();
    if (screen.at === 'signed-out') throw new Error('signed out');
    return screen.desk;
  };
  const play = async (command: CounterCommand): Promise<CommandResult> => counter.handle(command);
  const issue = () =>
    store.tickets.issue({
      lane: 'A',
      kind: 'file',
      procedure: '1.001193',
      priority: null,
      station: 'kiosk',
      at: clock.now(),
    });
  return { ...surroundings, counter, desk, play, issue, changes: () => changes };
}

test('a refusal names the rule that said no, so that the screen can tell it in the officer’s words', async () => {
  const { desk, play, issue } = await setup();
  const seen = () => desk().revision;
  expect(await play({ type: 'call-next', seen: seen() })).toMatchObject({ error: { why: 'nobody' } });
  expect(await play({ type: 'undo', seen: seen() })).toMatchObject({ error: { why: 'nothing-to-undo' } });
  issue();
  issue();
  await play({ type: 'call-next', seen: seen() });
  expect(await play({ type: 'call-next', seen: seen() })).toMatchObject({ error: { why: 'counter-busy' } });
  expect(await play({ type: 'finish', seen: seen() })).toMatchObject({ error: { why: 'wrong-state' } });
  expect(await play({ type: 'begin', seen: seen() - 1 })).toMatchObject({ error: { field: 'seen' } });
});

test('what can no longer be taken back is no longer offered, without anybody moving', async () => {
  const { desk, play, issue, clock, changes } = await setup();
  issue();
  await play({ type: 'call-next', seen: desk().revision });
  expect(desk().undo).toEqual({ number: 'A001', move: 'call' });
  const before = changes();
  clock.advance(5 * 60_000);
  expect(desk().undo).not.toBeNull();
  clock.advance(1);
  expect(desk().undo).toBeNull();
  expect(changes()).toBe(before + 1);
});

test('the list of procedures is there while an officer looks for one, and an added one with its papers', async () => {
  const { counter, desk, play, issue, deps } = await setup();
  issue();
  await play({ type: 'call-next', seen: desk().revision });
  await play({ type: 'begin', seen: desk().revision });
  expect(desk().procedures).toBeNull();
  await play({ type: 'browse-procedures', on: true });
  expect(desk().procedures).toEqual(deps.catalogue.summaries);
  await play({ type: 'add-service', seen: desk().revision, procedure: '1.004222' });
  expect(desk().procedures).toBeNull();
  expect(counter.view().screen).toMatchObject({ ticket: { services: [deps.catalogue.find('1.004222')] } });
});

test('on a break nobody is called, by whatever key, and the break goes on until it is ended', async () => {
  const { counter, desk, play, issue, clock } = await setup();
  const seen = () => desk().revision;
  const missed = issue();
  const parked = issue();
  issue();
  await play({ type: 'call-next', seen: seen() });
  clock.advance(15_000);
  await play({ type: 'missed', seen: seen() });
  await play({ type: 'call-next', seen: seen() });
  await play({ type: 'park', seen: seen(), reason: 'paying' });
  if (!missed.ok || !parked.ok) throw new Error('no numbers');
  await play({ type: 'break', on: true });
  for (const command of [
    { type: 'call-next', seen: seen() },
    { type: 'call', seen: seen(), ticket: missed.value.id, reason: 'came-back' },
    { type: 'resume', seen: seen(), ticket: parked.value.id },
  ] as const)
    expect(await play(command)).toMatchObject({ error: { code: 'not-now', why: 'on-break' } });
  expect(await play({ type: 'come-back', seen: seen(), ticket: missed.value.id })).toMatchObject({
    ok: true,
  });
  expect(desk().onBreak).toBe(true);
  expect(counter.isOpen()).toBe(false);
  await play({ type: 'break', on: false });
  expect(await play({ type: 'call-next', seen: seen() })).toMatchObject({ ok: true });
});

test('a break is not taken from somebody at the counter, and taking a move back that brings one there ends it', async () => {
  const { counter, desk, play, issue } = await setup();
  issue();
  await play({ type: 'call-next', seen: desk().revision });
  expect(await play({ type: 'break', on: true })).toMatchObject({ error: { why: 'counter-busy' } });
  await play({ type: 'begin', seen: desk().revision });
  await play({ type: 'finish', seen: desk().revision });
  await play({ type: 'break', on: true });
  await play({ type: 'undo', seen: desk().revision });
  expect(counter.view().screen.at).toBe('serving');
  expect(desk().onBreak).toBe(false);
});

test('a number is announced again and given up only after the time that the centre set', async () => {
  const { counter, desk, play, issue, clock, store } = await setup();
  issue();
  const again = () => play({ type: 'call-again', seen: desk().revision });
  const miss = () => play({ type: 'missed', seen: desk().revision });
  await play({ type: 'call-next', seen: desk().revision });
  expect(counter.view().screen).toMatchObject({ ticket: { waits: { callAgainMs: 5000, missedMs: 15_000 } } });
  clock.advance(4_900);
  expect(await again()).toMatchObject({ error: { why: 'too-soon', seconds: 1 } });
  clock.advance(100);
  expect(await again()).toMatchObject({ ok: true });
  expect(await again()).toMatchObject({ error: { why: 'too-soon', seconds: 5 } });
  clock.advance(14_000);
  expect(await miss()).toMatchObject({ error: { why: 'too-soon', seconds: 1 } });
  expect(store.calls.recent(store.tickets.dayAt(clock.now()), 9).map(({ call }) => call)).toEqual([2, 1]);
  clock.advance(1_000);
  expect(await miss()).toMatchObject({ ok: true });
});

test('a clock that was set back keeps nobody from calling', async () => {
  const { play, desk, issue, clock } = await setup();
  issue();
  await play({ type: 'call-next', seen: desk().revision });
  clock.set(clock.now() - 3_600_000);
  expect(await play({ type: 'call-again', seen: desk().revision })).toMatchObject({ ok: true });
});
