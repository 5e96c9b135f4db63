// Which connection holds which seat here? Given as the store takes it, let go when the connection ends, and taken away when the seat has
// become somebody else's.
import type { Ms } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Seat } from '../room/director.ts'
import type { Caller, Connection, Desk } from './desks.ts'

/**
 * Gives the connection its seat: it lets go of another one, and whoever held this one before is told. A connection that
 * ended while it was being seated lets go at once.
 */
export function seating<C extends Connection>(desk: Desk<C>, connection: C, caller: Caller): Seat {
  return (room, { seat, entry }) => {
    if (caller.seated && (caller.seated.room !== room || caller.seated.seat !== seat)) detach(desk, connection, caller)
    caller.seated = { room, seat, entry }
    caller.entering = { view: null }
    caller.asked = null
    desk.elsewhere.follow(room)
    desk.lobby.entered(connection, room, seat)
    const before = desk.presence.take(room, seat, { connection, entry })
    if (before) moveOut(before)
    if (caller.isGone) detach(desk, connection, caller)
  }
}

/** Shows a view to whoever holds a seat: never before the answer by which they know that they do, which would make it look old. */
export function show(connection: Connection, view: RoomView): void {
  const { entering } = connection.data.caller
  if (entering) entering.view = view
  else connection.emit('view', view)
}

/** An ask was answered, of whatever kind. When it was for a seat, what is new since then comes now. */
export function answered(connection: Connection, ask: string): void {
  if (ask !== 'enter' && ask !== 'open') return
  const { caller } = connection.data
  const view = caller.entering?.view
  caller.entering = null
  if (view && caller.seated?.room === view.room) connection.emit('view', view)
}

/** Another connection holds its seat now. */
function moveOut(connection: Connection): void {
  connection.data.caller.seated = null
  connection.emit('moved', { why: 'other-tab' })
}

/** The connection has let go of its seat at `left`; the room learns of it, and is kept in mind no longer than somebody is here. */
export function detach<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  caller: Caller,
  left: Ms = desk.clock.now(),
): void {
  if (!caller.seated) return
  const { room, seat } = caller.seated
  caller.seated = null
  const entry = desk.presence.release(room, seat, connection)
  if (entry === null) return
  void desk.director.went(room, seat, entry, left).then(() => {
    if (desk.presence.seats(room).length === 0) forget(desk, room)
  })
}

/** Nobody of the room is here. */
function forget<C extends Connection>(desk: Desk<C>, room: string): void {
  desk.director.unwatch(room)
  desk.elsewhere.leave(room)
}

/**
 * Whoever holds a seat here that is not theirs in the room holds it no more: another process seated a newer connection of theirs, or
 * the seat was freed, of which they have been told. Whoever is taken to be gone, and is not, is let go, and dials again at once.
 */
export function settle<C extends Connection & { conn: { close(): unknown } }>(desk: Desk<C>, room: string): void {
  for (const seat of desk.presence.seats(room)) {
    const holder = desk.presence.holder(room, seat)
    const own = holder?.data.caller.seated
    if (!holder || !own) continue
    const now = desk.director.entryOf(room, seat)
    if (now?.entry === own.entry) {
      if (!now.isHere) holder.conn.close()
      continue
    }
    desk.presence.release(room, seat, holder)
    if (now && !now.isOther && !now.isUnsure) {
      moveOut(holder)
      continue
    }
    holder.data.caller.seated = null
    // When they dial again they are told that the seat is not theirs, if they have not read it yet; or their capsule tells that it is.
    if (now) holder.conn.close()
  }
  if (desk.presence.seats(room).length === 0) forget(desk, room)
}
