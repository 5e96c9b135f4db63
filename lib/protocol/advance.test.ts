// What time alone does: bells that write nothing, reveals, absences, ends, and what each wakes or forgets.
import { describe, expect, test } from 'vitest'
import { advance, forgetAt, nextDue } from './advance.ts'
import { comeBack, went } from './door.ts'
import type { Room } from './room.ts'
import { begun, did, empty, gathered, MINUTE, SECOND, still, T0 } from './testing/sample-room.ts'
import { view } from './view.ts'

const at = (seconds: number) => T0 + seconds * SECOND
const HOUR = 60 * MINUTE
const line = (room: Room, seat: 'a' | 'b', seconds: number) =>
  did(room, seat, { do: 'line', phase: 5, sealed: `sealed-${seat}` }, at(seconds))

describe('while only time passes', () => {
  test('[T5] bells and ends of phases leave the very same room', () => {
    const room = begun()
    expect(advance(room, at(163))).toBe(room)
  })

  test('[T1] looking at each due instant gives the same room as looking once', () => {
    const room = line(begun(), 'a', 170)
    let often = room
    for (let now = room.at; now < at(247); ) {
      now = nextDue(advance(often, now), now) ?? at(247)
      often = advance(often, now)
    }
    expect(often).toEqual(advance(room, at(247)))
    expect(often.sitting?.revealedAt).toBe(at(194))
  })

  test('[P8] the room is complete when its last phase is over, at that instant', () => {
    expect(advance(begun(), at(258) - 1).closed).toBe(null)
    expect(advance(begun(), at(9999)).closed).toEqual({ why: 'complete', at: at(258) })
  })

  test('[P8] without a clock it is complete when everybody has gone on from the last phase', () => {
    let room = begun({ phases: [still('quiet', null)], clock: 'none' })
    room = did(room, 'a', { do: 'on', phase: 0 }, at(1))
    expect(did(room, 'b', { do: 'on', phase: 0 }, at(2)).closed).toEqual({ why: 'complete', at: at(2) })
  })

  test('[E2] a room that closes keeps nothing of its sitting', () => {
    const closed = advance(line(begun(), 'a', 170), at(258))
    expect(closed.sitting).toBe(null)
    expect(JSON.stringify(closed)).not.toContain('sealed-a')
  })
})

describe('lines', () => {
  test('[D1] open when the time for writing is over, at that instant, whoever has written', () => {
    const room = line(begun(), 'a', 170)
    expect(view(room, 'b', at(194) - 1).lines).toBe(null)
    expect(view(room, 'b', at(194)).lines).toEqual({ a: { sealed: 'sealed-a' }, b: 'kept' })
    expect(advance(room, at(200)).sitting?.revealedAt).toBe(at(194))
  })

  test('[D5] are erased when one more phase is over', () => {
    const room = line(begun(), 'a', 170)
    expect(advance(room, at(221) - 1).sitting?.lines).toEqual({ a: { sealed: 'sealed-a' } })
    expect(advance(room, at(221)).sitting?.lines).toBe(null)
    expect(view(room, 'b', at(221)).lines).toBe(null)
  })

  test('[D5] are erased too when that phase ended by consent', () => {
    let room = line(line(begun(), 'a', 170), 'b', 171)
    expect(room.sitting?.n).toBe(6)
    room = did(room, 'a', { do: 'on', phase: 6 }, at(172))
    expect(room.sitting?.lines).not.toBe(null)
    expect(did(room, 'b', { do: 'on', phase: 6 }, at(173)).sitting?.lines).toBe(null)
  })
})

