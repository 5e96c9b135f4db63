// Does the queue bring together whoever fits, and nobody else, whatever people and processes do? Single cases first, then
// thousands of random crowds from fixed seeds.
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { MOVED_MS } from './moving.ts'
import {
  type Act,
  actOn,
  changesAt,
  MAKE_MS,
  newOffers,
  type Relation,
  roomsNeeded,
  SERVED_MS,
  WAITING_MOST,
} from './queue.ts'
import { emptyQueue, type Queue, type Ticket } from './waiting.ts'

const T0 = 1_000_000
const DAY = 86_400_000

const ticket = (id: string, since = T0, over: Partial<Ticket> = {}): Ticket => ({
  id,
  device: `device-${id}`,
  name: id,
  key: null,
  token: `token-${id}`,
  since,
  servedUntil: since + SERVED_MS,
  ...over,
})
const apart = (one: string, other: string, until = T0 + DAY): Relation => ({
  devices: [`device-${one}`, `device-${other}`],
  until,
})

let rooms = 0
function act(queue: Queue, what: Act, now = T0, relations: Relation[] = []): Queue {
  const fresh = Array.from({ length: roomsNeeded(queue) }, () => `room-${++rooms}`)
  const next = actOn(queue, what, { now, rooms: fresh, relations })
  if (next === 'full') throw new Error('full')
  return next
}
const join = (queue: Queue, who: Ticket, relations: Relation[] = []) =>
  act(queue, { do: 'join', ticket: who }, who.since, relations)
const names = ({ waiting }: Queue) => waiting.map(({ id }) => id)
const pairs = ({ offers }: Queue) => offers.map(({ seats }) => `${seats.a.id}+${seats.b.id}`)

