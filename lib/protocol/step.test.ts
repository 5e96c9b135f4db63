// What an act makes of a sitting: consents, holds, minutes, repairs, answers.
import { describe, expect, test } from 'vitest'
import { formatFor } from '../formats/formats.ts'
import { advance } from './advance.ts'
import { comeBack, went } from './door.ts'
import type { Room } from './room.ts'
import { step } from './step.ts'
import { begun, did, MINUTE, refusalOf, SECOND, SHORT, still, T0, TRIO, turn } from './testing/sample-room.ts'
import { view } from './view.ts'

const at = (seconds: number) => T0 + seconds * SECOND
const where = (room: Room, seconds: number) => {
  const { phase } = view(room, 'a', at(seconds))
  return phase && { n: phase.n, startedAt: phase.startedAt }
}

describe('consent', () => {
  test('[P3] a phase ends at once when everybody has said `on`', () => {
    const one = did(begun(), 'b', { do: 'on', phase: 0 }, at(2))
    expect(where(one, 3)).toEqual({ n: 0, startedAt: T0 })
    expect(where(did(one, 'a', { do: 'on', phase: 0 }, at(4)), 4)).toEqual({ n: 1, startedAt: at(4) })
  })

  test('[P4] the holder’s `on` closes the floor and leaves shared silence until the turn would have ended', () => {
    const complete = did(begun(), 'a', { do: 'on', phase: 1 }, at(20))
    expect(view(complete, 'b', at(30)).phase).toMatchObject({ n: 1, floor: 'none', on: ['a'], endsAt: at(77) })
    expect(where(did(complete, 'b', { do: 'on', phase: 1 }, at(40)), 40)).toEqual({ n: 2, startedAt: at(40) })
  })

  test('[M5] without a clock the holder’s `on` alone ends the turn', () => {
    const room = begun({ clock: 'none', phases: SHORT.slice(1) })
    expect(where(did(room, 'a', { do: 'on', phase: 0 }, at(500)), 500)).toEqual({ n: 1, startedAt: at(500) })
  })

  test('[P7] an act for another phase is refused, before or after it and the second time', () => {
    const room = begun()
    for (const phase of [0, 2, 3]) {
      expect(refusalOf(room, 'a', { do: 'on', phase }, at(20))).toBe('stale-phase')
    }
    expect(refusalOf(room, 'a', { do: 'hold', phase: 0 }, at(20))).toBe('stale-phase')
    const dyad = begun({ format: formatFor('dyad'), clock: 'none' })
    const on = [
      ['a', 0],
      ['b', 0],
      ['a', 1],
    ] as const
    const later = on.reduce((next, [seat, phase]) => did(next, seat, { do: 'on', phase }, at(1)), dyad)
    expect(refusalOf(later, 'a', { do: 'on', phase: 1 }, at(2))).toBe('stale-phase')
  })

  test('[T4] an act at an earlier instant counts as done at the latest that the room knows', () => {
    const room = did(begun(), 'a', { do: 'hold' }, at(50))
    const resumed = did(did(room, 'a', { do: 'resume' }, at(10)), 'b', { do: 'resume' }, at(40))
    expect(resumed.at).toBe(at(50))
    expect(where(resumed, 51)).toEqual({ n: 1, startedAt: at(10) })
  })

  test('[T1] a refusal hands back what time has done', () => {
    const out = step(begun(), 'a', { do: 'on', phase: 0 }, at(300))
    expect(out).toMatchObject({ ok: false, code: 'closed', room: { closed: { why: 'complete', at: at(258) } } })
  })

  test('[V3] the revision grows by one with an act and not with a refusal or with time', () => {
    const room = begun()
    expect(did(room, 'a', { do: 'hold' }, at(5)).rev).toBe(room.rev + 1)
    expect(step(room, 'a', { do: 'on', phase: 7 }, at(5)).room.rev).toBe(room.rev)
    expect(advance(room, at(300)).rev).toBe(room.rev)
  })
})

