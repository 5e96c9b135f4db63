// Does anything that can be sent end the process, go unanswered, pile up, or reach the two people who sit beside it?
// Longer than in the suite: `npm run fuzz -- <minutes> [seed]`.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { chanceFrom } from '../lib/protocol/testing/chance.ts'
import { createLog } from './log.ts'
import { besiege, type Siege } from './testing/hostile.ts'
import { dial, type House, openHouse, type Person } from './testing/house.ts'
import { opening } from './testing/pair.ts'
import { ASK_NAMES, doingsOf, valid, WRONG_KINDS } from './testing/payloads.ts'
import { BARE, FRAME_KINDS } from './testing/raw-frames.ts'

const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261)
const ROUNDS = 4
/** What is seldom got to may need more of them. */
const ROUNDS_MOST = 16
const TIMES = 64
/** What may be left of a round when everybody has gone and every room was forgotten, in bytes, be it by the runner itself. */
const LEFT_MOST = 800_000
/** Rounds after which the code is compiled and every table has its size. */
const WARM = 2

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const rejected: unknown[] = []
const hear = (reason: unknown) => void rejected.push(reason)

interface Honest {
  both: [Person, Person]
  room: string
  said: string[]
}

/** Two in a sitting without a clock: whoever has the floor has it until they say so. */
async function sitDown(house: House): Promise<Honest> {
  const [ann, ben] = [await dial(house.app.url), await dial(house.app.url)]
  const { room } = await ann.must('open', opening({ clock: 'none', format: { phases: TURNS } }))
  await ben.must('enter', { room, name: 'Ben' })
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'other' })
  for (const person of [ann, ben]) await person.sees(view => view.phase?.floor === 'a')
  return { both: [ann, ben], room, said: [] }
}
const TURNS = (['first', 'second'] as const).map(floor => ({ kind: 'speak' as const, seconds: 60, floor }))

/** One more word of theirs, in turns of both forms that a packet can have: read quickly, and by the library. */
async function sayOn({ both: [ann], said }: Honest): Promise<void> {
  const sealed = `${said.length % 2 === 0 ? 'calm' : '"calm"'}.${said.length + 1}`
  said.push(sealed)
  expect(await ann.ask('words', { phase: 0, id: said.length, sealed })).toEqual({ ok: true })
}

async function heldIn({ both: [ann, ben], said }: Honest): Promise<void> {
  await ben.caughtUp()
  expect(ben.told.words.map(({ sealed }) => sealed)).toEqual(said)
  expect(ben.told.words.map(({ id }) => id)).toEqual(said.map((_, i) => i + 1))
  expect(ann.told.moved).toEqual([])
  for (const person of [ann, ben]) {
    expect(person.view()).toMatchObject({ held: null, stage: 'sitting', phase: { n: 0, floor: 'a' } })
    expect(person.view().seats).toMatchObject({ a: { name: 'Ann', here: true }, b: { name: 'Ben', here: true } })
    expect(person.view().seats.c).toBeUndefined()
  }
}

/** What is held when nobody is here and no room is left, in bytes. */
async function restingHeap(house: House): Promise<number> {
  await house.connections(0)
  for (let hours = 0; hours < 30; hours++) await house.clock.advance(3_600_000)
  await house.app.director.idle()
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

describe('everything that can be sent', () => {
  it(`is answered with a code of the wire, and two people beside it hear each other’s every word (seed ${SEED})`, {
    // Half a minute of work that is mostly waiting for others' turns on the processors: where many want them, long.
    timeout: 900_000 + MINUTES * 60_000,
  }, async () => {
    process.on('unhandledRejection', hear)
    ends.push(() => process.off('unhandledRejection', hear))
    const faults: string[] = []
    const log = createLog({
      level: 'info',
      stream: { write: line => void (line.includes('"fault"') && faults.push(line)) },
    })
    const house = await openHouse({ log, config: { contactEmail: 'care@example.org' }, hasRelay: true })
    ends.push(() => house.close())
    const siege: Siege = { tally: new Map(), unanswered: [] }
    const began = performance.now()
    let warm = Number.NaN
    let heap = Number.NaN
    let rounds = 0
    const goesOn = () => rounds < ROUNDS || (rounds < ROUNDS_MOST && notEntered(siege).length > 0)
    while (goesOn() || performance.now() - began < MINUTES * 60_000) {
      const pair = await sitDown(house)
      await besiege(house, siege, SEED + rounds, TIMES, pair.room, () => sayOn(pair))
      await heldIn(pair)
      for (const person of pair.both) person.close()
      rounds++
      heap = await restingHeap(house)
      if (rounds === WARM) warm = heap
    }
    const left = (heap - warm) / (rounds - WARM)
    const counts = `seed ${SEED}: ${rounds} rounds, ${Math.round(left / 1024)} KiB left of each, ${sorted(siege.tally)}`
    // biome-ignore lint/suspicious/noConsole: whoever lets it run for long wants to know what it did
    if (MINUTES > 0) console.info(counts)

    expect(siege.unanswered).toEqual([])
    expect(faults).toEqual([])
    expect(rejected).toEqual([])
    expect(left).toBeLessThan(LEFT_MOST)
    expect(notEntered(siege), counts).toEqual([])
  })

  it('is made from the schemas: a seed makes the same again, and each ask can be made', () => {
    const known = { kits: [], numbers: [] }
    for (const name of ASK_NAMES) {
      const [one, other] = [7, 7].map(seed => JSON.stringify(valid(chanceFrom(seed), name, known)))
      expect(one, name).toBe(other)
    }
  })
})

/** What the siege never got to: a run in which a branch is missing has proved nothing about it. */
function notEntered({ tally }: Siege): string[] {
  const happened = (...patterns: RegExp[]) => [...tally.keys()].some(what => patterns.every(one => one.test(what)))
  const wanted: [string, boolean][] = [
    ...ASK_NAMES.flatMap((name): [string, boolean][] => [
      [`${name} let in`, happened(new RegExp(`^(asked|written) ${name} (?!bad-request|too-big|too-fast|null)`))],
      [`${name} refused for its form`, happened(new RegExp(`^\\w+ ${name} (bad-request|too-big)$`))],
    ]),
    ...['intent', 'direct'].flatMap(name =>
      doingsOf(name as 'intent').map((doing): [string, boolean] => [
        `${name} ${doing}`,
        tally.has(`reached ${name} ${doing}`),
      ]),
    ),
    ...WRONG_KINDS.map((wrong): [string, boolean] => [`wrong ${wrong}`, tally.has(`wrong ${wrong}`)]),
    ...FRAME_KINDS.map((kind): [string, boolean] => [`frame ${kind}`, happened(new RegExp(`^frame ${kind} `))]),
    ...Object.keys(BARE).map((kind): [string, boolean] => [`bare ${kind}`, tally.has(`bare ${kind}`)]),
    ...['frame .* ended', 'frame .* went on', 'asked', 'written'].map((how): [string, boolean] => [
      how,
      happened(new RegExp(`^${how}`)),
    ]),
    ...['ok', 'gone', 'not-yours', 'not-now', 'stale-phase', 'not-allowed', 'too-big', 'too-fast'].map(
      (code): [string, boolean] => [`code ${code}`, happened(new RegExp(` ${code}$`))],
    ),
  ]
  return wanted.filter(([, isThere]) => !isThere).map(([what]) => what)
}

const sorted = (tally: ReadonlyMap<string, number>) =>
  [...tally]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([what, times]) => `${what} ${times}`)
    .join(', ')
