// How do the browser tests run? Against the built site, in one real browser, with a clock that can be turned on.
import { defineConfig } from '@playwright/test'
import { launchOptions } from './setup/chromium.mjs'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Each worker runs its own server; two cores carry two of them with their browsers.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Two cores may be busy with something else for a while; the summary says how many tests may need another try.
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: process.env.CI ? 30_000 : 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 390, height: 844 },
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    trace: 'off',
  },
})
