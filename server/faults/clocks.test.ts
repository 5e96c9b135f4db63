// What happens to two people when somebody sets the clock of the machine on which one of their two processes runs, in the middle of a turn,
// or when it was never right?
import { afterEach, expect, test } from 'vitest'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Dweller } from '../testing/dweller.ts'
import { type Fleet, startFleet } from '../testing/fleet.ts'
import { opening, sealed } from '../testing/pair.ts'
import type { Site } from '../testing/site.ts'

let fleet: Fleet | undefined
afterEach(() => fleet?.close())

const TEN_MINUTES = 600_000
const TURN_MS = 2_000
const GRACE_MS = 7_000
const QUIET_MS = 1_000
/** A busy machine shows something late; a clock that was followed would be ten minutes out. */
const LATE_MS = 8_000
const STEPPED = `--import ${new URL('../testing/stepped-date.mjs', import.meta.url).href}`

const format = {
  phases: [
    { kind: 'speak' as const, seconds: TURN_MS / 1_000, floor: 'first' as const },
    { kind: 'speak' as const, seconds: TURN_MS / 1_000, floor: 'second' as const },
    { kind: 'quiet' as const, seconds: QUIET_MS / 1_000, floor: 'none' as const },
    { kind: 'thanks' as const, seconds: 300, floor: 'all' as const },
  ],
}

async function step(site: Site | undefined, to: number): Promise<void> {
  site?.child.kill('SIGWINCH')
  await expect.poll(() => site?.said(), { timeout: 10_000 }).toContain(`its date is ${to} ms ahead`)
}

/** Each phase that somebody was shown, in the order in which it was, with all that was said of when it runs. */
function phasesOf({ shown }: Dweller) {
  const phases = shown.flatMap(({ view }) => (view.phase ? [view.phase] : []))
  const told = phases.map(({ n, floor, startedAt, bellAt, endsAt }) =>
    JSON.stringify({ n, floor, startedAt, bellAt, endsAt }),
  )
  return [...new Set(told)].map(
    text => JSON.parse(text) as Pick<NonNullable<RoomView['phase']>, 'n' | 'startedAt' | 'endsAt'>,
  )
}

/** The site's time goes on at the speed of a clock that nobody can set, on every screen. */
function keptTime({ shown }: Dweller): void {
  const [first] = shown
  if (!first) throw new Error('nothing was shown')
  for (const { view, at } of shown) {
    const late = at - first.at - (view.now - first.view.now)
    expect(Math.abs(late)).toBeLessThan(LATE_MS)
  }
}

async function sits(at: Fleet): Promise<[Dweller, Dweller]> {
  const ann = await at.come(0, { open: opening({ format }) })
  const ben = await at.come(1, { room: ann.room, name: 'Ben' })
  await ann.intend({ do: 'ready', first: 'me' })
  await ben.intend({ do: 'ready', first: 'other' })
  for (const person of [ann, ben]) await person.sees(view => view.stage === 'sitting')
  return [ann, ben]
}

const LENGTHS = [TURN_MS + GRACE_MS, TURN_MS + GRACE_MS, QUIET_MS]

/** Both were shown the same instants of each phase up to `last`, none of them moved, and each took as long as it was to take. */
function satFairly([ann, ben]: [Dweller, Dweller], last: number): void {
  const phases = phasesOf(ann)
  expect(phases).toEqual(phasesOf(ben))
  expect(phases.map(({ n }) => n)).toEqual(Array.from({ length: last + 1 }, (_, n) => n))
  const over = phases.slice(0, -1)
  expect(over.map(({ startedAt, endsAt }) => (endsAt ?? 0) - startedAt)).toEqual(LENGTHS.slice(0, last))
  expect(phases.slice(1).map(({ startedAt }) => startedAt)).toEqual(over.map(({ endsAt }) => endsAt))
  for (const person of [ann, ben]) {
    keptTime(person)
    expect(person.shown.filter(({ view }) => view.held !== null)).toEqual([])
    expect(person.outages).toEqual([])
  }
}

test('the date of one process is set by ten minutes, forward and then back behind the others: no turn is spent or lengthened', {
  timeout: 120_000,
}, async () => {
  const steps = [TEN_MINUTES, -TEN_MINUTES]
  const own = [{ NODE_OPTIONS: STEPPED, DATE_STEPS: steps.join(' ') }]
  fleet = await startFleet({ own })
  const [ann, ben] = await sits(fleet)
  for (const [n, to] of steps.entries()) {
    const [speaker, listener] = n === 0 ? [ann, ben] : [ben, ann]
    await speaker.sees(({ phase }) => phase?.n === n)
    await step(fleet.sites[0], to)
    expect(await speaker.say(n, 1, sealed('words'))).toBeNull()
    await expect.poll(() => listener.heard.length).toBe(1)
    // The store is asked for its time again by this one: what it says must set nothing right that was right.
    const other = await fleet.come(0, { open: opening({ format }) })
    expect(Math.abs(other.view().now - ann.view().now)).toBeLessThan(TURN_MS + GRACE_MS + LATE_MS)
  }
  for (const person of [ann, ben]) await person.sees(({ phase }) => phase?.n === 3, 60_000)
  satFairly([ann, ben], 3)
})

test('the dates of both were ten minutes wrong before they began, one each way: a room that is opened there keeps one time', {
  timeout: 120_000,
}, async () => {
  const own = [TEN_MINUTES, -TEN_MINUTES].map(ahead => ({ NODE_OPTIONS: STEPPED, DATE_AHEAD: String(ahead) }))
  fleet = await startFleet({ own })
  const [ann, ben] = await sits(fleet)
  expect(Math.abs(ann.view().now - Date.now())).toBeLessThan(LATE_MS)
  for (const person of [ann, ben]) await person.sees(({ phase }) => phase?.n === 1, 60_000)
  satFairly([ann, ben], 1)
})
