import { defineConfig } from '@playwright/test';

const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  outputDir: 'test-results/playwright',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // Patience for a busy machine; what is fast enough is measured by the benches.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  projects: [
    {
      name: 'journeys',
      testDir: 'test/journeys',
      use: { launchOptions: { executablePath: '/usr/bin/chromium', args: chromiumArgs } },
    },
    { name: 'shell', testDir: 'test/electron/shell' },
  ],
});
