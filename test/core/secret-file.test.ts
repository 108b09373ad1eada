import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readOrCreateSecret } from '../../core/secret-file.ts';
import { removeFolder, temporaryFolder } from '../setup/core-process.ts';

function file(): string {
  const folder = temporaryFolder('secret');
  onTestFinished(() => removeFolder(folder));
  return join(folder, 'token');
}

test('a secret is made once, for its owner only, and is the same for whoever comes later', () => {
  const path = file();
  const first = readOrCreateSecret(path);
  expect(first).toMatchObject({ ok: true });
  expect(first.ok && first.value.length).toBeGreaterThan(40);
  expect(readOrCreateSecret(path)).toEqual(first);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a file that holds no secret is named and left alone', () => {
  const path = file();
  writeFileSync(path, 'short\n');
  const answer = readOrCreateSecret(path);
  expect(answer).toMatchObject({ ok: false });
  expect(!answer.ok && answer.error).toContain(path);
});
