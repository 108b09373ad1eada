import type { ScanSuffix } from '../contract.ts';
import { readLayoutDigits } from './layout-digits.ts';
import { proposeRepairs } from './repair.ts';
import { aimPrefix, testCard } from './test-card.ts';
import type { TypedText } from './typed-text.ts';

/** What came of the test card, and which way. */
export type Arrival =
  | ({ through: 'keyboard' } & TypedText)
  | { through: 'port'; at: 'text'; text: string; suffix: ScanSuffix }
  | { through: 'port'; at: 'not-utf8' }
  | { through: 'port'; at: 'too-long' };

/** The one thing to tell a technician; the worst of what is wrong. */
export type Diagnosis =
  | 'nothing-arrived'
  // Letters
  | 'not-utf8'
  | 'too-long'
  | 'letters-dropped'
  | 'letters-merged'
  | 'code-page'
  | 'typed-as-bytes'
  | 'typed-as-numbers'
  // What the machine makes of the right keys
  | 'vietnamese-layout'
  | 'separator-key'
  | 'other-layout'
  | 'caps-lock'
  | 'input-method'
  | 'changed'
  // All letters are there
  | 'slow-keys'
  | 'no-suffix'
  | 'aim-prefix'
  | 'fine-by-alt-codes'
  | 'fine';

/** `gapMs`: keys further apart than this are not taken for a scanner's where citizens stand. */
export function diagnoseScanner(arrival: Arrival | null, gapMs: number): Diagnosis {
  if (arrival === null) return 'nothing-arrived';
  if (arrival.through === 'port' && arrival.at !== 'text') return arrival.at;
  const text = plain(arrival.text);
  if (text !== testCard) {
    return arrival.through === 'port' ? diagnosePort(text) : diagnoseKeys(text, arrival);
  }
  if (arrival.through === 'keyboard' && arrival.gaps.longestMs >= gapMs) return 'slow-keys';
  if (arrival.suffix === 'none') return 'no-suffix';
  if (aimPrefix.test(arrival.text)) return 'aim-prefix';
  return arrival.through === 'keyboard' && arrival.altCodes ? 'fine-by-alt-codes' : 'fine';
}

/** A port carries every byte: where it did not bring the letters, the scanner changed them before. */
function diagnosePort(text: string): Diagnosis {
  const spoilt = spoiltLetters(text);
  if (spoilt === null) return 'changed';
  return spoilt === 'letters-dropped' || spoilt === 'letters-merged' ? 'code-page' : spoilt;
}

function diagnoseKeys(text: string, code: TypedText): Diagnosis {
  const byPlace = code.byPlace === null ? null : plain(code.byPlace);
  // The letters first: what brings them over, a serial port, has no layout, no Caps Lock and no input method.
  const spoilt = spoiltLetters(text) ?? (byPlace === null ? null : spoiltLetters(byPlace));
  if (spoilt !== null) return spoilt;
  if (code.inputMethod) return 'input-method';
  if (byPlace !== testCard) return 'changed';
  if (code.capsLock) return 'caps-lock';
  // Marks that stand alone: putting letter and mark together would hide them.
  if (readLayoutDigits(code.text) !== null) return 'vietnamese-layout';
  return proposeRepairs(text).some(({ payload }) => payload === testCard) ? 'separator-key' : 'other-layout';
}

/** What became of the letters with marks where everything else is as it was sent. */
function spoiltLetters(text: string): Diagnosis | null {
  for (const { reason, payload } of proposeRepairs(text)) {
    if (payload !== testCard) continue;
    if (reason === 'mojibake') return 'code-page';
    if (reason === 'typed-as-bytes') return 'typed-as-bytes';
    if (reason === 'typed-as-code-points') return 'typed-as-numbers';
  }
  const without = testCard.replace(/[^\x20-\x7e]/g, '');
  if (text === without) return 'letters-dropped';
  return holdsInOrder(text, without) && text !== testCard ? 'letters-merged' : null;
}

/** Whether the signs of `part` stand in `text` one after the other, whatever stands between. */
function holdsInOrder(text: string, part: string): boolean {
  let at = 0;
  for (const sign of text) if (sign === part[at]) at += 1;
  return at === part.length;
}

function plain(text: string): string {
  return text.replace(aimPrefix, '').normalize('NFC');
}
