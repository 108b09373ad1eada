// `npm start`: sets up what is missing, then runs the kiosk. Plain JavaScript for Node 20 with no dependencies.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, node, root, setUp } from './setup.mjs';

try {
  setUp();
  build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

// The channel closes when this process ends, however it ends, and the kiosk stops with it.
const kiosk = spawn(node, [join(root, 'electron', 'launch.ts'), ...process.argv.slice(2)], {
  cwd: process.cwd(),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => kiosk.kill(signal));
kiosk.on('exit', (code) => process.exit(code ?? 1));

// A signal to npm ends npm and its shell but never reaches this process: being handed to another parent is the sign.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) kiosk.kill('SIGTERM');
}, 500).unref();
