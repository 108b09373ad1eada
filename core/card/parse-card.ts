import type { NotACard } from '../contract.ts';
import { readCardDate } from './card-date.ts';
import { hasStrayToneKey, judgeAddress, judgeName } from './field-text.ts';
import { recogniseForeignText } from './foreign-text.ts';
import { readLayoutDigits } from './layout-digits.ts';
import { birthYearDoubt, isNotYetBorn, isPersonalNumber, readPersonalNumber } from './personal-number.ts';
import { isKnownPlaceCode } from './place-codes.ts';
import type { Card, CardFlag, CardReviewReason, Gender, Reading } from './reading.ts';
import { proposeRepairs } from './repair.ts';

export type { Card, CardFlag, CardReviewReason, Gender, Reading } from './reading.ts';

/** A card holds about 170; a QR code at most 2,953 bytes. */
const longestText = 1024;

/**
 * Reads the text of an identity card's QR code: 7 fields (CCCD, 2021) or up to 11 (căn cước, from 1 July 2024), with
 * the suffix and prefix that scanners add. `today` is the local day, `yyyy-mm-dd`. Never throws. The code is unsigned: what
 * it says fills a form and proves nothing.
 */
export function parseCard(text: string, today: string): Reading {
  if (text.length > longestText) return notACard('unknown');
  const payload = stripScannerAffixes(text);
  const foreign = recogniseForeignText(payload);
  if (foreign !== null) return notACard(foreign);

  const asTyped = readFields(payload, today);
  for (const { reason, payload: repairedPayload } of proposeRepairs(payload)) {
    // `Lê` shown as `LÃª` passes for a name; the other damage leaves traces that a faultless card has not.
    if (asTyped.outcome === 'card' && reason !== 'mojibake') continue;
    const repaired = readFields(repairedPayload, today);
    if (repaired.outcome !== 'card') continue;
    const card = reason === 'wrong-separator' ? repaired.card : withoutWords(repaired.card);
    return { outcome: 'review', card, reasons: [reason], repairedPayload };
  }
  const withDigits = readLayoutDigits(payload);
  if (withDigits === null) return asTyped;
  const reading = readFields(withDigits, today);
  if (reading.outcome === 'not-a-card') return reading;
  const reasons = reading.outcome === 'review' ? reading.reasons : [];
  return { outcome: 'review', card: withoutWords(reading.card), reasons: ['digits-as-letters', ...reasons] };
}

function notACard(what: NotACard): Reading {
  return { outcome: 'not-a-card', what };
}

/** Scanners add a line end or a tab, and can be set to send the AIM identifier: ]Q1, or ]Q2 when the code declares its encoding. */
function stripScannerAffixes(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n\t'.includes(text.charAt(end - 1))) end--;
  return text.slice(/^\]Q[12]/.test(text) ? 3 : 0, end);
}

/** What survives damage to the words: digits, dates and the gender, which the number repeats. */
export function withoutWords(card: Partial<Card>): Partial<Card> {
  const { fullName: _name, address: _address, fatherName: _father, motherName: _mother, ...rest } = card;
  return rest;
}

