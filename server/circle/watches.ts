// What does this process keep in mind of the circles whose people are connected to it? It may be dropped at any time.
import type { Circle } from '../../lib/circle/circle.ts'
import type { Glance } from '../../lib/protocol/glance.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Director } from '../room/director.ts'
import type { LineReader } from './offered-lines.ts'
import { type Ear, type Ears, noEars } from './telling.ts'

export interface Watch<C extends Ear> {
  circle: Circle
  /** By which this state is known again in the store. */
  mark: string
  ears: Ears<C>
  /** What was last seen of each room of the running round. */
  glances: Map<string, Glance>
  toldAt: Ms
  /** Reads lines that were offered; null until a board has shown its key to this process. */
  reads: LineReader | null
  /** Those that were read already, by their ids; null where they could not be. */
  read: Map<string, string | null>
}

export interface Watches<C extends Ear> {
  get(id: string): Watch<C> | undefined
  /** The circle of a code, when it is known here: a hall that joins need not ask the store for it each time. */
  ofCode(code: string): Watch<C> | undefined
  /** The circle that a room of the running round belongs to. */
  ofRoom(room: string): Watch<C> | undefined
  /** Keeps this state in mind, unless a later one is. */
  know(circle: Circle, mark: string): Watch<C>
  /** The circle as it was last known to be kept, where the store holds an older one: its machine lost power, or a replica took its place. */
  newest(kept: Circle): Circle
  /** Keeps in mind what was seen of a room; returns its circle, and what was seen of it before. */
  glanced(room: string, seen: Glance): { watch: Watch<C>; before: Glance | undefined } | null
  forget(id: string): void
  clear(): void
  ids(): string[]
  readonly size: number
}

export function createWatches<C extends Ear>(): Watches<C> {
  const watches = new Map<string, Watch<C>>()
  const circleOf = new Map<string, string>()
  const codes = new Map<string, string>()

  function keepRooms({ circle, glances }: Watch<C>, before: Circle | null): void {
    const rooms = new Set((circle.round?.rooms ?? []).map(({ room }) => room))
    for (const { room } of before?.round?.rooms ?? []) {
      if (rooms.has(room)) continue
      circleOf.delete(room)
      glances.delete(room)
    }
    for (const room of rooms) circleOf.set(room, circle.id)
  }

  return {
    get: id => watches.get(id),
    ofCode: code => watches.get(codes.get(code) ?? ''),
    ofRoom: room => watches.get(circleOf.get(room) ?? ''),
    know(circle, mark) {
      const watch = watches.get(circle.id) ?? {
        circle,
        mark,
        ears: noEars<C>(),
        glances: new Map(),
        toldAt: 0,
        reads: null,
        read: new Map(),
      }
      const before = watches.has(circle.id) ? watch.circle : null
      watches.set(circle.id, watch)
      codes.set(circle.code, circle.id)
      // Two acts of this process may be told in another order than they were kept.
      if (before && circle.rev < before.rev) return watch
      watch.circle = circle
      watch.mark = mark
      keepRooms(watch, before)
      return watch
    },
    newest(kept) {
      const known = watches.get(kept.id)?.circle
      return known && known.rev > kept.rev ? known : kept
    },
    glanced(room, seen) {
      const watch = watches.get(circleOf.get(room) ?? '')
      if (!watch) return null
      const before = watch.glances.get(room)
      watch.glances.set(room, seen)
      return { watch, before }
    },
    forget(id) {
      for (const { room } of watches.get(id)?.circle.round?.rooms ?? []) circleOf.delete(room)
      codes.delete(watches.get(id)?.circle.code ?? '')
      watches.delete(id)
    },
    clear() {
      watches.clear()
      circleOf.clear()
      codes.clear()
    },
    ids: () => [...watches.keys()],
    get size() {
      return watches.size
    },
  }
}

/** Looks at the rooms of which nothing was seen here since this process looks after the circle. */
export async function glanceAll(watch: Watch<Ear>, director: Pick<Director, 'glance'>): Promise<void> {
  const unseen = (watch.circle.round?.rooms ?? []).filter(({ room }) => !watch.glances.has(room))
  await Promise.all(
    unseen.map(async ({ room }) => {
      const seen = await director.glance(room).catch(() => null)
      if (seen && !watch.glances.has(room)) watch.glances.set(room, seen)
    }),
  )
}
