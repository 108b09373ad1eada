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
