import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FormName, formNames } from '../../../core/forms/form-names.ts';
import { formPaper, type PaperOf } from '../../../core/forms/form-paper.ts';

/** Papers of nobody, as `motcua form` takes them. */
export const sampleFile = (form: FormName) => join(import.meta.dirname, 'samples', `${form}.json`);

export const samplePapers = Object.fromEntries(
  formNames.map((form) => [form, formPaper.parse(JSON.parse(readFileSync(sampleFile(form), 'utf8')))]),
) as { [Form in FormName]: PaperOf<Form> };
