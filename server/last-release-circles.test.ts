// Do the workshops of the last release go on in this one, and are its strangers brought together as they were promised?
import { afterEach, describe, expect, it } from 'vitest'
import type { PairedTold } from '../lib/wire/events.ts'
import { createIds } from './ids.ts'
import { createPeople } from './safety/people.ts'
import { createReports } from './safety/reports.ts'
import { createReportSeal } from './safety/seal.ts'
import { createDocs } from './store/docs.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createMemoryStore } from './store/memory.ts'
import { type After, allBack, last, moment, playedOut, takenOver } from './testing/after-release.ts'
import type { House, Person } from './testing/house.ts'
import { type Moment, SECRET } from './testing/release-life.ts'
import { facilitator, type Guest, guest } from './testing/workshop.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const circles = last.moments.filter(({ circle }) => circle !== undefined)

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const open = async (then: Moment, options?: After): Promise<House> => {
  const house = await takenOver(then, options)
  ends.push(() => house.close())
  return house
}

/** Whoever is still of the circle, and in their room where they have one. */
async function cameBack(house: House, { circle }: Moment): Promise<Guest[]> {
  const people: Guest[] = []
  for (const [name, token] of Object.entries(circle?.people ?? {})) {
    const person = await house.dial()
    const code = circle?.code ?? ''
    // Two of them had left by the last moment.
    const { ok } = await person.ask('join', { code, token })
    if (!ok) continue
    const one = await guest(house, code, name, token, person)
    if (one.joined.seat) await enter(one, one.joined.seat)
    people.push(one)
  }
  return people
}

const enter = (person: Person, { room, token }: Pick<PairedTold, 'room' | 'token'>) =>
  person.must('enter', { room, token, heard: person.told.circle.at(-1)?.now, key: 'a-key-of-this-page' })

describe('a workshop of the last release goes on', () => {
  it.each(circles.map(then => [then.what, then] as const))('%s', async (what, then) => {
    const house = await open(then)
    const { circle = '', code = '', key = '' } = then.circle ?? {}
    const ada = await facilitator(house, { circle, code, key })
    const people = await cameBack(house, then)
    expect(people).toHaveLength(what === 'a round is called back' ? 3 : 5)
    const { stage, clock } = ada.board().head
    const inRooms = people.filter(({ joined }) => joined.seat)
    if (stage === 'paired') await ada.direct({ do: 'begin' })
    if (clock?.stoppedAt != null) await ada.direct({ do: 'resume' })
    if (inRooms.length > 0) {
      for (const person of inRooms) await person.sees(view => view.stage === 'sitting')
      await ada.reads(({ head }) => head.clock !== null && head.clock.stoppedAt === null)
      const { backBy, clock: running } = ada.board().head
      await house.clock.to(Math.min(backBy ?? Number.POSITIVE_INFINITY, running?.endsAt ?? 0) - 1)
      for (const person of inRooms) expect(person.view().stage).toBe('sitting')
      await house.clock.advance(1)
      const why = backBy === null ? 'complete' : 'facilitator'
      for (const person of inRooms) expect((await person.sees(view => view.stage === 'closed')).closed?.why).toBe(why)
    }
    // The round after it, to its end.
    const rounds = ada.board().head.round
    const had = people.map(({ told }) => told.paired.length)
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    for (const [n, person] of people.entries()) {
      await expect.poll(() => person.told.paired.length).toBeGreaterThan(had[n] ?? 0)
      await enter(person, person.told.paired.at(-1) as PairedTold)
    }
    expect(await ada.direct({ do: 'begin' })).toMatchObject({ ok: true })
    for (const person of people) await person.sees(view => view.stage === 'sitting')
    const next = await ada.reads(({ head }) => head.round === rounds + 1 && head.clock !== null)
    await house.clock.to(next.head.clock?.endsAt ?? 0)
    for (const person of people) {
      expect((await person.sees(view => view.stage === 'closed')).closed?.why).toBe('complete')
    }
    expect(house.logged.join()).not.toContain('"fault"')
  })
})

const wanted = (name: string, device: string) => ({ name, medium: 'text', language: 'en', device, key: 'a-key' })

async function waiting(house: House, name: string, device: string): Promise<Person> {
  const person = await house.dial()
  await person.must('wait', wanted(name, device))
  return person
}

const pairing = (person: Person) => expect.poll(() => person.told.paired.length).toBeGreaterThan(0)

describe('strangers of the last release', () => {
  it('who wait are paired with whoever comes next, and sit to the end', async () => {
    const then = moment('a stranger waits')
    const house = await open(then)
    const ann = await waiting(house, 'Ann', then.devices?.Ann ?? '')
    const zoe = await waiting(house, 'Zoe', 'Z'.repeat(24))
    const people = [ann, zoe]
    for (const person of people) {
      await pairing(person)
      await enter(person, person.told.paired[0] as PairedTold)
    }
    const served = await playedOut(people, house.clock)
    expect(served.map(({ n }) => n)).toEqual(ann.view().format.phases.map((_, n) => n))
  })

  it('who said never again are not brought together again, days later', async () => {
    const then = moment('a stranger was met for the last time')
    const house = await open(then, { laterMs: 3 * DAY })
    const [ann, ben] = [
      await waiting(house, 'Ann', then.devices?.Ann ?? ''),
      await waiting(house, 'Ben', then.devices?.Ben ?? ''),
    ]
    await house.clock.advance(5_000)
    for (const person of [ann, ben]) {
      await person.caughtUp()
      expect(person.told.paired).toEqual([])
    }
    const zoe = await waiting(house, 'Zoe', 'Z'.repeat(24))
    await pairing(zoe)
    await expect.poll(() => ann.told.paired.length + ben.told.paired.length).toBe(1)
  })

  it('who were reported by three wait for a steward, who reads what was reported', async () => {
    const then = moment('three have reported one')
    let lobby = createLobbyMemory({ now: () => then.now })
    const house = await open(then, {
      stores(hand) {
        lobby = createLobbyMemory(hand)
        return { rooms: createMemoryStore(hand), lobby }
      },
    })
    const person = await house.dial()
    const refused = await person.ask('wait', wanted('Ben', then.devices?.Ben ?? ''))
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed', why: 'paused' })
    const ids = createIds()
    const docs = createDocs(lobby, house.clock, ids)
    const reports = createReports(docs, createPeople(lobby, docs, house.clock), 90, createReportSeal(SECRET))
    const read = await reports.all()
    expect(read.map(({ text }) => text)).toEqual(Array(3).fill('They went on after I had asked them not to.'))
  })

  it('can be reported, met no more and wished for by who sat with them as it was replaced', async () => {
    const then = moment('strangers sit')
    const house = await open(then)
    const people = await allBack(house, then)
    const [ann] = then.sitters
    const [one, other] = people as [Person, Person]
    const about = { room: ann?.room, token: ann?.token, about: other.view().you }
    expect(await one.ask('report', { ...about, reason: 'other' })).toEqual({ ok: true })
    expect(await one.ask('meet', { room: ann?.room, token: ann?.token })).toEqual({ ok: true })
    expect(await one.ask('avoid', about)).toEqual({ ok: true })
  })
})
