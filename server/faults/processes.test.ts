// What happens to two people when a process is killed, told to end, or stands still? In each kind of phase: they are back, the phase goes
// on, its end has not moved, and whoever may speak is heard.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fleet, type Pair, STAGE_NAMES, STAGES, type Stage, sitting, startFleet } from '../testing/fleet.ts'
import { sealed } from '../testing/pair.ts'

let fleet: Fleet
let pairs: Pair[]

beforeAll(async () => {
  fleet = await startFleet()
  pairs = await Promise.all(STAGE_NAMES.map(stage => sitting(fleet, stage)))
})
afterAll(() => fleet?.close())

/** Whose words are heard in a phase of this floor: where both may speak, one does. */
const SPEAKER = { none: null, first: 'ann', second: 'ben', all: 'ann' } as const
const other = { ann: 'ben', ben: 'ann' } as const
const floorOf = (stage: Stage) => {
  const phase = STAGES[stage]
  // Whose turn it was answers in such a phase, and nobody is heard.
  return phase === null || phase.kind === 'heard' ? 'none' : phase.floor
}
/** Everything that was said, in all rooms. */
const said: string[] = []

/**
 * Both sit in the same phase as before, which ends when it was to end, and words go where they should. `again`: what was said to a process
 * that had just been lost is lost with it, and a page asks for it again; here it is said again.
 */
async function asBefore({ stage, ann, ben, endsAt }: Pair, again: boolean): Promise<void> {
  for (const person of [ann, ben]) {
    const view = await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
    expect([stage, view.held, view.phase?.endsAt ?? null, view.phase?.n ?? null]).toEqual([
      stage,
      null,
      endsAt,
      endsAt === null ? null : 0,
    ])
  }
  // Whoever was back first is shown the other's return a moment later.
  await expect.poll(() => ann.view().rev - ben.view().rev, { message: `both in ${stage} see the same` }).toBe(0)
  const floor = floorOf(stage)
  const who = SPEAKER[floor]
  if (who === null) return
  const pair = { ann, ben }
  const [speaker, listener] = [pair[who], pair[other[who]]]
  const first = said.length + 1
  const words = (id: number) => `words ${stage} ${id}`
  let last = 0
  const hears = () => listener.heard.some(({ id }) => id >= first)
  const says = async () => {
    if (hears()) return true
    if (again || last === 0) {
      last = said.length + 1
      said.push(words(last))
      expect(await speaker.say(0, last, sealed(words(last)))).toBeNull()
    }
    return hears()
  }
  await expect.poll(says, { interval: 100, timeout: 8_000, message: `${who} to the other in ${stage}` }).toBe(true)
  if (floor !== 'all') expect(await listener.say(0, first, sealed('no'))).toBe('not-allowed')
}

async function all(again: boolean): Promise<void> {
  await Promise.all(pairs.map(pair => asBefore(pair, again)))
}
const everybody = () => pairs.flatMap(({ ann, ben }) => [ann, ben])

/** How often each has lost the site so far. */
const losses = () => everybody().map(({ outages }) => outages.length)

/**
 * Each process has each of these happen to it, and each begins where the one before has left everybody. `all`: both people of each room sit
 * at the process that it happens to, so that it is taken up by one that was not watching it.
 */
describe.each([
  { at: 0, all: false },
  { at: 1, all: true },
])('process $at', { timeout: 120_000 }, ({ at, all: both }) => {
  const rest = 1 - at

  test('is killed without a word: its people sit at the other one, and no turn is spent or doubled', async () => {
    await all(false)
    const before = losses()
    const killed = fleet.sites[at]
    killed?.child.kill('SIGKILL')
    await killed?.ended
    await all(true)
    const lost = losses().filter((count, n) => count > (before[n] ?? 0))
    expect(lost).toHaveLength(both ? everybody().length : pairs.length)
    await fleet.replace(at)
  })

  test('takes over from one that is told to end: nobody was away, and nobody is let go before', async () => {
    const before = losses()
    fleet.sites[rest]?.child.kill('SIGTERM')
    expect(await fleet.sites[rest]?.ended).toBe(0)
    await all(false)
    const since = everybody().map(({ outages }, n) => outages.slice(before[n]))
    // All sat at that one: those of this one had come there when it was killed.
    expect(since.map(ways => ways.length)).toEqual(everybody().map(() => 1))
    expect(new Set(since.flat())).toEqual(new Set([0]))
    await fleet.replace(rest)
  })

  test('stands still and goes on: its people were at the other one meanwhile, and it does not come between', async () => {
    const late = await Promise.all(
      pairs.map(({ ann }) => fleet.come(rest, { room: ann.room, name: 'Third' }).catch(() => null)),
    )
    expect(late.every(person => person === null)).toBe(true)
    const still = fleet.sites[at]
    still?.child.kill('SIGSTOP')
    // Their connections are ended by the network between, as pages end one that is silent.
    fleet.doors[at]?.lead(fleet.sites[rest]?.port ?? 0)
    await all(true)
    still?.child.kill('SIGCONT')
    fleet.doors[at]?.lead(still?.port ?? 0)
    await all(false)
  })
})

test('nothing that anybody said is in a log', () => {
  expect(said.length).toBeGreaterThan(STAGE_NAMES.length)
  const logs = fleet.said()
  expect(logs).toContain('"fact"')
  for (const words of said) expect(logs).not.toContain(sealed(words))
})
