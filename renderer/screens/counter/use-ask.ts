import { useEffect, useState } from 'react';
import type { Command, CommandResult } from '../../../core/contract.ts';
import type { RefusedCommand } from './refused-words.ts';
import { createTurn } from './turn.ts';

export type Ask<Asked extends Command> = {
  /** The command under way, if any. */
  pending: Asked['type'] | null;
  /** What the last command met, while `scene` is still the one it was asked in. */
  refused: RefusedCommand | null;
  /** Resolves to whether it was carried out; `false` at once while another command is under way. */
  ask: (command: Asked) => Promise<boolean>;
};

/**
 * One command at a time, and its refusal kept until the next command or the next `scene`. `revision` is that of the view
 * shown, where commands name the one they saw.
 */
export function useAsk<Asked extends Command>(
  send: (command: Asked) => Promise<CommandResult>,
  scene: string,
  revision: number | null = null,
): Ask<Asked> {
  /** `behind`: carried out, and under way until the view has another revision. */
  const [asked, setAsked] = useState<{ type: Asked['type']; behind: number | null } | null>(null);
  const [refused, setRefused] = useState<(RefusedCommand & { scene: string }) | null>(null);
  // Not in the state, which arrives a render later: two presses of one key would both find the turn free.
  const [turn] = useState(createTurn);

  useEffect(() => {
    turn.shows(revision);
  }, [turn, revision]);

  async function ask(command: Asked): Promise<boolean> {
    if (!turn.take()) return false;
    setAsked({ type: command.type, behind: null });
    setRefused(null);
    const result = await send(command);
    const behind = result.ok && 'seen' in command ? command.seen : null;
    const isOver = turn.answered(behind);
    setAsked(isOver ? null : { type: command.type, behind });
    if (!result.ok) setRefused({ command: command.type, refusal: result.error, scene });
    return result.ok;
  }

  const isUnderWay = asked !== null && (asked.behind === null || asked.behind === revision);
  return {
    pending: isUnderWay ? asked.type : null,
    refused: refused?.scene === scene ? refused : null,
    ask,
  };
}
