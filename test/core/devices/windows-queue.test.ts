import { expect, test } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import type { RunProgram } from '../../../core/devices/run-program.ts';
import { createSpooledPrinter } from '../../../core/devices/spooled-printer.ts';
import { createWindowsQueue } from '../../../core/devices/windows-queue.ts';

// No Windows stands here: these hold what the queue makes of PowerShell's answers, and what PowerShell is given.

const job = Uint8Array.of(0x1b, 0x40, 0x00, 0xff);
const timeouts = { lookMs: 5, ageMs: 20, cancelMs: 20 };

function setup(answers: { printer: string; states: string[] }) {
  const scripts: string[] = [];
  const sent: string[] = [];
  const states = [...answers.states];
  const run: RunProgram = async (name, args, input) => {
    expect(name).toBe('powershell.exe');
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    scripts.push(script);
    if (script.includes('WritePrinter')) {
      sent.push(Buffer.from(input ?? []).toString('utf8'));
      return { isWell: true, out: 'job 7\r\n' };
    }
    if (script.includes('Win32_Printer')) return { isWell: true, out: answers.printer };
    if (script.includes('"end"')) {
      const state = states.length > 1 ? states.shift() : states[0];
      return { isWell: true, out: `${state}end\r\n` };
    }
    return { isWell: true, out: '' };
  };
  const printer = createSpooledPrinter(createWindowsQueue("Máy in'; exit", run), {
    clock: systemClock,
    timeouts,
  });
  return { printer, scripts, sent };
}
const ready = 'printer 0 False\r\n';

test('the bytes go out as they are, and a job the queue has forgotten was taken', async () => {
  const { printer, sent } = setup({
    printer: ready,
    states: ['status Spooling\r\n', 'status Printing\r\n', ''],
  });
  expect(await printer.print(job)).toEqual({ at: 'printed', confirmed: false });
  expect(sent).toEqual([Buffer.from(job).toString('base64')]);
});

test('a job that waits too long is taken back; one that had begun is in doubt', async () => {
  const waits = setup({ printer: ready, states: ['status Spooled\r\n', 'status Spooled\r\n'] });
  const outcome = await waits.printer.print(job);
  expect(waits.scripts.some((script) => script.includes('Remove-PrintJob -PrinterName'))).toBe(true);
  // Still listed after it was cancelled: nobody may call that safe.
  expect(outcome).toEqual({ at: 'uncertain', why: 'no-answer' });
  const begun = setup({ printer: ready, states: ['status Printing\r\n'] });
  expect(await begun.printer.print(job)).toEqual({ at: 'uncertain', why: 'no-answer' });
});

test.each([
  ['printer 16 False\r\n', 'paper-out'],
  ['printer 4194304 False\r\n', 'cover-open'],
  ['printer 128 False\r\n', 'offline'],
  ['printer 0 True\r\n', 'offline'],
  ['', 'offline'],
])('what Windows says of a printer is kept: %o is %s', async (words, at) => {
  const { printer, sent } = setup({ printer: words, states: [] });
  expect(await printer.status()).toMatchObject({ at });
  expect(await printer.print(job)).toEqual({ at: 'not-started', why: at });
  expect(sent).toEqual([]);
});

test('the name of a printer is never part of a script', async () => {
  const { printer, scripts } = setup({ printer: ready, states: [''] });
  await printer.print(job);
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts) expect(script).not.toContain('exit');
});
