/** A stretch that both texts have, or only one of them. */
export type Piece = { at: 'both' | 'sent' | 'arrived'; text: string };

/** Longer texts are shown as wholly different: what differs so much is not looked at letter by letter. */
const longest = 2000;

/** What of `sent` arrived, as the longest run of signs that both have in the same order. */
export function differences(sent: string, arrived: string): Piece[] {
  const from = Array.from(sent);
  const to = Array.from(arrived);
  if (from.length > longest || to.length > longest) {
    return [
      { at: 'sent', text: sent },
      { at: 'arrived', text: arrived },
    ];
  }
  // common[i][j]: how many signs from[i…] and to[j…] have in common.
  const width = to.length + 1;
  const common = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      common[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const pieces: Piece[] = [];
  const add = (where: Piece['at'], sign: string) => {
    const last = pieces.at(-1);
    if (last?.at === where) last.text += sign;
    else pieces.push({ at: where, text: sign });
  };
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      add('both', from[i++] ?? '');
      j += 1;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1)))
      add('sent', from[i++] ?? '');
    else add('arrived', to[j++] ?? '');
  }
  return pieces;
}
