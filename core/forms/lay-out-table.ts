import { type Flow, type FontName, leading, type Mark, type Measure, rise, room } from './page.ts';
import { runsOf, type SetLine, setParagraph } from './rich-text.ts';

type Column = { head: string; cell: string; width: number; align: 'left' | 'centre' };

const size = 12;
const step = size * leading;
const padding = 3.5;

/** A ruled table. Its head stands again on every page; a row that is higher than what is left of a page goes on on the next. */
export function layOutTable(
  flow: Flow,
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, string>>[],
  measure: Measure,
): void {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / all) * room.width);
  const set = (text: string, width: number, font: FontName): SetLine[] =>
    // Braces in somebody's text are no field: it goes in as the value of one.
    (runsOf('{text}', { text }, font) ?? []).flatMap((runs) =>
      setParagraph(runs, { width: width - 2 * padding, size, measure }),
    );
  const head = columns.map((column, index) => set(column.head, widths[index] ?? 0, 'bold'));
  const putHead = () => {
    putRow(flow, columns, widths, head, true);
  };

  flow.down(2);
  const cells = rows.map((row) =>
    columns.map(({ cell }, index) => set(row[cell] ?? '', widths[index] ?? 0, 'regular')),
  );
  const firstHeight = heightOf(head) + Math.min(heightOf(cells[0] ?? []), 2 * step + 2 * padding);
  flow.need(firstHeight);
  putHead();
  for (const row of cells) {
    let left = row;
    for (;;) {
      const fit = Math.floor((room.bottom - flow.y() - 2 * padding) / step);
      const lines = Math.max(1, ...left.map((cell) => cell.length));
      // A row goes over in parts only where a whole page could not hold it: its words belong together.
      const splits = lines > Math.floor((room.bottom - room.top - heightOf(head) - 2 * padding) / step);
      if (fit >= lines || (splits && fit >= 3)) {
        putRow(
          flow,
          columns,
          widths,
          left.map((cell) => cell.slice(0, fit)),
          false,
        );
        if (fit >= lines) break;
        left = left.map((cell) => cell.slice(fit));
      }
      flow.newPage();
      putHead();
    }
  }
  flow.down(7);
}

function heightOf(cells: readonly SetLine[][]): number {
  return Math.max(1, ...cells.map((cell) => cell.length)) * step + 2 * padding;
}

function putRow(
  flow: Flow,
  columns: readonly Column[],
  widths: readonly number[],
  cells: readonly SetLine[][],
  isHead: boolean,
): void {
  const height = heightOf(cells);
  const top = flow.y();
  const marks: Mark[] = [];
  const rule = (x1: number, y1: number, x2: number, y2: number) =>
    marks.push({ kind: 'line', x1, y1, x2, y2 });
  rule(room.left, top, room.right, top);
  rule(room.left, top + height, room.right, top + height);
  rule(room.left, top, room.left, top + height);
  let left = room.left;
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0;
    const lines = cells[index] ?? [];
    const isCentred = isHead || column.align === 'centre';
    const lower = isHead ? (height - 2 * padding - lines.length * step) / 2 : 0;
    for (const [at, line] of lines.entries()) {
      const indent = isCentred ? (width - line.width) / 2 : padding;
      for (const { x, text, font } of line.pieces) {
        const y = top + padding + lower + at * step + size * rise;
        marks.push({ kind: 'text', x: left + indent + x, y, text, font, size });
      }
    }
    left += width;
    rule(left, top, left, top + height);
  }
  flow.put(marks);
  flow.down(height);
}