describe('one queue', () => {
  test('[WA1] whoever comes first waits, and the next who fits is brought together with them', () => {
    const one = join(emptyQueue(), ticket('ann'))
    expect([names(one), pairs(one)]).toEqual([['ann'], []])
    const two = join(one, ticket('ben', T0 + 1))
    expect([names(two), pairs(two)]).toEqual([[], ['ann+ben']])
    expect(newOffers(one, two)).toEqual(two.offers)
  })

  test('[WA2] a device waits once: who waits again on it has the new place alone', () => {
    const twice = join(join(emptyQueue(), ticket('ann')), ticket('ann2', T0 + 5, { device: 'device-ann' }))
    expect([names(twice), pairs(twice)]).toEqual([['ann2'], []])
  })

  test('[WA9] whoever comes by another process keeps the place that they had when theirs was to end', () => {
    let queue = join(emptyQueue(), ticket('ann'))
    queue = join(queue, ticket('ben', T0 + 1), [apart('ben', 'ann')])
    queue = act(queue, { do: 'move', tickets: ['ann'] }, T0 + 2)
    const back = ticket('ann2', T0 + 9, { device: 'device-ann' })
    queue = join(queue, back, [apart('ben', 'ann')])
    expect(names(queue)).toEqual(['ann2', 'ben'])
    expect(queue.waiting[0]).toEqual({ ...back, since: T0 })
    queue = join(queue, ticket('cleo', T0 + 10))
    expect([names(queue), pairs(queue)]).toEqual([['ben'], ['ann2+cleo']])
  })

  test('[WA9] nor is there a second place for whoever is being told of a room by the process that is to end', () => {
    let queue = join(join(emptyQueue(), ticket('ann')), ticket('ben', T0 + 1))
    queue = act(queue, { do: 'move', tickets: ['ann', 'ben'] }, T0 + 2)
    const back = (at: number) => ticket('ann2', at, { device: 'device-ann' })
    // No room is there yet: it is made for the new ticket.
    expect(pairs(join(queue, back(T0 + 3)))).toEqual(['ann2+ben'])
    queue = act(queue, { do: 'made', room: queue.offers[0]?.room ?? '' }, T0 + 3)
    const comes = (at: number) =>
      actOn(queue, { do: 'join', ticket: back(at) }, { now: at, rooms: ['room-x'], relations: [] })
    expect(comes(T0 + MOVED_MS)).toBe('full')
    // Nobody told them: that process is no more.
    expect(comes(T0 + 1 + MOVED_MS)).toMatchObject({ waiting: [{ id: 'ann2', since: T0 + 1 + MOVED_MS }] })
    // And who did not move may come anew at any time.
    const other = ticket('cleo', T0 + 4)
    expect(names(join(queue, other))).toEqual(['cleo'])
  })

  test('[MA1] two who must not meet pass each other, and the next who may meet either meets the first', () => {
    let queue = join(emptyQueue(), ticket('ann'))
    queue = join(queue, ticket('ben', T0 + 1), [apart('ben', 'ann')])
    expect(names(queue)).toEqual(['ann', 'ben'])
    queue = join(queue, ticket('cleo', T0 + 2))
    expect([names(queue), pairs(queue)]).toEqual([['ben'], ['ann+cleo']])
  })

  test('[MA2] when the day is over that kept two apart, they are brought together by whatever happens next', () => {
    let queue = join(emptyQueue(), ticket('ann'))
    queue = join(queue, ticket('ben', T0 + 1), [apart('ben', 'ann', T0 + 10_000)])
    queue = act(queue, { do: 'renew', tickets: ['ann', 'ben'] }, T0 + 9_999)
    expect(pairs(queue)).toEqual([])
    expect(pairs(act(queue, { do: 'renew', tickets: [] }, T0 + 10_000))).toEqual(['ann+ben'])
  })

  test('[OF1] an offer that becomes no room in time gives both back to their places, in front of who came later', () => {
    const offered = join(join(emptyQueue(), ticket('ann')), ticket('ben', T0 + 1))
    const now = T0 + 1 + MAKE_MS
    const kept = act(offered, { do: 'renew', tickets: ['ann', 'ben'] }, now - 1)
    expect(pairs(kept)).toEqual(['ann+ben'])
    const late = join(kept, ticket('cleo', now))
    expect(pairs(late)).toEqual(['ann+ben'])
    expect(late.offers[0]?.room).not.toBe(kept.offers[0]?.room)
    expect(names(late)).toEqual(['cleo'])
  })

  test('[OF2] a room that is made in time is nobody’s to give back', () => {
    let queue = join(join(emptyQueue(), ticket('ann')), ticket('ben', T0 + 1))
    queue = act(queue, { do: 'made', room: queue.offers[0]?.room ?? '' }, T0 + MAKE_MS)
    const later = act(queue, { do: 'renew', tickets: ['ann', 'ben'] }, T0 + 2 * MAKE_MS)
    expect([names(later), later.offers[0]?.made]).toEqual([[], true])
  })

  test('[OF3] whoever leaves while a room is being made sends the other back to the front', () => {
    const offered = join(join(emptyQueue(), ticket('ann')), ticket('ben', T0 + 1))
    expect(names(act(offered, { do: 'leave', tickets: ['ann'] }, T0 + 2))).toEqual(['ben'])
    expect(act(offered, { do: 'leave', tickets: ['ann'] }, T0 + 2).offers).toEqual([])
  })

  test('[OF4] whoever comes back while a room is being made for them is offered one with their new token', () => {
    const offered = join(join(emptyQueue(), ticket('ann')), ticket('ben', T0 + 1))
    const back = join(offered, ticket('ann2', T0 + 50, { device: 'device-ann', token: 'token-new' }))
    expect(pairs(back)).toEqual(['ann2+ben'])
    expect(back.offers[0]?.seats.a).toMatchObject({ token: 'token-new', since: T0 })
    expect(back.offers[0]?.room).not.toBe(offered.offers[0]?.room)
  })

  test('[MA2] [OF1] [WA3] it is known until when nothing happens by itself', () => {
    const alone = join(emptyQueue(), ticket('ann'))
    const offered = join(alone, ticket('ben', T0 + 1))
    const kept = join(alone, ticket('ben', T0 + 1), [apart('ben', 'ann', T0 + 10_000)])
    const cases: [Queue, number][] = [
      [alone, T0 + SERVED_MS],
      [offered, T0 + 1 + MAKE_MS],
      [kept, T0 + 10_000],
    ]
    for (const [queue, at] of cases) {
      expect(changesAt(queue)).toBe(at)
      expect(act(queue, { do: 'renew', tickets: [] }, at - 1)).toEqual(queue)
      expect(act(queue, { do: 'renew', tickets: [] }, at)).not.toEqual(queue)
    }
    expect(changesAt(emptyQueue())).toBe(Number.POSITIVE_INFINITY)
  })

  test('[WA3] whom nobody serves any more is gone by itself, and brought together with nobody', () => {
    const one = join(emptyQueue(), ticket('ann'))
    const renewed = act(one, { do: 'renew', tickets: ['ann'] }, T0 + SERVED_MS - 1)
    expect(names(act(renewed, { do: 'renew', tickets: [] }, T0 + SERVED_MS))).toEqual(['ann'])
    const alone = join(one, ticket('ben', T0 + SERVED_MS))
    expect([names(alone), pairs(alone)]).toEqual([['ben'], []])
  })

  test('[WA4] one more than can be kept apart is told so, and nobody loses their place', () => {
    let queue = emptyQueue()
    for (let n = 0; n < WAITING_MOST; n++) {
      const known = queue.waiting.map(({ id }) => apart(`p${n}`, id))
      queue = join(queue, ticket(`p${n}`, T0 + n), known)
    }
    const one = ticket('late', T0 + WAITING_MOST)
    const given = { now: one.since, rooms: ['r'], relations: queue.waiting.map(({ id }) => apart('late', id)) }
    expect(actOn(queue, { do: 'join', ticket: one }, given)).toBe('full')
    expect(queue.waiting).toHaveLength(WAITING_MOST)
  })
})

