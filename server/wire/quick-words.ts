// How do words pass at the least cost? An ask that is written as our own pages write it, and that every check lets
// through, is handed on as the text that it came as: not parsed into objects, and not written anew. Whatever else arrives
// takes the ordinary way, where it is judged again and answered; so nothing is ever refused here.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { Ack } from '../../lib/wire/events.ts'
import { SEALED_MOST } from '../../lib/wire/schemas.ts'

/** An ask as it stands in a packet of the wire, read without its parser. */
export interface QuickWords {
  /** The number that its answer carries. */
  ack: string
  phase: number
  /** `["words",{…` without its last brackets. */
  open: string
}

/**
 * Narrower than the schema, never wider: numbers in their plain spelling, the fields in the order in which our pages
 * send them, and no character that JSON would write as two. What it takes is ASCII.
 */
const WORDS =
  /^2(0|[1-9]\d{0,14})(\["words",\{"phase":(0|[1-9]\d?|[1-4]\d\d),"id":[1-9]\d{0,5},"sealed":"([\w.:~+/=,{}-]+)")\}\]$/

/** What a packet of the wire says, when it is words as our pages write them; null for everything else. */
export function readQuickly(packet: string): QuickWords | null {
  if (packet.charCodeAt(0) !== 0x32) return null
  const parts = WORDS.exec(packet)
  if (parts === null) return null
  const [, ack = '', open = '', phase, sealed = ''] = parts
  return sealed.length > SEALED_MOST ? null : { ack, phase: Number(phase), open }
}

/** The packet by which `from`'s words are told to somebody: what `emit('words', { …ask, from })` would have sent. */
export const toldQuickly = ({ open }: QuickWords, from: SeatId): string => `2${open},"from":"${from}"}]`

/** The packets of an answer. */
export const answeredQuickly = ({ ack }: QuickWords): string => `3${ack}[{"ok":true}]`
export const answerTo = ({ ack }: QuickWords, answer: Ack): string => `3${ack}[${JSON.stringify(answer)}]`

/** The ask as the library's parser would have read it. */
export const askOf = ({ open }: QuickWords): unknown => JSON.parse(`${open}}]`)[1]

/** The library's reader of one connection, of which nothing is needed but the way in. */
interface Reader {
  add(packet: unknown): void
}

/**
 * Lets `take` see each packet of the connections that are given before the library reads it; false from `take` leaves it
 * to the library. The reader is the library's own matter: where it is not found as expected, everything takes the
 * ordinary way, and the answer is false.
 */
export function listenBefore<Connection extends object>(
  take: (connection: Connection, packet: string) => boolean,
): (connection: Connection, client: object) => boolean {
  // One way in for all readers, which are of one kind: thousands of idle ones would each hold their own.
  const whose = new WeakMap<Reader, Connection>()
  let add: Reader['add'] | null = null
  function first(this: Reader, packet: unknown): void {
    const connection = whose.get(this)
    if (connection === undefined || typeof packet !== 'string' || !take(connection, packet)) add?.call(this, packet)
  }
  return (connection, client) => {
    const reader: unknown = Reflect.get(client, 'decoder')
    if (!isReader(reader)) return false
    add ??= reader.add
    if (reader.add !== add) return false
    whose.set(reader, connection)
    reader.add = first
    return true
  }
}

const isReader = (reader: unknown): reader is Reader =>
  typeof reader === 'object' && reader !== null && 'add' in reader && typeof reader.add === 'function'
