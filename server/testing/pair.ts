// How do two people come to sit in a room? As they do on the wire, so that a test can begin where it is interesting.
import type { Ms } from '../../lib/protocol/room.ts'
import type { OpenAsk, RoomView } from '../../lib/wire/events.ts'
import type { DialOptions, House, Person } from './house.ts'

export interface Pair {
  room: string
  /** Who opened the room, in seat `a`; speaks first once the sitting has begun. */
  ann: Person
  ben: Person
  both: readonly [Person, Person]
}

/** A sitting of every kind of phase that matters to the server: quiet, two turns, the closing question. */
export const SHORT: OpenAsk['format'] = {
  phases: [
    { kind: 'arrive', seconds: 10, floor: 'none' },
    { kind: 'speak', seconds: 60, floor: 'first' },
    { kind: 'speak', seconds: 60, floor: 'second' },
    { kind: 'drop', seconds: 30, floor: 'none' },
    { kind: 'thanks', seconds: 10, floor: 'all' },
  ],
}
export const ARRIVE_MS: Ms = 10_000
export const TURN_MS: Ms = 60_000
export const GRACE_MS: Ms = 7_000

export const opening = (more: Partial<OpenAsk> = {}): OpenAsk => ({
  kind: 'friends',
  format: SHORT,
  medium: 'text',
  name: 'Ann',
  ...more,
})

/** Both sit in a room that still gathers. */
export async function gather(house: House, ask: Partial<OpenAsk> = {}, options?: DialOptions): Promise<Pair> {
  const ann = await house.dial(options)
  const { room } = await ann.must('open', opening(ask))
  const ben = await house.dial(options)
  await ben.must('enter', { room, name: 'Ben' })
  return { room, ann, ben, both: [ann, ben] }
}

/** Both sit, and the first phase has begun. */
export async function begin(house: House, ask: Partial<OpenAsk> = {}, options?: DialOptions): Promise<Pair> {
  const pair = await gather(house, ask, options)
  await pair.ann.must('intent', { do: 'ready', first: 'me' })
  await pair.ben.must('intent', { do: 'ready', first: 'other' })
  await everybody(pair, view => view.stage === 'sitting')
  return pair
}

/** Both sit in the first turn: Ann has the floor. */
export async function firstTurn(house: House, ask: Partial<OpenAsk> = {}, options?: DialOptions): Promise<Pair> {
  const pair = await begin(house, ask, options)
  await house.clock.advance(ARRIVE_MS)
  await everybody(pair, view => view.phase?.floor === 'a')
  return pair
}

export async function everybody({ both }: Pair, what: (view: RoomView) => boolean): Promise<void> {
  await Promise.all(both.map(person => person.sees(what)))
}

export const sealed = (text: string): string => Buffer.from(text).toString('base64url')
