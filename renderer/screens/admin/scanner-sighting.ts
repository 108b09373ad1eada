import { diagnoseScanner, type Arrival, type Diagnosis } from '../../../core/card/diagnose-scanner.ts';
import type { TypedText } from '../../../core/card/typed-text.ts';
import type { AdminScreen, PortArrival } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import type { DeviceWords } from './device-words.ts';

export type ScannerTestScreen = Extract<AdminScreen, { at: 'scanner-test' }>;
/** `code` is `null` for any card but the test card. `portCount`: how many codes had come through the port before it. */
export type KeyboardSighting = { code: TypedText | null; portCount: number };
/** `'another-card'`: somebody's; nothing of it is known here. */
export type Sighting = Arrival | 'another-card' | null;

/** The newest of what came by the two ways. */
export function latestSighting(typed: KeyboardSighting | null, arrived: PortArrival | null): Sighting {
  if (typed !== null && typed.portCount === (arrived?.n ?? 0)) {
    return typed.code === null ? 'another-card' : { through: 'keyboard', ...typed.code };
  }
  if (arrived === null) return null;
  return arrived.what.at === 'another-card' ? 'another-card' : { through: 'port', ...arrived.what };
}

export function diagnosisOf(sighting: Exclude<Sighting, 'another-card'>, gapMs: number) {
  const diagnosis = diagnoseScanner(sighting, gapMs);
  return { diagnosis, mood: moodOf(diagnosis) };
}

function moodOf(diagnosis: Diagnosis): DeviceWords['mood'] {
  switch (diagnosis) {
    case 'fine':
    case 'fine-by-alt-codes':
    case 'aim-prefix':
      return 'good';
    case 'no-suffix':
      return 'warning';
    case 'nothing-arrived':
      return 'idle';
    case 'not-utf8':
    case 'too-long':
    case 'letters-dropped':
    case 'letters-merged':
    case 'code-page':
    case 'typed-as-bytes':
    case 'typed-as-numbers':
    case 'vietnamese-layout':
    case 'separator-key':
    case 'other-layout':
    case 'caps-lock':
    case 'input-method':
    case 'changed':
    case 'slow-keys':
      return 'bad';
    default:
      return unreachable(diagnosis);
  }
}
