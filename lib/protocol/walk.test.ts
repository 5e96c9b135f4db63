// What holds on every way that a sitting can take? Random walks from fixed seeds: each property is one test, and a
// failure prints the seed and the step at which it was first broken.
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { advance, nextDue } from './advance.ts'
import { comeBack } from './door.ts'
import { MORE_MOST, may } from './may.ts'
import { type Ms, type Phase, people, type Room, type SeatId, seatIds } from './room.ts'
import { step } from './step.ts'
import { chanceFrom } from './testing/chance.ts'
import { judgeTurns } from './testing/fair-turns.ts'
import { DOINGS, follow, type Move, nextMove, type Played, play, withArguments } from './testing/random-walk.ts'
import { createWorld, type World } from './testing/random-world.ts'
import { createTurns } from './testing/turns-held.ts'
import { view } from './view.ts'
import { bounds, floorAt, isFloorPhase, whereAt } from './where.ts'

const SEEDS = Array.from({ length: 260 }, (_, i) => i + 1)
const STEPS = 160
const MINUTE = 60_000

const broken = new Map<string, string[]>()
const tally = new Map<string, number>()
const count = (what: string, by = 1) => tally.set(what, (tally.get(what) ?? 0) + by)
let place = ''

function must(property: string, holds: boolean, detail: () => unknown): void {
  if (holds) return
  const found = broken.get(property) ?? []
  broken.set(property, found)
  if (found.length < 3) found.push(`${place}: ${JSON.stringify(detail())}`)
}

const text = (value: unknown) => JSON.stringify(value)
const kept = (room: Room): Room => JSON.parse(text(room))
const views = (room: Room, now: Ms) => text(seatIds(room).map(seat => view(room, seat, now)))

/** Where a room stands, short enough to be read in a failure. */
const stands = ({ sitting, seats, left, closed, at }: Room) => {
  if (!sitting) return { at, closed }
  const { n, startedAt, on, more, hold, lines, revealedAt, phases } = sitting
  const gone = Object.entries(seats).map(([seat, own]) => [seat, own?.goneSince])
  const around = phases.slice(Math.max(0, n - 1), n + 2).map(phase => `${phase.kind} ${phase.ms} ${phase.floor}`)
  return { at, n, startedAt, on, more, hold, lines: lines && Object.keys(lines), revealedAt, gone, left, around }
}

/** Looks at every instant at which something is due, and at some between, until `now`. */
function lookOften(room: Room, now: Ms, between: number): Room {
  let current = room
  for (let at = room.at; at < now; ) {
    const due = nextDue(advance(current, at), at)
    const next = Math.min(now, due ?? now, at + Math.max(1, Math.floor((now - at) * between)))
    at = Math.max(next, Math.min(now, at + 1000))
    if (due !== null && due < at) current = advance(current, due)
    current = advance(current, at)
  }
  return current
}

function walk(seed: number): void {
  const world = createWorld(seed)
  const turns = createTurns(world.room)
  let eager = world.room
  let overFor = 0
  for (let i = 0; i < STEPS && overFor < 3; i++) {
    place = `seed ${seed}, step ${i}`
    const before = world.room
    const wasUnserved = world.unserved
    const move = nextMove(world)
    const at = Math.max(move.now, before.at)
    turns.until(before, at)
    const played = play(before, move)
    turns.after(played.room, at)
    judge(world, before, move, played, at)
    if (!wasUnserved && !world.unserved && move.kind !== 'slept' && at >= world.now) {
      eager = lookOften(eager, at, 0.3)
      const looked = play(eager, move)
      must('lazy equals eager', text(advance(looked.room, at)) === text(advance(played.room, at)), () => move)
      must('lazy equals eager', looked.code === played.code, () => [looked.code, played.code])
    }
    eager = played.room
    follow(world, move, { ...played, room: kept(played.room) })
    if (i % 12 === 0) mustReachItsEnd(world)
    if (played.room.closed) overFor += 1
  }
  place = `seed ${seed}`
  judgeTurns(turns.list(), world.room, must, count)
}

