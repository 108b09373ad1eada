import type { ProgramResult, RunProgram } from './run-program.ts';

const options = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand'];

/** Runs a script in the PowerShell that every Windows has. The values reach it as variables and never as part of the script. */
export function runPowerShell(
  run: RunProgram,
  values: Record<string, string>,
  script: string,
  input?: Uint8Array,
): Promise<ProgramResult> {
  const base64 = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding).toString('base64');
  const variables = Object.entries(values).map(
    ([name, value]) =>
      `$${name} = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(value, 'utf8')}'))`,
  );
  const whole = ['[Console]::OutputEncoding = [Text.Encoding]::UTF8', ...variables, script].join('\n');
  return run('powershell.exe', [...options, base64(whole, 'utf16le')], input);
}
