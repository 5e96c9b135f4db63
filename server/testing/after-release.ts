// How does a test come to stand in this release with what the last one has left? In a house whose store keeps what that one wrote down,
// among its people, who come back with what their pages kept.
import { readdirSync, readFileSync } from 'node:fs'
import type { Stores } from '../store/connect.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createHandClock, type HandClock } from './hand-clock.ts'
import { type House, openHouse, type Person } from './house.ts'
import { type Frozen, type Moment, SECRET, type Sitter } from './release-life.ts'
import { goOn } from './release-ways.ts'

const KEPT_MS = 12 * 3_600_000
const FOLDER = new URL('../store/releases/', import.meta.url)
const [file = ''] = readdirSync(FOLDER).sort().slice(-1)

/** The last release that has landed, as it wrote itself down. */
export const last: Frozen = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))
export const moment = (what: string): Moment => {
  const found = last.moments.find(one => one.what === what)
  if (!found) throw new Error(`nothing was kept of: ${what}`)
  return found
}

export interface After {
  laterMs?: number
  isLost?: boolean
  stores?: (hand: HandClock) => Pick<Stores, 'rooms' | 'lobby'>
}

const inMemory = (hand: HandClock) => ({ rooms: createMemoryStore(hand), lobby: createLobbyMemory(hand) })

/** This release, with what the last one has kept. */
export async function takenOver(
  then: Moment,
  { laterMs = 0, isLost = false, stores = inMemory }: After = {},
): Promise<House> {
  const hand = createHandClock(then.now + laterMs)
  const { rooms: store, lobby: lobbyStore } = stores(hand)
  await store.epoch('c-the-name-of-the-store')
  for (const [id, room] of Object.entries(isLost ? {} : then.rooms)) {
    if (room) await store.create(id, { body: JSON.stringify(room), commit: `c-${id}` }, KEPT_MS)
  }
  for (const [key, document] of Object.entries(then.documents)) {
    if (document) await lobbyStore.swap(key, null, { body: JSON.stringify(document), commit: 'c-kept' }, KEPT_MS)
  }
  for (const { pair, why, until } of then.apart) await lobbyStore.part(pair, why, until - hand.now())
  return openHouse({ hand, store, lobbyStore, secret: SECRET })
}

export async function back(house: House, { room, token, capsule }: Sitter): Promise<Person> {
  const person = await house.dial()
  const kept = capsule === undefined ? {} : { capsule }
  await person.must('enter', { room, token, heard: house.clock.now(), key: 'a-key-of-this-page', ...kept })
  return person
}

/** Everybody who sat there, and whoever had the link where one sat alone. */
export async function allBack(house: House, { sitters }: Moment): Promise<Person[]> {
  const people: Person[] = []
  for (const sitter of sitters) people.push(await back(house, sitter))
  if (people.length === 1) {
    const other = await house.dial()
    await other.must('enter', { room: sitters[0]?.room, name: 'Cleo', key: 'a-key-of-this-page' })
    people.push(other)
  }
  const seatOf = (person: Person) => person.view().you
  for (const one of people) {
    await one.sees(({ seats }) => people.every(other => seats[seatOf(other)]?.here === true))
  }
  return people
}

/** To the end; what phases there were, each as it was shown while it ran. */
export async function playedOut(people: readonly Person[], clock: HandClock) {
  const [one] = people as [Person]
  if (one.view().stage === 'gathering') {
    for (const person of people) await person.must('intent', { do: 'ready', first: 'either' })
  }
  for (const person of people) await person.sees(({ stage }) => stage === 'sitting')
  const served: { n: number; startedAt: number; bellAt: number | null; endsAt: number | null }[] = []
  while (one.view().stage === 'sitting') {
    const { held, phase } = one.view()
    if (held) {
      for (const person of people) {
        if (person.view().can.includes('resume')) await person.must('intent', { do: 'resume', since: held.since })
      }
      for (const person of people) await person.sees(view => view.held === null)
      continue
    }
    if (!phase) throw new Error('a sitting is in no phase')
    const { n, kind, startedAt, bellAt, endsAt } = phase
    served.push({ n, startedAt, bellAt, endsAt })
    if (endsAt === null && kind === 'drop') {
      for (const person of people) await person.ask('intent', { do: 'line', phase: n, sealed: 'YSBsaW5l' })
      for (const person of people) await person.sees(view => view.phase?.n !== n)
    } else await goOn(people, clock)
  }
  return served
}
