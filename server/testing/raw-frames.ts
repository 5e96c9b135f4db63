// What could somebody write on an open connection who does not keep to its form? Below the library that our own pages use: text and
// bytes in the frames of a WebSocket, and bytes that are no frames at all.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Chance } from '../../lib/protocol/testing/chance.ts'

const GOOD = ['42["clock"]', '421["clock"]', '420["peek",{"room":"rrrrrrrrrrrrrrrrrrrrrr"}]', '40', '41', '3', '430[1]']
const anyOf = (text: string) => [...text]

/** Each makes one frame, as text or as bytes. */
export const FRAMES = {
  cut: chance => {
    const good = chance.pick(GOOD)
    return good.slice(0, chance.whole(0, good.length - 1))
  },
  changed: chance => {
    const good = chance.pick(GOOD)
    const at = chance.whole(0, good.length - 1)
    return `${good.slice(0, at)}${chance.pick(anyOf('"[]{},:\\0129\u0000\u2028é-/'))}${good.slice(at + 1)}`
  },
  kinds: chance => `${chance.whole(0, 9)}${chance.whole(0, 9)}${chance.pick(GOOD)}`,
  names: chance => {
    const name = chance.pick<unknown>(['error', 'connect', 'disconnect', 'newListener', '__proto__', 7, null, {}, []])
    return `42${chance.whole(0, 99)}${JSON.stringify([name, {}])}`
  },
  answers: chance =>
    `43${chance.pick(['', '0', '99999999999999999999', '-1', '1e9'])}[${chance.pick(['', '1', '{}'])}]`,
  namespaces: chance =>
    `4${chance.whole(0, 6)}/${chance.pick(['admin', '__proto__', 'x'.repeat(2_000), ''])},["clock"]`,
  attachments: chance => {
    const count = chance.pick([0, 1, 2, 10, 11, 1_000, 1e9])
    return `45${count}-["clock",{"_placeholder":true,"num":${chance.pick([0, -1, 1e9, '"x"'])}}]`
  },
  nested: chance => `421["peek",${'['.repeat(chance.pick([20, 5_000, 100_000]))}`,
  bytes: chance => Uint8Array.from({ length: chance.pick([0, 1, 4, 300]) }, () => chance.whole(0, 255)),
  huge: chance => `42["clock","${'x'.repeat(chance.pick([100_000, 300_000]))}"]`,
} satisfies Record<string, (chance: Chance) => string | Uint8Array>

export type FrameKind = keyof typeof FRAMES
export const FRAME_KINDS = Object.keys(FRAMES) as FrameKind[]

const MASK = [0, 0, 0, 0]

/** What a WebSocket begins with; `query` is added to the address. */
export const upgradeTo = (query = '') =>
  [
    ...[`GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: Upgrade'],
    ...['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', '', ''],
  ].join('\r\n')

/** A frame of somebody who masks with nothing: the text stands in it as it is. `kind` is its first byte. */
export function frame(text: string, kind = 0x81): Buffer {
  const body = Buffer.from(text)
  return Buffer.concat([frameOf(body.length, kind), body])
}

/** What such a frame begins with: all but what it says. */
export function frameOf(bytes: number, kind = 0x81): Buffer {
  const long = Buffer.alloc(8)
  long.writeBigUInt64BE(BigInt(bytes))
  const length = bytes < 126 ? [bytes] : bytes < 65_536 ? [126, ...long.subarray(6)] : [127, ...long]
  return Buffer.from([kind, 0x80 | (length[0] ?? 0), ...length.slice(1), ...MASK])
}

/** Bytes that break the rules of HTTP or of RFC 6455, with or without an upgrade before them. */
export const BARE = {
  'no http': { upgrade: false, bytes: Buffer.from('\u0000\u0001 /socket.io/ HTTP/9\r\n\r\n') },
  'a second request instead of frames': { upgrade: true, bytes: Buffer.from('GET / HTTP/1.1\r\n\r\n') },
  'no mask': { upgrade: true, bytes: Buffer.from([0x81, 1, 0x32]) },
  'a frame of no kind': { upgrade: true, bytes: Buffer.from([0x83, 0x80, ...MASK]) },
  'reserved bits': { upgrade: true, bytes: Buffer.from([0xf1, 0x80, ...MASK]) },
  'a length beyond everything': { upgrade: true, bytes: Buffer.from([0x81, 0xff, ...Array(8).fill(0x7f), ...MASK]) },
  'a ping in parts': { upgrade: true, bytes: Buffer.from([0x09, 0x80, ...MASK]) },
  'the end of what never began': { upgrade: true, bytes: Buffer.from([0x80, 0x80, ...MASK]) },
  'no UTF-8': { upgrade: true, bytes: Buffer.from([0x81, 0x82, ...MASK, 0xc3, 0x28]) },
  'a goodbye of one byte': { upgrade: true, bytes: Buffer.from([0x88, 0x81, ...MASK, 1]) },
} as const

/** Writes them on a connection of their own; resolves when the server has ended it. */
export async function sendBytes(port: number, { upgrade, bytes }: (typeof BARE)[keyof typeof BARE]): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  // Whatever way it ends is an end.
  socket.on('error', () => {})
  const ended = once(socket, 'close')
  await once(socket, 'connect')
  if (upgrade) {
    socket.write(upgradeTo())
    await once(socket, 'data')
  }
  socket.resume()
  socket.write(bytes)
  await ended
}
