// Does one phone between two people keep the same rules as a room on a server? With a clock that is turned by hand, a memory
// that outlives the page, and sleep.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ms } from '../../../lib/protocol/room.ts'
import { createHandClock, type HandClock } from '../../../server/testing/hand-clock.ts'
import { answer, createLocalRoom, type LocalPlan, type LocalRoom } from './local-room.ts'
import { type Kept, PAIR, type Person } from './local-texts.ts'

const START = 1_800_000_000_000
const SECOND = 1000
const MINUTE = 60 * SECOND
const PLAN: LocalPlan = { names: { a: 'Maya', b: 'Jonah' }, sitting: 'taste', minutes: 6, first: 'a' }

let clock: HandClock
let stored: string | null
const memory = {
  read: () => (stored === null ? undefined : (JSON.parse(stored) as unknown)),
  write: (kept: Kept) => {
    stored = JSON.stringify(kept)
  },
  drop: () => {
    stored = null
  },
}

/** A page on this phone; the next one is the same tab, loaded again. */
function load(ports: { clock?: Pick<HandClock, 'now' | 'at'>; heads?: boolean } = {}): LocalRoom {
  return createLocalRoom({ clock: ports.clock ?? clock, memory, coin: () => ports.heads ?? true, changed: () => {} })
}

/** A phone that sleeps: no alarm of its rings, and it wakes when somebody touches it. */
function asleep(): { now(): Ms; at(): () => void; sleep(ms: Ms): void } {
  let now = START
  return {
    now: () => now,
    at: () => () => {},
    sleep: ms => {
      now += ms
    },
  }
}

const viewOf = (room: LocalRoom, who: Person = 'a') => {
  const view = room.snapshot()?.views[who]
  if (!view) throw new Error('no sitting')
  return view
}
const phaseOf = (room: LocalRoom) => viewOf(room).phase
const on = (room: LocalRoom) => room.both({ do: 'on', phase: phaseOf(room)?.n ?? -1 })

/** A sitting in which the first turn of speaking has just begun. */
function speaking(room: LocalRoom, plan: LocalPlan = PLAN): LocalRoom {
  room.begin(plan)
  on(room)
  on(room)
  expect(phaseOf(room)).toMatchObject({ kind: 'speak', floor: plan.first === 'b' ? 'b' : 'a' })
  return room
}

/** Until both are asked the closing question. */
function atDrop(room: LocalRoom): LocalRoom {
  for (speaking(room); phaseOf(room)?.kind !== 'drop'; ) {
    const phase = phaseOf(room)
    if (phase?.kind === 'speak') room.act(phase.floor === 'b' ? 'b' : 'a', { do: 'on', phase: phase.n })
    on(room)
  }
  return room
}

function answers(room: LocalRoom, who: Person, text: string, offers = true): void {
  room.write(who, 'line', text)
  expect(room.act(who, answer(offers, text, phaseOf(room)?.n ?? -1))).toBeNull()
}

beforeEach(() => {
  clock = createHandClock(START)
  stored = null
})

