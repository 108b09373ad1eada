import { readerWasm } from '../../../core/cli/reader-wasm.ts';
import { prepareQrReader } from '../../../core/card/read-qr.ts';

export async function prepareReader(): Promise<void> {
  await prepareQrReader({ wasmBinary: readerWasm() });
}
