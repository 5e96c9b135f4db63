// What happens to two people when a process is killed, told to end, or stands still? In each kind of phase: they are back, the phase goes
// on, its end has not moved, and whoever may speak is heard.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fleet, type Pair, STAGE_NAMES, sitting, startFleet } from '../testing/fleet.ts'
import { sealed } from '../testing/pair.ts'

let fleet: Fleet
let pairs: Pair[]

beforeAll(async () => {
  fleet = await startFleet()
  pairs = []
  for (const stage of STAGE_NAMES) pairs.push(await sitting(fleet, stage))
})
afterAll(() => fleet?.close())

/** Who may speak, when anybody may. */
const FLOOR = { 'own turn': 'ann', 'their turn': 'ben', thanks: 'ann' } as const
const other = { ann: 'ben', ben: 'ann' } as const
let said = 0

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
  expect(ann.view().rev).toBe(ben.view().rev)
  const who = FLOOR[stage as keyof typeof FLOOR]
  if (!who) return
  const pair = { ann, ben }
  const [speaker, listener] = [pair[who], pair[other[who]]]
  const first = said + 1
  const hears = () => listener.heard.some(words => words.id >= first)
  const says = async () => {
    if (hears()) return true
    if (again || said < first) expect(await speaker.say(0, ++said, sealed(`words ${said}`))).toBeNull()
    return hears()
  }
  await expect.poll(says, { interval: 100, timeout: 8_000, message: `${who} to the other in ${stage}` }).toBe(true)
  if (stage !== 'thanks') expect(await listener.say(0, first, sealed('no'))).toBe('not-allowed')
}

/** One pair after the other: each has its own words. */
async function all(again: boolean): Promise<void> {
  for (const pair of pairs) await asBefore(pair, again)
}
const everybody = () => pairs.flatMap(({ ann, ben }) => [ann, ben])

describe('a process', { timeout: 120_000 }, () => {
  test('that is killed without a word: its people sit at the other one, and no turn is spent or doubled', async () => {
    await all(false)
    const [killed] = fleet.sites
    killed?.child.kill('SIGKILL')
    await killed?.ended
    await all(true)
    expect(everybody().filter(person => person.outages.length > 0)).toHaveLength(pairs.length)
  })

  test('that is told to end: everybody is at another one before they let it go, and nobody was away', async () => {
    await fleet.replace(0)
    const before = everybody().map(({ outages }) => outages.length)
    fleet.sites[1]?.child.kill('SIGTERM')
    expect(await fleet.sites[1]?.ended).toBe(0)
    await all(false)
    const since = everybody().map(({ outages }, at) => outages.slice(before[at]))
    // All sat at this one: those of the other had come here when theirs was killed.
    expect(since.map(ways => ways.length)).toEqual(everybody().map(() => 1))
    expect(new Set(since.flat())).toEqual(new Set([0]))
  })

  test('that stands still and goes on: its people were at another one meanwhile, and it does not come between', async () => {
    await fleet.replace(1)
    const late = await Promise.all(
      pairs.map(({ ann }) => fleet.come(1, { room: ann.room, name: 'Third' }).catch(() => null)),
    )
    expect(late.every(person => person === null)).toBe(true)
    const [still] = fleet.sites
    still?.child.kill('SIGSTOP')
    // Their connections are ended by the network between, as pages end one that is silent.
    fleet.doors[0]?.lead(fleet.sites[1]?.port ?? 0)
    await all(true)
    still?.child.kill('SIGCONT')
    fleet.doors[0]?.lead(still?.port ?? 0)
    await all(false)
  })
})

test('nothing that anybody said is in a log', () => {
  expect(said).toBeGreaterThan(8)
  const logs = fleet.said()
  expect(logs).toContain('"fact"')
  for (let id = 1; id <= said; id++) expect(logs).not.toContain(sealed(`words ${id}`))
})
