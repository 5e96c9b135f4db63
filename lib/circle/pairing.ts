// Who sits with whom in the next round of a workshop? Everybody in a room of two, as few as possible with somebody they have
// sat with before; whoever is left over when an odd number is here is somebody whose turn that is. The rules are in CIRCLE.md.
import { type Crowd, crowdOf } from './crowd.ts'
import { pairName, pairsIn } from './pair-name.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { type Seating, seatedOf } from './seating.ts'
import { shuffled } from './shuffled.ts'
import { type Refused, refusedFor } from './wishes.ts'

export interface Paired {
  ok: true
  /** In the order in which the first of each came. The third of a room of three is whoever has the odd seat. */
  rooms: string[][]
  /** Who is in no room: rests, or sits with the facilitator. */
  alone: string | null
  /** Who has the odd seat, whatever it is. */
  odd: string | null
  /** How many meetings there were before of those who meet now, but of fixed pairs. */
  repeats: number
}

export type Pairing = Paired | Refused

export function pairUp(ask: PairingAsk): Pairing {
  const refused = refusedFor(ask)
  if (refused) return refused
  const crowd = crowdOf(shuffled(ask.people, ask.seed), ask)
  const seating = seatedOf(ask, crowd)
  return 'stuck' in seating ? impossible(ask, crowd, seating.stuck) : told(ask, crowd, seating)
}

function told({ people, met, fixed }: PairingAsk, crowd: Crowd, { rooms, alone }: Seating): Paired {
  const came = new Map(people.map((person, n) => [person, n]))
  const cameAt = (person: string | undefined) => came.get(person ?? '') ?? 0
  const byComing = (one: string, other: string) => cameAt(one) - cameAt(other)
  const nameOf = (place: number) => crowd.people[place] as string
  const named = rooms.map(room => {
    const [one, other, ...third] = room.map(nameOf) as [string, string, ...string[]]
    return [...[one, other].sort(byComing), ...third]
  })
  const wished = new Set(fixed.map(([one, other]) => pairName(one, other)))
  const meetings = named.flatMap(pairsIn).map(([one, other]) => pairName(one, other))
  return {
    ok: true,
    rooms: named.sort(([one], [other]) => cameAt(one) - cameAt(other)),
    alone: alone === null ? null : nameOf(alone),
    odd: alone === null ? (named.find(room => room.length === 3)?.[2] ?? null) : nameOf(alone),
    repeats: meetings.reduce((sum, name) => sum + (wished.has(name) ? 0 : (met[name] ?? 0)), 0),
  }
}

/** Names whoever can't be seated: of groups with one person too many each, all but the largest. */
function impossible({ people, apart }: PairingAsk, crowd: Crowd, stuck: readonly number[][]): Refused {
  const most = Math.max(...stuck.map(group => group.length))
  const smaller = stuck.filter(group => group.length < most)
  const groups = smaller.length > 0 ? smaller : stuck
  // Each could be left over, and none of them can join anybody: it is about all who are kept apart here.
  const apartHere = apart.filter(pair => pair.every(person => people.includes(person)))
  const named = new Set(groups.length > 0 ? groups.flat().map(place => crowd.people[place]) : apartHere.flat())
  return { ok: false, why: 'apart-impossible', who: people.filter(person => named.has(person)) }
}
