// Sitting down, coming back, going; the server's own absences.
import { describe, expect, test } from 'vitest'
import { advance } from './advance.ts'
import { comeBack, type Returning, seatOf, sit, stoodStill, went } from './door.ts'
import type { Ms, Room, SeatId } from './room.ts'
import {
  begun,
  did,
  empty,
  gathered,
  NAMES,
  refusalOf,
  SECOND,
  sitter,
  still,
  T0,
  TRIO,
} from './testing/sample-room.ts'
import { view } from './view.ts'

const at = (seconds: number) => T0 + seconds * SECOND

const returning = (seat: string, turn = 0, over: Partial<Returning> = {}): Returning => ({
  token: `token-${seat}-${turn}`,
  next: `token-${seat}-${turn + 1}`,
  key: null,
  heard: null,
  present: [],
  ...over,
})

function back(room: Room, who: Returning, now: Ms): Room {
  const out = comeBack(room, who, now)
  if (!out.ok) throw new Error(out.code)
  return out.room
}

describe('seats', () => {
  test('[S1] are given in order to as many people as there are, and to no one more', () => {
    const one = sit(empty(), sitter('a'), T0)
    const two = sit(one.room, sitter('b'), T0)
    expect([one.ok && one.seat, two.ok && two.seat]).toEqual(['a', 'b'])
    expect(sit(two.room, sitter('c'), T0)).toEqual({ ok: false, code: 'full', room: two.room })
  })

  test('[S1] are not given once the sitting has begun, even when one has become free', () => {
    const left = did(begun({ seats: 3, phases: TRIO }), 'c', { do: 'leave' }, at(20))
    expect(sit(left, { ...sitter('c'), token: 'new' }, at(21))).toMatchObject({ ok: false, code: 'full' })
    const closed = did(begun(), 'b', { do: 'leave' }, at(20))
    expect(sit(closed, { ...sitter('b'), token: 'new' }, at(21))).toMatchObject({ ok: false, code: 'closed' })
  })

  test('[S3] a stranger at the door of a sitting changes nothing, not even what time has done', () => {
    const room = begun()
    expect(sit(room, { ...sitter('c'), token: 'new' }, at(5000)).room).toBe(room)
    expect(comeBack(room, { ...returning('x'), heard: at(4000) }, at(5000))).toEqual({
      ok: false,
      code: 'closed',
      room,
    })
    expect(comeBack(room, { ...returning('x'), heard: at(20) }, at(30))).toEqual({ ok: false, code: 'not-yours', room })
  })

  test('[S5] either person can ask the other out before the beginning, and nobody themselves', () => {
    const room = gathered()
    expect(did(room, 'a', { do: 'unseat', seat: 'b' }, T0).seats.b).toBe(null)
    expect(did(room, 'b', { do: 'unseat', seat: 'a' }, T0).seats.a).toBe(null)
    expect(refusalOf(room, 'a', { do: 'unseat', seat: 'a' }, T0)).toBe('not-allowed')
    expect(refusalOf(room, 'a', { do: 'unseat', seat: 'c' }, T0)).toBe('not-allowed')
    expect(refusalOf(begun(), 'a', { do: 'unseat', seat: 'b' }, T0)).toBe('not-now')
  })

  test.each([
    ['asked out', did(gathered(), 'a', { do: 'unseat', seat: 'b' }, T0)],
    ['gone for good', did(gathered(), 'b', { do: 'leave' }, T0)],
  ])('[L4] somebody %s before the beginning frees the seat and has no token any more', (_, room) => {
    expect(comeBack(room, returning('b'), T0)).toMatchObject({ ok: false, code: 'not-yours' })
    const next = sit(room, { ...sitter('c'), token: 'new' }, T0)
    expect(next.ok && next.seat).toBe('b')
  })

  test.each([
    ['was asked out', 'a', { do: 'unseat', seat: 'b' }],
    ['left', 'b', { do: 'leave' }],
  ] as const)('[S7] a yes to somebody who then %s is none to whoever comes in their place', (_, by, intent) => {
    const yes = did(gathered(), 'a', { do: 'ready', first: 'me' }, T0)
    const next = sit(did(yes, by, intent, T0), { ...sitter('c'), token: 'new' }, at(1))
    if (!next.ok) throw new Error(next.code)
    const other = did(next.room, 'b', { do: 'ready', first: 'other' }, at(2))
    expect([other.sitting, other.seats.a?.wish]).toEqual([null, null])
    expect(did(other, 'a', { do: 'ready', first: 'me' }, at(3)).sitting).not.toBeNull()
  })

  test('[L5] a room that the last person leaves before the beginning dissolves', () => {
    const room = did(did(gathered(), 'b', { do: 'leave' }, T0), 'a', { do: 'leave' }, at(1))
    expect(room.closed).toEqual({ why: 'left', at: at(1), dissolved: true })
  })
})

