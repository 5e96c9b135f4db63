// Who of a circle is told what, and when? Its people their view, a wall its face, a board what has changed on it: when something
// has, and not oftener than anybody can read.
import { boardRoom } from '../../lib/circle/board-room.ts'
import type { Circle } from '../../lib/circle/circle.ts'
import { boardHead, boardPeople, face, viewOf } from '../../lib/circle/circle-view.ts'
import type { Glance } from '../../lib/protocol/glance.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Board, BoardChange, PersonId, WallLine } from '../../lib/wire/circle.ts'
import type { Tellings } from '../../lib/wire/events.ts'

export interface Ear {
  emit: <Event extends 'circle' | 'face' | 'board' | 'offered' | 'said' | 'paired'>(
    event: Event,
    ...told: Parameters<Tellings[Event]>
  ) => unknown
}

/** A connection of one of its people. */
export interface Member {
  person: PersonId
  /** The hash of the token that was given to it. */
  entry: string
  /** The room that it was told of last. */
  toldRoom: string | null
  shown: string
}

/** Everybody of one circle who is connected to this process, and what they were shown last. */
export interface Ears<C extends Ear> {
  members: Map<C, Member>
  walls: Map<C, { shown: string }>
  boards: Set<C>
  /** Those who will be shown a board as soon as their first one is put together. */
  coming: Set<C>
  /** What all boards were shown last: the JSON of the head, of each person and of each room. */
  board: { head: string; people: Map<PersonId, string>; rooms: Map<number, string>; round: number }
  /** The lines that walls and boards were shown last. */
  lines: string
}

export const noEars = <C extends Ear>(): Ears<C> => ({
  members: new Map(),
  walls: new Map(),
  boards: new Set(),
  coming: new Set(),
  board: { head: '', people: new Map(), rooms: new Map(), round: 0 },
  lines: '[]',
})

export const hasNobody = ({ members, walls, boards, coming }: Ears<Ear>): boolean =>
  members.size + walls.size + boards.size + coming.size === 0

/** Of two tellings that differ by nothing but their instant, the second need not be sent. */
const looks = (told: { now: Ms }): string => JSON.stringify({ ...told, now: 0 })

export function tellPeople<C extends Ear>({ members, walls }: Ears<C>, circle: Circle, now: Ms): void {
  const seen = face(circle, now)
  for (const [ear, member] of members) {
    const view = viewOf(circle, member.person, now, seen)
    // Whoever is none of its people any more reads what anybody may, and by that knows it.
    const shown = looks(view ?? seen)
    if (shown === member.shown) continue
    member.shown = shown
    if (view) ear.emit('circle', view)
    else ear.emit('face', seen)
  }
  if (walls.size === 0) return
  const shown = looks(seen)
  for (const [ear, wall] of walls) {
    if (wall.shown === shown) continue
    wall.shown = shown
    ear.emit('face', seen)
  }
}

/** Told to everybody who is here. */
export function tellAll<C extends Ear>({ members, walls, boards }: Ears<C>, text: string | null, at: Ms): void {
  for (const ear of [...members.keys(), ...walls.keys(), ...boards]) ear.emit('said', { text, at })
}

/** To walls and boards alone, when others stand there than before. */
export function tellLines<C extends Ear>(ears: Ears<C>, lines: WallLine[]): void {
  const shown = JSON.stringify(lines)
  if (shown === ears.lines) return
  ears.lines = shown
  for (const ear of [...ears.walls.keys(), ...ears.boards]) ear.emit('offered', { lines })
}

/** The whole board, for whoever begins to look at it. */
export function wholeBoard(circle: Circle, glances: ReadonlyMap<string, Glance>, now: Ms): Board {
  const rooms = circle.round?.rooms ?? []
  return {
    head: boardHead(circle, now),
    people: boardPeople(circle, now),
    rooms: rooms.map((room, i) => boardRoom(room, i + 1, glances.get(room.room) ?? null)),
  }
}

/** What is new on the board since the last time; null when nothing is. */
export function boardChange<C extends Ear>(
  { board: shown }: Ears<C>,
  { head, people, rooms }: Board,
): BoardChange | null {
  if (head.round !== shown.round) shown.rooms.clear()
  shown.round = head.round
  // Of a round that nobody began pairs are made anew under its number, and may be fewer.
  for (const n of shown.rooms.keys()) if (n > rooms.length) shown.rooms.delete(n)
  const markShown = <Id>(known: Map<Id, string>, id: Id, value: unknown): boolean => {
    const text = JSON.stringify(value)
    if (known.get(id) === text) return false
    known.set(id, text)
    return true
  }
  const here = new Set(people.map(({ id }) => id))
  const gone = [...shown.people.keys()].filter(id => !here.has(id))
  for (const id of gone) shown.people.delete(id)
  const change = {
    people: people.filter(person => markShown(shown.people, person.id, person)),
    rooms: rooms.filter(room => markShown(shown.rooms, room.n, room)),
    roomsInAll: rooms.length,
    gone,
  }
  const headLooks = looks(head)
  const isSame = headLooks === shown.head
  shown.head = headLooks
  if (isSame && change.people.length + change.rooms.length + gone.length === 0) return null
  return { head, ...change }
}