/** Cheaper than an assertion, for what is looked at a million times. */
function must(holds: boolean, detail: string): void {
  if (!holds) throw new Error(detail)
}

describe('random crowds', () => {
  const CROWDS = 1_500
  const tally: Record<string, number> = {}
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1
  }

  /** One crowd on several processes: people come, go, are lost, avoid each other; rooms are made, or their process dies. */
  function live(seed: number): void {
    const chance = chanceFrom(seed)
    const people = Array.from({ length: chance.whole(2, 12) }, (_, n) => `p${n}`)
    const relations = new Map<string, number>()
    const keep = (one: string, other: string, until: number) => relations.set([one, other].sort().join(), until)
    for (const one of people)
      for (const other of people) if (one < other && chance.often(0.25)) keep(one, other, T0 + chance.whole(0, 400_000))
    let now = T0
    let queue = emptyQueue()
    let made = 0
    const inRoom = new Map<string, string>()
    const isApart = (one: string, other: string) => (relations.get([one, other].sort().join()) ?? 0) > now
    const all = () =>
      people.flatMap(one =>
        people.flatMap(other => {
          const until = relations.get([one, other].sort().join())
          return one < other && until !== undefined ? [apart(one, other, until)] : []
        }),
      )
    const served = new Map<string, string>()

    for (let turn = 0; turn < 40; turn++) {
      now += chance.pick([0, 1, 50, 1_000, 4_000, chance.whole(0, 15_000)])
      const before = queue
      const what = chance.below(1)
      const person = chance.pick(people as [string])
      if (what < 0.5) {
        const id = `${person}-${++made}`
        queue = act(queue, { do: 'join', ticket: ticket(id, now, { device: `device-${person}` }) }, now, all())
        served.set(person, id)
        count('joined')
      } else if (what < 0.6) {
        queue = act(queue, { do: 'leave', tickets: [served.get(person) ?? ''] }, now)
        served.delete(person)
        count('left')
      } else if (what < 0.8) {
        queue = act(queue, { do: 'renew', tickets: [...served.values()] }, now)
      } else if (what < 0.85) {
        served.delete(person)
        count('lost')
      } else {
        const open = queue.offers.find(offer => !offer.made)
        if (open && chance.often(0.8)) {
          queue = act(queue, { do: chance.often(0.9) ? 'made' : 'unmade', room: open.room }, now)
          count('settled')
        } else {
          count('died')
        }
      }
      // What time has done shows at the next act.
      if (queue !== before) judge(before, queue)
    }

    function judge(before: Queue, after: Queue): void {
      const tickets = [...after.waiting, ...after.offers.flatMap(({ seats }) => [seats.a, seats.b])]
      const open = [...after.waiting, ...after.offers.filter(o => !o.made).flatMap(({ seats }) => [seats.a, seats.b])]
      const at = `seed ${seed} at ${now - T0}`
      // Nobody is in two places: neither by ticket, nor, of what is still open, by device.
      must(new Set(tickets.map(({ id }) => id)).size === tickets.length, `${at}: somebody twice`)
      must(new Set(open.map(({ device }) => device)).size === open.length, `${at}: somebody twice`)
      for (const { room, seats } of newOffers(before, after)) {
        const [one, other] = [seats.a, seats.b].map(({ device }) => device.slice('device-'.length))
        must(!isApart(one ?? '', other ?? ''), `${at}: a forbidden pair`)
        must(!inRoom.has(room), `${at}: a room twice`)
        inRoom.set(room, at)
        count('paired')
        // First come, first served: whoever fits the second and came before the first would have had to be chosen.
        for (const still of after.waiting) {
          const name = still.device.slice('device-'.length)
          if (still.since < seats.a.since) {
            const fits = !isApart(name, one ?? '') || !isApart(name, other ?? '')
            must(!fits, `${at}: overtaken`)
            count('passed over')
          }
        }
      }
      // Nobody waits while somebody who fits waits too.
      after.waiting.forEach((one, n) => {
        for (const other of after.waiting.slice(n + 1)) {
          const [a = '', b = ''] = [one, other].map(({ device }) => device.slice('device-'.length))
          must(isApart(a, b), `${at}: ${a} and ${b} wait for each other`)
          count('kept apart')
        }
      })
      // Nobody is lost: whoever was there and is served is there still, unless they left or waited anew.
      const here = new Set(tickets.map(({ device }) => device))
      const settled = new Set(before.offers.filter(({ made }) => made).flatMap(o => [o.seats.a.id, o.seats.b.id]))
      for (const one of [...before.waiting, ...before.offers.flatMap(({ seats }) => [seats.a, seats.b])]) {
        const person = one.device.slice('device-'.length)
        if (settled.has(one.id) || one.servedUntil <= now || served.get(person) !== one.id) continue
        must(here.has(one.device), `${at}: ${person} is lost`)
      }
    }
  }

  test('[MA3] [OF5] [WA5] no forbidden pair, nobody twice, nobody lost, nobody left waiting beside someone who fits', () => {
    for (let seed = 1; seed <= CROWDS; seed++) live(seed)
    for (const branch of ['joined', 'left', 'lost', 'settled', 'died', 'paired', 'kept apart', 'passed over']) {
      expect(tally[branch] ?? 0, branch).toBeGreaterThan(400)
    }
  })

  test('[MA4] the same crowd is brought together in the same way, in whatever order its relations are told', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const chance = chanceFrom(seed)
      const waiting = Array.from({ length: 8 }, (_, n) => ticket(`p${n}`, T0 + ((n * 5 + seed) % 8)))
      const known = waiting.flatMap((one, n) =>
        waiting.slice(n + 1).flatMap(other => (chance.often(0.5) ? [apart(one.id, other.id)] : [])),
      )
      const crowd: Queue = { ...emptyQueue(), waiting }
      const given = { now: T0 + 5, rooms: ['r1', 'r2', 'r3', 'r4', 'r5'] }
      const one = actOn(crowd, { do: 'renew', tickets: [] }, { ...given, relations: known })
      const other = actOn(
        { ...crowd, waiting: [...waiting].reverse() },
        { do: 'renew', tickets: [] },
        { ...given, relations: [...known].reverse() },
      )
      if (one === 'full' || other === 'full') throw new Error('full')
      expect(pairs(other)).toEqual(pairs(one))
      expect(names(other)).toEqual(names(one))
    }
  })
})

test('[WA6] nobody starves: however many come after, whoever has waited longest is the first to be considered', () => {
  const met = ['x', 'y'].map(name => apart('old', name))
  let queue = join(emptyQueue(), ticket('old'))
  let now = T0
  for (let round = 0; round < 50; round++) {
    now += 100
    queue = join(queue, ticket(`x${round}`, now, { device: 'device-x' }), met)
    now += 100
    queue = act(queue, { do: 'renew', tickets: ['old', `x${round}`] }, now)
    queue = join(queue, ticket(`y${round}`, now, { device: 'device-y' }), met)
    for (const { room } of queue.offers) queue = act(queue, { do: 'made', room }, now)
  }
  expect(names(queue)).toEqual(['old'])
  const next = join(queue, ticket('new', now + 1))
  expect(pairs(next).at(-1)).toBe('old+new')
})
