import type { Command, Refusal } from '../../../core/contract.ts';
import type { QueueRefusal } from '../../../core/queue/moves.ts';
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
      if (refusal.field === 'seen') return say('refused.stale');
      if (command === 'accept-help') return say('refused.helpGone');
      if (command === 'reprint') return say('refused.slipUnderWay');
      if (command === 'settle-slip') return say('refused.slipSettled');
      return refusal.why === undefined
        ? say('refused.notNow')
        : queueWords(say, refusal.why, refusal.seconds);
    case 'slow-down':
      return say('refused.slowDown');
    case 'wrong-pin':
      return say('refused.notSignedIn');
    case 'invalid':
      if (command === 'reprint') return say('refused.noSuchNumber');
      // What is offered comes from the view; only who waits can have changed since.
      return say(refusal.field === 'ticket' ? 'refused.notOurs' : 'refused.notUnderstood');
    case 'malformed':
    case 'too-large':
    case 'unknown':
      return say('refused.notUnderstood');
    case 'failed':
      if (command === 'reprint') return say('refused.slipGone');
      if (command.startsWith('lan-')) return say('admin.lan.refused');
      return say(command === 'sync-now' ? 'admin.sync.refused' : 'refused.failed');
    default:
      return unreachable(refusal.code);
  }
}

function queueWords(say: Say, why: QueueRefusal, seconds = 1): string {
  switch (why) {
    case 'nobody':
      return say('refused.nobodyToCall');
    case 'counter-busy':
      return say('refused.counterBusy');
    case 'on-break':
      return say('refused.onBreak');
    case 'too-soon':
      return say('refused.tooSoon', { seconds });
    case 'other-counter':
      return say('refused.otherCounter');
    case 'bound-elsewhere':
      return say('refused.boundElsewhere');
    case 'unknown-ticket':
      return say('refused.notOurs');
    case 'too-many-returns':
      return say('refused.tooManyReturns');
    case 'nothing-to-undo':
      return say('refused.nothingToUndo');
    case 'too-late':
      return say('refused.undoTooLate');
    case 'moved-since':
      return say('refused.movedSince');
    case 'rated-since':
      return say('refused.ratedSince');
    case 'accepted-since':
      return say('refused.acceptedSince');
    case 'wrong-state':
    case 'no-counter':
      return say('refused.notNow');
    default:
      return unreachable(why);
  }
}
