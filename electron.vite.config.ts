import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The first page is drawn once, with its letters: the browser fetches them along with the script, not after it. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml(_html, { bundle }) {
      const fonts = Object.keys(bundle ?? {}).filter((name) =>
        /-(latin|vietnamese)-\d+-normal-.*\.woff2$/.test(name),
      );
      return fonts.map((name) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${name}` },
        injectTo: 'head' as const,
      }));
    },
  };
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // CommonJS for Node 18: the Electron that the tests drive knows no ES module as its main file.
      target: 'node18',
      rollupOptions: {
        input: { main: resolve('electron/main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('renderer'),
    plugins: [react(), preloadFonts()],
    build: {
      outDir: resolve('out/renderer'),
      target: 'chrome114',
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve('renderer/index.html') } },
    },
    worker: { format: 'es' },
  },
});
