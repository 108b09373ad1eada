import { checkCorrection } from '../card/correction.ts';
import { judgeName, tidyTyped } from '../card/field-text.ts';
import { holdReading } from '../card/held-card.ts';
import { parseCard } from '../card/parse-card.ts';
import { readTyped } from '../card/read-typed.ts';
import { checkTypedNumber } from '../card/personal-number.ts';
import type { KioskCommand, Refusal } from '../contract.ts';
import type { KioskEvent, KioskStep } from '../flows/kiosk.ts';
import { err, ok, type Result } from '../result.ts';

/** The text of a card as the flow takes it; for `byPlace` see `readTyped`. `today` is `yyyy-mm-dd`. */
export function readCard(text: string, byPlace: string | null, today: string): KioskEvent {
  const reading = readTyped(text, byPlace, today);
  if (reading.outcome === 'not-a-card') return { type: 'card-refused', what: reading.what };
  const repaired =
    reading.outcome === 'review' && reading.repairedPayload !== undefined
      ? parseCard(reading.repairedPayload, today)
      : null;
  return { type: 'card-read', held: holdReading(reading, repaired) };
}

/** The same command with what was typed tidied and checked, or the field that is wrong. Never repeats what was typed. */
export function checkTyped(
  command: Exclude<KioskCommand, { type: 'card-text' | 'camera' | 'file-online' }>,
  step: KioskStep,
  today: string,
): Result<KioskEvent, Refusal> {
  if (command.type === 'number-typed') {
    const check = checkTypedNumber(command.number, today);
    return check.at === 'good' ? ok(command) : err(invalid('number', `is no personal number: ${check.at}`));
  }
  if (command.type === 'name-typed') {
    const name = tidyTyped(command.name);
    return judgeName(name) === 'sound' ? ok({ ...command, name }) : err(invalid('name', 'is not a name'));
  }
  if (command.type === 'field-typed' && step.at === 'correct' && step.field === command.field) {
    const checked = checkCorrection(step.card.card, command.field, command.value, today);
    return checked.ok ? ok({ ...command, value: checked.value }) : err(invalid('value', checked.error));
  }
  return ok(command);
}

function invalid(field: string, message: string): Refusal {
  return { code: 'invalid', field, message: `${field}: ${message}` };
}
