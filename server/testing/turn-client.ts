// What does a relay do for one of its guests? A small client of TURN over UDP (RFC 8656), as much of it as is needed to ask a
// relay for what it should refuse.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { isIPv4 } from 'node:net'

export interface Place {
  address: string
  port: number
}

export interface TurnClient {
  /** The code of the relay's refusal, or null; `relayed` is where this guest is reached. */
  allocate(): Promise<{ refused: number | null; relayed: Place | null }>
  refresh(): Promise<number | null>
  /** Asks to be allowed to exchange packets with an address: null, or the code of the refusal. */
  permit(peer: string): Promise<number | null>
  send(peer: Place, data: string): void
  /** Resolves with what came first, or comes next. */
  heard(): Promise<{ from: Place; data: string }>
  close(): void
}

const COOKIE = 0x2112a442
const ALLOCATE = 0x003
const REFRESH = 0x004
const SEND = 0x016
const PERMIT = 0x008
const DATA = 0x0017
const A = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  peer: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  relayed: 0x0016,
  transport: 0x0019,
}
const UDP = Buffer.from([17, 0, 0, 0])
/** Stale nonce: the same ask again with the new one. */
const STALE = 438
const TRIES = 4
const RETRY_MS = 500

export function turnClient(
  relay: Place,
  { username, credential }: { username: string; credential: string },
): TurnClient {
  const socket = createSocket('udp4')
  const waiting = new Map<string, (message: Buffer) => void>()
  const arrived: { from: Place; data: string }[] = []
  const listeners: ((what: { from: Place; data: string }) => void)[] = []
  let realm: Buffer = Buffer.alloc(0)
  let nonce: Buffer = Buffer.alloc(0)

  socket.on('message', message => {
    if (message.readUInt16BE(0) === DATA) {
      const [from, data] = [attribute(message, A.peer), attribute(message, A.data)]
      if (!from || !data) return
      const what = { from: readPlace(from), data: data.toString() }
      const listener = listeners.shift()
      if (listener) listener(what)
      else arrived.push(what)
    } else waiting.get(message.subarray(8, 20).toString('hex'))?.(message)
  })

  function packet(type: number, attributes: [number, Buffer][], id = randomBytes(12)): Buffer {
    const body = Buffer.concat(attributes.map(([kind, value]) => encoded(kind, value)))
    return Buffer.concat([header(type, body.length, id), body])
  }

  function signed(type: number, attributes: [number, Buffer][]): Buffer {
    if (nonce.length === 0) return packet(type, attributes)
    const id = randomBytes(12)
    const own: [number, Buffer][] = [
      ...attributes,
      [A.username, Buffer.from(username)],
      [A.realm, realm],
      [A.nonce, nonce],
    ]
    const body = Buffer.concat(own.map(([kind, value]) => encoded(kind, value)))
    const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest()
    // The length counts the signature, which is made over everything before it.
    const unsigned = Buffer.concat([header(type, body.length + 24, id), body])
    return Buffer.concat([unsigned, encoded(A.integrity, createHmac('sha1', key).update(unsigned).digest())])
  }

  function exchange(message: Buffer): Promise<Buffer> {
    const id = message.subarray(8, 20).toString('hex')
    const post = () => socket.send(message, relay.port, relay.address)
    return new Promise(resolve => {
      const again = setInterval(post, RETRY_MS)
      waiting.set(id, answer => {
        clearInterval(again)
        waiting.delete(id)
        resolve(answer)
      })
      post()
    })
  }

  /** A relay that has given a new nonce meanwhile, as a slow machine makes it, is asked again under that one. */
  async function ask(type: number, attributes: [number, Buffer][]): Promise<Buffer> {
    for (let tries = 1; ; tries++) {
      const answer = await exchange(signed(type, attributes))
      const code = refusal(answer)
      const next = attribute(answer, A.nonce)
      if (!next || next.equals(nonce) || !(code === STALE || code === 401) || tries === TRIES) return answer
      realm = attribute(answer, A.realm) ?? realm
      nonce = next
    }
  }

  return {
    async allocate() {
      const answer = await ask(ALLOCATE, [[A.transport, UDP]])
      const relayed = attribute(answer, A.relayed)
      return { refused: refusal(answer), relayed: relayed ? readPlace(relayed) : null }
    },
    refresh: async () => refusal(await ask(REFRESH, [])),
    permit: async peer => refusal(await ask(PERMIT, [[A.peer, written({ address: peer, port: 0 })]])),
    send(peer, data) {
      const message = packet(SEND, [
        [A.peer, written(peer)],
        [A.data, Buffer.from(data)],
      ])
      socket.send(message, relay.port, relay.address)
    },
    heard() {
      const first = arrived.shift()
      return first ? Promise.resolve(first) : new Promise(resolve => void listeners.push(resolve))
    },
    close: () => void socket.close(),
  }
}

function header(type: number, length: number, id: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(length, 2)
  head.writeUInt32BE(COOKIE, 4)
  return Buffer.concat([head, id])
}

function encoded(kind: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(kind, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

function attribute(message: Buffer, wanted: number): Buffer | null {
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2)
    if (message.readUInt16BE(at) === wanted) return message.subarray(at + 4, at + 4 + length)
    at += 4 + length + ((4 - (length % 4)) % 4)
  }
  return null
}

function refusal(message: Buffer): number | null {
  const error = attribute(message, A.error)
  return error ? error.readUInt8(2) * 100 + error.readUInt8(3) : null
}

/** An address is written in the clothes of a number that no router takes for one. */
function written({ address, port }: Place): Buffer {
  const bytes = isIPv4(address) ? address.split('.').map(Number) : sixteen(address)
  const mask = Buffer.alloc(4)
  mask.writeUInt32BE(COOKIE)
  // Only the first four bytes of an IPv6 address are hidden by the cookie; the rest is by the id of the ask, which such a test
  // does not need: the relay judges the family first.
  const hidden = Buffer.from(bytes.map((byte, n) => byte ^ (mask[n] ?? 0)))
  const head = Buffer.from([0, bytes.length === 4 ? 1 : 2, 0, 0])
  head.writeUInt16BE(port ^ (COOKIE >>> 16), 2)
  return Buffer.concat([head, hidden])
}

function sixteen(address: string): number[] {
  const [head = '', tail = ''] = address.split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const middle = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => '0')
  return [...groups(head), ...middle, ...groups(tail)].flatMap(group => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
}

function readPlace(value: Buffer): Place {
  const mask = Buffer.alloc(4)
  mask.writeUInt32BE(COOKIE)
  const bytes = [...value.subarray(4, 8)].map((byte, n) => byte ^ (mask[n] ?? 0))
  return { address: bytes.join('.'), port: value.readUInt16BE(2) ^ (COOKIE >>> 16) }
}
