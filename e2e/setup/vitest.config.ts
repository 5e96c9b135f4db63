// How do the tests that need no browser run? From the top of the project, each `x.test.ts` beside what it is about.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: [
      'lib/**/*.test.ts',
      'server/**/*.test.ts',
      'app/**/*.test.ts',
      'e2e/setup/**/*.test.ts',
      'e2e/load/**/*.test.ts',
    ],
    environment: 'node',
    // Who only reckons is sixteen times as long about it where thirty things run beside; who waits has limits of its own.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // What is waited for comes at once where nothing is wrong; a busy machine may take more than the second that is usual.
    expect: { poll: { timeout: 4_000 } },
    // For what a machine that is shared does to a test. The summary names each that needed it, and says how many may.
    retry: process.env.CI ? 1 : 0,
    // Two cores are the smallest machine that we promise; more workers than that only fight.
    maxWorkers: 2,
  },
})
