import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { create } from 'qrcode';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createFakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import { formNames } from '../../../core/forms/form-names.ts';
import { readEscpos } from '../../../core/slips/read-escpos.ts';
import { createSerialCable } from '../devices/serial-cable.ts';
import { sampleFile as sampleForm } from '../forms/sample-papers.ts';
import { sampleSlip } from '../slips/sample-slip.ts';
import { sampleFile, sampleSlips, slipKinds } from '../slips/sample-slips.ts';

const project = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Run = { code: number | null; out: string; errors: string };
function motcua(
  args: string[],
  { input = Buffer.alloc(0), env = {} }: { input?: Buffer; env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(join(project, 'node_modules/.bin/node'), ['core/cli.ts', ...args], {
      cwd: project,
      env: { ...process.env, ...env },
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('close', (code) => done({ code, out, errors }));
    // A reader that has seen enough stops reading.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
/** The one line it printed. */
function lineOf({ out, errors }: Run): unknown {
  expect(errors).toBe('');
  expect(out).toMatch(/^[^\n]+\n$/);
  return JSON.parse(out);
}

const text = '096088990039|000000039|Trương Ngọc Nghĩa|07041988|Nam|Khóm 4, Ấp Trại, Cà Mau|15092023';
const card = {
  number: '096088990039',
  oldId: '000000039',
  fullName: 'Trương Ngọc Nghĩa',
  dateOfBirth: '1988-04-07',
  gender: 'male',
  address: 'Khóm 4, Ấp Trại, Cà Mau',
  issuedOn: '2023-09-15',
};

test('card prints the card as one line of JSON', async () => {
  const run = await motcua(['card', text]);
  expect(lineOf(run)).toEqual({ ok: true, card, flags: [] });
  expect(run.code).toBe(0);
});

test('card - reads what a scanner wrote, suffix and all', async () => {
  const run = await motcua(['card', '-'], { input: Buffer.from(`${text}||||\r\n`) });
  expect(lineOf(run)).toEqual({ ok: true, card, flags: [] });
});

test('a damaged card is no success: it says why, what can be trusted, and the exact repair', async () => {
  const spoilt = text.replaceAll('|', '~');
  const run = await motcua(['card', spoilt]);
  expect(run.code).toBe(1);
  expect(lineOf(run)).toMatchObject({
    ok: false,
    error: 'review:wrong-separator',
    card,
    repairedPayload: text,
  });
});

test.each([
  ['', 'not-a-card:empty'],
  ['--', 'not-a-card:unknown'],
  ['https://vneid.example', 'not-a-card:web-address'],
  [text.replace('Ngọc', 'Ngọc\u202e'), 'not-a-card:damaged'],
  ['x'.repeat(100_000), 'not-a-card:unknown'],
])('card refuses %j', async (argument, error) => {
  const run = await motcua(['card', argument]);
  expect({ line: lineOf(run), code: run.code }).toEqual({ line: { ok: false, error }, code: 1 });
});

test('bytes that are no text are refused, and so is a text without end', async () => {
  const binary = await motcua(['card', '-'], { input: Buffer.from([0x30, 0xff, 0xfe]) });
  expect(lineOf(binary)).toEqual({ ok: false, error: 'not-text' });
  const endless = await motcua(['card', '-'], { input: Buffer.alloc(5_000_000, '0') });
  expect(lineOf(endless)).toEqual({ ok: false, error: 'not-a-card:unknown' });
});

test('--today moves the day on which a card is judged', async () => {
  const run = await motcua(['card', text, '--today', '2020-01-01']);
  expect(lineOf(run)).toMatchObject({ ok: false, error: 'review:issued-in-future' });
});

async function picture(content: string, dots: number, format: 'png' | 'jpeg'): Promise<string> {
  const { modules } = create([{ data: new TextEncoder().encode(content), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  const side = Math.ceil((modules.size + 8) * dots);
  const canvas = createCanvas(side + 60, side + 20);
  const context = canvas.getContext('2d');
  context.fillStyle = '#e8e2d0';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) context.fillRect((column + 4) * dots, (row + 4) * dots, dots, dots);
    }
  }
  const path = join(folder, `${dots}-${content.length}.${format}`);
  writeFileSync(path, format === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', 70));
  return path;
}

test.each([
  [1.5, 'png'],
  [3, 'jpeg'],
  [8, 'png'],
  [60, 'jpeg'],
] as const)('scan reads a card at %f pixels a module from a %s', async (dots, format) => {
  const run = await motcua(['scan', await picture(text, dots, format)]);
  expect(lineOf(run)).toEqual({ ok: true, card, flags: [] });
  expect(run.code).toBe(0);
});

test('scan says what it is when it is not a card', async () => {
  const run = await motcua(['scan', await picture('https://dichvucong.example', 6, 'png')]);
  expect({ line: lineOf(run), code: run.code }).toEqual({
    line: { ok: false, error: 'not-a-card:web-address' },
    code: 1,
  });
});

/** The head of a PNG or a JPEG that claims this size. */
const png = (width: number, height: number) => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};
const jpeg = (width: number, height: number) => {
  const head = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc00011080000000003012200021101031101',
    'hex',
  );
  head.writeUInt16BE(height, 25);
  head.writeUInt16BE(width, 27);
  return head;
};
const blank = createCanvas(300, 200).toBuffer('image/png');
test.each([
  ['a picture without a code', blank, 'no-qr-found'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'cannot-read-image'],
  ['a broken PNG', blank.subarray(0, 60), 'cannot-read-image'],
  ['a PNG of gigabytes', png(200_000, 200_000), 'image-too-large'],
  ['a PNG without width', png(0, 10), 'cannot-read-image'],
  ['a JPEG of gigabytes', jpeg(65_535, 65_535), 'image-too-large'],
  ['a JPEG that is only a head', jpeg(640, 480), 'cannot-read-image'],
])('scan of %s is refused and does not crash', async (name, bytes, error) => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.png`);
  writeFileSync(path, bytes);
  const run = await motcua(['scan', path]);
  expect({ line: lineOf(run), code: run.code }).toEqual({ line: { ok: false, error }, code: 1 });
});

test.each([join(folder, 'nowhere.png'), folder, '/dev/zero'])('scan of %s is refused', async (path) => {
  expect(lineOf(await motcua(['scan', path]))).toEqual({ ok: false, error: 'cannot-read-image' });
});

function slipFile(value: unknown): string {
  const path = join(folder, `slip-${JSON.stringify(value).length}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

test('slip writes the bytes for a printer and the picture of the same slip', async () => {
  const file = slipFile(sampleSlip);
  const [bin, image] = [join(folder, 'ticket.bin'), join(folder, 'ticket.png')];
  const first = lineOf(await motcua(['slip', file, '--out', bin, '--dots', '384']));
  expect(first).toMatchObject({ ok: true, out: bin, widthDots: 384 });
  await motcua(['slip', file, '--out', image, '--dots', '384']);
  const paper = readEscpos(readFileSync(bin));
  const { width, height } = await loadImage(readFileSync(image));
  expect(paper).toMatchObject({
    ok: true,
    value: { bitmap: { widthDots: width, heightDots: height }, cuts: 1 },
  });
});

test.each(slipKinds)(
  'slip draws the sample of the kind "%s"; printed again it is longer by its bar',
  async (kind) => {
    const out = join(folder, `${kind}.png`);
    const height = async (...options: string[]) => {
      const line = lineOf(await motcua(['slip', fileURLToPath(sampleFile(kind)), '--out', out, ...options]));
      return z.object({ ok: z.literal(true), widthDots: z.literal(576), heightDots: z.int() }).parse(line)
        .heightDots;
    };
    expect(await height('--reprint', '2')).toBeGreaterThan(await height());
  },
);

test.each([
  ['a missing number', { ...sampleSlip, number: undefined }, 'bad-slip:number'],
  ['a bad counter', { ...sampleSlip, counters: ['Quầy 1', ''] }, 'bad-slip:counters.1'],
  ['a field too many', { ...sampleSlip, fullName: 'Ngô Văn Chuẩn' }, 'bad-slip:fullName'],
  [
    'a field too many deep inside',
    { ...sampleSlips.receipt, accepted: { ...sampleSlips.receipt.accepted, stamp: 'x' } },
    'bad-slip:accepted.stamp',
  ],
  [
    'a bad paper',
    { ...sampleSlips.receipt, documents: [{ ...sampleSlips.receipt.documents[0], quantity: 0 }] },
    'bad-slip:documents.0.quantity',
  ],
  ['an unknown kind', { ...sampleSlip, kind: 'letter' }, 'bad-slip:kind'],
  ['no object', [1], 'bad-slip:slip'],
  ['no JSON', 'SỐ THỨ TỰ', 'not-json'],
])('slip names what is wrong with %s', async (_, value, error) => {
  const run = await motcua(['slip', slipFile(value), '--out', join(folder, 'never.png')]);
  expect(lineOf(run)).toMatchObject({ ok: false, error });
  expect(run.code).toBe(1);
});

test('slip says when a file cannot be read or written', async () => {
  const missing = await motcua(['slip', join(folder, 'nowhere.json'), '--out', join(folder, 'a.png')]);
  expect(lineOf(missing)).toMatchObject({ ok: false, error: 'cannot-read-file' });
  const unwritable = await motcua(['slip', slipFile(sampleSlip), '--out', join(folder, 'no', 'a.png')]);
  expect(lineOf(unwritable)).toMatchObject({ ok: false, error: 'cannot-write-file' });
});

const report = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
const env = { MOTCUA_DATA: join(folder, 'data'), MOTCUA_PORT: '0' };

test('doctor finds this machine well, a line for each thing', async () => {
  const run = await motcua(['doctor'], { env });
  const names = [
    'node',
    'sqlite',
    'fonts',
    'canvas',
    'wasm',
    'voice',
    'data folder',
    'port',
    'scanner',
    'network',
  ];
  expect(
    run.out
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 17).trim()),
  ).toEqual(names.map((name) => `ok   ${name}`));
  expect(run.code).toBe(0);
  const parsed = report.parse(lineOf(await motcua(['doctor', '--json'], { env })));
  expect(parsed).toMatchObject({ ok: true, checks: names.map((name) => ({ name, ok: true })) });
});

test('doctor names the port of the scanner and says whether it opens', async () => {
  const cable = await createSerialCable();
  const scannerCheck = async () => {
    const run = await motcua(['doctor', '--json'], {
      env: { ...env, MOTCUA_SCANNER: `${cable.path}?baud=9600` },
    });
    const { checks } = report.parse(lineOf(run));
    return { code: run.code, scanner: checks.find(({ name }) => name === 'scanner') };
  };
  expect(await scannerCheck()).toEqual({
    code: 0,
    scanner: { name: 'scanner', ok: true, detail: `${cable.path} opens` },
  });
  await cable.unplug();
  expect(await scannerCheck()).toMatchObject({
    code: 1,
    scanner: { ok: false, detail: expect.stringMatching(`^${cable.path} does not open \\(`) },
  });
  const misuse = await motcua(['doctor'], { env: { ...env, MOTCUA_SCANNER: 'COM3?speed=1' } });
  expect({ code: misuse.code, errors: misuse.errors }).toMatchObject({
    code: 2,
    errors: expect.stringContaining('MOTCUA_SCANNER must look like'),
  });
});

test('doctor tells what is wrong: a taken port, and a file where the data folder should be', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  const run = await motcua(['doctor', '--json'], {
    env: { MOTCUA_PORT: port, MOTCUA_DATA: slipFile(sampleSlip) },
  });
  expect(run.code).toBe(1);
  const { ok, checks } = report.parse(lineOf(run));
  expect(ok).toBe(false);
  expect(checks.filter((check) => !check.ok)).toEqual([
    { name: 'data folder', ok: false, detail: expect.stringContaining('is not a folder') },
    { name: 'port', ok: false, detail: `${port} is taken by another program` },
  ]);
});

test.each([
  [[], 'no verb'],
  [['print'], 'no such verb: print'],
  [['card'], 'exactly one argument is needed'],
  [['card', text, '--today', 'tomorrow'], '--today must look like'],
  [['scan', 'a.png', '--fast'], "Unknown option '--fast'"],
  [['slip', 'a.json', '--out', 'a.pdf'], '--out must end in .png or .bin'],
  [['slip', 'a.json', '--out', 'a.png', '--dots', '80'], '--dots must be one of 576, 512, 384'],
  [['slip', 'a.json', '--out', 'a.png', '--reprint', '0'], '--reprint must be 1 to 99'],
  [['slip', 'a.json', '--out', 'a.png', '--reprint', 'twice'], '--reprint must be 1 to 99'],
  [['doctor', 'now'], 'doctor takes no argument'],
  [['voice'], 'voice needs --out'],
  [['announce', 'A012', '--out', 'a.wav'], 'announce needs a number and the name of a counter'],
  [['announce', 'A012', 'Quầy 3', '--out', 'a.mp3'], '--out must end in .wav'],
])('%j is misuse', async (args, sentence) => {
  const run = await motcua(args);
  expect(run.code).toBe(2);
  expect(run.out).toBe('');
  expect(run.errors).toContain(sentence);
  expect(run.errors).toContain('Usage: motcua <verb>');
});

test('--help is no misuse', async () => {
  const run = await motcua(['--help']);
  expect({ code: run.code, errors: run.errors }).toEqual({ code: 0, errors: '' });
  expect(run.out).toContain('Usage: motcua <verb>');
});

test('printers says how each printer is, and print-test prints on the one it is told', async () => {
  const fake = await createFakeTcpPrinter();
  onTestFinished(() => fake.close());
  const address = `tcp://127.0.0.1:${fake.port}`;
  const own = { MOTCUA_DATA: join(folder, 'printers'), MOTCUA_PRINTER: address };
  const listed = await motcua(['printers', '--json'], { env: own });
  expect(lineOf(listed)).toMatchObject({ ok: true, printers: [{ address, status: { at: 'ready' } }] });
  const printed = await motcua(['print-test', '--printer', address, '--model', 'generic-80-silent'], {
    env: own,
  });
  expect(lineOf(printed)).toMatchObject({ ok: true, outcome: { at: 'printed', confirmed: false } });
  expect(fake.slips()).toHaveLength(1);

  await fake.setFault('paper-out');
  const refused = await motcua(['print-test'], { env: own });
  expect(refused.code).toBe(1);
  expect(lineOf(refused)).toMatchObject({ error: 'not-started', outcome: { why: 'paper-out' } });
  const wrong = await motcua(['print-test', '--printer', 'tcp://1.2.3.400'], { env: own });
  expect(lineOf(wrong)).toMatchObject({ error: 'address-host' });
});

test.each(formNames)('form writes the %s as PDF, and says which edition it followed', async (form) => {
  const out = join(folder, `${form}.pdf`);
  const run = await motcua(['form', sampleForm(form), '--out', out]);
  expect(lineOf(run)).toMatchObject({ ok: true, out, number: expect.stringMatching(/^Mẫu số 0\d$/) });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
});

test('form names the field that is wrong and writes nothing', async () => {
  const out = join(folder, 'wrong.pdf');
  const file = slipFile({ ...JSON.parse(readFileSync(sampleForm('refusal'), 'utf8')), reason: '' });
  const run = await motcua(['form', file, '--out', out]);
  expect(lineOf(run)).toMatchObject({ ok: false, error: 'bad-form:reason' });
  expect(run.code).toBe(1);
  expect(existsSync(out)).toBe(false);
  expect((await motcua(['form', file, '--out', 'x.png'])).code).toBe(2);
});
