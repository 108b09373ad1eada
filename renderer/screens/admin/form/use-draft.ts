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
  /** Changed since the last try to save: what that met is no longer about this. */
  isPastTry: boolean;
  change: (part: Partial<CentreConfig>) => void;
  discard: () => void;
  /** Marks that this is what is being saved. */
  tried: () => void;
};
type Kept = { centre: CentreConfig; revision: string; tried: CentreConfig | null };
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
      isPastTry: kept !== null && kept.tried !== kept.centre,
      change: (part) =>
        setKept((before) => ({
          centre: { ...(before?.centre ?? document.centre), ...part },
          revision: before?.revision ?? document.revision,
          tried: before?.tried ?? null,
        })),
      discard,
      tried: () => setKept((before) => before && { ...before, tried: before.centre }),
    }),
  };
}
