import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { spokenClips } from '../announce/clips.ts';
import { createLooker } from '../card/look.ts';
import { prepareQrReader } from '../card/read-qr.ts';
import { isBlack } from '../slips/bitmap.ts';
import { fontPath, slipFonts } from '../slips/canvas.ts';
import { drawSlip } from '../slips/draw.ts';
import type { ScannerPort } from '../devices/scanner-port.ts';
import { findVoice } from '../voice/voice-files.ts';
import { examineLan } from './examine-lan.ts';
import { readerWasm } from './reader-wasm.ts';
import { voiceFolders } from './voice.ts';

export type Check = { name: string; ok: boolean; detail: string };

/** Below this, SQLite can lose committed rows when a write-ahead log is reset. */
const sqliteNeeded = [3, 51, 3];
const nodeNeeded = [24, 0, 0];

/** Asks everything the kiosk stands on whether it works here; changes nothing. */
export async function examine(settings: {
  dataFolder: string;
  port: number;
  scanner: ScannerPort | null;
  lanPort: number;
}): Promise<Check[]> {
  return [
    await check('node', () => needVersion(process.versions.node, nodeNeeded)),
    await check('sqlite', async () => needVersion(await sqliteVersion(), sqliteNeeded)),
    await check('fonts', () => {
      const sizes = slipFonts.map((font) => statSync(fontPath(font)).size);
      return `Noto Sans and Noto Sans Khmer, ${sizes.length} files`;
    }),
    ...(await drawAndRead()),
    await check('voice', () => describeVoice(join(settings.dataFolder, 'voice'))),
    await check('data folder', () => writableFolder(settings.dataFolder)),
    await check('port', () => freePort(settings.port)),
    await check('scanner', () => (settings.scanner ? openScanner(settings.scanner) : foundPorts())),
    await check('network', () => examineLan(settings.dataFolder, settings.lanPort)),
  ];
}

async function check(name: string, run: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await run() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : 'unknown trouble' };
  }
}

function needVersion(found: string, needed: number[]): string {
  const parts = found.split('.').map(Number);
  const at = needed.findIndex((part, index) => (parts[index] ?? 0) !== part);
  if (at >= 0 && (parts[at] ?? 0) < (needed[at] ?? 0))
    throw new Error(`${found} is older than ${needed.join('.')}`);
  return found;
}

async function sqliteVersion(): Promise<string> {
  // Loaded inside the check: a binary that does not fit this machine is what a doctor is asked about.
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(':memory:');
  try {
    return String(db.prepare('select sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}

/** Draws a code and reads it off the drawing: one proves the canvas, the other the decoder. */
async function drawAndRead(): Promise<Check[]> {
  const content = 'https://motcua.example/doctor';
  let bitmap: Awaited<ReturnType<typeof drawSlip>> | null = null;
  const canvas = await check('canvas', async () => {
    bitmap = await drawSlip([{ kind: 'qr', content }], 384);
    return `drew ${bitmap.widthDots} × ${bitmap.heightDots} dots`;
  });
  const wasm = await check('wasm', async () => {
    await prepareQrReader({ wasmBinary: readerWasm() });
    if (bitmap === null) return 'loaded';
    const { widthDots: width, heightDots: height } = bitmap;
    const data = new Uint8ClampedArray(4 * width * height).fill(255);
    for (let dot = 0; dot < width * height; dot++) {
      if (isBlack(bitmap, dot % width, Math.floor(dot / width))) data.fill(0, 4 * dot, 4 * dot + 3);
    }
    const { text } = await createLooker().look({ data, width, height });
    if (text !== content) throw new Error('a QR code was drawn but not read');
    return 'read the QR code it drew';
  });
  return [canvas, wasm];
}

/** Never a failure: a display without recordings chimes. */
function describeVoice(ownFolder: string): string {
  const missing = spokenClips.filter(
    (clip) => !findVoice([ownFolder, ...voiceFolders]).some((file) => file.clip === clip),
  );
  if (missing.length === 0) return `all ${spokenClips.length} recordings`;
  return `${missing.length} of ${spokenClips.length} recordings are missing, so calls that need them are only chimed`;
}

/** A folder that is not there yet is fine where it can be made. */
function writableFolder(path: string): string {
  let folder = resolve(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  accessSync(folder, constants.W_OK | constants.X_OK);
  return resolve(path);
}

function freePort(port: number): Promise<string> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', () => fail(new Error(`${port} is taken by another program`)));
    probe.listen({ host: '127.0.0.1', port }, () => probe.close(() => done(`${port} is free`)));
  });
}

async function openScanner({ path, baudRate }: ScannerPort): Promise<string> {
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  await new Promise<void>((done, fail) => {
    port.open((error) =>
      error ? fail(new Error(`${path} does not open (${error.message.replace(/^Error:? /, '')})`)) : done(),
    );
  });
  await new Promise<void>((done) => port.close(() => done()));
  return `${path} opens`;
}

/** Without a setting nothing is wrong, but whoever looks for the port is told what is there. */
async function foundPorts(): Promise<string> {
  const { SerialPort } = await import('serialport');
  // Every PC lists serial ports on its board, plugged or not; a scanner on USB says who made it.
  // A Linux that cannot list them (no udevadm) has no fault for that.
  const listed = await SerialPort.list().catch(() => []);
  const found = listed.filter(({ vendorId }) => vendorId !== undefined);
  const names = found.map(({ path, manufacturer }) => (manufacturer ? `${path} (${manufacturer})` : path));
  return `no serial port is set in MOTCUA_SCANNER${names.length > 0 ? `; on USB: ${names.join(', ')}` : ''}`;
}
