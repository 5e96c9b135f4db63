// What happens when everything that can be sent is sent for longer than a suite has time for? `npm run fuzz -- <minutes> [seed]`; without
// a seed another one each time, which is said, so that what was found can be found again.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'

const [minutes = '10', seed = String(randomInt(2 ** 31))] = process.argv.slice(2)
if (![minutes, seed].every(text => /^\d+(\.\d+)?$/.test(text))) {
  process.stdout.write('Say for how many minutes, and perhaps from which seed: npm run fuzz -- 10 1234\n')
  process.exit(1)
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '-c', 'e2e/setup/vitest.config.ts', 'server/fuzz.test.ts'],
  {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, FUZZ_MINUTES: minutes, FUZZ_SEED: seed },
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
