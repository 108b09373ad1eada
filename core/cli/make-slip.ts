import { readFileSync, writeFileSync } from 'node:fs';
import { type PaperWidth } from '../slips/bitmap.ts';
import { drawSlip } from '../slips/draw.ts';
import { bitmapToEscpos } from '../slips/escpos.ts';
import { bitmapToPng } from '../slips/png.ts';
import { linesOfSlip } from '../slips/lines-of-slip.ts';
import { type Reprint, slip as anySlip } from '../slips/slip.ts';
import { type Answer, failure, success } from './answer.ts';

/** Draws the slip in a JSON file, into a PNG or, when `out` ends in `.bin`, into the bytes for a printer. */
export async function makeSlip(
  path: string,
  { out, dots, reprint }: { out: string; dots: PaperWidth; reprint: Reprint | null },
): Promise<Answer> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return failure(error instanceof SyntaxError ? 'not-json' : 'cannot-read-file', { file: path });
  }
  const slip = anySlip.safeParse(value);
  if (!slip.success) {
    const issue = slip.error.issues[0];
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const field = [...(issue?.path ?? []), ...unknown].join('.') || 'slip';
    return failure(`bad-slip:${field}`, { field, message: issue?.message ?? '' });
  }
  const bitmap = await drawSlip(linesOfSlip(slip.data, reprint), dots);
  const bytes = out.endsWith('.png') ? await bitmapToPng(bitmap) : bitmapToEscpos(bitmap);
  try {
    writeFileSync(out, bytes);
  } catch {
    return failure('cannot-write-file', { file: out });
  }
  return success({ out, widthDots: dots, heightDots: bitmap.heightDots, bytes: bytes.length });
}
