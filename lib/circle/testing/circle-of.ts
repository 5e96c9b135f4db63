// Which circle does a test begin with? So many people, at an instant of its own, and what a facilitator then makes of it.
import { formatFor, totalMs } from '../../formats/formats.ts'
import type { ConveneAsk, DirectAsk } from '../../wire/circle.ts'
import { type Circle, convened } from '../circle.ts'
import type { Directed } from '../orders.ts'
import { join } from '../people.ts'
import { direct } from '../rounds.ts'

export const T0 = 1_000_000
const SECOND = 1000
export const at = (seconds: number) => T0 + seconds * SECOND
export const PLAN: ConveneAsk = {
  title: 'Tuesday circle',
  format: { id: 'round' },
  medium: 'together',
  odd: 'trio',
  prompts: ['One?', '', 'Three?'],
}
export const ROUND_MS = totalMs(formatFor('round').phases)

let made = 0
export const drawn = () => ({ seed: 7, rooms: () => `room-${++made}` })

export function circleOf(count: number, over: Partial<ConveneAsk> = {}): Circle {
  let circle = convened({ ...PLAN, ...over }, { id: 'circle', code: 'K7M4QX2P', key: 'hash-of-key', lock: 'lock' }, T0)
  for (let n = 1; n <= count; n++) {
    const came = join(circle, { name: `Name ${n}`, token: `token-${n}` }, T0)
    if (!came.ok) throw new Error(came.code)
    circle = came.circle
  }
  return circle
}

export function did(circle: Circle, ask: DirectAsk, seconds = 0): Circle {
  const out = direct(circle, ask, drawn(), at(seconds))
  if (!out.ok) throw new Error(`${out.code} ${out.why}`)
  return out.circle
}

export const ordersOf = (out: Directed) => (out.ok ? out.orders : [])
export const orders = (circle: Circle, ask: DirectAsk, seconds = 0) =>
  ordersOf(direct(circle, ask, drawn(), at(seconds)))
export const roomsOf = (circle: Circle) => circle.round?.rooms.map(({ people }) => people) ?? []
export const begun = (count: number, over: Partial<ConveneAsk> = {}) =>
  did(did(circleOf(count, over), { do: 'pair' }), { do: 'begin' })
