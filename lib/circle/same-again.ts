// Who sits with whom when the same rooms are wished for again? Whoever sat together and is still here; those who are left over
// (the other has gone, or they have just come) are paired among themselves by the same rules as always.
import { pairName, pairsIn } from './pair-name.ts'
import { type Paired, type Pairing, pairUp } from './pairing.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { refusedFor } from './wishes.ts'

/** So many rooms are thought of that could be parted for people who may not be left over together. */
const PARTED_MOST = 12

/** `lastRooms`: as they were told; the third of three is the last. */
export function samePairsAgain(lastRooms: readonly (readonly string[])[], ask: PairingAsk): Pairing {
  const refused = refusedFor(ask)
  if (refused) return refused
  const here = new Set(ask.people)
  const still = lastRooms.map(room => room.filter(person => here.has(person)))
  const isOdd = ask.people.length % 2 === 1
  const three = ask.mode === 'trio' && isOdd ? still.find(room => room.length === 3 && mayStay(room, ask)) : undefined
  const kept = still
    .filter(room => room !== three)
    .flatMap(room =>
      pairsIn(room)
        .filter(pair => mayStay(pair, ask))
        .slice(0, 1),
    )
  const found = keeping(kept, three, ask)
  if (isGood(found, ask)) return found
  // Those who are left over are kept apart, or would disturb a fixed pair: one more room is parted for them, or, where that
  // does not help, every room.
  const parted = kept.slice(0, PARTED_MOST).map(room => keeping(without(kept, room), three, ask))
  const fewest = parted.filter(one => isGood(one, ask)).sort((one, other) => one.repeats - other.repeats)[0]
  return fewest ?? (found.ok ? found : pairUp(ask))
}

/** Whether it can be, and nobody joins a fixed pair. */
function isGood(found: Pairing, { fixed }: PairingAsk): found is Paired {
  if (!found.ok) return false
  const three = found.rooms.find(room => room.length === 3) ?? []
  return !fixed.some(pair => pair.every(person => three.includes(person)))
}

const without = <T>(all: readonly T[], one: T): T[] => all.filter(other => other !== one)

/** Everybody paired, when some rooms of two and at most one of three are as they were. */
function keeping(kept: [string, string][], three: readonly string[] | undefined, ask: PairingAsk): Pairing {
  const isElsewhere = (person: string) => three?.includes(person) ?? false
  const others = ask.people.filter(person => !isElsewhere(person))
  const fixed = [...ask.fixed.filter(pair => !pair.some(isElsewhere)), ...kept]
  const nobody: Pairing = { ok: true, rooms: [], alone: null, odd: null, repeats: 0 }
  const paired = others.length > 0 ? pairUp({ ...ask, people: others, fixed }) : nobody
  if (!paired.ok || !three) return paired
  const came = (room: readonly string[]) => ask.people.indexOf(room[0] ?? '')
  const rooms = [...paired.rooms, [...three]].sort((one, other) => came(one) - came(other))
  return { ...paired, rooms, odd: three[2] ?? null }
}

/** Whether what is wished now lets these sit together. */
function mayStay(room: readonly string[], { fixed, apart }: PairingAsk): boolean {
  const names = new Set(pairsIn(room).map(pair => pairName(...pair)))
  const isTorn = fixed.some(pair => pair.some(person => room.includes(person)) && !names.has(pairName(...pair)))
  return !isTorn && !apart.some(pair => names.has(pairName(...pair)))
}
