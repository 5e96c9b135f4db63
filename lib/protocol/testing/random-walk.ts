// How might a sitting go? Random people on random connections, from a seed; only the tests of the engine walk it.
import { nextDue } from '../advance.ts'
import { comeBack, type Returning, type Sitter, sit, stoodStill, went } from '../door.ts'
import type { Intent } from '../intents.ts'
import { type Ms, type Room, type SeatId, seatIds } from '../room.ts'
import { step } from '../step.ts'
import { view } from '../view.ts'
import type { World } from './random-world.ts'

export type Move =
  | { kind: 'act'; seat: SeatId; intent: Intent; again: boolean; now: Ms }
  | { kind: 'sit'; sitter: Sitter; now: Ms }
  | { kind: 'back'; seat: SeatId; who: Returning; now: Ms }
  | { kind: 'went'; seat: SeatId; entry: string; now: Ms }
  | { kind: 'slept'; due: Ms; now: Ms }
  | { kind: 'look'; now: Ms }

export interface Played {
  ok: boolean
  code: string | null
  room: Room
  seat?: SeatId
}

/** Applies a move to a room; `now` may lie before what the room knows. */
export function play(room: Room, move: Move): Played {
  switch (move.kind) {
    case 'act':
      return coded(step(room, move.seat, move.intent, move.now))
    case 'sit':
      return coded(sit(room, move.sitter, move.now))
    case 'back':
      return coded(comeBack(room, move.who, move.now))
    case 'went':
      return coded({ ok: true, room: went(room, move.seat, move.entry, move.now) })
    case 'slept':
      return coded({ ok: true, room: stoodStill(room, move.due, move.now) })
    case 'look':
      return coded({ ok: true, room })
  }
}

const coded = (out: { ok: boolean; room: Room; code?: string; seat?: SeatId }): Played => ({ code: null, ...out })

/** Lets time pass and chooses what happens next. */
export function nextMove(world: World): Move {
  const { chance, room } = world
  const dueBefore = nextDue(room, Math.max(room.at, world.now))
  world.now += elapsed(world, dueBefore)
  for (const browser of world.browsers.values()) {
    if (browser.connected && !world.unserved) browser.heard = world.now - chance.whole(0, 1500)
  }
  const setBack = chance.often(0.04) ? chance.whole(1, 20_000) : 0
  const now = world.now - setBack
  const sittings = [...world.browsers.keys()]
  const away = sittings.filter(seat => !world.browsers.get(seat)?.connected)
  const there = sittings.filter(seat => world.browsers.get(seat)?.connected)

  if (!world.unserved && dueBefore !== null && setBack === 0 && world.now > dueBefore + 5000 && chance.often(0.15))
    return { kind: 'slept', due: dueBefore, now }
  if (chance.often(room.sitting ? 0.01 : 0.25)) return { kind: 'sit', sitter: newcomer(world), now }
  if (away.length > 0 && chance.often(world.unserved ? 0.9 : 0.3)) return returning(world, away, now)
  if (there.length > 0 && !world.unserved && chance.often(room.sitting ? 0.05 : 0.03)) {
    const seat = chance.pick(there as [SeatId])
    const entry = world.browsers.get(seat)?.tokens.at(chance.often(0.2) ? -2 : -1) ?? 'nobody'
    return { kind: 'went', seat, entry, now }
  }
  if (room.sitting && there.length > 0 && chance.often(0.02)) return lose(world, now)
  if (chance.often(0.02) && sittings.length > 0) return returning(world, sittings, now)
  // Somebody's word may arrive just after their connection was seen to end.
  const able = chance.often(0.03) && !world.unserved ? sittings : there
  if (able.length === 0) return { kind: 'look', now }
  return asking(world, chance.pick(able as [SeatId]), now)
}

function elapsed({ chance, now }: World, due: Ms | null): Ms {
  const kind = chance.below(1)
  if (kind < 0.4) return chance.whole(0, 3000)
  if (kind < 0.62 && due !== null && due - now < 20 * 60_000) {
    return Math.max(0, due - now + chance.pick([-1, 0, 0, 1, 3000, 6000]))
  }
  if (kind < 0.88) return chance.whole(3000, 40_000)
  if (kind < 0.985) return chance.whole(40_000, 300_000)
  return chance.often(0.9) ? chance.whole(10 * 60_000, 20 * 60_000) : chance.whole(3 * 3600_000, 26 * 3600_000)
}

function newcomer(world: World): Sitter {
  return {
    name: anew(world, 'name'),
    key: world.chance.often(0.5) ? anew(world, 'key') : null,
    token: anew(world, 'token'),
  }
}

function anew(world: World, what: string): string {
  world.made += 1
  return `${what}-${world.made}`
}

/** The process is lost with every connection; nobody tells the room. */
function lose(world: World, now: Ms): Move {
  world.unserved = true
  for (const browser of world.browsers.values()) browser.connected = false
  return { kind: 'look', now }
}

