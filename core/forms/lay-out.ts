import type { FormPaper } from './form-paper.ts';
import { headBlock } from './lay-out-head.ts';
import { layOutTable } from './lay-out-table.ts';
import { type Flow, leading, type Mark, type Measure, type Page, rise, room, sheet } from './page.ts';
import { wordsOfPaper } from './paper-words.ts';
import { runsOf, type SetLine, setParagraph } from './rich-text.ts';
import type { FormTemplate } from './template.ts';

const bodySize = 13;
const footSize = 11;
const paragraphGap = 2.5;
/** To sign in; less where that keeps the paper on one sheet. */
const signatureRoom = { usual: 62, least: 34 };

/** A paper, page by page, as its template says. Nothing stands outside the margins but the number of the page. */
export function layOut(template: FormTemplate, paper: FormPaper, measure: Measure): Page[] {
  const { fields, tables } = wordsOfPaper(paper);
  const pages: Page[] = [{ marks: [] }];
  let y = room.top;
  const flow: Flow = {
    y: () => y,
    need(height) {
      if (y + height <= room.bottom) return false;
      flow.newPage();
      return true;
    },
    put: (marks) => pages.at(-1)?.marks.push(...marks),
    down: (by) => (y += by),
    newPage() {
      pages.push({ marks: [] });
      y = room.top;
    },
  };

  const head = headBlock(template, { ...paper, fields }, measure);
  flow.put(head.marks);
  flow.down(head.height);

  const paragraphs = (line: string, size: number, font: 'regular' | 'italic') => {
    for (const runs of runsOf(line, fields, font) ?? []) {
      putLines(flow, setParagraph(runs, { width: room.width, size, measure }), size);
      flow.down(paragraphGap);
    }
  };
  for (const block of template.body) {
    if ('line' in block) paragraphs(block.line, bodySize, 'regular');
    else layOutTable(flow, block.columns, tables[block.table] ?? [], measure);
  }
  const foot = template.foot.flatMap((line) => runsOf(line, fields, 'italic') ?? []);
  const footLines = foot.flatMap((runs) =>
    setParagraph(runs, { width: room.width, size: footSize, measure }),
  );
  const footHeight = footLines.length * footSize * leading + foot.length * paragraphGap;
  putSignatures(flow, template, fields, footHeight, measure);
  for (const line of template.foot) paragraphs(line, footSize, 'italic');
  return numbered(pages, measure);
}

/** Never a single first or last line of a paragraph alone on a page. */
function putLines(flow: Flow, lines: readonly SetLine[], size: number): void {
  const step = size * leading;
  for (const [index, line] of lines.entries()) {
    const isStart = index === 0 && lines.length > 1;
    const isBeforeLast = index === lines.length - 2;
    flow.need(step * (isStart ? Math.min(2, lines.length) : isBeforeLast ? 2 : 1));
    const y = flow.y() + size * rise;
    flow.put(
      line.pieces.map(({ x, text, font }) => ({ kind: 'text', x: room.left + x, y, text, font, size })),
    );
    flow.down(step);
  }
}

/** The names stand under what their holders sign, kept together and, where it can be, with the foot. */
function putSignatures(
  flow: Flow,
  { signatures }: FormTemplate,
  fields: Readonly<Record<string, string>>,
  footHeight: number,
  measure: Measure,
): void {
  const width = room.width / 2;
  const centreOf = (index: number) => room.left + width * (signatures.length === 1 ? 1.5 : index + 0.5);
  const setAll = (
    part: (signature: FormTemplate['signatures'][number]) => [string, 'bold' | 'italic', number],
  ) =>
    stacked(
      signatures.map((signature, index) => {
        const [text, font, size] = part(signature);
        const lines = (runsOf(text, fields, font) ?? []).flatMap((runs) =>
          setParagraph(runs, { width: width - 12, size, measure }),
        );
        return { lines, size, centre: centreOf(index) };
      }),
    );
  const titles = setAll(({ title }) => [title, 'bold', bodySize]);
  const hints = setAll(({ hint }) => [hint, 'italic', footSize]);
  const names = setAll(({ name }) => [name, 'bold', bodySize]);
  const words = titles.height + hints.height + names.height;

  flow.down(8);
  const isNew = flow.need(words + signatureRoom.least + footHeight + 6);
  const left = room.bottom - flow.y() - words - footHeight - 6;
  const toSign = isNew ? signatureRoom.usual : Math.min(signatureRoom.usual, left);
  for (const [index, block] of [titles, hints, names].entries()) {
    if (index === 2) flow.down(toSign);
    flow.put(block.marks.map((mark) => ({ ...mark, y: mark.y + flow.y() })));
    flow.down(block.height);
  }
  flow.down(6);
}

type TextMark = Extract<Mark, { kind: 'text' }>;

function stacked(columns: { lines: SetLine[]; size: number; centre: number }[]): {
  marks: TextMark[];
  height: number;
} {
  const marks = columns.flatMap(({ lines, size, centre }) =>
    lines.flatMap((line, at) =>
      line.pieces.map(({ x, text, font }): TextMark => {
        const y = at * size * leading + size * rise;
        return { kind: 'text', x: centre - line.width / 2 + x, y, text, font, size };
      }),
    ),
  );
  return { marks, height: Math.max(...columns.map(({ lines, size }) => lines.length * size * leading)) };
}

/** In the middle of the upper margin, and not on the first page, as official papers have it. */
function numbered(pages: Page[], measure: Measure): Page[] {
  return pages.map((page, index) => {
    if (index === 0) return page;
    const text = `${index + 1}/${pages.length}`;
    const x = (sheet.width - measure(text, 'regular', bodySize)) / 2;
    const mark: Mark = { kind: 'text', x, y: room.top - 16, text, font: 'regular', size: bodySize };
    return { marks: [mark, ...page.marks] };
  });
}
