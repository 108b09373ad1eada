import { spawn } from 'node:child_process';

export type ProgramResult = { isWell: boolean; out: string };
/** Runs a program to its end. `isWell` is false when it failed, is not there or took too long; it never rejects. */
export type RunProgram = (
  name: string,
  args: readonly string[],
  input?: Uint8Array,
) => Promise<ProgramResult>;

const longestMs = 20_000;

export const runProgram: RunProgram = (name, args, input) =>
  new Promise((resolve) => {
    const out: Buffer[] = [];
    // What the programs of a print system say is read, so it must be English.
    const program =
      process.platform === 'win32'
        ? spawn(name, args, { timeout: longestMs, windowsHide: true })
        : spawn('env', ['LC_ALL=C', name, ...args], { timeout: longestMs });
    program.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    program.stderr.resume();
    program.on('error', () => resolve({ isWell: false, out: '' }));
    program.on('close', (code) => resolve({ isWell: code === 0, out: Buffer.concat(out).toString('utf8') }));
    // A program that ends early closes its ear.
    program.stdin.on('error', () => {});
    program.stdin.end(input ?? '');
  });
