// What holds between people when several processes of a site stand behind the proxy that operators are given? A real nginx, real
// processes at a real Redis: rooms whose people are apart, a workshop that is spread, strangers who wait apart, and a process that is killed.
import { get } from 'node:https'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Nginx, startNginx } from '../../e2e/setup/nginx.mjs'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { OpenAsk } from '../../lib/wire/events.ts'
import { ownCertificate } from '../testing/certificate.ts'
import { type Dweller, dwell } from '../testing/dweller.ts'
import { type Fleet, STAGES, startFleet } from '../testing/fleet.ts'
import { type Dialled, type DialOptions, dial } from '../testing/house.ts'
import { opening, sealed } from '../testing/pair.ts'
import { sitTogether, stranger } from '../testing/strangers.ts'
import { convene, type Guest, guest, roomNamed } from '../testing/workshop.ts'

const { certificate, key } = ownCertificate()
const chance = chanceFrom(1)
const SENTENCES = 20
const MOST_TRIES = 200
type Way = 'websocket' | 'polling'

let fleet: Fleet
let nginx: Nginx
/** The same without what keeps a browser at one process. */
let loose: Nginx
const people: { close(): void }[] = []

beforeAll(async () => {
  fleet = await startFleet({ processes: 3, env: { TRUST_PROXY: '1', CONTACT_EMAIL: 'care@room.example' } })
  const sites = fleet.sites.map(({ port }) => port) as [number, number, number]
  const says = (text: string) =>
    text.replace('proxy_http_version 1.1;', 'proxy_http_version 1.1; add_header X-At $upstream_addr always;')
  nginx = await startNginx({ sites, certificate, key, change: says })
  loose = await startNginx({ sites, certificate, key, change: text => text.replace(/^ *hash .*\n/gm, '') })
}, 120_000)
afterAll(async () => {
  for (const person of people) person.close()
  await loose?.stop()
  await nginx?.stop()
  await fleet?.close()
})

/** At which process whoever dials like this would be. */
function processOf({ query, headers, transports: [way] = ['websocket'] }: DialOptions): Promise<number> {
  const path = `/socket.io/?EIO=4&transport=${way}&near=${query?.near}`
  const at = { host: 'localhost', port: nginx.port, path, ca: certificate, agent: false, headers }
  return new Promise((resolve, reject) => {
    get(at, response => {
      response.resume()
      const found = String(response.headers['x-at'])
      resolve(fleet.sites.findIndex(({ port }) => found === `127.0.0.1:${port}`))
    }).once('error', reject)
  })
}

/** How to dial to come to this process: by what the address says, or by the kind of the browser. */
async function wayTo(process: number, way: Way = 'websocket'): Promise<DialOptions> {
  for (let n = 0; n < MOST_TRIES; n++) {
    const query = { near: ((n * 17) % 1296).toString(36).padStart(2, '0') }
    const options: DialOptions = { query, headers: { 'user-agent': `kind ${n}` }, transports: [way], ca: certificate }
    if ((await processOf(options)) === process) return options
  }
  throw new Error(`nothing leads to ${process}`)
}

const url = ({ port }: Nginx = nginx) => `https://localhost:${port}`
const at = (process: number): Dialled => ({
  async dial() {
    const person = await dial(url(), await wayTo(process))
    people.push(person)
    return person
  },
})

/** Where everybody is heard at any time. */
const THANKS: OpenAsk['format'] = { phases: [STAGES.thanks, { kind: 'quiet', seconds: 60, floor: 'none' }] }

interface Two {
  ann: Dweller
  ben: Dweller
  endsAt: number | null
}

async function sit(ways: [DialOptions, DialOptions], proxy = nginx): Promise<Two> {
  const come = async (way: DialOptions, comes: { open: OpenAsk } | { room: string; name: string }) => {
    const person = await dwell({ urls: () => [url(proxy)], chance, come: comes, way })
    people.push(person)
    return person
  }
  const ann = await come(ways[0], { open: opening({ format: THANKS }) })
  const ben = await come(ways[1], { room: ann.room, name: 'Ben' })
  for (const person of [ann, ben]) await person.intend({ do: 'ready', first: 'either' })
  const { phase } = await ann.sees(view => view.stage === 'sitting')
  await ben.sees(view => view.stage === 'sitting')
  return { ann, ben, endsAt: phase?.endsAt ?? null }
}

const ids = (from: number) => Array.from({ length: SENTENCES }, (_, n) => from + n)
const heard = (person: Dweller) => person.heard.map(({ id }) => id)

