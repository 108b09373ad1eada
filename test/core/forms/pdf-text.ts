import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/** What poppler makes of a PDF, which is handed over and taken back without a file. */
export async function poppler(program: string, args: string[], pdf: Uint8Array): Promise<Buffer> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const failed = new Promise<never>((_resolve, reject) => child.on('error', reject));
  child.stdin.on('error', () => {});
  child.stdin.end(pdf);
  const [out, errors] = await Promise.race([
    Promise.all([buffer(child.stdout), buffer(child.stderr)]),
    failed,
  ]);
  if (errors.length > 0) throw new Error(`${program}: ${errors.toString()}`);
  return out;
}

/** The text as it stands, blanks that break no line as blanks. */
export async function pdfText(pdf: Uint8Array, ...args: string[]): Promise<string> {
  const text = await poppler('pdftotext', [...args, '-', '-'], pdf);
  return text.toString('utf8').replaceAll('\u00a0', ' ');
}
