import { useEffect, useRef, useState } from 'react';
import type { Command, CommandResult } from '../../../core/contract.ts';
import type { RefusedCommand } from './refused-words.ts';

export type Ask<Asked extends Command> = {
  /** The command under way, if any. */
  pending: Asked['type'] | null;
  /** What the last command met, while `scene` is still the one it was asked in. */
  refused: RefusedCommand | null;
  /** Resolves to whether it was carried out; `false` at once while another command is under way. */
  ask: (command: Asked) => Promise<boolean>;
};

/**
 * One command at a time, and its refusal kept until the next command or the next `scene`. A command that names the
 * `revision` it saw is under way until the view after it is here: its answer comes before that view, and a key pressed in
 * between would be decided on what is no longer so.
 */
export function useAsk<Asked extends Command>(
  send: (command: Asked) => Promise<CommandResult>,
  scene: string,
  revision: number | null = null,
): Ask<Asked> {
  const [pending, setPending] = useState<Asked['type'] | null>(null);
  const [refused, setRefused] = useState<(RefusedCommand & { scene: string }) | null>(null);
  // State arrives a render later: two presses of one key would both find `pending` empty.
  const busy = useRef(false);
  const shown = useRef(revision);
  /** The revision that is left behind when the view comes. */
  const awaited = useRef<number | null>(null);

  useEffect(() => {
    shown.current = revision;
    if (awaited.current === null || awaited.current === revision) return;
    awaited.current = null;
    busy.current = false;
    setPending(null);
  }, [revision]);

  async function ask(command: Asked): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setPending(command.type);
    setRefused(null);
    const result = await send(command);
    if (result.ok && 'seen' in command && command.seen === shown.current) {
      awaited.current = command.seen;
      return true;
    }
    busy.current = false;
    setPending(null);
    if (!result.ok) setRefused({ command: command.type, refusal: result.error, scene });
    return result.ok;
  }

  return { pending, refused: refused?.scene === scene ? refused : null, ask };
}