describe('tokens', () => {
  test('[S2] the one before stays good until the new one is shown, and is void from then on', () => {
    const once = back(begun(), returning('a'), at(20))
    expect(['token-a-0', 'token-a-1'].map(token => seatOf(once, token))).toEqual(['a', 'a'])
    const twice = back(once, returning('a', 1), at(21))
    expect(['token-a-0', 'token-a-1', 'token-a-2'].map(token => seatOf(twice, token))).toEqual([undefined, 'a', 'a'])
    expect(comeBack(twice, returning('a'), at(22))).toMatchObject({ ok: false, code: 'not-yours' })
  })

  test('[S2] of several that were given for one, each is good until one of them is shown: any may be the one that arrived', () => {
    const once = back(begun(), returning('a'), at(20))
    // Asked before, and come to the server after: its page has been given the other by now.
    const again = back(once, { ...returning('a'), next: 'token-a-9' }, at(21))
    const opens = (room: Room) => ['token-a-0', 'token-a-1', 'token-a-9'].map(token => seatOf(room, token))
    expect(opens(again)).toEqual(['a', 'a', 'a'])
    const shown = back(again, returning('a', 1), at(22))
    expect(opens(shown)).toEqual([undefined, 'a', undefined])
    expect(opens(back(shown, returning('a', 2), at(23)))).toEqual([undefined, undefined, undefined])
  })

  test('[S2] given for one that is shown again and again, only the last few are good', () => {
    const nth = (n: number) => `token-a-${n}`
    const many = Array.from({ length: 99 }, (_, n) => nth(n + 1))
    const room = many.reduce((so, next, n) => back(so, { ...returning('a'), next }, at(20 + n)), begun())
    expect([0, 1, 90, 91, 99].map(n => seatOf(room, nth(n)))).toEqual(['a', undefined, undefined, 'a', 'a'])
  })

  /** The two of them, of whom the guest came in by a name. */
  const arrived = () => {
    const [opener, guest] = [sitter('a'), { ...sitter('b'), attempt: 'attempt-b' }]
    const room = [opener, guest].reduce((so, who) => sit(so, who, at(1)).room, empty())
    return { room, guest, opener }
  }

  test('[S8] whoever asks again in the same attempt, the answer being lost, has the same seat and a new token', () => {
    const { room, guest } = arrived()
    const again = sit(room, { ...guest, token: 'token-b-again' }, at(3))
    expect(again).toMatchObject({ ok: true, seat: 'b', room: { seats: { b: { name: NAMES.b, goneSince: null } } } })
    if (!again.ok) throw new Error(again.code)
    const opens = (room: Room) => ['token-b-0', 'token-b-again'].map(token => seatOf(room, token))
    // Of two asks the first may come last.
    expect(opens(again.room)).toEqual(['b', 'b'])
    expect(opens(back(again.room, returning('b'), at(4)))).toEqual(['b', undefined])
    expect(opens(back(again.room, { ...returning('b'), token: 'token-b-again' }, at(4)))).toEqual([undefined, 'b'])
  })

  test.each([
    ['another attempt', { attempt: 'attempt-x' }],
    ['none', { attempt: null }],
  ])('[S8] with %s it is somebody else, whatever name and key they show, and the room is full', (_what, change) => {
    const { room, guest, opener } = arrived()
    for (const who of [guest, opener]) {
      expect(sit(room, { ...who, token: 'token-x', ...change }, at(3))).toMatchObject({ code: 'full' })
    }
  })

  test('[S8] who has come back once can be followed by nobody in their attempt', () => {
    const { room, guest } = arrived()
    const returned = back(room, returning('b'), at(2))
    expect(sit(returned, { ...guest, token: 'token-x' }, at(3))).toMatchObject({ code: 'full' })
  })

  test('[S8] in a sitting nobody sits down any more, in whatever attempt', () => {
    const { room, guest } = arrived()
    const ready = did(room, 'b', { do: 'ready' }, at(2))
    const sitting = did(ready, 'a', { do: 'ready' }, at(2))
    expect(sit(ready, { ...guest, token: 'token-x' }, at(3))).toMatchObject({ ok: true, seat: 'b' })
    expect(sit(sitting, { ...guest, token: 'token-x' }, at(3))).toMatchObject({ code: 'full' })
  })

  test('[S4] the farewell of an earlier connection changes nothing', () => {
    const returned = back(begun(), returning('b'), at(20))
    expect(went(returned, 'b', 'token-b-0', at(21))).toBe(returned)
    expect(went(returned, 'b', 'token-b-1', at(21)).seats.b?.goneSince).toBe(at(21))
  })

  test('[S4] a second farewell does not begin the absence anew', () => {
    const gone = went(begun(), 'b', 'token-b-0', at(20))
    expect(went(gone, 'b', 'token-b-0', at(23))).toBe(gone)
  })

  test('[S7] readiness said before an absence of 5 s is over', () => {
    const gone = went(did(gathered(), 'b', { do: 'ready', first: 'me' }, at(1)), 'b', 'token-b-0', at(10))
    expect(back(gone, returning('b'), at(15) - 1).seats.b?.wish).toBe('me')
    expect(back(gone, returning('b'), at(15)).seats.b?.wish).toBe(null)
  })

  test('[H2] to come back is not yet to say so', () => {
    let room = advance(went(begun(), 'b', 'token-b-0', at(20)), at(25))
    room = did(room, 'a', { do: 'resume' }, at(26))
    room = back(room, returning('b', 0, { present: ['a'] }), at(30))
    expect(view(room, 'a', at(30)).held).toMatchObject({ since: at(20), resume: ['a'] })
    expect(view(did(room, 'b', { do: 'resume' }, at(31)), 'a', at(31)).held).toBe(null)
  })

  test('[H4] back within 5 s, nothing has happened', () => {
    const room = back(went(begun(), 'b', 'token-b-0', at(20)), returning('b', 0, { present: ['a'] }), at(25) - 1)
    expect(view(room, 'a', at(60))).toMatchObject({ held: null, phase: { n: 1, endsAt: at(77) } })
  })
})

