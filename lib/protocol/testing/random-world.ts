// Which sitting is walked, and what do the browsers around it know? Made from a seed; only the tests of the engine use it.
import { customFormat } from '../../formats/custom.ts'
import { formatFor, minutesRange } from '../../formats/formats.ts'
import type { Intent } from '../intents.ts'
import { createRoom, type Format, type Ms, type Room, SEATS, type SeatId } from '../room.ts'
import { type Chance, chanceFrom } from './chance.ts'

interface Browser {
  connected: boolean
  /** Hashes of the tokens that it was given, the latest last. */
  tokens: string[]
  /** The last instant of the server that it knows of. */
  heard: Ms
}

export interface World {
  chance: Chance
  room: Room
  now: Ms
  browsers: Map<SeatId, Browser>
  /** No process has served the room since the last one was lost. */
  unserved: boolean
  sent: { seat: SeatId; intent: Intent }[]
  made: number
}

export function createWorld(seed: number): World {
  const chance = chanceFrom(seed)
  const seats = chance.often(0.35) ? 3 : 2
  const coin = SEATS.slice(0, seats).sort(() => chance.below(2) - 1)
  const clock = chance.pick(['timed', 'timed', 'timed', 'unhurried', 'none'])
  const medium = chance.often(0.3) ? 'together' : 'text'
  const kind = seats === 2 && seed % 5 === 0 ? 'practice' : 'friends'
  const plan = {
    id: `room-${seed}`,
    kind,
    medium,
    clock,
    format: anyFormat(chance, seats),
    seats,
    coin,
  } as const
  const now = 1_700_000_000_000 + chance.whole(0, 999)
  const room = createRoom(plan, now)
  return { chance, room, now, browsers: new Map(), unserved: false, sent: [], made: 0 }
}

function anyFormat(chance: Chance, seats: 2 | 3): Format {
  if (seats === 2 && chance.often(0.3)) return ownFormat(chance)
  const id = chance.pick(['listening', 'listening', 'taste', 'repair', 'repair', 'dyad'])
  const [least, , most] = minutesRange(id, seats)
  return formatFor(id, seats, chance.often(0.5) ? undefined : chance.whole(least, most))
}

function ownFormat(chance: Chance): Format {
  const [speak, tell] = [chance.whole(1, 200), chance.whole(1, 60)]
  const turns = chance.often(0.5) ? (['first', 'second'] as const) : (['second', 'first'] as const)
  const made = customFormat([
    { kind: 'agree', seconds: chance.whole(1, 20), floor: 'all' },
    { kind: 'meet', seconds: chance.whole(1, 20), floor: 'all' },
    ...turns.map(floor => ({ kind: 'speak', seconds: speak, floor }) as const),
    ...turns.map(floor => ({ kind: 'heard', seconds: 20, floor }) as const),
    { kind: 'drop', seconds: chance.whole(1, 90), floor: 'none' },
    ...(chance.often(0.5) ? turns.map(floor => ({ kind: 'tell', seconds: tell, floor }) as const) : []),
  ])
  if ('problem' in made) throw new Error(made.problem)
  return made.format
}
