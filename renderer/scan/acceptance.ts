/** Two readings of one text this close together are one code held still, not two codes. */
const agreeWithinMs = 1500;
/** The same card held on after a refusal is asked about again only so often. */
const repeatAfterMs = 5000;

/**
 * Decides which readings are worth sending. A text counts when it was read twice in a row: a single frame can, rarely,
 * decode to something that was never printed. The returned function is told every reading and answers whether to send it.
 */
export function createAcceptance(): (text: string, atMs: number) => boolean {
  let seen: { text: string; atMs: number } | null = null;
  let sent: { text: string; atMs: number } | null = null;
  return (text, atMs) => {
    const isConfirmed = seen !== null && seen.text === text && atMs - seen.atMs <= agreeWithinMs;
    seen = { text, atMs };
    if (!isConfirmed) return false;
    if (sent !== null && sent.text === text && atMs - sent.atMs < repeatAfterMs) return false;
    sent = { text, atMs };
    return true;
  };
}