describe('a process that stood still', () => {
  test('[T3] holds the room at the boundary that it missed, with the next phase whole', () => {
    const room = stoodStill(begun(), at(77), at(100))
    expect(view(room, 'a', at(100))).toMatchObject({
      phase: { n: 2, startedAt: at(77) },
      held: { why: 'late', since: at(77), leftMs: 10 * SECOND },
    })
    const on = did(did(room, 'a', { do: 'resume' }, at(110)), 'b', { do: 'resume' }, at(120))
    expect(view(on, 'a', at(120)).phase).toMatchObject({ n: 2, startedAt: at(120), endsAt: at(130) })
  })

  test('[T3] opens the lines that were due there, and holds behind them', () => {
    const room = stoodStill(begun(), at(194), at(300))
    expect(room.sitting).toMatchObject({ n: 6, revealedAt: at(194), hold: { why: 'late', since: at(194) } })
  })

  test('[T3] changes nothing in a room that is held already or over', () => {
    const held = did(begun(), 'a', { do: 'hold' }, at(20))
    expect(stoodStill(held, at(77), at(100))).toBe(held)
    expect(stoodStill(begun(), at(258), at(300)).closed).toEqual({ why: 'complete', at: at(258) })
  })

  test('[T3] an act since then shows that it did not', () => {
    const on = did(did(begun(), 'a', { do: 'on', phase: 0 }, at(5)), 'b', { do: 'on', phase: 0 }, at(6))
    expect(stoodStill(on, at(3), at(20)).sitting).toMatchObject({ n: 1, startedAt: at(6), hold: { since: at(6) } })
  })
})

