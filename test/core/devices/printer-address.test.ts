import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPrinterAddress } from '../../../core/devices/printer-address.ts';

test.each([
  ['virtual', { at: 'virtual', id: 'virtual' }],
  ['virtual-2', { at: 'virtual', id: 'virtual-2' }],
  ['tcp://192.168.1.50', { at: 'tcp', host: '192.168.1.50', port: 9100 }],
  ['tcp://may-in.local:9101', { at: 'tcp', host: 'may-in.local', port: 9101 }],
  ['tcp://[fe80::1]:9100', { at: 'tcp', host: 'fe80::1', port: 9100 }],
  ['file:///dev/usb/lp0', { at: 'file', path: '/dev/usb/lp0' }],
  ['serial:///dev/ttyUSB0', { at: 'serial', path: '/dev/ttyUSB0', baudRate: 115_200 }],
  ['serial://COM3?baud=9600', { at: 'serial', path: 'COM3', baudRate: 9600 }],
  ['cups://PHIEU_1', { at: 'cups', queue: 'PHIEU_1' }],
  ['windows://EPSON TM-T82III Receipt', { at: 'windows', name: 'EPSON TM-T82III Receipt' }],
  ['windows://\\\\máy-chủ\\Máy in phiếu', { at: 'windows', name: '\\\\máy-chủ\\Máy in phiếu' }],
])('%s leads to a printer', (text, address) => {
  expect(readPrinterAddress(text)).toEqual({ ok: true, value: address });
});

test.each([
  ['', 'address-kind'],
  ['lpt1', 'address-kind'],
  ['192.168.1.50', 'address-kind'],
  ['http://192.168.1.50', 'address-kind'],
  ['tcp://', 'address-host'],
  ['tcp://192.168.1.300', 'address-host'],
  ['tcp://1.2.3', 'address-host'],
  ['tcp://máy in', 'address-host'],
  ['tcp://10.0.0.1/x', 'address-host'],
  ['tcp://10.0.0.1:0', 'address-port'],
  ['tcp://10.0.0.1:65536', 'address-port'],
  ['tcp://10.0.0.1:', 'address-port'],
  ['file://dev/usb/lp0', 'address-path'],
  ['file:///dev/../etc/passwd', 'address-path'],
  ['serial://', 'address-path'],
  ['serial://COM0', 'address-path'],
  ['serial:///dev/ttyUSB0?baud=12', 'address-baud'],
  ['serial:///dev/ttyUSB0?speed=9600', 'address-baud'],
  ['cups://', 'address-queue'],
  ['cups://-o', 'address-queue'],
  ['cups://hai từ', 'address-queue'],
  ['windows:// ', 'address-queue'],
])('"%s" is refused by the name of what is wrong', (text, fault) => {
  expect(readPrinterAddress(text)).toEqual({ ok: false, error: fault });
});

test('whatever is typed after a scheme, the name of a queue is never an option of a program', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const read = readPrinterAddress(`cups://${text}`);
      if (read.ok) expect(read.value).toMatchObject({ queue: expect.stringMatching(/^[\w][\w.@+-]*$/) });
    }),
  );
});
