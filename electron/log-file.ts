/** Log lines of the processes, kept in the data folder: two files of at most a few megabytes each. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const limitBytes = 5 * 1024 * 1024;

/** Appends lines to `file`; a full file becomes `file.old`. A disk that cannot be written loses log lines, nothing else. */
export function openLogFile(file: string): (line: string) => void {
  let size = 0;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    size = statSync(file).size;
  } catch {
    // No log yet.
  }
  return (line) => {
    const text = `${line}\n`;
    try {
      if (size > limitBytes) {
        renameSync(file, `${file}.old`);
        size = 0;
      }
      appendFileSync(file, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
    } catch {
      // A full disk must not end the kiosk for the sake of its log.
    }
  };
}
