// Who may do what, and when.
import { describe, expect, test } from 'vitest'
import { went } from './door.ts'
import { may } from './may.ts'
import { begun, did, gathered, refusalOf, SECOND, SHORT, still, T0, TRIO, turn } from './testing/sample-room.ts'

const at = (seconds: number) => T0 + seconds * SECOND

describe('permission', () => {
  test('[P10] is what each moment of a sitting has to offer', () => {
    const room = begun()
    const offered = (seconds: number) => [may(room, 'a', at(seconds)), may(room, 'b', at(seconds))]
    expect(offered(5)).toEqual([
      ['on', 'hold', 'leave'],
      ['on', 'hold', 'leave'],
    ])
    expect(offered(20)).toEqual([
      ['on', 'more', 'hold', 'leave'],
      ['hold', 'leave'],
    ])
    expect(offered(170)).toEqual([
      ['line', 'keep', 'hold', 'leave'],
      ['line', 'keep', 'hold', 'leave'],
    ])
    expect(offered(200)).toEqual([
      ['on', 'hold', 'leave'],
      ['hold', 'leave'],
    ])
  })

  test('[P10] is little outside of a sitting, and none for an empty seat or somebody who has left', () => {
    expect(may(gathered(), 'a', T0)).toEqual(['ready', 'unseat', 'leave'])
    expect(may(did(gathered(), 'b', { do: 'leave' }, T0), 'a', T0)).toEqual(['ready', 'leave'])
    expect(may(gathered(), 'c', T0)).toEqual([])
    const closed = did(begun(), 'b', { do: 'leave' }, at(20))
    expect([may(closed, 'a', at(20)), may(closed, 'b', at(20))]).toEqual([['leave'], []])
    expect(refusalOf(closed, 'b', { do: 'leave' }, at(21))).toBe('closed')
    expect(refusalOf(closed, 'a', { do: 'hold' }, at(21))).toBe('closed')
    expect(refusalOf(gathered(), 'c', { do: 'leave' }, T0)).toBe('not-yours')
  })

  test('[P10] to call somebody for help exists only where there is somebody to call', () => {
    expect(may(begun({ kind: 'workshop' }), 'a', at(5))).toContain('help')
    expect(refusalOf(begun(), 'a', { do: 'help' }, at(5))).toBe('not-allowed')
  })

  test('[P4] the listener’s `on` exists only after the holder’s, and then anybody’s who has not said it', () => {
    const room = begun()
    expect(refusalOf(room, 'b', { do: 'on', phase: 1 }, at(20))).toBe('not-now')
    const complete = did(room, 'a', { do: 'on', phase: 1 }, at(20))
    expect(may(complete, 'a', at(21))).not.toContain('on')
    expect(may(complete, 'b', at(21))).toContain('on')
  })

  test('[P5] nothing that the other seats may do ends a turn that is open', () => {
    const trio = begun({ seats: 3, phases: TRIO })
    for (const seat of ['b', 'c'] as const) expect(may(trio, seat, at(20))).toEqual(['hold', 'leave'])
    const left = did(trio, 'c', { do: 'leave' }, at(20))
    expect(left.sitting).toMatchObject({ n: 0, startedAt: T0 })
    const resumed = did(
      did(did(left, 'b', { do: 'hold' }, at(21)), 'a', { do: 'resume' }, at(31)),
      'b',
      { do: 'resume' },
      at(41),
    )
    expect(may(resumed, 'a', at(77 + 20) - 1)).toContain('on')
  })

  test('[H2] somebody who is gone cannot say that they are here', () => {
    let room = did(begun(), 'a', { do: 'hold' }, at(20))
    room = went(room, 'b', 'token-b-0', at(21))
    expect(refusalOf(room, 'b', { do: 'resume' }, at(22))).toBe('not-now')
  })

  test('[M1] only the speaker can ask for a minute, and only then can the others grant it', () => {
    const room = begun()
    expect(refusalOf(room, 'b', { do: 'more', phase: 1 }, at(20))).toBe('not-now')
    const asked = did(room, 'a', { do: 'more', phase: 1 }, at(20))
    expect(may(asked, 'a', at(21))).not.toContain('more')
    expect(may(asked, 'b', at(21))).toContain('more')
  })

  test('[M4] a minute can be asked for in the 7 s after the bell, and not by whoever is complete', () => {
    expect(may(begun(), 'a', at(77) - 1)).toContain('more')
    expect(may(did(begun(), 'a', { do: 'on', phase: 1 }, at(20)), 'a', at(21))).not.toContain('more')
  })

  test('[M5] without a clock nobody can ask for a minute', () => {
    const room = begun({ clock: 'none', phases: SHORT.slice(1) })
    expect(may(room, 'a', at(20))).toEqual(['on', 'hold', 'leave'])
  })

  test('[P3] closing questions and answers to a say-back have no `on`', () => {
    const heard = { ...still('heard', 60), speaker: 'first' as const }
    const room = begun({ phases: [heard, still('drop', 30)] })
    expect(refusalOf(room, 'a', { do: 'on', phase: 0 }, at(5))).toBe('not-now')
    expect(refusalOf(room, 'a', { do: 'on', phase: 1 }, at(65))).toBe('not-now')
  })

  test('[R1] only the speaker of a say-back answers it', () => {
    const heard = { ...still('heard', 60), speaker: 'second' as const }
    const room = begun({ phases: [turn('say-back', 'first', 10), heard] })
    expect(may(room, 'a', at(20))).not.toContain('heard')
    expect(may(room, 'b', at(20))).toContain('heard')
  })
})
