import type { PrintTest } from '../../../../core/contract.ts';
import { localTime } from '../../../../core/clock.ts';
import { unreachable } from '../../../../core/result.ts';
import type { Say } from '../../counter/staff-text.tsx';
import type { DeviceWords } from '../device-words.ts';

/** What came of a test slip, as honest as the printer allows. */
export function testWords(say: Say, test: PrintTest): DeviceWords {
  switch (test.at) {
    case 'printing':
      return { words: say('admin.printers.tests.printing'), mood: 'idle' };
    case 'printed': {
      const time = localTime(test.endedAt);
      return test.confirmed
        ? { words: say('admin.printers.tests.printed', { time }), mood: 'good' }
        : { words: say('admin.printers.tests.unconfirmed', { time }), mood: 'warning' };
    }
    case 'uncertain':
      return {
        words: say('admin.printers.tests.uncertain', { time: localTime(test.endedAt) }),
        mood: 'bad',
      };
    case 'not-started': {
      const why = say(`admin.devices.printerAt.${test.why}`);
      return {
        words: say('admin.printers.tests.not-started', { time: localTime(test.endedAt), why }),
        mood: 'bad',
      };
    }
    default:
      return unreachable(test);
  }
}
