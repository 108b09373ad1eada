import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * The core as one file: a kiosk that reads some hundred files and strips their types takes twice as long to start, and
 * Electron's own Node strips no types at all. Native packages stay outside.
 */
export default defineConfig({
  logLevel: 'warn',
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['better-sqlite3', '@napi-rs/canvas', 'serialport'] },
  build: {
    ssr: true,
    outDir: resolve('out/core'),
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: {
        main: resolve('core/main.ts'),
        'press-worker': resolve('core/slips/press-worker.ts'),
        'form-worker': resolve('core/forms/form-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});
