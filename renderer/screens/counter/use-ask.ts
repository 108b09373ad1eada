import { useRef, useState } from 'react';
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

/** One command at a time, and its refusal kept until the next command or the next `scene`. */
export function useAsk<Asked extends Command>(
  send: (command: Asked) => Promise<CommandResult>,
  scene: string,
): Ask<Asked> {
  const [pending, setPending] = useState<Asked['type'] | null>(null);
  const [refused, setRefused] = useState<(RefusedCommand & { scene: string }) | null>(null);
  // State arrives a render later: two presses of one key would both find `pending` empty.
  const busy = useRef(false);

  async function ask(command: Asked): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setPending(command.type);
    setRefused(null);
    const result = await send(command);
    busy.current = false;
    setPending(null);
    if (!result.ok) setRefused({ command: command.type, refusal: result.error, scene });
    return result.ok;
  }

  return { pending, refused: refused?.scene === scene ? refused : null, ask };
}
