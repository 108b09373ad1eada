import { readdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import type { Clock } from '../clock.ts';
import { runPowerShell } from './powershell.ts';
import { runProgram, type RunProgram } from './run-program.ts';

/** Something that may be a slip printer. `what`: where it was found. */
export type FoundPrinter = { address: string; what: 'network' | 'usb' | 'serial' | 'queue' };

const port = 9100;
const connectMs = 400;
/** At once; a network full of old devices must not notice the search. */
const together = 16;
const mostNetworks = 2;

/**
 * Looks for printers on port 9100 of this machine's own networks (the 254 neighbours by number), on USB, on serial ports and in
 * the system's print queues. To what listens nothing is said: a laser printer would put it on paper.
 */
export async function findPrinters(deps: {
  clock: Clock;
  /** This machine's own addresses; IPv4. */
  ownAddresses?: () => string[];
  usbFolder?: string;
  run?: RunProgram;
  port?: number;
  serialPorts?: () => Promise<string[]>;
}): Promise<FoundPrinter[]> {
  const { clock, run = runProgram, ownAddresses = addressesHere, serialPorts = listSerialPorts } = deps;
  const found = await Promise.all([
    onNetworks(ownAddresses(), deps.port ?? port, clock),
    onUsb(deps.usbFolder ?? '/dev/usb'),
    serialPorts().then((paths) =>
      paths.map((path) => ({ address: `serial://${path}?baud=115200`, what: 'serial' as const })),
    ),
    inQueues(run),
  ]);
  return found.flat();
}

function addressesHere(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : []));
}

async function onNetworks(own: string[], at: number, clock: Clock): Promise<FoundPrinter[]> {
  const networks = [...new Set(own.map((address) => address.replace(/\.\d+$/, '')))].slice(0, mostNetworks);
  const hosts = networks
    .flatMap((network) => Array.from({ length: 254 }, (_, index) => `${network}.${index + 1}`))
    .filter((host) => !own.includes(host));
  const listening: string[] = [];
  let next = 0;
  async function searcher() {
    for (let host = hosts[next++]; host !== undefined; host = hosts[next++]) {
      if (await isListening(host, at, clock)) listening.push(host);
    }
  }
  await Promise.all(Array.from({ length: together }, searcher));
  return listening
    .toSorted((a, b) => hosts.indexOf(a) - hosts.indexOf(b))
    .map((host) => ({ address: `tcp://${host}:${at}`, what: 'network' }));
}

function isListening(host: string, at: number, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: at });
    const settle = (is: boolean) => {
      cancel();
      socket.destroy();
      resolve(is);
    };
    const cancel = clock.after(connectMs, () => settle(false));
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}

async function onUsb(folder: string): Promise<FoundPrinter[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^lp\d+$/.test(name))
    .toSorted()
    .map((name) => ({ address: `file://${folder}/${name}`, what: 'usb' }));
}

async function listSerialPorts(): Promise<string[]> {
  const { SerialPort } = await import('serialport');
  const ports = await SerialPort.list().catch(() => []);
  // Every PC lists the ports on its board, plugged or not; what hangs on USB says who made it.
  return ports.filter(({ vendorId }) => vendorId !== undefined).map(({ path }) => path);
}

async function inQueues(run: RunProgram): Promise<FoundPrinter[]> {
  const windows = process.platform === 'win32';
  const { isWell, out } = windows
    ? await runPowerShell(run, {}, 'Get-Printer | ForEach-Object Name')
    : await run('lpstat', ['-e']);
  const names = isWell ? out.split(/\r?\n/).filter((name) => name.trim() !== '') : [];
  return names.map((name) => ({
    address: `${windows ? 'windows' : 'cups'}://${name.trim()}`,
    what: 'queue',
  }));
}
