import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, type Result } from '../result.ts';
import { type FormTemplate, readTemplates } from './template.ts';

/** Every edition of every form in a folder, one JSON file each. The failure is one sentence that names the file. */
export function loadTemplates(folder: string): Result<FormTemplate[], string> {
  const sources: { name: string; value: unknown }[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    try {
      sources.push({ name, value: JSON.parse(readFileSync(join(folder, name), 'utf8')) });
    } catch {
      return err(`The form ${name} is not JSON.`);
    }
  }
  return readTemplates(sources);
}
