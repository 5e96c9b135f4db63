// What was kept of each room, in which order, and was it right? Every commit of every process is read as the store takes it, and held
// against what people asked for, who was really connected, and what a room may do.
import { advance } from '../../lib/protocol/advance.ts'
import { type Ms, people, type Room, type SeatId, seatIds } from '../../lib/protocol/room.ts'
import { judgeTurns } from '../../lib/protocol/testing/fair-turns.ts'
import { createTurns, type Turns } from '../../lib/protocol/testing/turns-held.ts'
import { opens } from '../../lib/protocol/tokens.ts'
import { bounds, floorAt, saidOn, whereAt } from '../../lib/protocol/where.ts'
import type { Intent } from '../../lib/wire/events.ts'
import type { Kept } from '../ports.ts'
import { readRoom } from '../room/shelf.ts'
import type { Wire } from './sim-network.ts'
import type { World } from './world.ts'

export interface Version {
  room: Room
  /** When the store took it. */
  at: Ms
  /** Takes the turns that were counted back to it. */
  backTo: () => void
}

export interface Chronicle {
  committed(id: string, kept: Kept, by: string): void
  versions(id: string): readonly Version[]
  /** Somebody who sits there has asked for this. */
  asked(room: string, seat: SeatId, intent: Intent): void
  /** Whether anybody of the room has asked for this. */
  wasAsked(room: string, what: string): boolean
  /**
   * Whether somebody may find that a seat is not theirs: there people are asked out, or the room came back from before they were given
   * `entry`. What else would tell of them is in no page that was loaded again, for it lies on no device; null for one that has it.
   */
  mayBeUnknown(room: string, entry: string | null): boolean
  /** An entry into a seat was answered on this connection. */
  entered(entry: string, wire: Wire): void
  /** Something is broken on purpose for this long, by which people may be lost sight of, or hear late of what was kept. */
  disturbed(ms?: Ms): void
  /** Whether nothing was broken for this long. */
  wasCalmFor(ms: Ms): boolean
  /** Judges every room as a whole. */
  close(): void
}

interface Story {
  versions: Version[]
  turns: Turns
  /** How many there were when the room came back last. */
  since: number
}

/** Somebody who has only just sat down may be missed by a roll that was called before. */
const SETTLING_MS = 1_500
/** As long as what was broken may show: a connection that went dead is noticed by then. */
const CALM_MS = 16_000

export function createChronicle(world: World): Chronicle {
  const stories = new Map<string, Story>()
  const said = new Set<string>()
  const entries = new Map<string, { wire: Wire; at: Ms }>()
  let disturbedAt = Number.NEGATIVE_INFINITY
  const { must } = world

  function judge(before: Room, after: Room, { versions, since }: Story): void {
    const at = Math.max(before.at, after.at)
    const detail = () => [stands(before), stands(after)]
    // What was lost with the store is lost: a room that comes back stands where the newest that was brought stood.
    if (after.broughtBack?.seats.length === 0) return
    if (after.broughtBack && after.broughtBack.rev !== before.broughtBack?.rev) {
      must(after.rev > before.rev, 'what a newer capsule knows is newer than all that was shown', detail)
      // A store that was lost twice may have kept other versions under the same numbers.
      const wasLost = versions.slice(0, since).some(({ room }) => mayReplace(before, after, room))
      must(wasLost, 'nothing is undone that was kept since a room came back', detail)
      return
    }
    must(after.at >= before.at && after.rev >= before.rev, 'neither time nor rev runs back in the store', detail)
    const floor = floorAt(advance(after, at), at)
    must(
      floor === 'all' || floor === 'none' || people(after).includes(floor),
      'the floor is somebody’s who is there',
      detail,
    )
    must(isUnhurried(advance(before, at), after, at), 'nobody hurries a speaker', detail)
    must(people(after).length <= seatIds(after).length, 'no more people than seats', detail)
    for (const seat of seatIds(after)) judgeSeat(before, after, seat)
    judgeSaid(after)
  }

  /** Nobody is said to be gone whose connection is whole. */
  function judgeSeat(before: Room, after: Room, seat: SeatId): void {
    const [was, is] = [before.seats[seat], after.seats[seat]]
    if (!was || !is || was.goneSince !== null || is.goneSince === null || after.left.includes(seat)) return
    // Whoever was in a room that was lost comes anew, wherever they are connected (C2).
    if (after.broughtBack && !after.broughtBack.seats.includes(seat)) return
    const entry = entries.get(is.token.given)
    if (!entry || !wasCalmFor(CALM_MS) || entry.at > world.now() - SETTLING_MS) return
    world.count('an absence that was looked into')
    must(!entry.wire.isWhole(), 'nobody is gone whose connection is whole', () => [seat, stands(after)])
  }

  /** What people are said to have asked for, they have. */
  function judgeSaid({ id, sitting, closed, seats }: Room): void {
    const has = (seat: SeatId | null, what: string) =>
      must(said.has(`${id} ${seat} ${what}`), 'nobody is said to have asked for what they did not', () => [
        id,
        seat,
        what,
      ])
    if (!sitting) {
      if (closed?.why === 'left' && wasServed(seats))
        must(
          [...'abc'].some(seat => said.has(`${id} ${seat} leave`)),
          'no room is left by nobody',
          () => id,
        )
      return
    }
    for (const { n, seats } of [sitting.on, ...(sitting.on.before ?? [])])
      for (const seat of seats) has(seat, `on ${n}`)
    for (const seat of sitting.more.asked) has(seat, `more ${sitting.more.n}`)
    for (const seat of sitting.hold?.resume ?? []) has(seat, 'resume')
    if (sitting.hold?.why === 'asked') has(sitting.hold.by, 'hold')
    for (const [seat, line] of Object.entries(sitting.lines ?? {}))
      has(seat as SeatId, line === 'kept' ? 'keep' : `line ${line.sealed}`)
  }

  /** Whoever opens a room and is never answered is taken out of it again. */
  const wasServed = (seats: Room['seats']) => Object.values(seats).some(seat => seat && entries.has(seat.token.given))
  const wasCalmFor = (ms: Ms) => disturbedAt <= world.now() - ms

  return {
    committed(id, kept, by) {
      const room = readRoom(kept.body)
      if (!room) return
      const story = stories.get(id)
      world.tell(`${by} ${room.rev} ${room.at}`)
      world.count('commits')
      if (!story) {
        const turns = createTurns(room)
        stories.set(id, { versions: [{ room, at: world.now(), backTo: turns.mark() }], turns, since: 0 })
        return
      }
      const { versions, turns } = story
      const before = (versions.at(-1) as Version).room
      // What is told of a room that is erased was compared with nothing.
      if (!room.closed?.dissolved || !before.closed) {
        judge(before, room, story)
        if (room.broughtBack?.seats.length === 0) story.since = versions.length
        const from = cameBackFrom(versions, before, room)
        from?.backTo()
        const at = Math.max(before.at, room.at)
        // Whoever had come back to the older state by then had not been gone for as long as the newer one knows.
        turns.until(from ? { ...from.room, seats: room.seats } : before, at)
        turns.after(room, at)
      }
      versions.push({ room, at: world.now(), backTo: turns.mark() })
    },
    versions: id => stories.get(id)?.versions ?? [],
    asked(room, seat, intent) {
      const what =
        intent.do === 'line' ? intent.sealed : intent.do === 'on' || intent.do === 'more' ? intent.phase : null
      said.add(`${room} ${seat} ${intent.do}${what === null ? '' : ` ${what}`}`)
    },
    wasAsked: (room, what) => [...'abc'].some(seat => said.has(`${room} ${seat} ${what}`)),
    mayBeUnknown(id, entry) {
      const { since, versions } = stories.get(id) ?? { since: 0, versions: [] }
      const wasGiven = entry !== null && versions.slice(0, since).some(({ room }) => isOpen(room, entry))
      const cameBack = versions[since]?.room
      return this.wasAsked(id, 'unseat') || (wasGiven && cameBack !== undefined && !isOpen(cameBack, entry))
    },
    entered: (entry, wire) => void entries.set(entry, { wire, at: world.now() }),
    disturbed(ms = 0) {
      disturbedAt = Math.max(disturbedAt, world.now() + ms)
    },
    wasCalmFor,
    close() {
      for (const { versions, turns } of stories.values()) {
        const { room } = versions.at(-1) as Version
        judgeTurns(
          turns.list(),
          room,
          (rule, holds, detail) => must(holds, rule, () => [detail(), stands(room)]),
          world.count,
        )
      }
    },
  }
}