/** Each says some sentences to the other, who hears all of them once, in their order. */
async function speak({ ann, ben }: Two, from: number): Promise<void> {
  for (const [speaker, listener] of [[ann, ben] as const, [ben, ann] as const]) {
    for (const id of ids(from)) expect(await speaker.say(0, id, sealed(`words ${id}`))).toBeNull()
    await expect.poll(() => heard(listener).filter(id => id >= from), { timeout: 10_000 }).toEqual(ids(from))
  }
}

describe('people at different processes', { timeout: 60_000 }, () => {
  test('of one room hear each other through the proxy, each sentence once and in its order', async () => {
    for (const way of ['websocket', 'polling'] as const) {
      const two = await sit([await wayTo(0, way), await wayTo(1, way)])
      await speak(two, 1)
      for (const { outages } of [two.ann, two.ben]) expect(outages).toEqual([])
    }
  })

  test('of one workshop are paired, begin at one instant, and are told what the facilitator says and whom they sit with sends', async () => {
    const ada = await convene(at(0))
    const guests: Guest[] = []
    for (const [n, name] of ['Ana', 'Bo', 'Cleo', 'Dai', 'Eva', 'Fay'].entries()) {
      guests.push(await guest(at(n % 3), ada.convened.code, name))
    }
    await ada.reads(board => board.people.length === guests.length)
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    for (const person of guests) await person.comeIn()
    expect(await ada.direct({ do: 'begin' })).toMatchObject({ ok: true })
    const views = await Promise.all(guests.map(person => person.sees(({ stage }) => stage === 'sitting')))
    expect(new Set(views.map(view => view.phase?.startedAt)).size).toBe(1)
    const board = await ada.reads(({ rooms }) => rooms.length === 3 && rooms.every(room => room.stage === 'sitting'))
    expect(await ada.direct({ do: 'say', text: 'Take your time.' })).toMatchObject({ ok: true })
    // Nobody has the floor yet; what browsers send each other goes the way that words go.
    for (const person of guests) {
      const to = person.view().you === 'a' ? 'b' : 'a'
      expect(await person.ask('signal', { to, data: person.name })).toEqual({ ok: true })
    }
    for (const person of guests) {
      const room = roomNamed(board, person.name)
      const other = guests.find(one => one !== person && roomNamed(board, one.name)?.n === room?.n)
      await expect.poll(() => person.told.signal.map(({ data }) => data)).toEqual([other?.name])
      await expect.poll(() => person.told.said.map(({ text }) => text)).toEqual(['Take your time.'])
    }
  })

  test('who are strangers and wait there find each other, and sit', async () => {
    const one = await stranger(at(1), 'One')
    const other = await stranger(at(2), 'Other')
    const { room } = await sitTogether(one, other)
    expect(other.view().room).toBe(room)
  })
})

describe('a proxy that keeps nobody at one process', { timeout: 60_000 }, () => {
  test('serves whoever comes by a WebSocket all the same, and lets nobody in by plain HTTP', async () => {
    const way = { ca: certificate, transports: ['websocket' as const] }
    const two = await sit([way, way], loose)
    await speak(two, 1)
    for (const { outages } of [two.ann, two.ben]) expect(outages).toEqual([])
    for (let n = 0; n < 3; n++) {
      await expect(dial(url(loose), { ca: certificate, transports: ['polling'] })).rejects.toThrow()
    }
    await speak(two, 100)
  })
})

describe('a process that is killed', { timeout: 60_000 }, () => {
  test('is left for the others by each of its people, who sit where they sat and hear each other, whichever way they come', async () => {
    const pairs = []
    for (const way of ['websocket', 'polling'] as const)
      pairs.push(await sit([await wayTo(0, way), await wayTo(1, way)]))
    for (const two of pairs) await speak(two, 1)
    const [killed] = fleet.sites
    killed?.child.kill('SIGKILL')
    await killed?.ended
    for (const { ann, ben, endsAt } of pairs) {
      await expect.poll(() => ann.outages.length, { timeout: 20_000 }).toBe(1)
      for (const person of [ann, ben]) {
        const view = await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
        expect([view.held, view.phase?.n, view.phase?.endsAt]).toEqual([null, 0, endsAt])
      }
      expect(ben.outages).toEqual([])
    }
    for (const two of pairs) await speak(two, 100)
  })
})

test('nothing that anybody said is in a log', () => {
  expect(fleet.said()).toContain('"fact"')
  expect(fleet.said()).not.toContain(sealed('words 1'))
  expect(fleet.said()).not.toContain('Take your time')
})
