// How is one text sealed for whoever else sits in the room, and how is one opened? With a session for each pair of seats,
// under the keys that the newest view shows.
import type { SeatId } from '../../../lib/protocol/room.ts'
import { type Label, openSession, type Session } from '../../../lib/seal/session.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomLink } from '../line/room-link.ts'

export type Keyring = Pick<RoomLink, 'room' | 'view' | 'keys' | 'secret'>

/** The seats beside our own whose people have shown a key. */
export function keyedOthers(view: RoomView): SeatId[] {
  const seats: [string, RoomView['seats'][SeatId]][] = Object.entries(view.seats)
  return seats.flatMap(([id, seat]) => (id !== view.you && seat?.key ? [id as SeatId] : []))
}

/**
 * The session with `theirs` under the present keys; null while one of them is missing or does not fit. `lastKey`: the key
 * that they have shown last, for when they show none any more.
 */
export async function sessionWith(ring: Keyring, theirs: SeatId, lastKey?: string): Promise<Session | null> {
  const view = ring.view()
  const own = ring.keys()
  const theirKey = view?.seats[theirs]?.key ?? lastKey
  if (!view || !own || !theirKey) return null
  const ask = { room: ring.room, own, mine: view.you, theirs, theirKey, secret: ring.secret() }
  return openSession(ask).catch(() => null)
}

/** For how many people a text has to be sealed: everybody else who sits here, whether or not their key is known by now. */
export function countOthers(ring: Keyring): number {
  const view = ring.view()
  return view ? Object.entries(view.seats).filter(([id, seat]) => id !== view.you && seat).length : 0
}

/** Which keys a text would be sealed under now: sealing again is needed whenever this changes. */
export function keysNow(ring: Keyring): string {
  const view = ring.view()
  if (!view) return ''
  return JSON.stringify([ring.keys()?.public, ...keyedOthers(view).map(seat => [seat, view.seats[seat]?.key])])
}

/** One sealed text, or with several others a map of seats to sealed texts; null while there is nobody to seal for. */
async function sealForOthers(ring: Keyring, what: Label & { text: string }): Promise<string | null> {
  const view = ring.view()
  if (!view) return null
  const sealed: [SeatId, string][] = []
  for (const seat of keyedOthers(view)) {
    const session = await sessionWith(ring, seat)
    if (session) sealed.push([seat, await session.seal(what)])
  }
  if (sealed.length === 0) return null
  return sealed.length === 1 ? (sealed[0]?.[1] ?? null) : JSON.stringify(Object.fromEntries(sealed))
}

/** What goes into an ask of `words`. */
export interface SealedWords {
  sealed: string
  commitment?: string
}

/**
 * The same for what is said or being written. Between strangers, who are two, it is committed to as well: they must be able
 * to show what was written to them.
 */
export async function sealWords(ring: Keyring, what: Label & { text: string }): Promise<SealedWords | null> {
  const view = ring.view()
  const [other] = view ? keyedOthers(view) : []
  if (view?.kind !== 'practice') {
    const sealed = await sealForOthers(ring, what)
    return sealed === null ? null : { sealed }
  }
  const session = other && (await sessionWith(ring, other))
  return session ? session.sealFranked(what) : null
}

/** The part of a sealed text that is meant for `you`. */
export function mineOf(sealed: string, you: SeatId): string {
  if (!sealed.startsWith('{')) return sealed
  try {
    const map: unknown = JSON.parse(sealed)
    const mine = typeof map === 'object' && map !== null ? (map as Record<string, unknown>)[you] : undefined
    return typeof mine === 'string' ? mine : ''
  } catch {
    return ''
  }
}