function returning(world: World, among: SeatId[], now: Ms): Move {
  const { chance } = world
  const seat = chance.pick(among as [SeatId])
  const browser = world.browsers.get(seat)
  const tokens = browser?.tokens ?? []
  const own = chance.often(0.85) ? tokens.at(-1) : chance.often(0.5) ? tokens.at(-2) : tokens[0]
  const shown = chance.often(0.03) || own === undefined ? 'token-stolen' : own
  const heard = chance.often(0.1) ? null : chance.often(0.05) ? now + 60_000 : (browser?.heard ?? null)
  const present = [...world.browsers].filter(([id, { connected }]) => connected && id !== seat).map(([id]) => id)
  const key = chance.often(0.5) ? anew(world, 'key') : null
  return { kind: 'back', seat, who: { token: shown, next: anew(world, 'token'), key, heard, present }, now }
}

function asking(world: World, seat: SeatId, now: Ms): Move {
  const { chance } = world
  const earlier = world.sent.length > 0 && chance.often(0.12) ? chance.pick(world.sent as [World['sent'][0]]) : null
  if (earlier) return { kind: 'act', ...earlier, again: true, now }
  const intent = chance.often(0.1) ? anyIntent(world, seat) : offered(world, seat, now)
  return intent ? { kind: 'act', seat, intent, again: false, now } : { kind: 'look', now }
}

const WEIGHT: Record<Intent['do'], number> = {
  on: 6,
  more: 5,
  heard: 6,
  line: 4,
  keep: 2,
  hold: 0.2,
  resume: 12,
  ready: 8,
  unseat: 0.2,
  help: 0.3,
  leave: 0.006,
  admit: 4,
  lend: 1,
}
/** What nobody is ever offered between friends or strangers. */
const OF_WORKSHOPS: readonly Intent['do'][] = ['admit', 'lend']

function offered(world: World, seat: SeatId, now: Ms): Intent | null {
  const seen = view(world.room, seat, now)
  // What somebody else has asked for is often granted, and a further round is often wished for.
  const wished = seen.more !== null && (seen.more.asked.length > 0 || seen.more.most === 1)
  const weightOf = (doing: Intent['do']) => WEIGHT[doing] * (doing === 'more' && wished ? 6 : 1)
  const sum = seen.can.reduce((weights, doing) => weights + weightOf(doing), 0)
  // Whoever only listens has little to do, and mostly does not.
  if (sum < 1 && world.chance.often(0.95)) return null
  let left = world.chance.below(sum)
  for (const doing of seen.can) {
    left -= weightOf(doing)
    if (left < 0) return withArguments(world, seat, doing, seen.phase?.n ?? 0)
  }
  return anyIntent(world, seat)
}

export const DOINGS = Object.keys(WEIGHT) as [Intent['do'], ...Intent['do'][]]

function anyIntent(world: World, seat: SeatId): Intent {
  const doings = DOINGS.filter(doing => doing !== 'leave' && !OF_WORKSHOPS.includes(doing))
  return withArguments(world, seat, world.chance.pick(doings as [Intent['do']]), world.chance.whole(0, 12))
}

/** An intent with arguments that fit the room as it stands. */
export function withArguments(world: World, seat: SeatId, doing: Intent['do'], phase: number): Intent {
  const { chance, room } = world
  const others = seatIds(room).filter(id => id !== seat && room.seats[id])
  switch (doing) {
    case 'ready':
      return { do: doing, first: chance.pick(['me', 'other', 'either', undefined]) }
    case 'unseat':
      return { do: doing, seat: others[0] ?? seat }
    case 'hold':
      return { do: doing, phase: chance.often(0.5) ? phase : undefined }
    case 'resume':
      return { do: doing, since: chance.often(0.5) ? room.sitting?.hold?.since : undefined }
    case 'heard':
      return { do: doing, phase, heard: chance.often(0.4) }
    case 'admit':
      return { do: doing, yes: true, since: room.visit?.since ?? 0 }
    case 'lend':
      return { do: doing, phase, on: true }
    case 'line':
      return { do: doing, phase, sealed: `${anew(world, 'canary')}-${'x'.repeat(chance.whole(0, 40))}` }
    case 'on':
    case 'more':
    case 'keep':
      return { do: doing, phase }
    default:
      return { do: doing }
  }
}

/** What the move did to the browsers. */
export function follow(world: World, move: Move, played: Played): void {
  world.room = played.room
  if (!played.ok) return
  const browser = 'seat' in move ? world.browsers.get(move.seat) : undefined
  if (move.kind === 'act') {
    if (!move.again) world.sent.push({ seat: move.seat, intent: move.intent })
    if (move.intent.do === 'leave' || move.intent.do === 'unseat') {
      world.browsers.delete(move.intent.do === 'leave' ? move.seat : move.intent.seat)
    }
  }
  if (move.kind === 'went' && browser?.tokens.at(-1) === move.entry) browser.connected = false
  if (move.kind === 'sit' && played.seat)
    world.browsers.set(played.seat, { connected: true, tokens: [move.sitter.token], heard: move.now })
  if (move.kind === 'back' && browser && played.seat === move.seat) {
    world.unserved = false
    Object.assign(browser, { connected: true, heard: move.now })
    browser.tokens.push(move.who.next)
  }
}