describe('absences', () => {
  const gone = went(begun(), 'b', 'token-b-0', at(20))

  test('[H4] gone for 5 s holds the room as of the moment of leaving', () => {
    expect(advance(gone, at(25) - 1)).toBe(gone)
    expect(advance(gone, at(25)).sitting?.hold).toEqual({ why: 'away', by: null, since: at(20), resume: [] })
    expect(view(gone, 'a', at(40)).held).toMatchObject({ why: 'away', since: at(20), leftMs: 57 * SECOND })
  })

  test('[H4] a boundary crossed in those 5 s is taken back', () => {
    const room = went(begun(), 'b', 'token-b-0', at(75))
    expect(view(room, 'a', at(79)).phase?.n).toBe(2)
    expect(view(room, 'a', at(80))).toMatchObject({ phase: { n: 1 }, held: { since: at(75), leftMs: 2 * SECOND } })
  })

  test('[H5] a reveal is not taken back', () => {
    const room = went(line(begun(), 'a', 170), 'b', 'token-b-0', at(192))
    const held = advance(room, at(197))
    expect(held.sitting).toMatchObject({ n: 6, hold: { since: at(194) }, revealedAt: at(194) })
    expect(view(held, 'a', at(197)).lines).not.toBe(null)
  })

  test('[H5] a consent is not taken back', () => {
    let room = went(begun(), 'b', 'token-b-0', at(75))
    room = did(room, 'a', { do: 'on', phase: 1 }, at(76))
    // The one who is gone may have said it just before the connection was seen to end.
    room = did(room, 'b', { do: 'on', phase: 1 }, at(76) + 1)
    expect(advance(room, at(80)).sitting).toMatchObject({ n: 2, startedAt: at(76) + 1, hold: { since: at(76) + 1 } })
  })

  test('[H10] the room closes as empty when everybody has been gone for 15 minutes', () => {
    const room = went(gone, 'a', 'token-a-0', at(30))
    expect(advance(room, at(30) + 15 * MINUTE - 1).closed).toBe(null)
    expect(advance(room, at(30) + 15 * MINUTE).closed).toEqual({ why: 'empty', at: at(30) + 15 * MINUTE })
    const back = { token: 'token-a-0', next: 'token-a-1', key: null, heard: null, present: [] }
    const returned = comeBack(room, back, at(60))
    expect(advance(returned.room, at(30) + 15 * MINUTE).closed).toBe(null)
  })

  test('[H9] a hold of 10 minutes offers to end kindly', () => {
    const held = did(begun(), 'a', { do: 'hold' }, at(20))
    expect(view(held, 'b', at(20) + 10 * MINUTE - 1).held?.offerEnd).toBe(false)
    expect(view(held, 'b', at(20) + 10 * MINUTE).held?.offerEnd).toBe(true)
    expect(nextDue(held, at(20))).toBe(at(20) + 10 * MINUTE)
  })
})

describe('what comes next', () => {
  test('[T6] the end of the running phase, and never an instant that has passed', () => {
    const room = begun()
    expect(nextDue(room, T0)).toBe(at(10))
    expect(nextDue(room, at(10))).toBe(at(77))
    expect(nextDue(room, at(76))).toBe(at(77))
    const gone = went(room, 'b', 'token-b-0', at(20))
    expect(nextDue(gone, at(20))).toBe(at(25))
    const closed = advance(room, at(300))
    const end = closed.closed?.at ?? 0
    expect(nextDue(closed, at(300))).toBe(end + 60 * SECOND)
    expect(nextDue(closed, end + 60 * SECOND)).toBe(null)
  })

  /** When time alone closes it; asked just before and just then. */
  function closesAt(room: Room, instant: number): string | undefined {
    expect(advance(room, instant - 1).closed).toBeNull()
    expect(advance(room, instant).closed?.at).toBe(instant)
    return advance(room, instant).closed?.why
  }

  test('[E1] an unbegun room closes after 24 h, however long anybody waits in it', () => {
    for (const room of [empty(), gathered()]) expect(closesAt(room, T0 + 24 * HOUR)).toBe('expired')
  })

  test('[E1] a sitting with a clock is kept until 15 minutes after its last phase', () => {
    expect(forgetAt(begun())).toBe(at(258) + 15 * MINUTE + MINUTE)
  })

  test('[E1] held or without a clock it closes 3 h after the last thing that happened', () => {
    expect(closesAt(did(begun(), 'a', { do: 'hold' }, at(20)), at(20) + 3 * HOUR)).toBe('expired')
    const slow = begun({ clock: 'none' })
    expect(closesAt(slow, T0 + 3 * HOUR)).toBe('expired')
    expect(closesAt(did(slow, 'a', { do: 'on', phase: 0 }, at(30)), at(30) + 3 * HOUR)).toBe('expired')
  })

  test('[E1] an open room is kept beyond its own closing, so that whoever still looks at it reads that it closed', () => {
    for (const room of [gathered(), begun(), begun({ clock: 'none' }), did(begun(), 'a', { do: 'hold' }, at(20))]) {
      const closed = advance(room, forgetAt(room) - 1)
      expect(closed.closed).not.toBeNull()
      expect(forgetAt(closed)).toBeGreaterThan(closed.closed?.at ?? Number.NaN)
      expect(forgetAt(closed)).toBeLessThanOrEqual(forgetAt(room))
    }
  })

  test('[E1] a closed room is forgotten a minute later, a dissolved one at once', () => {
    const closed = did(begun(), 'a', { do: 'leave' }, at(20))
    expect(forgetAt(closed)).toBe(at(20) + MINUTE)
    const dissolved = did(closed, 'b', { do: 'leave' }, at(30))
    expect(forgetAt(dissolved)).toBeLessThanOrEqual(at(30))
  })

  test('[T4] after something happened by time, an earlier instant does not find the room before it', () => {
    const room = advance(line(begun(), 'a', 170), at(195))
    expect(view(room, 'a', at(180)).now).toBe(at(194))
    const held = did(room, 'a', { do: 'hold' }, at(180))
    expect(held.sitting?.hold?.since).toBe(at(194))
  })
})
