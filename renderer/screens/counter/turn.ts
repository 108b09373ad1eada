/**
 * Whose turn it is: the officer's, or the core's. A move is over only when the view after it is shown: its answer comes
 * before that view, and a key pressed in between would be decided on what is no longer so.
 */
export function createTurn() {
  let at: 'free' | 'asked' | { behind: number } = 'free';
  let shown: number | null = null;

  return {
    /** False while a command is under way: the key does nothing. */
    take(): boolean {
      if (at !== 'free') return false;
      at = 'asked';
      return true;
    },
    /** The answer came; `seen` is the revision that a move carried out leaves behind, `null` after anything else. Answers whether the turn is over. */
    answered(seen: number | null): boolean {
      at = seen !== null && seen === shown ? { behind: seen } : 'free';
      return at === 'free';
    },
    /** A view with this revision is shown. */
    shows(revision: number | null): void {
      shown = revision;
      if (typeof at === 'object' && at.behind !== revision) at = 'free';
    },
  };
}
