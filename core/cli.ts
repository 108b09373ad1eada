/** Composition root of the command line: `npm run -s motcua -- <verb>`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answer, answerOfReading, failure } from './cli/answer.ts';
import { parseCard } from './card/parse-card.ts';
import { localDay, systemClock } from './clock.ts';
import { readScannerPort } from './devices/scanner-port.ts';

const usage = `Usage: motcua <verb>
  card <text>              read the text of an identity card's QR code ("-": from standard input)
  scan <image>             find the QR code in a PNG or JPEG file and read it
  slip <file.json> --out <file.png|file.bin> [--dots 576|512|384] [--reprint <n>]
                           draw a slip, as a picture or as the bytes for a printer; --reprint marks it
                           as printed again for the n-th time
  form <file.json> --out <file.pdf>
                           draw an official form (receipt, supplement, refusal, apology) on A4
  voice --out <folder>     make the clips of the hall's voice with espeak-ng, where it is installed
  announce <number> <counter> --out <file.wav>
                           put a call together as the hall hears it
  printers [--json]        the kiosk's slip printers with their states, and others that were found
  print-test [--printer <address>] [--model <id>]
                           print a test slip on the kiosk's first printer, or on the one at the address
  doctor [--json]          say whether this machine has what the kiosk needs
Options of card and scan:
  --today <yyyy-mm-dd>     read as of this day
card, scan, slip, form, voice, announce and print-test print one line of JSON. Exit code: 0 yes, 1 no, 2 wrong use.
`;

/** Thrown for a command line that means nothing. */
class Misuse extends Error {}

const longestInputBytes = 64 * 1024;

async function run(argv: string[]): Promise<Answer> {
  const [verb, ...rest] = argv;
  switch (verb) {
    case 'card':
      return card(rest);
    case 'scan':
      return scan(rest);
    case 'slip':
      return slip(rest);
    case 'form':
      return form(rest);
    case 'voice':
      return voice(rest);
    case 'announce':
      return announceCall(rest);
    case 'printers':
      return printers(rest);
    case 'print-test':
      return printTestSlip(rest);
    case 'doctor':
      return doctor(rest);
    case undefined:
      throw new Misuse('no verb');
    default:
      throw new Misuse(`no such verb: ${verb}`);
  }
}

async function card(args: string[]): Promise<Answer> {
  // A text may begin with a hyphen, so a lone argument is never an option.
  const { today, subject } =
    args.length === 1 ? { today: thisDay(), subject: args[0] ?? '' } : readingArgs(args);
  if (subject !== '-') return answerOfReading(parseCard(subject, today));
  const text = await standardInput();
  return text === null ? failure('not-text') : answerOfReading(parseCard(text, today));
}

async function scan(args: string[]): Promise<Answer> {
  const { today, subject } = readingArgs(args);
  // Loaded here: the other verbs need neither the canvas nor the decoder.
  const { readQrFromFile } = await import('./cli/read-image.ts');
  const text = await readQrFromFile(subject);
  return text.ok ? answerOfReading(parseCard(text.value, today)) : failure(text.error);
}

async function slip(args: string[]): Promise<Answer> {
  const { values, positionals } = parsed(args, {
    out: { type: 'string' },
    dots: { type: 'string' },
    reprint: { type: 'string' },
  });
  const { makeSlip } = await import('./cli/make-slip.ts');
  const { paperWidths } = await import('./slips/bitmap.ts');
  const dots = paperWidths.find((each) => String(each) === (values['dots'] ?? '576'));
  const { out, reprint } = values;
  if (dots === undefined) throw new Misuse(`--dots must be one of ${paperWidths.join(', ')}`);
  if (reprint !== undefined && !/^[1-9][0-9]?$/.test(String(reprint)))
    throw new Misuse('--reprint must be 1 to 99');
  if (typeof out !== 'string' || !/\.(?:png|bin)$/.test(out))
    throw new Misuse('--out must end in .png or .bin');
  const again = reprint === undefined ? null : { times: Number(reprint), at: systemClock.now() };
  return makeSlip(only(positionals, 'file'), { out, dots, reprint: again });
}

async function form(args: string[]): Promise<Answer> {
  const { values, positionals } = parsed(args, { out: { type: 'string' } });
  const { out } = values;
  if (typeof out !== 'string' || !out.endsWith('.pdf')) throw new Misuse('--out must end in .pdf');
  const { makeForm } = await import('./cli/make-form.ts');
  return makeForm(only(positionals, 'file'), out, join(import.meta.dirname, '../resources/forms'));
}