describe('a process that was not watching', () => {
  const room = begun()

  test('[H7] an outage under 5 s changes nothing', () => {
    let next = back(room, returning('a', 0, { heard: at(30) }), at(32))
    next = back(next, returning('b', 0, { heard: at(30), present: ['a'] }), at(33))
    expect(view(next, 'a', at(60))).toMatchObject({ held: null, phase: { n: 1, endsAt: at(77) } })
    expect([next.unwatchedSince, next.takenUpAt]).toEqual([null, null])
  })

  test('[H7] a longer one holds at the moment it began, and the turn is spent on nobody', () => {
    const next = back(room, returning('a', 0, { heard: at(30) }), at(500))
    expect(view(next, 'a', at(500))).toMatchObject({
      phase: { n: 1 },
      held: { why: 'away', since: at(30), leftMs: 47 * SECOND },
      seats: { a: { here: true }, b: { here: false } },
    })
  })

  test('[H7] a browser cannot have heard more than there was, nor less than the room knows', () => {
    expect(back(room, returning('a', 0, { heard: at(9999) }), at(30)).unwatchedSince).toBe(at(30))
    const acted = did(room, 'a', { do: 'more', phase: 1 }, at(40))
    expect(back(acted, returning('a', 0, { heard: at(20) }), at(60)).sitting?.hold?.since).toBe(at(40))
  })

  test('[H7] whoever is connected elsewhere is not gone', () => {
    const next = back(room, returning('a', 0, { heard: at(30), present: ['b'] }), at(31))
    expect(next.seats.b?.goneSince).toBe(null)
    expect(next.unwatchedSince).toBe(null)
  })

  test('[H8] of two the one that heard the latest counts', () => {
    const first = back(room, returning('a', 0, { heard: at(30) }), at(500))
    const both = back(first, returning('b', 0, { heard: at(45), present: ['a'] }), at(600))
    expect(both.sitting?.hold).toEqual({ why: 'away', by: null, since: at(45), resume: [] })
    expect(view(both, 'a', at(600)).held?.leftMs).toBe(32 * SECOND)
    const earlier = back(first, returning('b', 0, { heard: at(20), present: ['a'] }), at(600))
    expect(earlier.sitting?.hold?.since).toBe(at(30))
  })

  test('[H8] what the first did since moves nothing, and nobody heard the lost process after that', () => {
    let next = back(room, returning('a', 0, { heard: at(30) }), at(40))
    next = back(went(next, 'a', 'token-a-1', at(50)), returning('a', 1, { heard: at(50) }), at(55))
    expect(next.sitting?.hold?.since).toBe(at(30))
    expect(back(next, returning('b', 0, { heard: at(30), present: ['a'] }), at(60)).sitting?.hold?.since).toBe(at(30))
    expect(back(next, returning('b', 0, { heard: at(59), present: ['a'] }), at(60)).sitting?.hold?.since).toBe(at(40))
  })

  test('[H8] a second outage does not spend what the first one held', () => {
    let next = back(room, returning('a', 0, { heard: at(30) }), at(40))
    next = back(next, returning('a', 1, { heard: at(70) }), at(80))
    expect(next.sitting?.hold?.since).toBe(at(30))
  })

  test('[H8] lines that had opened by the better instant are open', () => {
    const first = back(room, returning('a', 0, { heard: at(185) }), at(500))
    expect(first.sitting).toMatchObject({ n: 5, revealedAt: null })
    const both = back(first, returning('b', 0, { heard: at(196), present: ['a'] }), at(600))
    expect(both.sitting).toMatchObject({ n: 6, revealedAt: at(194), hold: { since: at(196) } })
  })

  test('[H8] a hold that a real leaving began stays where it was', () => {
    const gone = advance(went(room, 'b', 'token-b-0', at(20)), at(25))
    const next = back(gone, returning('a', 0, { heard: at(60) }), at(100))
    expect(back(next, returning('b', 0, { heard: at(80), present: ['a'] }), at(110)).sitting?.hold?.since).toBe(at(20))
  })

  test('[H8] a real leaving holds the room where it was also when it was the last that is known, and is not moved', () => {
    const gone = went(room, 'b', 'token-b-0', at(20))
    const first = back(gone, returning('b', 0, { heard: at(19) }), at(60))
    expect(first.sitting?.hold?.since).toBe(at(20))
    expect(back(first, returning('a', 0, { heard: at(40), present: ['b'] }), at(70)).sitting?.hold?.since).toBe(at(20))
    // Nor is it when somebody else comes first, and they themselves only after that.
    const trio = went(begun({ seats: 3, phases: TRIO }), 'b', 'token-b-0', at(20))
    const third = back(trio, returning('c', 0, { heard: at(19) }), at(60))
    const second = back(third, returning('b', 0, { heard: at(30), present: ['c'] }), at(61))
    const all = back(second, returning('a', 0, { heard: at(40), present: ['b', 'c'] }), at(62))
    expect(all.sitting?.hold).toEqual({ why: 'away', by: null, since: at(20), resume: [] })
  })

  test('[H8] a real leaving that holds from where the phase began is not moved, however much later another was served', () => {
    // One says that they go on, and leaves; the other goes on, and is served for long.
    const left = went(did(begun(), 'a', { do: 'on', phase: 0 }, at(2)), 'a', 'token-a-0', at(3))
    const next = did(left, 'b', { do: 'on', phase: 0 }, at(4))
    expect(next.sitting).toMatchObject({ n: 1, startedAt: at(4), hold: null })
    const first = back(next, returning('a', 0, { heard: at(2) }), at(60))
    expect(first.sitting?.hold?.since).toBe(at(4))
    const both = back(first, returning('b', 0, { heard: at(40), present: ['a'] }), at(61))
    expect(both.sitting?.hold?.since).toBe(at(4))
  })

  test('[H8] a turn that begins in a hold, since whoever spoke has left, has all of its time, whatever was heard of the one before', () => {
    const trio = begun({ seats: 3, phases: TRIO })
    const speaker = view(trio, 'a', at(20)).phase?.floor as SeatId
    const [one, other] = (['a', 'b', 'c'] as const).filter(seat => seat !== speaker) as [SeatId, SeatId]
    const first = back(trio, returning(speaker, 0, { heard: at(20) }), at(60))
    expect(first.sitting?.hold?.since).toBe(at(20))
    const without = did(first, speaker, { do: 'leave' }, at(61))
    const second = back(without, returning(one, 0, { heard: at(26) }), at(62))
    const all = back(second, returning(other, 0, { heard: at(24), present: [one] }), at(63))
    const { phase, held } = view(all, one, at(63))
    expect([held?.since, phase?.n]).toEqual([phase?.startedAt, 2])
  })

  test('[H8] a hold from which everybody had come back before the outage stays where it was', () => {
    let next = advance(went(room, 'b', 'token-b-0', at(20)), at(25))
    next = back(next, returning('b', 0, { heard: at(20), present: ['a'] }), at(30))
    next = back(next, returning('a', 0, { heard: at(200) }), at(202))
    next = back(next, returning('b', 1, { heard: at(201), present: ['a'] }), at(220))
    expect(next.sitting?.hold?.since).toBe(at(20))
  })

  test('[H2] what was said towards resuming before the outage has to be said again', () => {
    const held = did(did(room, 'a', { do: 'hold' }, at(20)), 'a', { do: 'resume' }, at(21))
    let next = back(held, returning('b', 0, { heard: at(25) }), at(100))
    next = did(next, 'b', { do: 'resume' }, at(101))
    next = back(next, returning('a', 0, { heard: at(25), present: ['b'] }), at(102))
    expect(view(next, 'a', at(102))).toMatchObject({ held: { resume: ['b'] }, can: ['resume', 'leave'] })
    expect(view(did(next, 'a', { do: 'resume' }, at(103)), 'a', at(103)).held).toBe(null)
  })

  test('[H7] nobody is held before a sitting, nor in one that is over', () => {
    expect(back(gathered(), returning('a'), at(500)).seats.b?.goneSince).toBe(null)
    const closed = advance(begun({ phases: [still('quiet', 5)] }), at(6))
    expect(back(closed, returning('a', 0, { heard: at(1) }), at(7)).closed?.why).toBe('complete')
  })
})