describe('a hold', () => {
  const held = did(begun(), 'b', { do: 'hold' }, at(30))

  test('[H1] is anybody’s, needs no reason and stops the clock', () => {
    expect(view(held, 'a', at(5000))).toMatchObject({
      phase: { n: 1, floor: 'none', bellAt: null, endsAt: null },
      held: { why: 'asked', by: 'b', since: at(30), leftMs: 47 * SECOND, resume: [] },
    })
    expect(refusalOf(held, 'a', { do: 'on', phase: 1 }, at(31))).toBe('not-now')
  })

  test('[H2] ends when everybody has said so, and not by one of them', () => {
    const one = did(held, 'b', { do: 'resume' }, at(40))
    expect(view(one, 'a', at(400)).held?.resume).toEqual(['b'])
    expect(view(did(one, 'a', { do: 'resume' }, at(500)), 'a', at(500)).held).toBe(null)
  })

  test('[H2] does not end on what somebody said before they went', () => {
    let room = did(held, 'b', { do: 'resume' }, at(40))
    room = went(room, 'b', 'token-b-0', at(41))
    room = did(room, 'a', { do: 'resume' }, at(42))
    expect(view(room, 'a', at(42)).held?.resume).toEqual(['a'])
  })

  test('[H3] gives back exactly what was left', () => {
    const room = did(did(held, 'b', { do: 'resume' }, at(40)), 'a', { do: 'resume' }, at(930))
    expect(view(room, 'a', at(930)).phase).toMatchObject({ n: 1, bellAt: at(970), endsAt: at(977) })
  })

  test('[H11] is not ended by a `resume` that was meant for another one', () => {
    expect(refusalOf(held, 'a', { do: 'resume', since: at(29) }, at(40))).toBe('stale-phase')
    expect(refusalOf(held, 'a', { do: 'resume', since: at(30) }, at(40))).toBe(null)
    expect(refusalOf(begun(), 'a', { do: 'resume', since: at(30) }, at(40))).toBe('stale-phase')
  })

  test('[H6] that goes back over a boundary forgets what was said behind it', () => {
    let room = went(begun(), 'b', 'token-b-0', at(75))
    room = did(room, 'a', { do: 'on', phase: 2 }, at(78))
    expect(view(room, 'a', at(79)).phase).toMatchObject({ n: 2, on: ['a'] })
    expect(advance(room, at(80)).sitting).toMatchObject({ n: 1, on: { n: 1, seats: [] } })
  })

  test('[H6] that goes back over boundaries keeps what was said for the phase that runs again', () => {
    const phases = [still('arrive', 10), turn('speak', 'first', 60), still('settle', 1), still('settle', 10)]
    let room = did(begun({ phases }), 'a', { do: 'on', phase: 1 }, at(70))
    room = went(room, 'b', 'token-b-0', at(76))
    room = did(room, 'a', { do: 'on', phase: 2 }, at(77))
    room = did(room, 'a', { do: 'on', phase: 3 }, at(79))
    expect(view(room, 'a', at(79)).phase).toMatchObject({ n: 3, on: ['a'] })
    const held = advance(room, at(81))
    expect(held.sitting).toMatchObject({ n: 1, hold: { since: at(76) }, on: { n: 1, seats: ['a'] } })
    expect(JSON.stringify(held.sitting?.on)).not.toContain('3')
  })
})