describe('a sitting', () => {
  test.each(['taste', 'listening'] as const)('%s goes by time alone, but for what is written', async sitting => {
    const room = load()
    room.begin({ ...PLAN, sitting, minutes: sitting === 'taste' ? 6 : 18 })
    const kinds: string[] = []
    for (let steps = 0; viewOf(room).stage === 'sitting' && steps < 20; steps++) {
      const phase = phaseOf(room)
      kinds.push(`${phase?.kind} ${phase?.floor}`)
      if (phase?.endsAt == null) {
        await clock.advance(30 * MINUTE)
        expect(phaseOf(room)?.n).toBe(phase?.n)
        if (phase?.kind === 'picture') on(room)
        else for (const who of PAIR) answers(room, who, 'A line.')
      } else await clock.to(phase.endsAt)
    }
    expect(kinds).toEqual([
      ...['arrive none', 'picture none', 'speak a', 'settle none', 'speak b', 'settle none', 'drop none'],
      ...['tell a', 'tell b', 'thanks all'],
      ...(sitting === 'listening' ? ['quiet none'] : []),
    ])
    expect(viewOf(room).closed).toEqual({ why: 'complete' })
  })

  test.each([
    [true, 'a'],
    [false, 'b'],
  ] as const)('a coin that falls %s chooses %s, and it is said that a coin chose', (heads, seat) => {
    const room = load({ heads })
    room.begin({ ...PLAN, first: 'coin' })
    expect(viewOf(room).first).toEqual({ seat, how: 'coin', both: 'either' })
  })

  test('whoever was named speaks first', () => {
    const room = speaking(load(), { ...PLAN, first: 'b' })
    expect(viewOf(room).first).toMatchObject({ seat: 'b', how: 'wish' })
  })

  test('nobody can hurry a speaker, and a minute more needs both', async () => {
    const room = speaking(load())
    const phase = phaseOf(room)
    const n = phase?.n ?? 0
    expect(room.act('b', { do: 'on', phase: n })).toBe('not-now')
    expect(room.act('b', { do: 'more', phase: n })).toBe('not-now')
    expect(room.act('a', { do: 'more', phase: n })).toBeNull()
    expect(phaseOf(room)?.bellAt).toBe(phase?.bellAt)
    expect(room.act('b', { do: 'more', phase: n })).toBeNull()
    expect(phaseOf(room)?.bellAt).toBe((phase?.bellAt ?? 0) + MINUTE)
    expect(room.act('a', { do: 'on', phase: n + 1 })).toBe('stale-phase')
  })

  test('held time is given back exactly, and going on takes both', async () => {
    const room = speaking(load())
    const endsAt = phaseOf(room)?.endsAt ?? 0
    await clock.advance(20 * SECOND)
    room.act('a', { do: 'hold' })
    await clock.advance(3 * MINUTE)
    const since = viewOf(room).held?.since
    room.act('a', { do: 'resume', since })
    expect(viewOf(room).held).not.toBeNull()
    room.both({ do: 'resume', since })
    expect(viewOf(room).held).toBeNull()
    expect(phaseOf(room)?.endsAt).toBe(endsAt + 3 * MINUTE)
  })

  test('nobody comes back to one that was left open for three hours: it closes, and is gone from the tab', async () => {
    const room = load()
    room.begin(PLAN)
    on(room)
    expect(phaseOf(room)?.kind).toBe('picture')
    await clock.advance(3 * 60 * MINUTE)
    expect(viewOf(room).closed).toEqual({ why: 'expired' })
    expect(stored).toBeNull()
  })
})

describe('a phone that slept', () => {
  test('holds where it slept over a boundary: nobody’s turn is spent', () => {
    const phone = asleep()
    const room = speaking(load({ clock: phone }))
    const endsAt = phaseOf(room)?.endsAt ?? 0
    phone.sleep(10 * MINUTE)
    room.look()
    expect(viewOf(room).held).toMatchObject({ why: 'late', since: endsAt })
    expect(phaseOf(room)).toMatchObject({ kind: 'settle', startedAt: endsAt })
    room.both({ do: 'resume', since: endsAt })
    expect(phaseOf(room)).toMatchObject({ kind: 'settle', startedAt: phone.now() })
  })

  test('goes by its instants where it woke within five seconds of a boundary', () => {
    const phone = asleep()
    const room = speaking(load({ clock: phone }))
    const endsAt = phaseOf(room)?.endsAt ?? 0
    phone.sleep(endsAt - phone.now() + 5 * SECOND)
    room.look()
    expect(viewOf(room).held).toBeNull()
    expect(phaseOf(room)).toMatchObject({ kind: 'settle', startedAt: endsAt })
  })

  test('goes on with a turn in which it slept', () => {
    const phone = asleep()
    const room = speaking(load({ clock: phone }))
    const before = phaseOf(room)
    phone.sleep(MINUTE)
    room.look()
    expect(phaseOf(room)).toEqual(before)
  })

  test('takes a press that wakes it for the phase that was on the screen, and refuses it when that is over', () => {
    const phone = asleep()
    const room = speaking(load({ clock: phone }))
    phone.sleep(10 * MINUTE)
    expect(room.act('a', { do: 'on', phase: phaseOf(room)?.n ?? -1 })).toBe('stale-phase')
    expect(viewOf(room).held?.why).toBe('late')
  })
})

