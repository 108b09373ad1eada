import type { CameraState, PrinterStatus, ScannerView } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { momentWords } from '../counter/date-words.ts';
import type { Say } from '../counter/staff-text.tsx';

export type DeviceWords = { words: string; mood: 'good' | 'warning' | 'bad' | 'unknown' };

export function printerWords(say: Say, printer: PrinterStatus): DeviceWords {
  const words = say(`admin.devices.printerAt.${printer.at}`);
  switch (printer.at) {
    case 'ready':
      return { words, mood: 'good' };
    case 'paper-low':
      return { words, mood: 'warning' };
    case 'error':
      return { words: `${words}: ${printer.detail}`, mood: 'bad' };
    case 'paper-out':
    case 'cover-open':
    case 'offline':
      return { words, mood: 'bad' };
    default:
      return unreachable(printer);
  }
}

/** `null`: no kiosk has reported its camera. The size is what the camera really delivers. */
export function cameraWords(say: Say, camera: CameraState | null): DeviceWords {
  if (camera === null) return { words: say('admin.devices.cameraAt.none'), mood: 'unknown' };
  switch (camera.at) {
    case 'starting':
      return { words: say('admin.devices.cameraAt.starting'), mood: 'unknown' };
    case 'looking':
      return { words: say('admin.devices.cameraAt.looking', camera), mood: 'good' };
    case 'missing':
    case 'denied':
    case 'busy':
      return { words: say(`admin.devices.cameraAt.${camera.at}`), mood: 'bad' };
    default:
      return unreachable(camera);
  }
}

/** `null`: no serial port is set up. With `now`, also when bytes last came that are no text. */
export function scannerWords(say: Say, scanner: ScannerView | null, now: number | null = null): DeviceWords {
  if (scanner === null) return { words: say('admin.devices.scannerAt.none'), mood: 'unknown' };
  const words = `${say(`admin.devices.scannerAt.${scanner.at}`)} (${scanner.path})`;
  if (scanner.at !== 'ready') return { words, mood: 'bad' };
  if (now === null || scanner.unreadableAt === null) return { words, mood: 'good' };
  const time = momentWords(scanner.unreadableAt, now);
  return { words: `${words}. ${say('admin.devices.scannerUnreadable', { time })}`, mood: 'warning' };
}
