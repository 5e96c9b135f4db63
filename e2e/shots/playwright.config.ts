// How are the screens drawn? By the same walks as the accessibility tests take, once as on a phone and once as on a desk;
// then everything is laid side by side. Not a test: nothing here decides whether the product is right.
import { defineConfig } from '@playwright/test'
import { language } from '../screens/language.ts'
import { launchOptions } from '../setup/chromium.mjs'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1280, height: 800 } }

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    locale: language === 'en' ? 'en-GB' : language,
    timezoneId: 'UTC',
  },
  projects: [
    { name: 'phone', testMatch: 'screens.shots.ts', use: phone },
    { name: 'desk', testMatch: 'screens.shots.ts', use: desk },
    { name: 'sheets', testMatch: 'sheets.shots.ts', dependencies: ['phone', 'desk'], use: desk },
  ],
})
