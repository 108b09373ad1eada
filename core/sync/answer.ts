import { unreachable } from '../result.ts';
import { batchAnswer, type Fact, type Refusal, refusal, refusalStatus } from './protocol.ts';
import type { Trouble } from './trouble.ts';

/** What one request came to. */
export type Verdict =
  | { at: 'acknowledged'; through: number }
  | { at: 'rewind'; to: number }
  | { at: 'refused'; seq: number; reason: string }
  | { at: 'too-large' }
  | { at: 'failed'; why: Trouble };

const wrongAnswer: Verdict = { at: 'failed', why: 'wrong-answer' };

/**
 * Reads what came back for `sent`. Between here and the hub stand proxies, captive portals and old programs, so an
 * answer counts only when status and text agree and it speaks of facts that were sent.
 */
export function readAnswer(status: number, text: string, sent: [Fact, ...Fact[]]): Verdict {
  const value = parseJson(text);
  if (status === 200) {
    const answer = batchAnswer.safeParse(value);
    if (!answer.success) return wrongAnswer;
    const through = answer.data.acknowledged;
    const last = sent[0].seq + sent.length - 1;
    return through >= sent[0].seq && through <= last ? { at: 'acknowledged', through } : wrongAnswer;
  }

  const read = refusal.safeParse(value);
  if (read.success && refusalStatus[read.data.error] === status) return readRefusal(read.data, sent);
  if (status === 401 || status === 403) return { at: 'failed', why: 'not-accepted' };
  // Also a proxy on the way may find the request too large.
  if (status === 413) return { at: 'too-large' };
  if (status === 429 || status >= 500) return { at: 'failed', why: 'unavailable' };
  if (status >= 300 && status < 400) return { at: 'failed', why: 'redirected' };
  return wrongAnswer;
}

function readRefusal(refused: Refusal, sent: [Fact, ...Fact[]]): Verdict {
  switch (refused.error) {
    case 'gap':
      return refused.expected < sent[0].seq ? { at: 'rewind', to: refused.expected } : wrongAnswer;
    case 'bad-fact': {
      const fact = sent.find(({ seq }) => seq === refused.seq);
      if (!fact || fact.type === 'set-aside') return wrongAnswer;
      return {
        at: 'refused',
        seq: refused.seq,
        reason: `${refused.field}: ${refused.message}`.slice(0, 300),
      };
    }
    case 'too-large':
      return { at: 'too-large' };
    case 'unauthorised':
      return { at: 'failed', why: 'not-accepted' };
    case 'old-epoch':
    case 'different-fact':
      return { at: 'failed', why: 'needs-new-epoch' };
    case 'malformed':
      return { at: 'failed', why: 'not-understood' };
    case 'unavailable':
      return { at: 'failed', why: 'unavailable' };
    default:
      return unreachable(refused);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
