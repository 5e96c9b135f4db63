// How is the site broken on purpose? As the tests that need no browser run, and with the outages that last as long as real ones do, for
// which `npm test` has no time.
import { defineConfig } from 'vitest/config'
import quick from './vitest.config.ts'

export default defineConfig({
  ...quick,
  // One after the other: each has processes enough for two cores.
  test: { ...quick.test, include: ['server/faults/**/*.test.ts', 'server/faults/**/*.long.ts'], maxWorkers: 1 },
})
