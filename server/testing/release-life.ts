// What does a release write down, ask for and tell? It lives through a sitting of every kind, a workshop and meetings of strangers, and
// what it keeps at each moment is held fast, so that the release after it can be seen to go on from there.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Asks, RefusalCode, RoomView, Seated } from '../../lib/wire/events.ts'
import type { Kept, LobbyStore, Pair, RoomStore } from '../ports.ts'
import type { HandClock } from './hand-clock.ts'
import type { House, openHouse, Person } from './house.ts'

/** The release itself, so that an earlier one can live by its own code. */
export interface Release {
  openHouse: typeof openHouse
  createMemoryStore(clock: HandClock): RoomStore
  createLobbyMemory(clock: HandClock): LobbyStore
  createHandClock(start: Ms): HandClock
}

export const SECRET = 'known to every process of this site, and to both releases of it'
const START: Ms = 1_800_000_000_000

/** Somebody who sits, with what their page keeps. */
export interface Sitter {
  name: string
  room: string
  token: string
  capsule?: string
}

export interface Moment {
  what: string
  now: Ms
  /** What the store keeps: JSON that was read, and comes to the very same text. */
  rooms: Record<string, unknown>
  documents: Record<string, unknown>
  apart: { pair: Pair; why: 'avoid' | 'met'; until: Ms }[]
  sitters: Sitter[]
  /** Where the first of them was: in which phase, until when, or with how much of it left while it is held. */
  shown: { stage: RoomView['stage']; n?: number | undefined; endsAt?: Ms | null; leftMs?: Ms | null } | null
  circle?: { circle: string; code: string; key: string; people: Record<string, string> }
  /** Who waits, or has waited, by what their browser is known by. */
  devices?: Record<string, string>
}

export interface Frozen {
  by: string
  moments: Moment[]
  /** One ask of each form, in which something else was said. */
  asks: { ask: keyof Asks; payload?: unknown }[]
  /** Every field that was told or answered, by what told it. */
  told: Record<string, string[]>
}

export interface Somebody extends Person {
  name: string
  token: string
}

/** One house of the release, and what is kept of it. */
export interface Stay {
  house: House
  hand: HandClock
  come(name: string): Promise<Somebody>
  /** `isBrief`: without capsules. */
  freeze(what: string, sitters: readonly Somebody[], more?: Partial<Moment>, isBrief?: boolean): Promise<void>
}

export type Scene = (stay: Stay) => Promise<void>

export async function lived(release: Release, by: string, scenes: readonly Scene[]): Promise<Frozen> {
  const moments: Moment[] = []
  const asks = new Map<string, Frozen['asks'][number]>()
  const told: Record<string, Set<string>> = {}
  const note = (name: string, what: unknown) => {
    told[name] ??= new Set()
    for (const path of pathsOf(what)) told[name].add(path)
  }

  const see = (view?: RoomView) => view && note(`view of ${view.kind}, ${view.stage}`, view)

  async function stay(live: (stay: Stay) => Promise<void>): Promise<void> {
    const hand = release.createHandClock(START)
    const ids = { rooms: new Set<string>(), documents: new Set<string>(), pairs: new Set<string>() }
    const store = release.createMemoryStore(hand)
    const lobbyStore = release.createLobbyMemory(hand)
    const create: RoomStore['create'] = (id, ...more) => store.create(ids.rooms.add(id) && id, ...more)
    const swap: LobbyStore['swap'] = (key, ...more) => lobbyStore.swap(ids.documents.add(key) && key, ...more)
    const part: LobbyStore['part'] = (pair, ...more) => {
      ids.pairs.add([...pair].sort().join(' '))
      return lobbyStore.part(pair, ...more)
    }
    const stores = { store: { ...store, create }, lobbyStore: { ...lobbyStore, swap, part } }
    const house = await release.openHouse({ hand, ...stores, secret: SECRET })
    const people: Somebody[] = []
    await live({
      house,
      hand,
      async come(name) {
        const person = await house.dial()
        const somebody = Object.assign(person, { name, token: '' })
        const { ask } = person
        somebody.ask = async (named, ...payload) => {
          const form = JSON.stringify([named, Object(payload[0]).do, pathsOf(payload[0])])
          asks.set(form, { ask: named, ...(payload.length > 0 && { payload: payload[0] }) })
          const answer = await ask(named, ...payload)
          const { ok, code, view, ...plain } = answer as Partial<Seated> & { ok: boolean; code?: RefusalCode }
          if (code === 'bad-request') throw new Error(`${named} is none of this release's asks`)
          if (ok) note(`answer to ${named}`, { ok, ...plain, ...(named !== 'enter' && named !== 'open' && { view }) })
          if (named === 'enter' || named === 'open') see(view)
          if (ok && plain.rev !== undefined && plain.token !== undefined) somebody.token = plain.token
          return answer
        }
        people.push(somebody)
        return somebody
      },
      async freeze(what, sitters, more = {}, isBrief = false) {
        const moment: Moment = { what, now: hand.now(), rooms: {}, documents: {}, apart: [], sitters: [], shown: null }
        for (const id of ids.rooms) moment.rooms[id] = read(await store.load(id))
        for (const key of ids.documents) moment.documents[key] = read(await lobbyStore.load(key))
        for (const named of ids.pairs) {
          const pair = named.split(' ') as unknown as Pair
          const [found] = (await lobbyStore.between([pair])).apart
          if (found) moment.apart.push({ pair, ...found })
        }
        for (const { name, token, view } of sitters) {
          const { room, capsule } = view()
          moment.sitters.push({ name, room, token, ...(capsule !== undefined && !isBrief && { capsule }) })
        }
        const seen = sitters[0]?.view()
        const { n, endsAt = null } = seen?.phase ?? {}
        if (seen) moment.shown = { stage: seen.stage, n, endsAt, leftMs: seen.held?.leftMs ?? null }
        moments.push({ ...moment, ...more })
      },
    })
    for (const { told: heard } of people) {
      for (const [name, all] of Object.entries(heard)) {
        for (const one of all) name === 'view' ? see(one as RoomView) : note(name, one)
      }
    }
    await house.close()
  }

  for (const scene of scenes) await stay(scene)
  const sorted = Object.entries(told).map(([name, paths]) => [name, [...paths].sort()] as const)
  return { by, moments, asks: [...asks.values()], told: Object.fromEntries(sorted) }
}

/** Null where there is nothing any more. */
function read({ kept }: { kept: Kept | null }): unknown {
  const what = kept && JSON.parse(kept.body)
  if (kept && JSON.stringify(what) !== kept.body) throw new Error('this would not come to the same text again')
  return what
}

/** Every field in it. What is kept by seat is one field for all seats, and all of a list are one. */
function pathsOf(what: unknown, at = ''): string[] {
  if (typeof what !== 'object' || what === null) return at === '' ? [] : [at]
  const within = Object.entries(what).flatMap(([key, value]) => {
    const name = Array.isArray(what) ? '[]' : /^[abc]$/.test(key) ? '*' : key
    return value === undefined ? [] : pathsOf(value, at === '' ? name : `${at}.${name}`)
  })
  return [...new Set(at === '' ? within : [at, ...within])]
}

export async function until(what: () => boolean): Promise<void> {
  for (const from = performance.now(); !what(); await new Promise(resolve => setTimeout(resolve, 2))) {
    if (performance.now() > from + 8_000) throw new Error(`it never came to ${what}`)
  }
}
