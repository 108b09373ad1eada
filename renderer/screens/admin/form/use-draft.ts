import { useState } from 'react';
import type { CentreConfig, CentreDocument } from '../../../../core/contract.ts';

/** What an administrator has changed but not saved; the two pages that edit the document share it. */
export type Draft = {
  centre: CentreConfig;
  /** The revision the changes were made from. */
  revision: string;
  isChanged: boolean;
  /** Somebody else has saved meanwhile. */
  isStale: boolean;
  change: (part: Partial<CentreConfig>) => void;
  discard: () => void;
};
type Kept = { centre: CentreConfig; revision: string };
export type Drafting = { of: (document: CentreDocument) => Draft; discard: () => void };

export function useDraft(): Drafting {
  const [kept, setKept] = useState<Kept | null>(null);
  const discard = () => setKept(null);
  return {
    discard,
    of: (document) => ({
      centre: kept?.centre ?? document.centre,
      revision: kept?.revision ?? document.revision,
      isChanged: kept !== null,
      isStale: kept !== null && kept.revision !== document.revision,
      change: (part) =>
        setKept((before) => ({
          centre: { ...(before?.centre ?? document.centre), ...part },
          revision: before?.revision ?? document.revision,
        })),
      discard,
    }),
  };
}
