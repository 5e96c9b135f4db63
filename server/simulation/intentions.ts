// What does a person of a simulated world want next? Mostly something that they are offered, and now and then something that nobody
// offered them, as a page with a fault or bad intent would.
import type { Format } from '../../lib/protocol/room.ts'
import type { CustomPhase, Doing, Intent, RoomView } from '../../lib/wire/events.ts'
import type { World } from './world.ts'

const WEIGHT: Record<Doing, number> = {
  on: 5,
  more: 3,
  heard: 6,
  line: 4,
  keep: 2,
  hold: 0.4,
  resume: 12,
  ready: 9,
  admit: 4,
  lend: 1,
  unseat: 0.1,
  help: 0.3,
  leave: 0.03,
}
const DOINGS = Object.keys(WEIGHT) as [Doing, ...Doing[]]

/** What this person asks for next; null when they rather wait. */
export function nextIntent(world: World, seen: RoomView): Intent | null {
  const { chance } = world
  const sum = seen.can.reduce((weights, doing) => weights + WEIGHT[doing], 0)
  if (sum < 1 && chance.often(0.85)) return null
  let left = chance.below(sum)
  for (const doing of seen.can) {
    left -= WEIGHT[doing]
    if (left < 0) return withArguments(world, seen, doing, seen.phase?.n ?? 0)
  }
  return null
}

export function lieOf(world: World, seen: RoomView): { name: string; asked: unknown } {
  const { chance } = world
  const n = chance.whole(0, 9)
  switch (chance.pick(['intent', 'intent', 'words', 'replay', 'again', 'junk'])) {
    case 'intent':
      return { name: 'intent', asked: withArguments(world, seen, chance.pick(DOINGS.slice(0, -1) as [Doing]), n) }
    case 'words':
      return { name: 'words', asked: { phase: n, id: chance.whole(1, 99), sealed: 'bGll' } }
    case 'replay':
      return { name: 'replay', asked: { to: chance.pick(['a', 'b', 'c']), sealed: 'bGll' } }
    case 'again':
      return { name: 'again', asked: { to: chance.pick(['a', 'b', 'c']), since: n } }
    default:
      return { name: chance.pick(['intent', 'enter', 'words', 'root']), asked: { do: 'on', phase: -1, room: n } }
  }
}

function withArguments({ chance }: World, seen: RoomView, doing: Doing, phase: number): Intent {
  const others = (['a', 'b', 'c'] as const).filter(seat => seat !== seen.you && seen.seats[seat])
  switch (doing) {
    case 'ready':
      return { do: doing, first: chance.pick(['me', 'other', 'either', undefined]) }
    case 'unseat':
      return { do: doing, seat: others[0] ?? seen.you }
    case 'hold':
      return { do: doing, phase: chance.often(0.5) ? phase : undefined }
    case 'resume':
      return { do: doing, since: chance.often(0.5) ? seen.held?.since : undefined }
    case 'heard':
      return { do: doing, phase, heard: chance.often(0.5) }
    case 'admit':
      return { do: doing, yes: chance.often(0.5), since: seen.now }
    case 'lend':
      return { do: doing, phase, on: chance.often(0.5) }
    case 'line':
      return { do: doing, phase, sealed: `line-${chance.whole(0, 1e9)}` }
    case 'on':
    case 'more':
    case 'keep':
      return { do: doing, phase }
    default:
      return { do: doing }
  }
}

/** A sitting of every kind of phase, short enough to come to its end among many faults. */
export function shortSitting({ chance }: World): CustomPhase[] {
  const [speak, tell] = [chance.whole(4, 30), chance.whole(2, 12)]
  const turns = chance.often(0.5) ? (['first', 'second'] as const) : (['second', 'first'] as const)
  return [
    { kind: 'arrive', seconds: chance.whole(1, 6), floor: 'none' },
    ...turns.map(floor => ({ kind: 'speak', seconds: speak, floor }) as const),
    ...(chance.often(0.3) ? turns.map(floor => ({ kind: 'heard', seconds: 10, floor }) as const) : []),
    { kind: 'drop', seconds: chance.whole(2, 20), floor: 'none' },
    ...(chance.often(0.5) ? turns.map(floor => ({ kind: 'tell', seconds: tell, floor }) as const) : []),
    { kind: 'thanks', seconds: chance.whole(2, 8), floor: 'all' },
  ]
}

/** The same for three. */
export function shortTrio({ chance }: World): Format {
  const speak = 1_000 * chance.whole(4, 20)
  const turns = (['first', 'second', 'third'] as const).map(
    who => ({ kind: 'speak', ms: speak, floor: who, speaker: who, turn: 1 }) as const,
  )
  return {
    id: 'trio',
    title: 'Three',
    phases: [
      { kind: 'arrive', ms: 2_000, floor: 'none' },
      ...turns,
      { kind: 'drop', ms: 10_000, floor: 'none' },
      { kind: 'thanks', ms: 4_000, floor: 'all' },
    ],
  }
}
