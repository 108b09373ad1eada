import { isIP } from 'node:net';
import { type VirtualPrinterId, virtualPrinterIds } from '../contract.ts';
import { err, ok, type Result } from '../result.ts';

/** Where a slip printer is. */
export type PrinterAddress =
  | { at: 'virtual'; id: VirtualPrinterId }
  | { at: 'tcp'; host: string; port: number }
  | { at: 'file'; path: string }
  | { at: 'serial'; path: string; baudRate: number }
  | { at: 'cups'; queue: string }
  | { at: 'windows'; name: string };

/** What is wrong with a text that is no address, and the sentence for a technician. */
export const addressFaults = {
  'address-kind':
    'must be "virtual" or begin with tcp://, file://, serial://, cups:// or windows://, as in tcp://192.168.1.50:9100',
  'address-host': 'names no machine after tcp://, as in tcp://192.168.1.50:9100',
  'address-port': 'has a port that is not 1 to 65535',
  'address-path': 'names no device, as in file:///dev/usb/lp0 or serial:///dev/ttyUSB0',
  'address-baud': 'has a speed that no serial port knows, as in serial:///dev/ttyUSB0?baud=115200',
  'address-queue': 'names no print queue, as in cups://PHIEU or windows://EPSON TM-T82III',
} as const;
export type AddressFault = keyof typeof addressFaults;

const usualPort = 9100;
/** A slip takes 4 s at this speed, and 48 s at the 9600 that many printers come with. */
const usualBaudRate = 115_200;
const baudRates = [9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600];
const hostName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** Reads `virtual`, `tcp://host[:9100]`, `file:///dev/usb/lp0`, `serial:///dev/ttyUSB0?baud=115200`, `cups://QUEUE`, `windows://NAME`. */
export function readPrinterAddress(text: string): Result<PrinterAddress, AddressFault> {
  const virtual = virtualPrinterIds.find((id) => id === text);
  if (virtual !== undefined) return ok({ at: 'virtual', id: virtual });
  const [, scheme = '', rest = ''] = /^(tcp|file|serial|cups|windows):\/\/(.*)$/u.exec(text) ?? [];
  switch (scheme) {
    case 'tcp':
      return readHost(rest);
    case 'file':
      return isDevice(rest) ? ok({ at: 'file', path: rest }) : err('address-path');
    case 'serial':
      return readSerial(rest);
    case 'cups':
      // Begins with a letter or digit: with a hyphen it would be an option of `lp`.
      return /^[a-z0-9_][\w.@+-]{0,126}$/i.test(rest)
        ? ok({ at: 'cups', queue: rest })
        : err('address-queue');
    case 'windows':
      return /^[^\p{Cc},!"]{1,220}$/u.test(rest) && rest.trim() === rest
        ? ok({ at: 'windows', name: rest })
        : err('address-queue');
    default:
      return err('address-kind');
  }
}

function readHost(text: string): Result<PrinterAddress, AddressFault> {
  const [, six, name, portText] = /^(?:\[([0-9a-f:.]+)\]|([^:/[\]]*))(?::(.*))?$/i.exec(text) ?? [];
  const host = six ?? name ?? '';
  // Only digits and points: a machine's number, which a name may not look like.
  const isHost = six !== undefined || /^[\d.]+$/.test(host) ? isIP(host) !== 0 : hostName.test(host);
  if (!isHost || host.length > 253) return err('address-host');
  const port = portText === undefined ? usualPort : /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  return port >= 1 && port <= 65_535 ? ok({ at: 'tcp', host, port }) : err('address-port');
}

function readSerial(text: string): Result<PrinterAddress, AddressFault> {
  const [, path = '', baud] = /^([^?]*)(?:\?(.*))?$/.exec(text) ?? [];
  if (!isDevice(path) && !/^COM[1-9]\d{0,2}$/i.test(path)) return err('address-path');
  if (baud === undefined) return ok({ at: 'serial', path, baudRate: usualBaudRate });
  const baudRate = Number(/^baud=(\d{3,6})$/.exec(baud)?.[1] ?? 0);
  return baudRates.includes(baudRate) ? ok({ at: 'serial', path, baudRate }) : err('address-baud');
}

function isDevice(path: string): boolean {
  return /^\/[^\p{Cc}?#]{1,200}$/u.test(path) && !path.split('/').includes('..') && !path.endsWith('/');
}
