import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';

export type HubProcess = {
  child: ChildProcess;
  /** The first line on stdout, or what happened instead of it. */
  ready: Promise<{ ready: true; url: string; page: string }>;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string; stdout: string }>;
};

/** `hub/main.ts` as its own process, ended with the test. */
export function runHub(environment: Record<string, string>): HubProcess {
  const main = join(import.meta.dirname, '../../hub/main.ts');
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8');
  const ready = new Promise<{ ready: true; url: string; page: string }>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) resolve(JSON.parse(stdout.slice(0, stdout.indexOf('\n'))));
    });
    child.once('close', (code) =>
      reject(new Error(`the hub ended (${code}) before it was ready: ${stderr}`)),
    );
  });
  ready.catch(() => {});
  const exit = new Promise<Awaited<HubProcess['exit']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stderr, stdout }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  return { child, ready, exit };
}