describe('more', () => {
  const granted = (room: Room, seat: 'a' | 'b', phase: number, seconds: number) =>
    did(
      did(room, seat, { do: 'more', phase }, at(seconds)),
      seat === 'a' ? 'b' : 'a',
      { do: 'more', phase },
      at(seconds),
    )
  const lengths = (room: Room) => room.sitting?.phases.filter(p => p.kind === 'speak').map(p => p.ms)

  test('[M1] nothing is added before everybody has said yes', () => {
    const asked = did(begun(), 'a', { do: 'more', phase: 1 }, at(20))
    expect(lengths(asked)).toEqual([MINUTE, MINUTE])
    expect(view(asked, 'b', at(20)).more).toEqual({ asked: ['a'], granted: 0, most: 3 })
  })

  test('[M3] a minute for the first is a minute for the second, and one for the second is theirs', () => {
    const first = granted(begun(), 'a', 1, 20)
    expect(lengths(first)).toEqual([2 * MINUTE, 2 * MINUTE])
    expect(lengths(granted(first, 'b', 3, 150))).toEqual([2 * MINUTE, 3 * MINUTE])
  })

  test('[M3] turns of another round stay as they are', () => {
    const room = begun({ format: formatFor('dyad') })
    expect(lengths(granted(room, 'a', 1, 40))).toEqual([6, 6, 5, 5, 5, 5, 5, 5].map(minutes => minutes * MINUTE))
  })

  test.each([
    ['timed', 3],
    ['unhurried', 10],
  ] as const)('[M2] with a %s clock a turn grows by %i minutes and no more', (clock, most) => {
    let room = begun({ clock })
    for (let i = 0; i < most; i++) room = granted(room, 'a', 1, 20)
    expect(refusalOf(room, 'a', { do: 'more', phase: 1 }, at(21))).toBe('not-now')
    expect(lengths(room)).toEqual([(most + 1) * MINUTE, (most + 1) * MINUTE])
  })

  test('[M2] a hold that goes back over the end of the turn forgives none of the minutes it was granted', () => {
    const again = { ...still('settle', 10), again: true }
    let room = begun({ phases: [still('arrive', 10), turn('speak', 'first', 60), again, turn('speak', 'second', 60)] })
    for (let i = 0; i < 3; i++) room = granted(room, 'a', 1, 20)
    // The turn is over at 257; `b` went just before that, and `a` asks for something of the phase after it.
    room = did(went(room, 'b', 'token-b-0', at(256)), 'a', { do: 'more', phase: 2 }, at(258))
    room = advance(room, at(261))
    expect(view(room, 'a', at(261)).held).toMatchObject({ since: at(256), leftMs: SECOND })
    const returning = { token: 'token-b-0', next: 'token-b-1', key: null, heard: null, present: ['a' as const] }
    room = comeBack(room, returning, at(262)).room
    room = did(did(room, 'a', { do: 'resume' }, at(263)), 'b', { do: 'resume' }, at(263))
    expect(view(room, 'a', at(263)).more).toEqual({ asked: [], granted: 3, most: 3 })
    expect(refusalOf(room, 'a', { do: 'more', phase: 1 }, at(263))).toBe('not-now')
  })

  test('[M4] granted after the bell, the bell rings again when the new minute is over', () => {
    const room = granted(begun(), 'a', 1, 75)
    expect(view(room, 'a', at(76)).phase).toMatchObject({ n: 1, floor: 'a', bellAt: at(130), endsAt: at(137) })
  })

  test('[P9] in the last settling of `listening` it asks for one more round, in the other order, once', () => {
    const listening = begun({ format: formatFor('listening') })
    const n = listening.sitting?.phases.findIndex(phase => phase.again) ?? -1
    const before = listening.sitting?.phases ?? []
    const now = 2 * 60 + 2 * 307 + 30 + 5
    const one = did(listening, 'b', { do: 'more', phase: n }, at(now))
    expect(one.sitting?.phases).toEqual(before)
    const both = did(one, 'a', { do: 'more', phase: n }, at(now))
    expect(both.sitting?.phases.slice(n + 1, n + 5).map(p => [p.kind, p.floor, p.ms])).toEqual([
      ['speak', 'second', 5 * MINUTE],
      ['settle', 'none', 30 * SECOND],
      ['speak', 'first', 5 * MINUTE],
      ['settle', 'none', 30 * SECOND],
    ])
    expect(both.sitting?.phases.slice(n + 5)).toEqual(before.slice(n + 1))
    expect(refusalOf(both, 'a', { do: 'more', phase: n }, at(now))).toBe('not-now')
  })
})