function readFields(payload: string, today: string): Reading {
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(payload)) return notACard(payload.includes('|') ? 'damaged' : 'unknown');
  const fields = payload.normalize('NFC').split('|');
  const [number = '', oldId = '', name = '', born = '', sex = '', address = '', issued = ''] = fields;
  const [cancelled = '', father = '', mother = ''] = fields.slice(7);

  if (fields.length === 1) return readLoneNumber(number, today);
  if (fields.length < 7) return notACard(isPersonalNumber(number) ? 'damaged' : 'unknown');
  if (!isPersonalNumber(number)) return notACard('damaged');

  const reasons: CardReviewReason[] = fields.length > 11 ? ['too-many-fields'] : [];
  const flags: CardFlag[] = [];
  const card: Partial<Card> = { number };
  const said = readPersonalNumber(number);
  if (!isKnownPlaceCode(said.placeCode)) flags.push('unknown-place-code');
  const gender = readGender(sex);
  if (gender === 'unreadable') return notACard('damaged');
  const fullName = name.replace(/ +/g, ' ').trim();
  const parents = [father.trim(), mother.trim()];
  const judged = {
    name: judgeName(fullName),
    address: judgeAddress(address.trim()),
    parents: parents.filter((parent) => parent !== '').map(judgeName),
  };
  if ([judged.name, judged.address, ...judged.parents].includes('hostile')) return notACard('damaged');

  if (oldId === '' || /^[0-9]{9}$/.test(oldId)) card.oldId = oldId === '' ? null : oldId;
  else reasons.push('old-id-invalid');

  // The gender is a word too: what spoilt it or the name has been at the address, even where that shows no trace.
  const wordsSpoilt = gender.damaged || judged.name === 'damaged';
  if (gender.damaged) reasons.push('gender-damaged');
  if (wordsSpoilt) reasons.push('name-damaged');
  else {
    card.fullName = fullName;
    if (hasStrayToneKey(fullName)) reasons.push('name-unusual');
  }

  const dateOfBirth = readCardDate(born);
  if (dateOfBirth === null) {
    // A holder who knows only the year: never seen on a card, so a person fills it in.
    if (!/^00(?:0[0-9]|1[0-2])(?:19|20)[0-9]{2}$/.test(born)) return notACard('damaged');
    reasons.push('birth-date-incomplete');
  } else {
    if (dateOfBirth > today || dateOfBirth < '1900') return notACard('damaged');
    card.dateOfBirth = dateOfBirth;
    const doubt = birthYearDoubt(number, dateOfBirth);
    if (doubt !== null) reasons.push(doubt);
  }
  if (isNotYetBorn(number, today)) reasons.push('number-impossible');

  if (gender.value !== said.gender) reasons.push('gender-mismatch');
  if (!gender.damaged || gender.value === said.gender) card.gender = gender.value;

  if (wordsSpoilt || judged.address === 'damaged') reasons.push('address-damaged');
  else card.address = address.trim();
  if (address.trim() === '') flags.push('address-empty');

  if (issued === '') {
    card.issuedOn = null;
    flags.push('issue-date-empty');
  } else {
    const issuedOn = readCardDate(issued);
    if (issuedOn === null) {
      if (!/^[0-9]{8}$/.test(issued)) return notACard('damaged');
      reasons.push('issue-date-invalid');
    } else {
      if (dateOfBirth !== null && issuedOn < dateOfBirth) return notACard('damaged');
      // Not refused: the clock of this machine may be the one that is wrong.
      if (issuedOn > today) reasons.push('issued-in-future');
      card.issuedOn = issuedOn;
    }
  }

  if (isPersonalNumber(cancelled)) card.cancelledNumber = cancelled;
  else if (cancelled !== '') reasons.push('cancelled-number-invalid');
  if (judged.parents.includes('damaged')) reasons.push('parent-name-damaged');
  else {
    if (parents[0]) card.fatherName = parents[0];
    if (parents[1]) card.motherName = parents[1];
  }

  if (reasons.length === 0 && isComplete(card)) return { outcome: 'card', card, flags };
  return { outcome: 'review', card, reasons };
}

function isComplete(card: Partial<Card>): card is Card {
  return (
    card.number !== undefined &&
    card.oldId !== undefined &&
    card.fullName !== undefined &&
    card.dateOfBirth !== undefined &&
    card.gender !== undefined &&
    card.address !== undefined &&
    card.issuedOn !== undefined
  );
}

/** The bar code of the older plastic card, or a number typed by hand. */
function readLoneNumber(text: string, today: string): Reading {
  if (!isPersonalNumber(text) || isNotYetBorn(text, today)) return notACard('unknown');
  return { outcome: 'review', card: { number: text }, reasons: ['only-number'] };
}

/**
 * The card writes `Nam` or `Nữ`. Caps Lock turns the case of plain letters round; a lone N, or N and no plain letter, is
 * `Nữ` after a scanner that lost or changed its ữ.
 */
function readGender(text: string): { value: Gender; damaged: boolean } | 'unreadable' {
  if (text === 'Nam' || text === 'Nữ') return { value: text === 'Nam' ? 'male' : 'female', damaged: false };
  if (text.toLowerCase() === 'nam') return { value: 'male', damaged: true };
  if (/^[Nn][^A-Za-z]{0,12}$/u.test(text)) return { value: 'female', damaged: true };
  return 'unreadable';
}
