import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { CentreConfig } from './centre-config.ts';
import { readPrivateJson, writePrivateJson } from './data-folder.ts';
import { ok, type Result } from './result.ts';
import type { Store } from './store/store.ts';

const sampleOfficer = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['officer', 'guide', 'admin']),
});
const savedPin = z.object({ id: z.string(), name: z.string(), pin: z.string() });
export type SampleOfficer = z.infer<typeof savedPin>;

/**
 * Fills an empty store with the sample centre and its officers. Their PINs are drawn at random on each machine,
 * so that no kiosk anywhere answers to a PIN that is written in a repository.
 */
export function seedSample(
  store: Store,
  centre: CentreConfig,
  officersJson: unknown,
  pinFile: string,
): Result<SampleOfficer[], string> {
  const officers = z.array(sampleOfficer).parse(officersJson);
  if (store.settings.read('centre') !== null) return readPrivateJson(pinFile, z.array(savedPin), []);
  const withPins = officers.map((officer) => ({
    ...officer,
    pin: String(randomInt(0, 1_000_000)).padStart(6, '0'),
  }));
  for (const { id, name, role, pin } of withPins) store.officers.save({ id, name, role }, pin);
  const saved = withPins.map(({ id, name, pin }) => ({ id, name, pin }));
  writePrivateJson(pinFile, saved);
  store.settings.write('centre', centre);
  return ok(saved);
}
