// Where does what people say, are called and hold as secrets come to lie? In a browser, and in no log and no store.
// What is looked for is made as the test runs, so that it can't be found for lying in a file of ours; and each place is
// first shown to be searched at all.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RedisServer, startRedis } from '../e2e/setup/redis.mjs'
import { createClock } from './clock.ts'
import { connectStore } from './store/connect.ts'
import { type House, openHouse, type Person } from './testing/house.ts'
import { ARRIVE_MS, everybody, GRACE_MS, opening, TURN_MS } from './testing/pair.ts'
import { contents, monitor, type RedisWire, redisWire } from './testing/redis-wire.ts'

const ends: (() => unknown)[] = []
let redis: RedisServer
let wire: RedisWire
let house: House
beforeEach(async () => {
  redis = await startRedis()
  ends.push(() => redis.stop())
  wire = redisWire(redis.port)
  ends.push(() => wire.close())
  const store = connectStore({ kind: 'tcp', url: redis.url }, createClock())
  ends.push(() => store.close())
  house = await openHouse({ store })
  ends.push(() => house.close())
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const canary = (what: string) => `${what}${randomBytes(9).toString('hex')}`

it('[E3] words pass through and are kept nowhere; a token is kept as a hash; a log knows nobody', async () => {
  const said = { words: canary('W'), again: canary('R'), signal: canary('S'), line: canary('L') }
  const known = { ann: canary('A'), ben: canary('B'), annKey: canary('K'), benKey: canary('Q') }
  const watched = await monitor(redis.port)
  ends.push(() => watched.close())
  const stored: string[] = []
  const look = async () => stored.push(JSON.stringify(await contents(wire)))

  const ann = await house.dial()
  const { room, token } = await ann.must('open', opening({ name: known.ann, key: known.annKey }))
  const ben = await house.dial()
  const { token: benToken } = await ben.must('enter', { room, name: known.ben, key: known.benKey })
  const pair = { room, ann, ben, both: [ann, ben] as const }
  for (const person of pair.both) await person.must('intent', { do: 'ready', first: person === ann ? 'me' : 'other' })
  await house.clock.advance(ARRIVE_MS)
  await everybody(pair, view => view.phase?.n === 1)
  await ann.must('words', { phase: 1, id: 1, sealed: said.words })
  await ben.must('again', { to: 'a', since: 0 })
  await ann.must('replay', { to: 'b', sealed: said.again })
  await ann.must('signal', { to: 'b', data: { sdp: said.signal } })
  const { token: next } = await ben.must('enter', { room, token: benToken })
  await look()
  // Everything that can go wrong, with the same words in it.
  for (const ask of ['words', 'intent', 'enter', 'open', said.words])
    await ann.ask(ask as never, { sealed: said.words, name: known.ann })
  await ann.ask('words', { phase: 9, id: 2, sealed: said.words })
  await ann.ask('enter', { room, token: said.words.padEnd(43, 'x') })
  await house.clock.advance(2 * (TURN_MS + GRACE_MS))
  await everybody(pair, view => view.phase?.kind === 'drop')
  await ann.must('intent', { do: 'line', phase: 3, sealed: said.line })
  await look()
  await ben.must('intent', { do: 'keep', phase: 3 })
  await ben.sees(view => view.lines !== null)
  // The line is held sealed until it was opened and seen for one phase, and not a moment longer.
  await house.clock.advance(10_000)
  await everybody(pair, view => view.stage === 'closed')
  await expect.poll(async () => JSON.stringify(await contents(wire))).not.toContain(said.line)
  await ann.must('intent', { do: 'leave' })
  await look()
  process.kill(redis.pid, 'SIGSTOP')
  expect(await ben.ask('open', opening({ name: known.ben }))).toMatchObject({ ok: false, code: 'store-down' })
  process.kill(redis.pid, 'SIGCONT')
  // The room may have been made after all, for nobody: it is taken away again.
  const isEmpty = async () => {
    await house.clock.advance(1_000)
    await house.app.director.idle()
    // But for the name of the store.
    const { 'clearing:epoch': _, ...rooms } = await contents(wire)
    return Object.values(rooms).every(value => value === '\n')
  }
  await expect.poll(isEmpty, { interval: 20, timeout: 8_000 }).toBe(true)

  // The search finds what is there: names in the rooms, which are not words, and the line while it waited, sealed.
  expect(stored.join()).toContain(known.ann)
  expect(stored.join()).toContain(said.line)
  expect(watched.heard()).toContain(known.ben)
  expect(ben.told.words.map(words => words.sealed)).toContain(said.words)

  const log = house.logged.join('\n')
  expect(log).toContain('"fact":"began"')
  expect(log).toContain('"fault":"store"')
  for (const secret of [...Object.values(said), ...Object.values(known), room, token, benToken, next]) {
    expect(log).not.toContain(secret)
  }
  for (const place of [stored.join(), watched.heard()]) {
    for (const secret of [said.words, said.again, said.signal, token, benToken, next])
      expect(place).not.toContain(secret)
  }
  // Nothing that looks like a token, an id or an address.
  expect(log).not.toMatch(/[\w-]{22,}/)
  expect(log).not.toMatch(/127\.0\.0\.1|::1/)
})

it('nobody is shown what is another’s alone: not a token, a wish, an unopened line, or that one was written', async () => {
  const ann = await house.dial()
  const { room, token } = await ann.must(
    'open',
    opening({ format: { phases: [{ kind: 'drop', seconds: 60, floor: 'none' }] } }),
  )
  const ben = await house.dial()
  await ben.must('enter', { room, name: 'Ben' })
  await ann.must('intent', { do: 'ready', first: 'other' })
  await ben.sees(view => view.seats.a?.ready === true)
  const told = (person: Person) => JSON.stringify([person.told, person.seated?.view])
  expect(told(ben)).not.toContain('other')
  await ben.must('intent', { do: 'ready' })
  await ben.sees(view => view.stage === 'sitting')
  const before = told(ben)
  const line = canary('L')
  await ann.must('intent', { do: 'line', phase: 0, sealed: line })
  await ann.must('intent', { do: 'keep', phase: 0 })
  await ann.must('intent', { do: 'line', phase: 0, sealed: line })
  await ben.caughtUp()
  // Not a byte of what this person is told depends on it.
  expect(told(ben)).toBe(before)
  expect(before).not.toContain(token)
  await ben.must('intent', { do: 'keep', phase: 0 })
  await ben.caughtUp()
  expect(told(ben)).not.toBe(before)
})
