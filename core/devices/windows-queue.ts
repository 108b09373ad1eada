import type { PrinterStatus } from '../contract.ts';
import { runPowerShell } from './powershell.ts';
import { runProgram, type RunProgram } from './run-program.ts';
import type { JobState, Spooler } from './spooled-printer.ts';

const title = 'motcua';

/** Bytes go raw through the spooler: its own functions are the only way past the driver. */
const submitScript = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class RawPrint {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public class DocInfo { public string Name; public string Output; public string Type; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, [In] DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool AbortPrinter(IntPtr printer);
  public static int Send(string name, string title, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) return 0;
    try {
      int job = StartDocPrinter(printer, 1, new DocInfo { Name = title, Type = "RAW" });
      if (job == 0) return 0;
      int written;
      if (WritePrinter(printer, bytes, bytes.Length, out written) && written == bytes.Length && EndDocPrinter(printer)) return job;
      AbortPrinter(printer);
      return 0;
    } finally { ClosePrinter(printer); }
  }
}
'@
$bytes = [Convert]::FromBase64String([Console]::In.ReadToEnd())
"job " + [RawPrint]::Send($queue, '${title}', $bytes)
`;
const statusScript = `(Get-CimInstance Win32_Printer | Where-Object Name -eq $queue) |
  ForEach-Object { "printer $($_.PrinterState) $($_.WorkOffline)" }`;
const stateScript = `(Get-PrintJob -PrinterName $queue -ErrorAction Stop | Where-Object Id -eq $job) |
  ForEach-Object { "status $($_.JobStatus)" }; "end"`;
const cancelScript = 'Remove-PrintJob -PrinterName $queue -ID $job';
const clearScript = `Get-PrintJob -PrinterName $queue | Where-Object DocumentName -eq '${title}' | Remove-PrintJob`;

/** A printer of Windows by its name. The queue forgets a job once the printer took it. */
export function createWindowsQueue(name: string, run: RunProgram = runProgram): Spooler {
  const cancelled = new Map<string, JobState>();
  const call = (script: string, job = '', input?: Uint8Array) =>
    runPowerShell(run, { queue: name, job }, script, input);

  async function stateOf(id: string): Promise<JobState> {
    const { isWell, out } = await call(stateScript, id);
    if (!isWell || !out.includes('end')) return 'unknown';
    const status = /^status (.*)$/m.exec(out)?.[1]?.trim();
    if (status !== undefined) return jobStateOf(status);
    return cancelled.get(id) ?? 'taken';
  }

  return {
    async status() {
      const { isWell, out } = await call(statusScript);
      const [, state, isOff] = /^printer (\d+) (True|False)/m.exec(out) ?? [];
      return isWell && state !== undefined ? statusOf(Number(state), isOff === 'True') : { at: 'offline' };
    },
    async submit(job) {
      const { isWell, out } = await call(submitScript, '', Buffer.from(Buffer.from(job).toString('base64')));
      const id = /^job (\d+)/m.exec(out)?.[1];
      return isWell && id !== undefined && id !== '0' ? id : null;
    },
    stateOf,
    async cancel(id) {
      // Once it is gone the queue cannot tell any more how far it came.
      const before = await stateOf(id);
      cancelled.set(id, before === 'waiting' ? 'dropped' : before === 'taken' ? 'taken' : 'dropped-midway');
      await call(cancelScript, id);
    },
    async clear() {
      await call(clearScript);
    },
  };
}

/** Of Win32_Printer's PrinterState, a sum of flags. */
export function statusOf(state: number, isOff: boolean): PrinterStatus {
  if (isOff || state & 0x80 || state & 0x1000) return { at: 'offline' };
  if (state & 0x10) return { at: 'paper-out' };
  if (state & 0x400000) return { at: 'cover-open' };
  if (state & 0x8 || state & 0x2) return { at: 'error', detail: 'printer-error' };
  return { at: 'ready' };
}

/** Of a job's own words, such as `Printing, Retained` or `Spooling`. */
function jobStateOf(status: string): JobState {
  if (/Printed|Completed/i.test(status)) return 'taken';
  return /Printing|Error|PaperOut|Offline|Deleting|UserIntervention/i.test(status) ? 'at-work' : 'waiting';
}
