/** The same card held on after a refusal is asked about again only so often. */
const repeatAfterMs = 5000;

/**
 * Decides which readings are worth sending: each text at once, and again only after a while. One reading is enough, because a
 * looker gives a text only when every block of the code's error correction agrees with it, which noise does less than once in
 * a thousand million looks. The returned function is told every reading and answers whether to send it.
 */
export function createAcceptance(): (text: string, atMs: number) => boolean {
  let sent: { text: string; atMs: number } | null = null;
  return (text, atMs) => {
    if (sent !== null && sent.text === text && atMs - sent.atMs < repeatAfterMs) return false;
    sent = { text, atMs };
    return true;
  };
}
