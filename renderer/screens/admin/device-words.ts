import { readsCardsWell } from '../../../core/card/framing.ts';
import type { CameraState, PrinterStatus, ScannerView } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { momentWords } from '../counter/date-words.ts';
import type { Say } from '../counter/staff-text.tsx';

export type DeviceWords = { words: string; mood: 'good' | 'warning' | 'bad' | 'idle' };

export function printerWords(say: Say, printer: PrinterStatus): DeviceWords {
  const words = say(`admin.devices.printerAt.${printer.at}`);
  switch (printer.at) {
    case 'ready':
      return { words, mood: 'good' };
    case 'paper-low':
      return { words, mood: 'warning' };
    case 'error':
      return { words: `${words}: ${errorWords(say, printer.detail)}`, mood: 'bad' };
    case 'paper-out':
    case 'cover-open':
    case 'offline':
      return { words, mood: 'bad' };
    default:
      return unreachable(printer);
  }
}

const namedErrors = ['cutter', 'unrecoverable', 'recovers-by-itself', 'printer-error', 'driver'] as const;

function errorWords(say: Say, detail: string): string {
  const name = namedErrors.find((one) => one === detail) ?? 'printer-error';
  return say(`admin.printers.errors.${name}`);
}

/** `null`: no citizen has needed it since the start. The size is what the camera really gives. */
export function cameraWords(say: Say, camera: CameraState | null): DeviceWords {
  if (camera === null) return { words: say('admin.devices.cameraAt.none'), mood: 'idle' };
  switch (camera.at) {
    case 'starting':
      return { words: say('admin.devices.cameraAt.starting'), mood: 'idle' };
    case 'ready':
    case 'looking':
    case 'closed': {
      const words = say(`admin.devices.cameraAt.${camera.at}`, camera);
      return readsCardsWell(camera)
        ? { words, mood: 'good' }
        : { words: `${words}. ${say('admin.devices.smallPicture')}`, mood: 'warning' };
    }
    case 'missing':
    case 'unplugged':
    case 'denied':
    case 'busy':
      return { words: say(`admin.devices.cameraAt.${camera.at}`), mood: 'bad' };
    default:
      return unreachable(camera);
  }
}

/** `null`: no serial port is set up. With `now`, also when bytes last came that are no text. */
export function scannerWords(say: Say, scanner: ScannerView | null, now: number | null = null): DeviceWords {
  if (scanner === null) return { words: say('admin.devices.scannerAt.none'), mood: 'idle' };
  const words = `${say(`admin.devices.scannerAt.${scanner.at}`)} (${scanner.path})`;
  if (scanner.at !== 'ready') return { words, mood: 'bad' };
  if (now === null || scanner.unreadableAt === null) return { words, mood: 'good' };
  const time = momentWords(scanner.unreadableAt, now);
  return { words: `${words}. ${say('admin.devices.scannerUnreadable', { time })}`, mood: 'warning' };
}
