// How is a steward's command run? By whatever path this file is called, which exports nothing and only runs:
//   npm run steward -- list | export | resolve <report> [note] | ban <device> <days> <reason> | bans | unban <device>
import { createClock } from './clock.ts'
import { readEnvironment } from './config.ts'
import { knownSecret } from './secret.ts'
import { runSteward, type Said, saidOf, stewardOn } from './stewarding.ts'
import { connectStores } from './store/connect.ts'

async function main(words: readonly string[]): Promise<Said> {
  const read = readEnvironment()
  if ('problems' in read) return { ok: false, lines: ['Please mend these settings:', ...read.problems] }
  const { config } = read
  if (config.store.kind === 'memory') {
    const why = 'Reports of a site without a Redis live in its own memory, and end with it: set REDIS_URL.'
    return { ok: false, lines: [why] }
  }
  const clock = createClock()
  const stores = connectStores(config.store, clock)
  try {
    return await saidOf(async () => {
      await stores.rooms.ready()
      // Without it everything can be done, and only the words stay sealed.
      const secret = config.secret ?? knownSecret() ?? ''
      return runSteward(words, stewardOn(stores.lobby, clock, config.reportDays, secret))
    })
  } finally {
    await stores.close()
  }
}

const { ok, lines } = await main(process.argv.slice(2))
process.stdout.write(`${lines.join('\n')}\n`)
if (!ok) process.exitCode = 1