describe('repair', () => {
  const phases = formatFor('repair').phases.filter(p => p.kind === 'say-back' || p.kind === 'heard')
  const start = begun({ phases })
  const heard = (room: Room, n: number, yes: boolean) =>
    did(room, 'a', { do: 'heard', phase: n, heard: yes }, view(room, 'a', room.at).phase?.startedAt ?? room.at)
  const atHeard = did(did(start, 'b', { do: 'on', phase: 0 }, at(1)), 'a', { do: 'on', phase: 0 }, at(2))

  test('[R1] `heard` goes on at once', () => {
    expect(view(heard(atHeard, 1, true), 'a', at(2)).phase?.n).toBe(2)
    expect(heard(atHeard, 1, true).sitting?.phases).toHaveLength(4)
  })

  test('[R2] `more` inserts a turn, a say-back and an answer of a minute each', () => {
    const room = heard(atHeard, 1, false)
    expect(room.sitting?.phases.slice(2, 5)).toEqual([
      { kind: 'speak', ms: MINUTE, floor: 'first', speaker: 'first' },
      { kind: 'say-back', ms: MINUTE, floor: 'second', speaker: 'first' },
      { kind: 'heard', ms: MINUTE, floor: 'none', speaker: 'first' },
    ])
    expect(view(room, 'a', at(2)).phase).toMatchObject({ n: 2, floor: 'a' })
  })

  test('[R2] where nobody says anything back there is a further turn and answer', () => {
    const room = heard(begun({ phases: phases.slice(1) }), 0, false)
    expect(room.sitting?.phases.slice(1, 3).map(p => p.kind)).toEqual(['speak', 'heard'])
  })

  test('[R3] a third time is refused', () => {
    let room = heard(atHeard, 1, false)
    const next = (from: Room, n: number) => {
      const on = did(from, 'a', { do: 'on', phase: n }, from.at)
      const silence = did(on, 'b', { do: 'on', phase: n }, from.at)
      const said = did(silence, 'b', { do: 'on', phase: n + 1 }, from.at)
      return did(said, 'a', { do: 'on', phase: n + 1 }, from.at)
    }
    room = heard(next(room, 2), 4, false)
    room = next(room, 5)
    expect(view(room, 'a', room.at)).toMatchObject({ phase: { n: 7, kind: 'heard' }, more: { granted: 2, most: 2 } })
    expect(refusalOf(room, 'a', { do: 'heard', phase: 7, heard: false }, room.at)).toBe('not-allowed')
    expect(refusalOf(room, 'a', { do: 'heard', phase: 7, heard: true }, room.at)).toBe(null)
  })

  test('[R4] an answer that does not come goes on when its minute is over', () => {
    expect(where(atHeard, 61)).toEqual({ n: 1, startedAt: at(2) })
    expect(where(atHeard, 62)).toEqual({ n: 2, startedAt: at(62) })
  })
})

describe('the closing question', () => {
  const line = (room: Room, seat: 'a' | 'b', sealed: string, seconds: number) =>
    did(room, seat, { do: 'line', phase: 5, sealed }, at(seconds))

  test('[D1] the last answer opens all of them and goes on', () => {
    const room = line(line(begun(), 'a', 'x', 170), 'b', 'y', 180)
    expect(view(room, 'a', at(180))).toMatchObject({
      phase: { n: 6, startedAt: at(180) },
      lines: { a: { sealed: 'x' }, b: { sealed: 'y' } },
    })
  })

  test('[D3] an answer can be written again, kept and shared after all', () => {
    let room = line(begun(), 'a', 'x', 170)
    room = did(room, 'a', { do: 'keep', phase: 5 }, at(171))
    expect(view(room, 'a', at(171)).answered).toBe('kept')
    room = line(room, 'a', 'z', 172)
    expect(view(room, 'b', at(194)).lines).toEqual({ a: { sealed: 'z' }, b: 'kept' })
  })
})

