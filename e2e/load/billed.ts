// What does the store bill for a sitting? One that is hurried through here is counted command by command, scripts and what
// they run, as Upstash does; the tests hold a sitting at its own pace to thirty. What passes between is to cost nothing.
import { billed, redisWire } from '../../server/testing/redis-wire.ts'
import { startRedis } from '../setup/redis.mjs'
import { startChild } from './child.ts'
import { wordsPacket } from './pairs-of.ts'
import type { Part } from './row.ts'
import { type Caller, dial } from './wire.ts'

const PATIENCE_MS = 60_000
const SAID = 20
const FORMAT = {
  phases: [
    { kind: 'speak', seconds: 1, floor: 'first' },
    { kind: 'speak', seconds: 1, floor: 'second' },
    { kind: 'drop', seconds: 10, floor: 'none' },
    { kind: 'thanks', seconds: 1, floor: 'all' },
    { kind: 'quiet', seconds: 1, floor: 'none' },
  ],
}

/** Resolves when somebody was shown a view in which `text` stands. */
function shows(caller: Caller, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`never shown: ${text}`)), PATIENCE_MS)
    caller.hear = told => {
      if (!told.startsWith('42["view"') || !told.includes(text)) return
      clearTimeout(late)
      resolve()
    }
  })
}

/** Everything from opening to the last leaving; `meanwhile` while the first has the floor, until the second has. */
export async function sitting(
  port: number,
  meanwhile: (ann: Caller, theBell: Promise<void>) => Promise<void>,
): Promise<void> {
  const [ann, ben] = await Promise.all([dial(port), dial(port)])
  const must = async (who: Caller, event: string, payload: object) => {
    const answer = await who.ask<{ ok: boolean; room?: string; code?: string }>(event, payload)
    if (!answer.ok) throw new Error(`${event} was refused: ${answer.code}`)
    return answer
  }
  const { room } = await must(ann, 'open', { kind: 'friends', format: FORMAT, medium: 'text', name: 'Ann' })
  await must(ben, 'enter', { room, name: 'Ben' })
  await must(ann, 'intent', { do: 'ready', first: 'me' })
  const theBell = shows(ben, '"phase":{"n":1')
  await must(ben, 'intent', { do: 'ready', first: 'other' })
  await meanwhile(ann, theBell)
  await shows(ann, '"phase":{"n":2')
  await must(ann, 'intent', { do: 'line', phase: 2, sealed: 'x'.repeat(300) })
  const closed = shows(ben, '"stage":"closed"')
  await must(ben, 'intent', { do: 'keep', phase: 2 })
  await closed
  await must(ann, 'intent', { do: 'leave' })
  for (const caller of [ann, ben]) caller.close()
}

export const run: Part = async ({ built, say }) => {
  const redis = await startRedis()
  const wire = redisWire(redis.port)
  const child = await startChild('clearing', { built, redis: redis.url })
  const count = async () => Object.values(await billed(wire)).reduce((sum, calls) => sum + calls, 0)
  try {
    // A script that this Redis has not met costs one more, once.
    await sitting(child.port, (_, theBell) => theBell)
    say('billed 1/2')
    await wire.ask('CONFIG', 'RESETSTAT')
    let between = 0
    await sitting(child.port, async (ann, theBell) => {
      const before = await count()
      for (let n = 1; n <= SAID; n++) ann.send(wordsPacket(1_000 + n, n))
      await theBell
      between = (await count()) - before
    })
    const whole = await count()
    say('billed 2/2')
    return [
      { metric: 'billed commands of one sitting', ours: String(whole), value: whole, target: 30 },
      {
        metric: `billed for ${SAID} words, a bell and the next turn`,
        ours: String(between),
        value: between,
        target: 0,
      },
    ]
  } finally {
    wire.close()
    await child.end()
    await redis.stop()
  }
}