function judge(world: World, before: Room, move: Move, played: Played, at: Ms): void {
  const after = played.room
  const was = advance(before, at)
  tallyUp(world, before, move, played, at)

  must(
    'one holder',
    seatIds(after).every(seat => view(after, seat, at).phase?.floor === view(after, 'a', at).phase?.floor),
    () => at,
  )
  const floor = floorAt(advance(after, at), at)
  must('one holder', floor === 'all' || floor === 'none' || people(after).includes(floor), () => floor)

  must('nobody is hurried', move.kind !== 'act' || mayGoOn(was, after, move, at), () => move)
  must(
    'time never runs back',
    after.at >= before.at && after.rev >= before.rev && after.rev <= before.rev + 1,
    () => move,
  )
  const noticed = after.rev > before.rev
  must('time never runs back', !noticed || after.at === at || after.closed !== null, () => [after.at, at])
  must(
    'time never runs back',
    seatIds(after).every(seat => view(after, seat, 0).now === after.at),
    () => move,
  )

  must('held time comes back', givesBack(was, after, move, at), () => [move, at, stands(was), stands(after)])
  must('seats', people(after).length <= Object.keys(after.seats).length, () => after.seats)
  must(
    'seats',
    !(move.kind === 'sit' && played.ok) || (before.sitting === null && people(before).length < seatIds(before).length),
    () => move,
  )
  must('round trips', views(kept(after), at) === views(after, at) && isDeepStrictEqual(kept(after), after), () => after)
  must('round trips', text(kept(advance(kept(after), at + 10_000))) === text(advance(after, at + 10_000)), () => after)
  mustKeepSecrets(after, at)
  if (!played.ok) {
    const same = move.kind === 'act' ? text(after) === text(was) : after === before
    must('refusals change nothing', same, () => [move, played.code])
  }
  if (move.kind === 'act' && move.again) mustNotActLate(was, move, played, at)
  mustMatchPermission(world, after, at)
}

/** Whether an act of somebody else left the turn of the one who has the floor open, and as long as it was. */
function mayGoOn(was: Room, after: Room, move: Move & { kind: 'act' }, at: Ms): boolean {
  const speaker = floorAt(was, at)
  if (!was.sitting || speaker === 'all' || speaker === 'none' || speaker === move.seat) return true
  if (move.intent.do === 'hold' || move.intent.do === 'leave') {
    const { sitting } = after
    if (!sitting) return after.closed?.why === 'left'
    // Nobody goes on saying back the words of somebody who has left.
    const ownWords = view(was, 'a', at).phase?.speaker === move.seat && move.intent.do === 'leave'
    return ownWords || whereAt(sitting, at).n === whereAt(was.sitting, at).n
  }
  if (!after.sitting || floorAt(after, at) !== speaker) return false
  const [old, now] = [whereAt(was.sitting, at), whereAt(after.sitting, at)]
  const [oldPhase, phase] = [was.sitting.phases[old.n], after.sitting.phases[now.n]]
  if (!oldPhase || !phase || old.n !== now.n) return false
  const ends = bounds(phase, now.startedAt).endsAt
  const ended = bounds(oldPhase, old.startedAt).endsAt
  return ends === ended || (ends !== null && ended !== null && ends === ended + MINUTE)
}

/** Whether a resumption finds as much left of the phase as there was when the clock was stopped. */
function givesBack(was: Room, after: Room, move: Move, at: Ms): boolean {
  const held = was.sitting?.hold
  const { sitting } = advance(after, at)
  if (!held || !sitting || sitting.hold || move.kind === 'back') return true
  if (move.kind === 'act' && move.intent.do === 'leave') return true
  const left = view(was, 'a', at).held?.leftMs
  const { phase } = view(after, 'a', at)
  count('resumed')
  // What only somebody who left in the hold had not agreed to is agreed to at once.
  if (after.left.length > 0 && was.sitting && phase && phase.n > was.sitting.n) return true
  return phase === null || left === (phase.endsAt === null ? null : phase.endsAt - at)
}

function mustKeepSecrets(room: Room, at: Ms): void {
  const seen = views(room, at)
  must('no secrets', !seen.includes('token-'), () => seen)
  if (seen.includes('canary-')) {
    count('lines seen')
    const { sitting } = advance(room, at)
    must('no secrets', sitting?.revealedAt != null, () => seen)
  }
}

/** An act for another phase, or a `resume` for another hold, is refused, whenever and however often it arrives. */
function mustNotActLate(was: Room, move: Move & { kind: 'act' }, played: Played, at: Ms): void {
  const { intent } = move
  const n = was.sitting ? whereAt(was.sitting, at).n : null
  const phase = 'phase' in intent ? intent.phase : undefined
  const otherPhase = phase !== undefined && phase !== n
  const since = intent.do === 'resume' ? intent.since : undefined
  const otherHold = since !== undefined && since !== was.sitting?.hold?.since
  if (!otherPhase && !otherHold) return
  count('late duplicates')
  const codes = ['stale-phase', 'not-now', 'closed', 'not-yours']
  must('no late duplicate acts', !played.ok && codes.includes(played.code ?? ''), () => [move, played.code])
}

