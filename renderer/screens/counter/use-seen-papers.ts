import { useState } from 'react';
import type { CounterScreen } from '../../../core/contract.ts';

/** Each paper as the code of its procedure and its name. */
export type SeenPapers = { seen: readonly string[]; setSeen: (seen: string[]) => void };

/**
 * Which papers the officer has ticked for the ticket in front of them. Kept above the states, so that ticks survive
 * from the call to the end of the service, and forgotten with the ticket.
 */
export function useSeenPapers(screen: CounterScreen): SeenPapers {
  const ticket = 'ticket' in screen ? `${screen.ticket.number} ${screen.ticket.issuedAt}` : null;
  const [ticked, setTicked] = useState<{ ticket: string; seen: string[] } | null>(null);
  return {
    seen: ticked !== null && ticked.ticket === ticket ? ticked.seen : [],
    setSeen: (seen) => setTicked(ticket === null ? null : { ticket, seen }),
  };
}
