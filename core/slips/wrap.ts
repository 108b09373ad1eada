/**
 * Breaks a text into lines no wider than `maxWidth`: as few as can be, then as even as can be, so that no word stands alone
 * on the last line, and rather after a dash or a comma than inside a phrase. Never breaks at a no-break space; a
 * word that is too wide is cut.
 */
export function wrap(text: string, maxWidth: number, widthOf: (text: string) => number): string[] {
  // A dash between words ends a line: at the beginning of one it looks like an item of a list.
  const whole = text.replace(/ ([–—-]) /g, '\u00a0$1 ');
  if (widthOf(whole) <= maxWidth) return [whole];
  const words = whole
    .split(' ')
    .flatMap(wordsOf)
    .flatMap(({ text: word, joined }) =>
      cutToFit(word, maxWidth, widthOf).map((piece, index) => ({ text: piece, joined: joined || index > 0 })),
    );
  const lineOf = (from: number, to: number) =>
    words
      .slice(from, to)
      .map((word, index) => (index === 0 || word.joined ? '' : ' ') + word.text)
      .join('');

  // From the last word back: the best way to set the words from each one on.
  type Setting = { lines: number; cost: number; next: number };
  const best: Setting[] = Array.from({ length: words.length + 1 }, () => ({ lines: 0, cost: 0, next: 0 }));
  for (let from = words.length - 1; from >= 0; from--) {
    let chosen: Setting | null = null;
    let line = '';
    for (let to = from; to < words.length; to++) {
      const word = words[to];
      if (word) line += (to === from || word.joined ? '' : ' ') + word.text;
      const width = widthOf(line);
      if (width > maxWidth && to > from) break;
      const rest = best[to + 1];
      if (!rest) break;
      const isLast = to === words.length - 1;
      // A line of a word or two looks torn off, phrase or not.
      const endsPhrase = !isLast && width > maxWidth / 2 && /[–—,;:.-]$/.test(line);
      const cost = ((maxWidth - width) / maxWidth) ** 2 - (endsPhrase ? phraseBonus : 0);
      const setting = { lines: rest.lines + 1, cost: rest.cost + cost, next: to + 1 };
      if (
        !chosen ||
        setting.lines < chosen.lines ||
        (setting.lines === chosen.lines && setting.cost < chosen.cost)
      ) {
        chosen = setting;
      }
    }
    if (chosen) best[from] = chosen;
  }

  const lines: string[] = [];
  for (let at = 0; at < words.length; ) {
    const next = best[at]?.next ?? words.length;
    lines.push(lineOf(at, next));
    at = next;
  }
  return lines;
}

/** Worth as much as half a line of unevenness. */
const phraseBonus = 0.25;

/** `joined`: no space stands before it. */
type Word = { text: string; joined: boolean };

const khmerWords = new Intl.Segmenter('km', { granularity: 'word' });

/** Khmer has no spaces between words: a dictionary knows where they are. */
function wordsOf(text: string): Word[] {
  if (!/\p{Script=Khmer}/u.test(text)) return [{ text, joined: false }];
  return Array.from(khmerWords.segment(text), ({ segment, index }) => ({ text: segment, joined: index > 0 }));
}

function cutToFit(word: string, maxWidth: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= maxWidth) return [word];
  const pieces: string[] = [];
  let piece = '';
  // By what is seen as one letter, so that a mark stays with it.
  for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > maxWidth) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