async function voice(args: string[]): Promise<Answer> {
  const { values, positionals } = parsed(args, { out: { type: 'string' } });
  const { out } = values;
  if (typeof out !== 'string' || positionals.length > 0)
    throw new Misuse('voice needs --out and nothing else');
  const { makeClips } = await import('./cli/voice.ts');
  return makeClips(out);
}

async function announceCall(args: string[]): Promise<Answer> {
  const { values, positionals } = parsed(args, { out: { type: 'string' } });
  const { out } = values;
  const [number, counterName] = positionals;
  if (number === undefined || counterName === undefined || positionals.length > 2)
    throw new Misuse('announce needs a number and the name of a counter');
  if (typeof out !== 'string' || !out.endsWith('.wav')) throw new Misuse('--out must end in .wav');
  const { announce } = await import('./cli/voice.ts');
  return announce({ number, counterName }, out);
}

async function printers(args: string[]): Promise<Answer> {
  const { values, positionals } = parsed(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new Misuse('printers takes no argument');
  const { listPrinters } = await import('./cli/printers.ts');
  return listPrinters(printersAround(), values['json'] === true);
}

async function printTestSlip(args: string[]): Promise<Answer> {
  const options = { printer: { type: 'string' }, model: { type: 'string' } } as const;
  const { values, positionals } = parsed(args, options);
  if (positionals.length > 0) throw new Misuse('print-test takes no argument');
  const { printTest } = await import('./cli/printers.ts');
  const around = printersAround();
  const given = (value: unknown, usual: string | undefined) => (typeof value === 'string' ? value : usual);
  return printTest({
    ...around,
    printer: given(values['printer'], around.printer),
    model: given(values['model'], around.model),
  });
}

function printersAround() {
  return {
    dataFolder: process.env['MOTCUA_DATA'] ?? 'data',
    printer: process.env['MOTCUA_PRINTER'],
    model: process.env['MOTCUA_PRINTER_MODEL'],
    clock: systemClock,
  };
}

async function doctor(args: string[]): Promise<Answer> {
  const { values, positionals } = parsed(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new Misuse('doctor takes no argument');
  const port = portIn('MOTCUA_PORT', '4700');
  const lanPort = portIn('MOTCUA_LAN_PORT', '4743');
  const { examine } = await import('./cli/doctor.ts');
  const scanner = process.env['MOTCUA_SCANNER'];
  const scannerPort = scanner === undefined ? null : readScannerPort(scanner);
  if (scanner !== undefined && scannerPort === null) {
    throw new Misuse('MOTCUA_SCANNER must look like /dev/ttyACM0 or COM3?baud=115200');
  }
  const checks = await examine({
    dataFolder: process.env['MOTCUA_DATA'] ?? 'data',
    port,
    lanPort,
    scanner: scannerPort,
  });
  const isWell = checks.every(({ ok }) => ok);
  const lines = checks.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(12)} ${detail}`);
  return {
    line: values['json'] ? JSON.stringify({ ok: isWell, checks }) : lines.join('\n'),
    exitCode: isWell ? 0 : 1,
  };
}

function portIn(setting: string, usual: string): number {
  const port = Number(process.env[setting] ?? usual);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Misuse(`${setting} must be 0 to 65535`);
  return port;
}

function readingArgs(args: string[]): { today: string; subject: string } {
  const { values, positionals } = parsed(args, { today: { type: 'string' } });
  const today = values['today'] ?? thisDay();
  if (typeof today !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(today)) {
    throw new Misuse('--today must look like 2026-11-24');
  }
  return { today, subject: only(positionals, 'argument') };
}

function thisDay(): string {
  return localDay(systemClock.now());
}

function parsed(args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : 'bad options');
  }
}

function only(positionals: string[], what: string): string {
  const [first] = positionals;
  if (first === undefined || positionals.length > 1) throw new Misuse(`exactly one ${what} is needed`);
  return first;
}

/** `null` when it is not UTF-8. What is too long for any card is cut, and then refused by the reader. */
async function standardInput(): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestInputBytes) break;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}

const argv = process.argv.slice(2);
if (argv.length === 1 && ['--help', '-h', 'help'].includes(argv[0] ?? '')) {
  process.stdout.write(usage);
} else {
  try {
    const { line, exitCode } = await run(argv);
    process.stdout.write(`${line}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}
