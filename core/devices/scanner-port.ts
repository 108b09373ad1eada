/** `baudRate` means nothing on USB, where most scanners are, and everything on a real serial cable. */
export type ScannerPort = { path: string; baudRate: number };

const usualBaudRate = 9600;

/** Reads `/dev/ttyACM0`, `COM3` or `/dev/ttyS0?baud=115200`. `null` when the part after the `?` is anything else. */
export function readScannerPort(text: string): ScannerPort | null {
  const [, path, rate] = /^([^?]+)(?:\?baud=([1-9][0-9]{2,6}))?$/.exec(text) ?? [];
  if (path === undefined) return null;
  return { path, baudRate: rate === undefined ? usualBaudRate : Number(rate) };
}
