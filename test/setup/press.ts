import type { CommandResult, CounterCommand, CounterView } from '../../core/contract.ts';
import type { Screen } from './screen.ts';

type Move = Extract<CounterCommand, { seen: number }>;
type WithoutSeen<Each> = Each extends unknown ? Omit<Each, 'seen'> : never;

const moved = new WeakMap<Screen<CounterView>, number>();

/** What an officer does: presses a key for what the screen shows, once it shows what the last key did. */
export async function press(
  counter: Screen<CounterView>,
  command: WithoutSeen<Move>,
): Promise<CommandResult> {
  const view = await counter.until(
    (shown) => revisionOf(shown) !== null && revisionOf(shown) !== moved.get(counter),
    'the desk as it is now',
  );
  const seen = revisionOf(view);
  if (seen === null) throw new Error('nobody is signed in');
  const result = await counter.send({ ...command, seen });
  if (result.ok) moved.set(counter, seen);
  return result;
}

function revisionOf({ screen }: CounterView): number | null {
  return screen.at === 'signed-out' ? null : screen.desk.revision;
}
