import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { formNames, type FormName } from './form-names.ts';
import { wordNames } from './paper-words.ts';

const text = z.string().min(1).max(600);
const isoDay = z.iso.date();

/**
 * One edition of an official form: the words around the fields, in their order. `{name}` stands for a field and `**…**` is
 * bold; a line whose fields are all empty is left out.
 */
export const formTemplate = z
  .strictObject({
    form: z.enum(formNames),
    /** Such as "Mẫu số 01". */
    number: text,
    effectiveFrom: isoDay,
    /** The last day on which it is used; `null` while no successor is known. */
    effectiveTo: isoDay.nullable(),
    source: z.strictObject({
      decree: text,
      /** What nobody has compared with the official text yet; said on screens, never on paper. */
      unconfirmed: z.array(text),
    }),
    /** Lines of the title, set in capitals. */
    title: z.array(text).min(1).max(4),
    body: z
      .array(
        z.union([
          z.strictObject({ line: text }),
          z.strictObject({
            table: z.string(),
            /** `width`: its share of the whole. */
            columns: z
              .array(
                z.strictObject({
                  head: text,
                  cell: z.string(),
                  width: z.number().min(1).max(100),
                  align: z.enum(['left', 'centre']),
                }),
              )
              .min(1)
              .max(8),
          }),
        ]),
      )
      .min(1),
    /** From left to right. */
    signatures: z
      .array(z.strictObject({ title: text, hint: text, name: z.string().max(200) }))
      .min(1)
      .max(2),
    foot: z.array(text).max(8),
  })
  .superRefine((template, context) => {
    const known = wordNames[template.form];
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const look = (path: (string | number)[], line: string) => {
      for (const name of namesIn(line))
        if (!known.fields.includes(name)) complain(path, `there is no field ${name} in this form`);
      if (line.split('**').length % 2 === 0) complain(path, 'bold begins and does not end');
    };
    for (const [index, block] of template.body.entries()) {
      if ('line' in block) look(['body', index, 'line'], block.line);
      else {
        const cells = known.tables[block.table];
        if (cells === undefined)
          complain(['body', index, 'table'], `there is no table ${block.table} in this form`);
        for (const [at, { cell }] of block.columns.entries())
          if (cells?.includes(cell) === false)
            complain(['body', index, 'columns', at, 'cell'], `there is no cell ${cell} in this table`);
      }
    }
    for (const [index, { title, name }] of template.signatures.entries())
      for (const line of [title, name]) look(['signatures', index], line);
    for (const [index, line] of template.foot.entries()) look(['foot', index], line);
    const { effectiveFrom, effectiveTo } = template;
    if (effectiveTo !== null && effectiveTo < effectiveFrom)
      complain(['effectiveTo'], 'must not be before effectiveFrom');
  });
export type FormTemplate = z.infer<typeof formTemplate>;

export function namesIn(line: string): string[] {
  return [...line.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/**
 * Reads every edition of every form. Of each form one edition must hold on each day since its first, and no two at once. The
 * failure is one sentence.
 */
export function readTemplates(
  sources: readonly { name: string; value: unknown }[],
): Result<FormTemplate[], string> {
  const templates: FormTemplate[] = [];
  for (const { name, value } of sources) {
    const parsed = formTemplate.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return err(`The form ${name} is wrong: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
    }
    templates.push(parsed.data);
  }
  for (const form of formNames) {
    const trouble = troubleOf(form, editionsOf(templates, form));
    if (trouble !== null) return err(trouble);
  }
  return ok(templates);
}

/** The edition that holds on a day, `yyyy-mm-dd`; `null` before the first of them. */
export function templateInForce(
  templates: readonly FormTemplate[],
  form: FormName,
  onDay: string,
): FormTemplate | null {
  return (
    templates.find(
      (template) =>
        template.form === form &&
        template.effectiveFrom <= onDay &&
        (template.effectiveTo === null || onDay <= template.effectiveTo),
    ) ?? null
  );
}

function editionsOf(templates: readonly FormTemplate[], form: FormName): FormTemplate[] {
  return templates
    .filter((template) => template.form === form)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

function troubleOf(form: FormName, editions: FormTemplate[]): string | null {
  if (editions.length === 0) return `There is no template of the form ${form}.`;
  for (const [index, { effectiveTo }] of editions.entries()) {
    const next = editions[index + 1];
    if (next === undefined) {
      if (effectiveTo !== null) return `No edition of the form ${form} holds after ${effectiveTo}.`;
    } else if (effectiveTo === null || effectiveTo >= next.effectiveFrom) {
      return `Two editions of the form ${form} hold on ${next.effectiveFrom}.`;
    } else if (dayAfter(effectiveTo) !== next.effectiveFrom) {
      return `No edition of the form ${form} holds on ${dayAfter(effectiveTo)}.`;
    }
  }
  return null;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
