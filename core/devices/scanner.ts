/** A desk scanner: sends the text of each code held under it. */
export type ScannerStatus = { at: 'ready' } | { at: 'unplugged' } | { at: 'error'; detail: string };
export type Scanner = {
  status(): ScannerStatus;
  /** One call for each code read. The text is as the code holds it, without the scanner's suffix. */
  onText(listener: (text: string) => void): void;
  onStatus(listener: (status: ScannerStatus) => void): void;
  close(): Promise<void>;
};