describe('a page that is loaded again', () => {
  test('comes back at the same second of the same phase, with what was written', async () => {
    const before = atDrop(load())
    before.write('a', 'line', 'Unfinished')
    answers(before, 'a', 'A line.')
    before.write('b', 'line', 'Half a')
    await clock.advance(2 * SECOND)
    before.end()
    const after = load()
    expect(after.snapshot()).toEqual({
      views: { a: { ...viewOf(before), now: clock.now() }, b: { ...viewOf(before, 'b'), now: clock.now() } },
      texts: before.snapshot()?.texts,
    })
    expect(viewOf(after).answered).toBe('line')
    expect(after.snapshot()?.texts.line).toEqual({ a: 'A line.', b: 'Half a' })
  })

  test('runs on in a turn, to the same bell', async () => {
    const before = speaking(load())
    await clock.advance(20 * SECOND)
    before.seen()
    before.end()
    await clock.advance(5 * SECOND)
    const after = load()
    expect(viewOf(after).held).toBeNull()
    expect(phaseOf(after)).toEqual(phaseOf(before))
    await clock.to(phaseOf(before)?.endsAt ?? 0)
    expect(phaseOf(after)?.kind).toBe('settle')
  })

  test('after a longer absence holds from when it was last there', async () => {
    const before = speaking(load())
    await clock.advance(20 * SECOND)
    before.seen()
    const seenAt = clock.now()
    before.end()
    await clock.advance(MINUTE)
    const after = load()
    expect(viewOf(after).held).toMatchObject({ why: 'late', since: seenAt })
    expect(phaseOf(after)?.kind).toBe('speak')
  })

  test('begins anew where the tab remembers something else, or nothing', () => {
    for (const other of [
      'null',
      '7',
      '{"seenAt":1,"texts":{},"room":{"v":2}}',
      '{"seenAt":1,"texts":{},"room":{"v":1}}',
    ]) {
      stored = other
      expect(load().snapshot()).toBeNull()
      expect(stored).toBeNull()
    }
  })
})

describe('what is written', () => {
  test('is never in the room itself, and opens for both at one moment', () => {
    const room = atDrop(load())
    room.write('a', 'note', 'A picture')
    answers(room, 'a', 'What I dropped')
    expect(room.snapshot()?.texts.opened).toBeNull()
    const { room: kept } = memory.read() as Kept
    expect(JSON.stringify(kept)).not.toMatch(/dropped|picture of|A picture/)
    answers(room, 'b', 'So did I')
    expect(room.snapshot()?.texts.opened).toEqual({ a: 'What I dropped', b: 'So did I' })
  })

  test('stays with whoever keeps it, or writes nothing: both look the same', () => {
    const room = atDrop(load())
    answers(room, 'a', 'Mine alone', false)
    answers(room, 'b', '  ')
    expect(room.snapshot()?.texts).toEqual({
      note: { a: '', b: '' },
      line: { a: '', b: '' },
      becomes: { a: 'offer', b: 'offer' },
      opened: { a: null, b: null },
    })
    expect(stored).not.toContain('Mine alone')
  })

  test('and what each has chosen for their line stays chosen over a hold, over sleep and over a page that is loaded again', async () => {
    const room = atDrop(load())
    room.write('a', 'line', 'Mine alone')
    room.choose('a', 'keep')
    const chosen = { a: 'keep', b: 'offer' }
    const texts = (page: LocalRoom) => page.snapshot()?.texts
    room.act('a', { do: 'hold' })
    expect(texts(room)).toMatchObject({ line: { a: 'Mine alone' }, becomes: chosen })
    room.both({ do: 'resume', since: viewOf(room).held?.since ?? -1 })
    expect(texts(room)?.becomes).toEqual(chosen)
    room.end()
    await clock.advance(30 * MINUTE)
    const after = load()
    expect(viewOf(after).held?.why).toBe('late')
    expect(texts(after)).toMatchObject({ line: { a: 'Mine alone' }, becomes: chosen })
    after.choose('a', 'offer')
    expect(texts(load())?.becomes).toEqual({ a: 'offer', b: 'offer' })
  })

  test('is gone from the tab when the sitting is complete, ended or let go, and is not written again', async () => {
    const complete = atDrop(load())
    for (const who of PAIR) answers(complete, who, 'A line.')
    while (viewOf(complete).stage === 'sitting') await clock.to(phaseOf(complete)?.endsAt ?? 0)
    expect(complete.snapshot()?.texts.opened).toEqual({ a: 'A line.', b: 'A line.' })
    complete.seen()
    complete.write('a', 'line', 'More')
    expect(stored).toBeNull()

    const ended = atDrop(load())
    ended.write('a', 'line', 'A line.')
    expect(stored).not.toBeNull()
    ended.letGo()
    ended.seen()
    expect(stored).toBeNull()
    expect(ended.snapshot()).toBeNull()
    expect(clock.alarms).toBe(0)
  })
})
