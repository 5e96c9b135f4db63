// What do the metrics say of people who sit, wait and gather here? How many, and never who, where or a word of theirs. All of it on
// real sockets, with words that are made as the test runs.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore, type FaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, type Person, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { ARRIVE_MS, everybody, GRACE_MS, opening, TURN_MS } from '../testing/pair.ts'
import { numberOf, type Sample, samplesOf } from '../testing/scrape.ts'
import { stranger } from '../testing/strangers.ts'
import { convene, guests } from '../testing/workshop.ts'
import { createLimits, LIMITS } from '../wire/limits.ts'
import { MEASURES, OTHER } from './measures.ts'
import { createMetrics, type Metrics } from './metrics.ts'

let metrics: Metrics
let faulty: FaultyStore
let house: House
beforeEach(async () => {
  metrics = createMetrics()
  const hand = createHandClock(START)
  faulty = createFaultyStore(createMemoryStore(hand))
  house = await openHouse({ hand, store: faulty.store, lobbyStore: createLobbyMemory(hand), meter: metrics })
})
afterEach(() => house.close())

const read = async () => samplesOf((await metrics.scrape()).text)
const canary = (what: string) => `${what}${randomBytes(9).toString('hex')}`

/** Two people from the door to the goodbye, with everything that they may say or get wrong. */
async function sit() {
  const said = { words: canary('W'), long: canary('G'), signal: canary('S'), line: canary('L'), event: canary('e') }
  const known = { ann: canary('A'), ben: canary('B'), key: canary('K') }
  const ann = await house.dial()
  const { room, token } = await ann.must('open', opening({ name: known.ann, key: known.key }))
  const gathering = await read()
  const ben = await house.dial()
  const { token: benToken } = await ben.must('enter', { room, name: known.ben })
  const pair = { room, ann, ben, both: [ann, ben] as const }
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'other' })
  await house.clock.advance(ARRIVE_MS)
  await everybody(pair, view => view.phase?.n === 1)
  await ann.must('words', { phase: 1, id: 1, sealed: said.words })
  // Not in the order of our own pages: it takes the ordinary way.
  await ann.must('words', { id: 2, phase: 1, sealed: said.long })
  await ann.must('signal', { to: 'b', data: { sdp: said.signal } })
  await ben.must('intent', { do: 'hold' })
  await everybody(pair, view => view.held !== null)
  const held = await read()
  for (const person of pair.both) await person.must('intent', { do: 'resume' })
  await everybody(pair, view => view.held === null)
  const speaking = await read()
  // What is refused, with the same words in it.
  await ben.ask('words', { phase: 1, id: 1, sealed: said.words })
  await ann.ask('words', { phase: 9, id: 3, sealed: said.words })
  await ann.ask('intent', { do: said.words })
  for (const event of [said.event, room]) await ann.ask(event as never, { name: known.ann })
  await ann.ask('enter', { room, token: said.words.padEnd(43, 'x') })
  await house.clock.advance(2 * (TURN_MS + GRACE_MS))
  await everybody(pair, view => view.phase?.kind === 'drop')
  await ann.must('intent', { do: 'line', phase: 3, sealed: said.line })
  await ben.must('intent', { do: 'keep', phase: 3 })
  await house.clock.advance(10_000)
  await everybody(pair, view => view.stage === 'closed')
  const secrets = [...Object.values(said), ...Object.values(known), room, token, benToken]
  return { pair, secrets, gathering, held, speaking }
}

it('counts what happens in a sitting and where rooms stand', async () => {
  const { pair, gathering, held, speaking } = await sit()
  expect(numberOf(gathering, 'clearing_rooms', { stage: 'gathering' })).toBe(1)
  expect(numberOf(gathering, 'clearing_sockets')).toBe(1)
  expect(numberOf(held, 'clearing_rooms', { stage: 'held' })).toBe(1)
  expect(numberOf(held, 'clearing_sockets')).toBe(2)
  expect(numberOf(speaking, 'clearing_rooms', { stage: 'speak' })).toBe(1)
  expect(numberOf(speaking, 'clearing_rooms')).toBe(1)
  const after = await read()
  const facts = ['opened', 'seated', 'began', 'held', 'resumed', 'revealed', 'closed']
  const counts = facts.map(fact => [fact, numberOf(after, 'clearing_facts_total', { fact })])
  expect(Object.fromEntries(counts)).toEqual({
    opened: 1,
    seated: 2,
    began: 1,
    held: 1,
    resumed: 1,
    revealed: 1,
    closed: 1,
  })
  expect(numberOf(after, 'clearing_rooms_opened_total', { kind: 'friends', medium: 'text' })).toBe(1)
  expect(numberOf(after, 'clearing_rooms_closed_total', { why: 'complete' })).toBe(1)
  expect(numberOf(after, 'clearing_asks_total', { event: 'words' })).toBe(4)
  expect(numberOf(after, 'clearing_asks_total', { event: OTHER })).toBe(2)
  const refused = after.filter(({ name, value }) => name === 'clearing_refusals_total' && value > 0)
  expect(refused.map(({ labels, value }) => [labels.event, labels.code, value]).sort()).toEqual([
    ['enter', 'not-yours', 1],
    ['intent', 'bad-request', 1],
    [OTHER, 'bad-request', 2],
    ['words', 'not-allowed', 1],
    ['words', 'stale-phase', 1],
  ])
  expect(numberOf(after, 'clearing_ask_duration_seconds_count', { event: 'open' })).toBe(1)
  const acted = (act: string, outcome: string) =>
    numberOf(after, 'clearing_store_act_duration_seconds_count', { store: 'rooms', act, outcome })
  expect(acted('create', 'made')).toBe(1)
  expect(acted('swap', 'swapped')).toBeGreaterThan(5)
  for (const person of pair.both) person.close()
  await house.connections(0)
  await expect.poll(async () => numberOf(await read(), 'clearing_rooms')).toBe(0)
  expect(numberOf(await read(), 'clearing_sockets')).toBe(0)
})

