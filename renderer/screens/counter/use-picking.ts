import { useState } from 'react';
import type { Picking } from './picking.ts';

/** The question that stands open. It was asked about one revision of the desk, and goes away with it. */
export function usePicking(revision: number): {
  picking: Picking | null;
  pick: (picking: Picking) => void;
  close: () => void;
} {
  const [open, setOpen] = useState<{ picking: Picking; revision: number } | null>(null);
  return {
    picking: open?.revision === revision ? open.picking : null,
    pick: (picking) => setOpen({ picking, revision }),
    close: () => setOpen(null),
  };
}
