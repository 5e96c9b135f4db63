// Does whoever takes a seat hear of it in the right order?
import { expect, test } from 'vitest'
import { begun, T0 } from '../../lib/protocol/testing/sample-room.ts'
import { view } from '../../lib/protocol/view.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { type Connection, type Desk, newCaller } from './desks.ts'
import { createPresence } from './presence.ts'
import { answered, seating, show } from './seats.ts'

const room = begun()
const at = (rev: number): RoomView => ({ ...view(room, 'a', T0), rev })

/** A connection that has just been given a seat, and what it is told in which order. */
function seated() {
  const heard: string[] = []
  const connection: Connection = {
    data: { caller: newCaller('here') },
    emit: (event, ...[told]) => heard.push(`${event} ${(told as RoomView).rev}`),
  }
  const nothing = () => {}
  const around = { presence: createPresence<Connection>(), elsewhere: { follow: nothing }, lobby: { entered: nothing } }
  const seat = seating(around as unknown as Desk<Connection>, connection, connection.data.caller)
  seat(room.id, { seat: 'a', token: 'token', entry: 'entry', view: at(5) })
  return { connection, heard }
}

test('what is new before the answer comes after it, and only the newest', () => {
  const { connection, heard } = seated()
  show(connection, at(6))
  show(connection, at(7))
  // Something else that it had asked for.
  answered(connection, 'clock')
  expect(heard).toEqual([])
  heard.push('answer 5')
  answered(connection, 'enter')
  show(connection, at(8))
  expect(heard).toEqual(['answer 5', 'view 7', 'view 8'])
})

test('where nothing was new, the answer alone comes', () => {
  const { connection, heard } = seated()
  answered(connection, 'enter')
  expect(heard).toEqual([])
})