describe('leaving', () => {
  test('[L1] ends a sitting of two; the other reads nothing but that', () => {
    const room = did(begun(), 'b', { do: 'leave' }, at(20))
    expect(view(room, 'a', at(20))).toMatchObject({ stage: 'closed', closed: { why: 'left' }, phase: null, held: null })
    expect(room.sitting).toBe(null)
  })

  const trio = begun({ seats: 3, phases: TRIO })

  test('[L2] of three takes the turns still to come along', () => {
    const room = did(trio, 'c', { do: 'leave' }, at(20))
    expect(room.sitting?.phases.map(p => [p.kind, p.floor])).toEqual([
      ['arrive', 'none'],
      ['speak', 'first'],
      ['speak', 'second'],
      ['drop', 'none'],
      ['tell', 'first'],
      ['tell', 'second'],
    ])
    expect(where(room, 20)).toEqual({ n: 1, startedAt: at(10) })
    expect(view(room, 'a', at(20)).seats.c).toBe(null)
  })

  test('[L2] in one’s own turn ends it, and keeps its number from being meant for the next', () => {
    const complete = did(did(trio, 'a', { do: 'on', phase: 1 }, at(20)), 'b', { do: 'on', phase: 1 }, at(21))
    const room = did(complete, 'a', { do: 'leave' }, at(22))
    expect(view(room, 'b', at(22)).phase).toMatchObject({ n: 2, floor: 'b', startedAt: at(22), on: [] })
    expect(refusalOf(room, 'b', { do: 'on', phase: 1 }, at(23))).toBe('stale-phase')
  })

  test('[L2] in one’s own turn while the room is held: it resumes with the next, in full', () => {
    const held = did(did(trio, 'b', { do: 'hold' }, at(20)), 'a', { do: 'leave' }, at(30))
    const room = did(did(held, 'b', { do: 'resume' }, at(40)), 'c', { do: 'resume' }, at(50))
    expect(view(room, 'b', at(50)).phase).toMatchObject({ n: 2, floor: 'b', startedAt: at(50) })
  })

  test('[L3] a consent that only the leaver had withheld is complete', () => {
    let room = did(did(trio, 'a', { do: 'on', phase: 0 }, at(2)), 'b', { do: 'on', phase: 0 }, at(3))
    expect(where(did(room, 'c', { do: 'leave' }, at(4)), 4)).toEqual({ n: 1, startedAt: at(4) })
    room = did(did(trio, 'a', { do: 'more', phase: 1 }, at(20)), 'b', { do: 'more', phase: 1 }, at(21))
    expect(did(room, 'c', { do: 'leave' }, at(22)).sitting?.phases[1]?.ms).toBe(2 * MINUTE)
    room = did(did(trio, 'a', { do: 'hold' }, at(20)), 'a', { do: 'resume' }, at(21))
    room = did(did(room, 'b', { do: 'resume' }, at(22)), 'c', { do: 'leave' }, at(23))
    expect(room.sitting?.hold).toBe(null)
    room = did(did(trio, 'a', { do: 'keep', phase: 4 }, at(220)), 'b', { do: 'keep', phase: 4 }, at(221))
    expect(did(room, 'c', { do: 'leave' }, at(222)).sitting?.revealedAt).toBe(at(222))
  })

  test('[L3] a consent that only somebody who left in a hold had withheld is complete when the room resumes', () => {
    const agree = begun({ seats: 3, phases: [{ kind: 'agree', ms: null, floor: 'all' }, ...TRIO] })
    let room = did(did(agree, 'a', { do: 'on', phase: 0 }, at(2)), 'b', { do: 'on', phase: 0 }, at(3))
    room = did(did(room, 'b', { do: 'hold' }, at(4)), 'c', { do: 'leave' }, at(5))
    room = did(did(room, 'a', { do: 'resume' }, at(6)), 'b', { do: 'resume' }, at(7))
    expect(view(room, 'a', at(7))).toMatchObject({ held: null, phase: { n: 1, startedAt: at(7) } })
  })

  test('[P9] a further round has no turn of somebody who has left', () => {
    const listening = begun({ seats: 3, format: formatFor('listening', 3) })
    const n = listening.sitting?.phases.findIndex(phase => phase.again) ?? -1
    const settling = view(listening, 'a', at(2 * 60 + 3 * 307 + 60 + 5))
    expect(settling.phase?.n).toBe(n)
    let room = did(listening, 'c', { do: 'leave' }, settling.now)
    room = did(did(room, 'a', { do: 'more', phase: n }, settling.now), 'b', { do: 'more', phase: n }, settling.now)
    expect(room.sitting?.phases.slice(n + 1, n + 5).map(p => p.floor)).toEqual(['second', 'none', 'first', 'none'])
  })

  test('[L5] whoever lets a closed room go dissolves it', () => {
    const closed = did(begun(), 'b', { do: 'leave' }, at(20))
    expect(did(closed, 'a', { do: 'leave' }, at(21)).closed?.dissolved).toBe(true)
  })
})
