import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The decoder's WebAssembly as it was installed. Throws when it was not. */
export function readerWasm(): ArrayBuffer {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return new Uint8Array(readFileSync(path)).buffer;
}
