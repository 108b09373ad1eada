import { readFileSync, writeFileSync } from 'node:fs';
import { localDay } from '../clock.ts';
import { drawForm } from '../forms/draw-pdf.ts';
import { formPaper, madeAt } from '../forms/form-paper.ts';
import { loadTemplates } from '../forms/load-templates.ts';
import { templateInForce } from '../forms/template.ts';
import { type Answer, failure, success } from './answer.ts';

/** Draws the paper in a JSON file as PDF, by the template that held on its day. */
export async function makeForm(path: string, out: string, templateFolder: string): Promise<Answer> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return failure(error instanceof SyntaxError ? 'not-json' : 'cannot-read-file', { file: path });
  }
  const paper = formPaper.safeParse(value);
  if (!paper.success) {
    const issue = paper.error.issues[0];
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const field = unknown ?? (issue?.path.join('.') || 'form');
    return failure(`bad-form:${field}`, { field, message: issue?.message ?? '' });
  }
  const templates = loadTemplates(templateFolder);
  if (!templates.ok) return failure('bad-template', { message: templates.error });
  const template = templateInForce(templates.value, paper.data.form, localDay(madeAt(paper.data)));
  if (template === null) return failure('no-template-on-that-day', { form: paper.data.form });
  const bytes = await drawForm(template, paper.data);
  try {
    writeFileSync(out, bytes);
  } catch {
    return failure('cannot-write-file', { file: out });
  }
  const { number, source } = template;
  return success({ out, number, bytes: bytes.length, unconfirmed: source.unconfirmed });
}