function mustMatchPermission(world: World, room: Room, at: Ms): void {
  const chance = chanceFrom(at)
  const seat = chance.pick(['a', 'b', 'c'])
  const now = advance(room, at)
  const can = may(now, seat, at)
  const n = now.sitting ? whereAt(now.sitting, at).n : 0
  const here = { ...world, chance, room: now }
  for (const doing of DOINGS) {
    const intent = withArguments(here, seat, doing, n)
    const willing = intent.do === 'heard' ? { ...intent, heard: true } : intent
    must('can is what may be done', step(room, seat, willing, at).ok === can.includes(doing), () => [
      seat,
      willing,
      can,
    ])
  }
  must('can is what may be done', !room.seats[seat] || text(view(room, seat, at).can) === text(can), () => can)
}

/** With everybody back and willing, the sitting reaches its end in a bounded number of acts; and so it does by time alone. */
function mustReachItsEnd(world: World): void {
  if (world.unserved || !advance(world.room, world.now).sitting) return
  let room = world.room
  let now = Math.max(world.now, room.at)
  for (const seat of people(room)) {
    const token = world.browsers.get(seat)?.tokens.at(-1) ?? ''
    const present = people(room).filter(id => id !== seat)
    const back = comeBack(room, { token, next: `${token}-end`, key: null, heard: now, present }, now)
    must('the end can be reached', back.ok, () => [seat, token])
    room = back.room
  }
  must('the end can be reached', advance(room, now + 30 * 3600_000).closed !== null, () => stands(room))
  let last: unknown = null
  const bound = 12 * (room.sitting?.phases.length ?? 0) + 30
  for (let i = 0; i < bound && !room.closed; i++) {
    const [seat, doing] = willing(room, now)
    if (seat) {
      const n = room.sitting ? whereAt(advance(room, now).sitting ?? room.sitting, now).n : 0
      const intent = withArguments({ ...world, chance: chanceFrom(i), room }, seat, doing, n)
      room = step(room, seat, intent.do === 'heard' ? { ...intent, heard: true } : intent, now).room
    } else {
      last = stands(room)
      now = nextDue(advance(room, now), now) ?? now
      room = advance(room, now)
    }
  }
  must('the end can be reached', room.closed?.why === 'complete', () => [now, last, stands(room)])
}

function willing(room: Room, now: Ms): [SeatId, 'resume' | 'on' | 'keep' | 'heard'] | [null, null] {
  for (const doing of ['resume', 'heard', 'on', 'keep'] as const) {
    for (const seat of people(room)) {
      const unanswered = doing !== 'keep' || view(room, seat, now).answered === null
      if (unanswered && may(advance(room, now), seat, now).includes(doing)) return [seat, doing]
    }
  }
  return [null, null]
}

function tallyUp(world: World, before: Room, move: Move, played: Played, at: Ms): void {
  const after = played.room
  const [was, is] = [before.sitting, after.sitting]
  count(`move ${move.kind}`)
  if (move.now < before.at) count('acts before what the room knows')
  if (played.code) count(`refused ${played.code}`)
  const running = is && !is.hold ? is.phases[whereAt(is, at).n] : undefined
  if (running) count(`phase ${running.kind}${isFloorPhase(running) ? ' with a holder' : ''}`)
  if (is?.hold && !was?.hold) {
    count(`held ${is.hold.why}`)
    if (was && is.n < whereAt(was, at).n) count('hold that went back over a boundary')
    if (is.hold.since === is.startedAt && is.hold.why === 'away') count('hold stopped by a consent or a reveal')
  }
  if (is?.hold && was?.hold && is.hold.since > was.hold.since && is.hold.resume.length === 0) count('hold moved later')
  if (is && was) {
    if (is.revealedAt !== null && was.revealedAt === null)
      count(is.revealedAt === at ? 'revealed by answers' : 'revealed by time')
    if (is.lines === null && was.lines !== null) count('lines erased')
    if (is.extraRound && !was.extraRound) count('one more round')
    const minutes = (phases: readonly Phase[]) => phases.reduce((sum, phase) => sum + (phase.granted ?? 0), 0)
    if (minutes(is.phases) > minutes(was.phases)) count('minute granted')
    must(
      'a turn grows no more than it may',
      is.phases.every(phase => (phase.granted ?? 0) <= MORE_MOST[after.clock]),
      () => is.phases,
    )
    if (text(is.repairs) !== text(was.repairs)) count('repair')
    if (after.left.length > before.left.length) count('one of three left')
  }
  if (after.closed && !before.closed) count(`closed ${after.closed.why}`)
  if (after.closed?.dissolved && !before.closed?.dissolved) count('dissolved')
  if (move.kind === 'back' && played.ok) {
    const gone = before.seats[move.seat]?.goneSince ?? at
    count(at - gone > 5000 ? 'late return' : 'quick return')
    if (move.who.token !== world.browsers.get(move.seat)?.tokens.at(-1)) count('return with the token before')
    if (after.unwatchedSince !== null && before.unwatchedSince === null) count('taken up after an outage')
  }
  if (move.kind === 'act' && played.ok && move.intent.do === 'unseat') count('asked out')
}

