// In which rooms is the bell measured? In a real one of short quiet phases, whose ends are bells and views at once; and in
// as many others as are wanted, which all ring in the same millisecond.
import { customFormat } from '../../lib/formats/custom.ts'
import type { Ms, Room } from '../../lib/protocol/room.ts'
import type { App } from '../../server/app.ts'
import { createClock } from '../../server/clock.ts'
import type { Clock, RoomStore } from '../../server/ports.ts'

export interface HeldClock extends Clock {
  /** Shows one instant until it is let go: what begins meanwhile begins in the same millisecond. Returns the instant. */
  hold(): Ms
  letGo(): void
}

export function createHeldClock(): HeldClock {
  const clock = createClock()
  let held: Ms | null = null
  return {
    now: () => held ?? clock.now(),
    at: clock.at,
    hold() {
      held = clock.now()
      return held
    },
    letGo() {
      held = null
    },
  }
}

/** Silent phases: the first so long, then as many of one length. */
const quiet = (first: Ms, ms: Ms, count: number) => {
  const one = (length: Ms) => ({ kind: 'quiet' as const, seconds: length / 1000, floor: 'none' as const })
  const made = customFormat([one(first), ...Array.from({ length: count }, () => one(ms))])
  if ('problem' in made) throw new Error(made.problem)
  return made.format
}

/** Gives a room that has not begun these phases instead of those that it was opened with. */
export async function replan(store: RoomStore, id: string, first: Ms, ms: Ms, count: number): Promise<void> {
  const { kept } = await store.load(id)
  if (!kept) throw new Error('there is no such room')
  const room = JSON.parse(kept.body) as Room
  const body = JSON.stringify({ ...room, plan: quiet(first, ms, count).phases })
  const { result } = await store.swap(id, kept.commit, { body, commit: `replan-${id}` }, 3_600_000)
  if (result !== 'swapped') throw new Error(result)
}

/** When each bell of a room rings, in order. */
export async function bellsOf(store: RoomStore, id: string): Promise<Ms[]> {
  const { kept } = await store.load(id)
  const sitting = kept && (JSON.parse(kept.body) as Room).sitting
  if (!sitting) throw new Error('the sitting has not begun')
  let at = sitting.startedAt
  return sitting.phases.map(phase => {
    at += phase.ms ?? 0
    return at
  })
}

/** Opens rooms for two in which everybody is there and has agreed. Held by the clock, they all begin at one instant. */
export async function fill({ director }: App, rooms: number, first: Ms, ms: Ms, count: number): Promise<void> {
  const format = quiet(first, ms, count)
  const plan = { kind: 'friends', medium: 'text', clock: 'timed', format, seats: 2 } as const
  const one = async () => {
    let entry = { a: '', b: '' }
    const made = await director.open(plan, { name: 'Ann', key: null }, (_, entered) => {
      entry = { ...entry, a: entered.entry }
    })
    if (!made.ok) throw new Error(made.code)
    const sat = await director.sit(made.room, { name: 'Ben', key: null }, (_, entered) => {
      entry = { ...entry, b: entered.entry }
    })
    if (!sat.ok) throw new Error(sat.code)
    for (const seat of ['a', 'b'] as const) {
      const done = await director.act(made.room, seat, entry[seat], { do: 'ready', first: 'either' })
      if (!done.ok) throw new Error(done.code)
    }
  }
  for (let begun = 0; begun < rooms; begun += 100) {
    await Promise.all(Array.from({ length: Math.min(100, rooms - begun) }, one))
  }
}
