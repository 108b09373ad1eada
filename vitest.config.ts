import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/{core,hub,renderer,electron,layers,card-corpus,portal}/**/*.test.{ts,tsx}',
      'test/*.test.ts',
    ],
    // The Playwright suites live beside these and run on their own.
    exclude: ['test/journeys/**', 'test/electron/shell/**', 'node_modules/**'],
    testTimeout: 20_000,
  },
});