/** The version that a lost room came back from, where it has just come back from that one: all that was kept after it is lost. */
function cameBackFrom(versions: readonly Version[], before: Room, { broughtBack }: Room): Version | undefined {
  const isNew = broughtBack && (broughtBack.seats.length === 0 || broughtBack.rev !== before.broughtBack?.rev)
  return isNew ? versions.findLast(({ room }) => room.rev === broughtBack.rev) : undefined
}

const isOpen = (room: Room, entry: string) =>
  seatIds(room).some(id => room.seats[id] && opens(room.seats[id].token, entry))

/** Whether `lost` may be the newer state that was brought: it has its number, and knows whoever had not come back by then. */
function mayReplace(before: Room, after: Room, lost: Room): boolean {
  const knows = (seat: SeatId) => {
    const [own, then] = [after.seats[seat], lost.seats[seat]]
    return !own || before.broughtBack?.seats.includes(seat) || (then != null && opens(then.token, own.token.used))
  }
  return lost.rev === after.broughtBack?.rev && seatIds(after).every(knows)
}

/** Whether whoever had the floor before still has it as long as before, unless they or a hold have ended that. */
function isUnhurried(was: Room, after: Room, at: Ms): boolean {
  const speaker = floorAt(was, at)
  if (!was.sitting || speaker === 'all' || speaker === 'none') return true
  const now = advance(after, at)
  if (now.closed || !now.sitting || now.sitting.hold || now.left.includes(speaker)) return true
  const [old, next] = [whereAt(was.sitting, at), whereAt(now.sitting, at)]
  const [oldPhase, phase] = [was.sitting.phases[old.n], now.sitting.phases[next.n]]
  if (!oldPhase || !phase || old.n !== next.n) return now.left.length > was.left.length
  if (saidOn(now.sitting, next.n).includes(speaker)) return true
  const [ended, ends] = [bounds(oldPhase, old.startedAt).endsAt, bounds(phase, next.startedAt).endsAt]
  return floorAt(now, at) === speaker && (ended === null || (ends !== null && ends >= ended))
}

/** Where a room stands, short enough to be read. */
const stands = ({ rev, at, sitting, closed, seats, left }: Room) => ({
  rev,
  at,
  n: sitting?.n,
  startedAt: sitting?.startedAt,
  on: sitting?.on,
  hold: sitting?.hold,
  closed,
  left,
  gone: Object.values(seats).map(seat => seat?.goneSince),
})
