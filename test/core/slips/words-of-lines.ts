import { unreachable } from '../../../core/result.ts';
import type { SlipLine } from '../../../core/slips/slip-lines.ts';

/** What stands on a slip, a line each, without its codes and rules. */
export function wordsOfLines(lines: SlipLine[]): string {
  return lines.flatMap(wordsOf).join('\n');
}

function wordsOf(line: SlipLine): string[] {
  switch (line.kind) {
    case 'text':
    case 'giant':
    case 'bar':
      return [line.text];
    case 'row':
      return [`${line.label}: ${line.value}`];
    case 'item':
      return [line.mark === 'box' ? `[ ] ${line.text}` : `${line.mark}. ${line.text}`, ...line.details];
    case 'columns':
      return line.columns.map(wordsOfLines);
    case 'table':
      return [line.heads.join(' '), ...line.rows.flatMap(({ title, cells }) => [title, cells.join(' ')])];
    case 'rule':
    case 'underline':
    case 'gap':
    case 'qr':
    case 'barcode':
    case 'ruler':
      return [];
    default:
      return unreachable(line);
  }
}
