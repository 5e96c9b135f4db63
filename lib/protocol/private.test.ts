// Does anything private show? Two rooms go the same way but for what one person does in private; the others look on.
import { beforeAll, describe, expect, test } from 'vitest'
import { advance, nextDue } from './advance.ts'
import { capsuleOf } from './capsule.ts'
import { type Ms, type Room, type SeatId, seatIds } from './room.ts'
import { step } from './step.ts'
import { follow, type Move, nextMove, play } from './testing/random-walk.ts'
import { createWorld } from './testing/random-world.ts'
import { view } from './view.ts'

const SEEDS = Array.from({ length: 420 }, (_, i) => 5000 + i)
const SECRETIVE: SeatId = 'b'

/** What the second room is given where the first one is given a private act: nothing, or another answer. */
type Other = 'nothing' | 'another'

const seen: Record<Other | 'wish' | 'kept', number> = { nothing: 0, another: 0, wish: 0, kept: 0 }
const told: string[] = []

const answers = (move: Move) => move.kind === 'act' && (move.intent.do === 'line' || move.intent.do === 'keep')
const opened = (room: Room, at: Ms) => (advance(room, at).sitting?.revealedAt ?? null) !== null

function changesWish(move: Move, room: Room): boolean {
  return move.kind === 'act' && move.intent.do === 'ready' && move.seat === SECRETIVE && !!room.seats[SECRETIVE]?.wish
}

function inTheOther(move: Move, other: Other): Move {
  if (move.kind !== 'act' || other === 'nothing') return { kind: 'look', now: move.now }
  const phase = 'phase' in move.intent && move.intent.phase !== undefined ? move.intent.phase : 0
  const intent =
    move.intent.do === 'keep'
      ? ({ do: 'line', phase, sealed: 'something else' } as const)
      : ({ do: 'keep', phase } as const)
  return { ...move, intent }
}

function walkBoth(seed: number, other: Other): void {
  const world = createWorld(seed)
  let twin = world.room
  let acted = false
  for (let i = 0; i < 170 && !world.room.closed; i++) {
    const before = world.room
    let move = nextMove(world)
    const at = Math.max(move.now, before.at)
    const own = move.kind === 'act' && move.seat === SECRETIVE
    // While one room has an answer more than the other, an answer of everybody else would open the lines of one alone.
    if (answers(move) && !own && other === 'nothing') move = { kind: 'look', now: move.now }
    const wish = changesWish(move, before)
    const isPrivate = own && (answers(move) || wish)
    const played = play(before, move)
    const twinMove = isPrivate ? inTheOther(move, wish ? 'nothing' : other) : move
    // Whoever asks, even in vain, makes the server look; so the other room is looked at too.
    const twinPlayed = play(isPrivate ? advance(twin, at) : twin, twinMove)
    acted ||= isPrivate && played.ok
    if (isPrivate && played.ok) seen[wish ? 'wish' : other] += 1
    const began = !before.sitting && played.room.sitting
    twin = began ? played.room : twinPlayed.room
    follow(world, move, played)
    const open = opened(played.room, at) || opened(twin, at)
    const silent = twin.sitting?.lines?.[SECRETIVE] === undefined && played.room.sitting?.lines?.[SECRETIVE] === 'kept'
    if (open && (other === 'another' || !silent)) return
    if (open && acted) seen.kept += 1
    if (!isPrivate && played.code !== twinPlayed.code) told.push(`seed ${seed}, step ${i}: ${played.code}`)
    compare(played.room, twin, at, `seed ${seed}, step ${i}`)
  }
}

/** The fields in which two views differ. */
function difference(mine = '{}', theirs = '{}'): string {
  const [one, two] = [JSON.parse(mine), JSON.parse(theirs)]
  const fields = Object.keys(one).filter(field => JSON.stringify(one[field]) !== JSON.stringify(two[field]))
  return JSON.stringify(fields.map(field => [field, one[field], two[field]]))
}

function compare(one: Room, two: Room, at: Ms, place: string): void {
  const due = nextDue(advance(one, at), at)
  if (due !== nextDue(advance(two, at), at)) told.push(`${place}: wakes at another instant`)
  const instants = [at - 60_000, at]
  for (const seat of seatIds(one).filter(id => id !== SECRETIVE)) {
    for (const now of instants) {
      const [mine, theirs] = [one, two].map(room => JSON.stringify(view(room, seat, now)))
      if (mine !== theirs) told.push(`${place}: ${difference(mine, theirs)}`)
    }
    const [mine, theirs] = [one, two].map(room => JSON.stringify(capsuleOf(room, seat, at)))
    if (mine !== theirs) told.push(`${place}, capsule: ${difference(mine, theirs)}`)
    // What others are answered tells them nothing either.
    const codes = [one, two].map(room => {
      const out = step(room, seat, { do: 'keep', phase: 99 }, at)
      return `${out.ok} ${out.room.rev}`
    })
    if (codes[0] !== codes[1]) told.push(`${place}: ${codes}`)
  }
}

beforeAll(() => {
  for (const seed of SEEDS) walkBoth(seed, seed % 2 ? 'nothing' : 'another')
}, 600_000)

describe('two rooms that differ by what one person does in private', () => {
  test('[V1] [V4] [D2] [D4] [C1] look the same to everybody else, byte for byte, at every instant before the reveal', () => {
    expect(told.slice(0, 3)).toEqual([])
  })

  test('were compared often enough', () => {
    expect(seen.nothing).toBeGreaterThan(60)
    expect(seen.another).toBeGreaterThan(60)
    expect(seen.wish).toBeGreaterThan(60)
    expect(seen.kept).toBeGreaterThan(20)
  })
})
