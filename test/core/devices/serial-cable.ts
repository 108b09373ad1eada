import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

export type SerialCable = {
  /** What the kiosk opens; the same before and after the plug was out. */
  path: string;
  /** Writes as the scanner does; resolves when the bytes are on the cable. */
  send(bytes: string | Uint8Array): Promise<void>;
  unplug(): Promise<void>;
  plug(): Promise<void>;
};

/** Two real terminals joined by `socat`, one for the kiosk and one for the scanner. */
export async function createSerialCable(): Promise<SerialCable> {
  const folder = temporaryFolder('cable');
  const path = join(folder, 'scanner');
  const farPath = join(folder, 'far');
  let unplug = async () => {};
  let far: WriteStream | null = null;

  async function plug() {
    const ends = [path, farPath].map((end) => `pty,raw,echo=0,link=${end}`);
    const joined = spawn('socat', ends, { stdio: 'ignore' });
    const ended = new Promise<void>((resolve, reject) => {
      joined.on('exit', () => resolve());
      joined.on('error', () =>
        reject(new Error('These tests need socat: npm test installs it, or: apt-get install socat')),
      );
    });
    await Promise.race([
      ended,
      vi.waitFor(() => {
        if (!existsSync(path) || !existsSync(farPath)) throw new Error('the cable is not there yet');
      }),
    ]);
    const end = createWriteStream(farPath, { flags: 'r+' });
    // The far end of a cable that was pulled cannot be written to.
    end.on('error', () => {});
    far = end;
    unplug = async () => {
      joined.kill();
      await ended;
      end.destroy();
    };
  }
  await plug();
  onTestFinished(async () => {
    await unplug();
    removeFolder(folder);
  });
  return {
    path,
    send: (bytes) =>
      new Promise((resolve, reject) =>
        far?.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve())),
      ),
    unplug: () => unplug(),
    plug,
  };
}
