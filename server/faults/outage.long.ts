// What happens to people when the Redis cannot be reached for half a minute, as when its machine is moved? Whether it stands still or the
// network swallows what is sent to it. As long as it really takes, so not among the tests that run each time: `npm run faults`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenAsk } from '../../lib/wire/events.ts'
import type { Dweller } from '../testing/dweller.ts'
import { type Fleet, startFleet } from '../testing/fleet.ts'
import { opening, sealed } from '../testing/pair.ts'

let fleet: Fleet
beforeAll(async () => {
  fleet = await startFleet()
})
afterAll(() => fleet?.close())

const OUTAGE_MS = 30_000
const TURN = { kind: 'speak', seconds: 300, floor: 'first' } as const
/** Ends in the middle of the outage: a turn with its seven seconds of grace. */
const SOON = { kind: 'speak', seconds: 40, floor: 'first' } as const
const TURN_MS = 47_000
/** So long before its end the outage begins: the next one goes on for long after it, however busy the machine is. */
const BEFORE_MS = 12_000
const THEIRS = { kind: 'speak', seconds: 300, floor: 'second' } as const
const LAST = { kind: 'quiet', seconds: 300, floor: 'none' } as const

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

interface Two {
  ann: Dweller
  ben: Dweller
  endsAt: number
}

/** `at`: the processes at which the two are. */
async function sits(at: [number, number], phases: NonNullable<OpenAsk['format']>): Promise<Two> {
  const ann = await fleet.come(at[0], { open: opening({ format: phases }) })
  const ben = await fleet.come(at[1], { room: ann.room, name: 'Ben' })
  await ann.intend({ do: 'ready', first: 'me' })
  await ben.intend({ do: 'ready', first: 'other' })
  const { phase } = await ann.sees(view => view.stage === 'sitting')
  await ben.sees(view => view.stage === 'sitting')
  return { ann, ben, endsAt: phase?.endsAt ?? 0 }
}

const WAYS: Record<string, (isAway: boolean) => void> = {
  'stands still': isAway => process.kill(fleet.redis.pid, isAway ? 'SIGSTOP' : 'SIGCONT'),
  'is cut off': isAway => {
    for (const line of fleet.lines) line.swallow(isAway)
  },
}

describe.each(Object.keys(WAYS))('it %s for half a minute', how => {
  test('words go on, nothing is decided, no room ends, no turn is spent, and all goes on after it', {
    timeout: 180_000,
  }, async () => {
    const together = await sits([0, 0], { phases: [TURN, THEIRS] })
    const apart = await sits([0, 1], { phases: [TURN, THEIRS] })
    const boundary = await sits([0, 1], { phases: [SOON, { ...SOON, floor: 'second' }, LAST] })
    const asks = await sits([0, 0], { phases: [TURN, THEIRS] })
    const all = [together, apart, boundary, asks]
    // A room that gathers is not lost either.
    const waiting = await fleet.come(1, { open: opening() })
    await sleep(boundary.endsAt - BEFORE_MS - Date.now())
    const shownBefore = all.map(({ ann, ben }) => [ann.shown.length, ben.shown.length])

    WAYS[how]?.(true)
    const until = performance.now() + OUTAGE_MS
    const held = asks.ben.intend({ do: 'hold' })
    // Nobody can know yet: they are taken.
    expect(await apart.ann.say(0, 1, sealed('at once'))).toBeNull()
    let meanwhile: Promise<string | null> | null = null
    for (let id = 1; performance.now() < until; id++) {
      // Nobody need be asked for these, and the listener is not let in by an outage.
      expect(await together.ann.say(0, id, sealed(`words ${id}`))).toBeNull()
      await expect.poll(() => together.ann.isUp() && together.ben.heard.length).toBe(id)
      expect(await together.ben.say(0, id, sealed('no'))).toBe('not-allowed')
      await sleep(1_000)
      // By now it is known that nothing reaches the other process: what is said is kept by whoever says it.
      if (id === 5) meanwhile = apart.ann.say(0, 2, sealed('meanwhile'))
    }
    expect(apart.ben.heard).toEqual([])
    expect(together.ben.heard.length).toBeGreaterThan(15)
    for (const [n, { ann, ben }] of all.entries()) {
      for (const [m, person] of [ann, ben].entries()) {
        const since = person.shown.slice(shownBefore[n]?.[m])
        // What anybody was shown meanwhile was kept before: nobody held, went or closed anything.
        expect(since.filter(({ view }) => view.held || view.stage !== 'sitting')).toEqual([])
        expect(person.isGone()).toBe(false)
        expect(person.outages).toEqual([])
      }
    }
    WAYS[how]?.(false)

    // Whether the store took it before it stood still was not known: asked again, it may have been done.
    expect([null, 'not-now']).toContain(await held)
    for (const person of [asks.ann, asks.ben]) await person.sees(view => view.held?.why === 'asked', 30_000)
    for (const person of [asks.ann, asks.ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
    for (const person of [asks.ann, asks.ben]) await person.sees(view => view.held === null)

    expect(await asks.ann.say(0, 1, sealed('after it'))).toBeNull()
    await expect.poll(() => asks.ben.heard.length).toBe(1)

    // Nobody was away, so nothing was stopped, and the turn has its end where it was.
    for (const person of [apart.ann, apart.ben]) {
      const { phase, held, seats } = await person.sees(
        view => view.seats.a?.here === true && view.seats.b?.here === true,
      )
      expect([phase?.n, phase?.endsAt, held, seats.a?.here]).toEqual([0, apart.endsAt, null, true])
    }
    expect(await meanwhile).toBeNull()
    const both = ['at once', 'meanwhile'].map(sealed)
    await expect.poll(() => apart.ben.heard.map(words => words.sealed).sort()).toEqual(both.sort())

    // The turn that ended meanwhile ended at its instant, and the next one is as long as it was to be.
    for (const person of [boundary.ann, boundary.ben]) {
      const { phase } = await person.sees(view => view.phase?.n === 1 && view.held === null, 30_000)
      expect([phase?.startedAt, phase?.endsAt]).toEqual([boundary.endsAt, boundary.endsAt + TURN_MS])
    }
    await fleet.come(0, { room: waiting.room, name: 'Ben' })
    await waiting.sees(view => view.seats.b?.here === true)
  })
})