it('counts who waits and who gathers', async () => {
  const waits = await stranger(house, 'Ann')
  await waits.wait()
  const ada = await convene(house)
  const people = await guests(house, ada.convened.code, 'Bo', 'Cleo', 'Dai')
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  const samples = await read()
  expect(numberOf(samples, 'clearing_people_waiting')).toBe(1)
  expect(numberOf(samples, 'clearing_circles')).toBe(1)
  expect(numberOf(samples, 'clearing_rooms_opened_total', { kind: 'workshop', medium: 'together' })).toBe(1)
  expect(
    numberOf(samples, 'clearing_store_act_duration_seconds_count', { store: 'lobby', act: 'swap' }),
  ).toBeGreaterThan(3)
  await waits.must('unwait')
  expect(numberOf(await read(), 'clearing_people_waiting')).toBe(0)
})

it('counts how often an address had used up its share', async () => {
  const clock = createHandClock(START)
  const once = { burst: 1, everyMs: 3_600_000 }
  const shares = { ...LIMITS, sockets: 1, opens: once, guesses: once }
  const narrow = await openHouse({ hand: clock, limits: createLimits(shares, clock), meter: metrics })
  try {
    const ann = await narrow.dial()
    await expect(narrow.dial()).rejects.toThrow('too-fast')
    await ann.must('open', opening())
    expect(await ann.ask('open', opening())).toMatchObject({ code: 'too-fast' })
    for (let n = 0; n < 2; n++) await ann.ask('peek', { room: 'x'.repeat(22) })
    const samples = await read()
    const reached = ['handshakes', 'connections', 'opens', 'guesses'].map(limit =>
      numberOf(samples, 'clearing_limits_reached_total', { limit }),
    )
    expect(reached).toEqual([0, 1, 1, 1])
  } finally {
    await narrow.close()
  }
})

it('says whether the other processes are heard', async () => {
  const bus = createHub().join()
  const one = await openHouse({ bus, meter: metrics })
  try {
    expect(numberOf(await read(), 'clearing_bus_up')).toBe(1)
    bus.setUp(false)
    expect(numberOf(await read(), 'clearing_bus_up')).toBe(0)
  } finally {
    await one.close()
  }
})

it('holds no word, name, key, token, room or address of anybody, and no event that a program made up', async () => {
  const { secrets } = await sit()
  const name = canary('N')
  const waits = await stranger(house, name)
  await waits.wait()
  const ada = await convene(house, { title: name, prompts: [name] })
  const [bo] = await guests(house, ada.convened.code, canary('Z'))
  faulty.fault = () => 'before'
  await waits.ask('open', opening({ name }))
  const { text } = await metrics.scrape()
  // It was asked about all of these, and says so in its own words.
  expect(text).toContain('code="store-down"')
  expect(numberOf(samplesOf(text), 'clearing_faults_total', { fault: 'store' })).toBeGreaterThan(0)
  const { circle, code, key } = ada.convened
  const more = [name, waits.device, circle, code, key, bo?.name ?? '', bo?.joined.token ?? '']
  for (const secret of [...secrets, ...more]) {
    expect(secret.length).toBeGreaterThan(4)
    expect(text).not.toContain(secret)
  }
  expect(text.replaceAll(/^# .*$/gm, '')).not.toMatch(/127\.0\.0\.1|::1|[\w-]{50,}/)
})

/** What the client tells of the process, with labels of its own. */
const OF_THE_PROCESS: Record<string, RegExp> = {
  version: /^v\d+\.\d+\.\d+$/,
  major: /^\d+$/,
  minor: /^\d+$/,
  patch: /^\d+$/,
  kind: /^(minor|major|incremental|weakcb)$/,
  space: /^[a-z_]+$/,
}

function isOnItsList({ name, labels }: Sample): boolean {
  const measure = MEASURES[name.replace(/_(bucket|sum|count)$/, '') as keyof typeof MEASURES]
  const lists: Record<string, readonly string[]> = measure?.labels ?? {}
  return Object.entries(labels).every(([label, value]) => {
    if (label === 'le') return /^(\+Inf|[\d.e-]+)$/.test(value)
    if (!measure) return OF_THE_PROCESS[label]?.test(value) === true
    return value === OTHER || lists[label]?.includes(value) === true
  })
}

it('has no label whose value is not on a fixed list, and not one number more for the twentieth room', async () => {
  await sit()
  const before = await read()
  expect(before.filter(sample => !isOnItsList(sample))).toEqual([])
  // A room id in a label would be seen by this: the list is not kept by hoping.
  expect(isOnItsList({ name: 'clearing_rooms', labels: { stage: 'Xk3mYp0Qb1rT8uVw2zA4cD' }, value: 1 })).toBe(false)
  expect(isOnItsList({ name: 'clearing_rooms', labels: { room: 'speak' }, value: 1 })).toBe(false)
  const people: Person[] = []
  for (let n = 0; n < 20; n++) {
    const person = await house.dial()
    people.push(person)
    await person.must('open', opening({ name: canary('P') }))
    await person.ask(canary('e') as never, {})
  }
  const ours = (samples: readonly Sample[]) => samples.filter(({ name }) => name.startsWith('clearing_')).length
  expect(ours(await read())).toBe(ours(before))
  expect(numberOf(await read(), 'clearing_rooms', { stage: 'gathering' })).toBe(20)
})
