import { spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { DockFault } from '../../../core/contract.ts';
import { createFakeTcpPrinter, type FakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

export type PrinterCable = {
  /** What the kiosk opens: a real terminal, as a USB or serial device is one. Gone while the printer has no power. */
  path: string;
  fake: FakeTcpPrinter;
  setFault(fault: DockFault): Promise<void>;
};

/** The fake printer at the end of a cable: `socat` joins a terminal to it. */
export async function createPrinterCable(): Promise<PrinterCable> {
  const folder = temporaryFolder('printer-cable');
  const path = join(folder, 'lp0');
  const fake = await createFakeTcpPrinter();
  let joined = { isOver: true, over: Promise.resolve(), end: () => {} };

  async function plug() {
    const program = spawn('socat', [`pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${fake.port}`], {
      stdio: 'ignore',
    });
    const now = { isOver: false, over: Promise.resolve(), end: () => void program.kill() };
    now.over = new Promise((resolve, reject) => {
      program.on('exit', () => {
        now.isOver = true;
        resolve();
      });
      program.on('error', () =>
        reject(new Error('These tests need socat: npm test installs it, or: apt-get install socat')),
      );
    });
    joined = now;
    await Promise.race([
      now.over,
      vi.waitFor(() => {
        if (!existsSync(path)) throw new Error('the cable is not there yet');
      }),
    ]);
    // A terminal nobody holds open ends; a plugged cable does not.
    const holding = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    void now.over.then(() => closeSync(holding));
  }
  await plug();
  onTestFinished(async () => {
    joined.end();
    await joined.over;
    await fake.close();
    removeFolder(folder);
  });
  return {
    path,
    fake,
    async setFault(fault) {
      if (!fake.isOn()) await joined.over;
      await fake.setFault(fault);
      if (fault === 'offline') await joined.over;
      else if (joined.isOver) await plug();
    },
  };
}