beforeAll(() => {
  for (const seed of SEEDS) walk(seed)
}, 600_000)

describe('on every walk', () => {
  test.each([
    ['[F1] at most one seat has the floor, the same in all eyes', 'one holder'],
    ['[P6] turns of one round took the same time, but for what everybody granted to a later one', 'equal turns'],
    ['[P6] [T2] a turn that its speaker did not end took its minutes and 7 s exactly', 'turns take their time'],
    ['[M2] no turn is granted more minutes than it may be', 'a turn grows no more than it may'],
    ['[P5] no act of another seat ends or shortens an open turn', 'nobody is hurried'],
    [
      '[P11] the end can be reached by consent in a bounded number of acts, and by time alone',
      'the end can be reached',
    ],
    ['[P10] what is offered is accepted, and what is not offered is refused', 'can is what may be done'],
    ['[T4] [V3] neither the instant nor the number of a view runs back', 'time never runs back'],
    ['[H3] held time comes back exactly', 'held time comes back'],
    ['[T1] looking often and looking once give equal rooms', 'lazy equals eager'],
    ['[P7] [H11] no late duplicate acts', 'no late duplicate acts'],
    ['[S3] a refusal changes nothing but what time has done', 'refusals change nothing'],
    ['[V1] [V2] no view holds a token, or a line before the reveal', 'no secrets'],
    ['[S1] there are never more people than seats, nor new ones in a sitting', 'seats'],
    ['[E1] a room survives being written down and read at every step', 'round trips'],
  ])('%s', (_, property) => {
    expect(broken.get(property) ?? []).toEqual([])
  })

  test('the walks went everywhere, and often', () => {
    const least: Record<string, number> = {
      'acts before what the room knows': 90,
      'asked out': 20,
      'closed complete': 90,
      'closed empty': 9,
      'closed expired': 6,
      'closed left': 10,
      dissolved: 10,
      'equal turns': 100,
      'held asked': 90,
      'held away': 100,
      'held late': 50,
      'hold moved later': 8,
      'hold stopped by a consent or a reveal': 10,
      'hold that went back over a boundary': 60,
      'late duplicates': 200,
      'late return': 300,
      'lines erased': 50,
      'lines seen': 100,
      'minute granted': 20,
      'one more round': 4,
      'one of three left': 10,
      'phase agree': 200,
      'phase arrive': 300,
      'phase drop': 100,
      'phase heard': 100,
      'phase meet': 30,
      'phase picture': 200,
      'phase quiet': 60,
      'phase say-back with a holder': 100,
      'phase settle': 500,
      'phase speak with a holder': 1200,
      'phase tell with a holder': 300,
      'phase thanks with a holder': 60,
      'phase thanks': 300,
      'quick return': 200,
      'refused closed': 100,
      'refused full': 200,
      'refused not-allowed': 40,
      'refused not-now': 500,
      'refused not-yours': 60,
      'refused stale-phase': 400,
      repair: 30,
      resumed: 200,
      'return with the token before': 40,
      'revealed by answers': 20,
      'revealed by time': 40,
      'taken up after an outage': 100,
      'turns ended by the bell': 300,
      'turns ended by their speaker': 200,
      'turns that were granted more than the one before': 5,
    }
    const thin = Object.entries(least).filter(([what, times]) => (tally.get(what) ?? 0) < times)
    expect(thin.map(([what]) => [what, tally.get(what) ?? 0])).toEqual([])
  })
})
