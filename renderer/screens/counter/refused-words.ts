import type { Command, Refusal } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import type { Say } from './staff-text.tsx';

export type RefusedCommand = { command: Command['type']; refusal: Refusal };

/** The sentence a person reads when a command was refused. The refusal's own message is for engineers. */
export function refusedWords(say: Say, { command, refusal }: RefusedCommand): string {
  return command === 'sign-in' ? signInWords(say, refusal) : otherWords(say, command, refusal);
}

function signInWords(say: Say, refusal: Refusal): string {
  switch (refusal.code) {
    case 'wrong-pin':
    case 'malformed':
      return say('signIn.wrongPin');
    case 'slow-down':
      return refusal.seconds === undefined
        ? say('signIn.slowDown')
        : say('signIn.slowDownSeconds', { seconds: String(refusal.seconds) });
    case 'unknown':
      return say('signIn.unknown');
    case 'too-large':
    case 'invalid':
    case 'not-now':
    case 'failed':
      return say('signIn.failed');
    default:
      return unreachable(refusal.code);
  }
}

function otherWords(say: Say, command: Command['type'], refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-now':
      return say(command === 'call-next' ? 'refused.nobodyToCall' : 'refused.notNow');
    case 'slow-down':
      return say('refused.slowDown');
    case 'wrong-pin':
      return say('refused.notSignedIn');
    case 'malformed':
    case 'too-large':
    case 'invalid':
    case 'unknown':
      return say('refused.notUnderstood');
    case 'failed':
      if (command.startsWith('lan-')) return say('admin.lan.refused');
      return say(command === 'sync-now' ? 'admin.sync.refused' : 'refused.failed');
    default:
      return unreachable(refusal.code);
  }
}
