// When everybody has gone, is anything of them left: in the store's memory, its file, what it was asked, in the log, in what the
// process says of itself, or in its own memory? What is looked for is made as the test runs, and in each place something is found
// that may be there, or was.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startRedis } from '../e2e/setup/redis.mjs'
import { canary, disguises } from '../e2e/traffic.ts'
import { dial, type Person } from './testing/house.ts'
import { ARRIVE_MS, GRACE_MS, opening, TURN_MS } from './testing/pair.ts'
import { monitor, type RedisWire, redisWire } from './testing/redis-wire.ts'
import { type Watched, watch } from './testing/watching.ts'

const ends: (() => unknown)[] = []
let folder: string
let wire: RedisWire
let watched: Watched
let asked: { heard(): string; close(): void }
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clearing-canary-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  // Without compression, which could take a text apart.
  const args = ['--appendonly', 'yes', '--appendfsync', 'always', '--rdbcompression', 'no', '--save', '']
  const redis = await startRedis({ dir: folder, args })
  ends.push(() => redis.stop())
  wire = redisWire(redis.port)
  ends.push(() => wire.close())
  asked = await monitor(redis.port)
  ends.push(() => asked.close())
  watched = await watch(redis.url, folder)
  ends.push(() => watched.close())
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const word = () => canary(1)

/** Every key with the whole of what it holds, of whatever kind it is. */
async function stored(): Promise<string> {
  const keys = (await wire.ask('KEYS', '*')) as string[]
  const dumps = await Promise.all(keys.map(key => wire.ask('DUMP', key)))
  return [...keys, ...dumps].join('\n')
}

/** What Redis has written to its disk. */
function onDisk(): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(aof|rdb)$/.test(name))
  expect(files.some(name => name.endsWith('.incr.aof'))).toBe(true)
  return files.map(name => readFileSync(join(folder, name), 'latin1')).join('\n')
}

async function rewriteDisk(): Promise<void> {
  const persistence = async () => String(await wire.ask('INFO', 'persistence'))
  await wire.ask('BGREWRITEAOF')
  await expect.poll(persistence, { timeout: 20_000 }).toMatch(/aof_rewrite_in_progress:0[\s\S]*aof_rewrite_scheduled:0/)
}

/** What the process says of itself to whoever asks. */
async function saidOfItself(): Promise<string> {
  const places = [watched.metrics, `${watched.url}/healthz`, `${watched.url}/readyz`]
  const answers = await Promise.all(places.map(place => fetch(place)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  return (await Promise.all(answers.map(answer => answer.text()))).join('\n')
}

/** Which of these texts stand in a place, in any disguise. */
function foundIn(place: string, texts: Readonly<Record<string, string>>): string[] {
  const small = place.toLowerCase()
  return Object.entries(texts)
    .filter(([, text]) =>
      disguises(text).some(({ form, exact }) => (exact ? place.includes(form) : small.includes(form.toLowerCase()))),
    )
    .map(([what]) => what)
}

async function come(): Promise<Person> {
  const person = await dial(watched.url)
  ends.push(() => person.close())
  return person
}

it('what two people said, were called and held as secrets is nowhere when their room has gone', {
  timeout: 300_000,
}, async () => {
  const said = { words: word(), draft: word(), again: word(), signal: word() }
  const held = { ann: word(), ben: word(), annKey: word(), benKey: word(), line: word() }
  const ann = await come()
  const { room, token } = await ann.must('open', opening({ name: held.ann, key: held.annKey }))
  const ben = await come()
  const { token: benToken } = await ben.must('enter', { room, name: held.ben, key: held.benKey })
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'other' })
  await watched.advance(ARRIVE_MS)
  await ben.sees(view => view.phase?.n === 1)
  await ann.must('words', { phase: 1, id: 1, sealed: said.words })
  // Not as our own pages write it, so that it is read by the library.
  await ann.must('words', { phase: 1, sealed: said.draft, id: 2 })
  await ben.must('again', { to: 'a', since: 0 })
  await ann.must('replay', { to: 'b', sealed: said.again })
  await ann.must('signal', { to: 'b', data: { sdp: said.signal } })
  expect(ben.told.words.map(({ sealed }) => sealed)).toEqual([said.words, said.draft])
  await watched.advance(2 * (TURN_MS + GRACE_MS))
  await ben.sees(view => view.phase?.kind === 'drop')
  await ann.must('intent', { do: 'line', phase: 3, sealed: held.line })

  // In the middle: each search finds what has to be held for as long as the room is there, and nothing that is only handed on.
  const during = { store: await stored(), disk: onDisk(), asked: asked.heard(), heap: await watched.heap() }
  // And of nobody anything where the process counts what they did, though it counts it.
  const counted = await saidOfItself()
  expect(counted).toContain('clearing_asks_total{event="words"} 2')
  expect(foundIn(counted, { ...said, ...held, token, benToken, room })).toEqual([])
  for (const [where, place] of Object.entries(during)) {
    expect(foundIn(place, held), where).toEqual(Object.keys(held))
    expect(foundIn(place, { token, benToken }), where).toEqual([])
    if (where !== 'heap') expect(foundIn(place, said), where).toEqual([])
  }

  await ben.must('intent', { do: 'keep', phase: 3 })
  await ben.sees(view => view.lines !== null)
  for (const person of [ann, ben]) await person.must('intent', { do: 'leave' })
  for (const person of [ann, ben]) person.close()
  // Somebody else comes by: what a process did last is not what it goes on holding.
  await (await come()).ask('peek', { room: 'r'.repeat(22) })
  await watched.advance(2 * 3_600_000)
  const secrets = { ...said, ...held, token, benToken }
  await expect.poll(async () => foundIn(await stored(), secrets), { timeout: 10_000 }).toEqual([])
  await rewriteDisk()

  const heap = await watched.heap()
  expect(heap).toContain('createDirector')
  const after = { store: await stored(), disk: onDisk(), log: watched.said(), itself: await saidOfItself(), heap }
  for (const [where, place] of Object.entries(after)) {
    expect(foundIn(place, { ...secrets, ...(where === 'store' || where === 'disk' ? {} : { room }) }), where).toEqual(
      [],
    )
  }
  expect(foundIn(asked.heard(), { ...said, token, benToken })).toEqual([])
  // The log and what it says of itself were read, and tell what happened.
  expect(watched.said()).toContain('"fact":"revealed"')
  expect(after.itself).toContain('"state":"ready"')
  expect(after.itself).toContain('clearing_facts_total{fact="revealed"} 1')
})
