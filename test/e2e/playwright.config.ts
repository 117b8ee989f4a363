import { defineConfig } from '@playwright/test';
import { findChromium } from '../host/ensure.mjs';
import { CHROMIUM_ARGS } from '../host/server.mjs';

/** The packaged extension in a real VS Code in a real browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/e2e',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-results.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    // A click on what never comes must not wait until the whole test is over.
    actionTimeout: 60_000,
    navigationTimeout: 90_000,
    viewport: { width: 1400, height: 900 },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
  },
});
