import { spawn } from 'node:child_process';

export type ProgramResult = { isWell: boolean; out: string };
/** Runs a program to its end. `isWell` is false when it failed, is not there or took too long; it never rejects. */
export type RunProgram = (
  name: string,
  args: readonly string[],
  given?: { input?: Uint8Array; env?: Record<string, string> },
) => Promise<ProgramResult>;

const longestMs = 20_000;

export const runProgram: RunProgram = (name, args, { input, env } = {}) =>
  new Promise((resolve) => {
    const out: Buffer[] = [];
    // Words of the system's programs are read, so they must be English.
    const environment = { ...process.env, LC_ALL: 'C', ...env };
    const program = spawn(name, args, { env: environment, timeout: longestMs, windowsHide: true });
    program.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    program.stderr.resume();
    program.on('error', () => resolve({ isWell: false, out: '' }));
    program.on('close', (code) => resolve({ isWell: code === 0, out: Buffer.concat(out).toString('utf8') }));
    // A program that ends early closes its ear.
    program.stdin.on('error', () => {});
    program.stdin.end(input ?? '');
  });
