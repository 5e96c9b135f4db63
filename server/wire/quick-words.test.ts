// Is the quick way narrower than the ordinary one, and the same where both lead? Held against the library's own reader
// and the schema, over packets as our pages write them and as nobody should.
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { type Chance, chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { Ack } from '../../lib/wire/events.ts'
import { asks, SEALED_MOST } from '../../lib/wire/schemas.ts'
import { answeredQuickly, answerTo, askOf, listenBefore, readQuickly, toldQuickly } from './quick-words.ts'

/** What the library reads in a packet; null when it would end the connection. */
function decoded(packet: string): Packet | null {
  const decoder = new Decoder()
  let read: Packet | null = null
  decoder.on('decoded', found => {
    read = found
  })
  try {
    decoder.add(packet)
  } catch {
    return null
  }
  return read
}

const encoded = (packet: Omit<Packet, 'nsp'>): string => new Encoder().encode({ nsp: '/', ...packet })[0]
const asked = (ask: object, id = 7) => encoded({ type: PacketType.EVENT, id, data: ['words', ask] })
const plain = { phase: 3, id: 12, sealed: 'AbC-_09.:~+/=,{}' }

const ODD = ['0', '00', '-1', '1.5', '1e1', '500', '501', '1000000', '1000001', 'null', '"3"', '999999999999999999']
const MARKS = ['"', '\\', '\\"', '\\u0041', '\n', ' ', 'é', '𝒳', '\u2028', '[', ']', '}', '<', "'", ',', 'a', '9', '']

/** Packets near the one that our pages write: with fields and marks that are odd, doubled, left out or elsewhere. */
function packetNear({ pick, whole }: Chance): string {
  const ask = { ...plain, phase: whole(0, 519), id: whole(0, 1_099_999) }
  const text = asked(ask, whole(0, 999_999))
  const at = whole(0, text.length - 1)
  switch (whole(0, 5)) {
    case 0:
      return text
    case 1:
      return text.slice(0, at) + pick(MARKS) + text.slice(at)
    case 2:
      return text.slice(0, at) + pick(MARKS) + text.slice(at + 1)
    case 3:
      return text.replace(String(ask.phase), pick(ODD))
    case 4:
      return text.replace(String(ask.id), pick(ODD))
    default:
      return text.replace(/^2\d+/, `2${pick(ODD)}`)
  }
}

describe('words that are read quickly', () => {
  it('are read as the library and the schema read them, and everything that these refuse is left to them', () => {
    const random = chanceFrom(20_251)
    const count = { taken: 0, left: 0, refused: 0 }
    for (let n = 0; n < 20_000; n++) {
      const packet = packetNear(random)
      const words = readQuickly(packet)
      const read = decoded(packet)
      const isGood = read?.type === PacketType.EVENT && read.id !== undefined && read.data[0] === 'words'
      const parsed = isGood && read.data.length === 2 ? asks.words.safeParse(read.data[1]) : null
      if (!parsed?.success) {
        count.refused++
        expect(words, packet).toBeNull()
      } else if (words === null) count.left++
      else {
        count.taken++
        const ask = { ...parsed.data, from: 'b' }
        expect(words.phase).toBe(parsed.data.phase)
        expect(askOf(words)).toEqual(parsed.data)
        expect(decoded(toldQuickly(words, 'b'))).toEqual({ type: PacketType.EVENT, nsp: '/', data: ['words', ask] })
        const refused: Ack = { ok: false, code: 'gone', message: 'It is "gone".' }
        for (const [packetOf, answer] of [
          [answeredQuickly(words), { ok: true }],
          [answerTo(words, refused), refused],
        ] as const)
          expect(decoded(packetOf)).toEqual({ type: PacketType.ACK, nsp: '/', id: read?.id, data: [answer] })
      }
    }
    for (const [branch, times] of Object.entries(count)) expect(times, branch).toBeGreaterThan(500)
  })

  it('are all that our pages write, up to the longest', () => {
    for (const sealed of ['x', 'x'.repeat(SEALED_MOST)]) {
      expect(readQuickly(asked({ phase: 0, id: 1, sealed }))).not.toBeNull()
      expect(readQuickly(asked({ phase: 499, id: 999_999, sealed }, 0))).not.toBeNull()
    }
    expect(readQuickly(asked({ ...plain, sealed: 'x'.repeat(SEALED_MOST + 1) }))).toBeNull()
  })

  it.each([
    ['another order', asked({ id: 1, phase: 1, sealed: 'x' })],
    ['one field more', asked({ ...plain, from: 'a' })],
    ['another event', encoded({ type: PacketType.EVENT, id: 1, data: ['replay', plain] })],
    ['no answer wanted', encoded({ type: PacketType.EVENT, data: ['words', plain] })],
    ['an answer', encoded({ type: PacketType.ACK, id: 1, data: ['words', plain] })],
    ['another namespace', `2/other,${asked(plain).slice(1)}`],
  ])('are not those with %s', (_what, packet) => {
    expect(readQuickly(packet)).toBeNull()
  })
})

describe('listening before the library', () => {
  it('takes what it wants of the texts and leaves the library the rest, each connection its own', () => {
    const read: [string, unknown][] = []
    function add(this: { name: string }, packet: unknown): void {
      read.push([this.name, packet])
    }
    const clientOf = (name: string) => ({ decoder: { name, add } })
    const [one, other, third] = [clientOf('one'), clientOf('other'), clientOf('third')]
    const taken: [object, string][] = []
    const listen = listenBefore((who, packet) => packet.startsWith('2') && taken.push([who, packet]) > 0)
    const [ann, ben] = [{}, {}]
    expect([listen(ann, one), listen(ben, other)]).toEqual([true, true])
    const bytes = new Uint8Array([50])
    for (const packet of ['2a', '0', bytes, '2b'] as const) one.decoder.add(packet)
    for (const client of [other, third]) client.decoder.add('2c')
    expect(taken.map(([who, packet]) => [who === ann ? 'ann' : 'ben', packet])).toEqual([
      ['ann', '2a'],
      ['ann', '2b'],
      ['ben', '2c'],
    ])
    expect(read).toEqual([
      ['one', '0'],
      ['one', bytes],
      ['third', '2c'],
    ])
  })

  it.each([{}, { decoder: null }, { decoder: {} }, { decoder: { add: 1 } }])(
    'leaves a library it does not know alone (%j)',
    client => {
      expect(listenBefore(() => true)({}, client)).toBe(false)
    },
  )

  it('leaves alone a reader that reads otherwise than the others', () => {
    const listen = listenBefore(() => true)
    const add = () => {}
    expect(listen({}, { decoder: { add: () => {} } })).toBe(true)
    const odd = { decoder: { add } }
    expect(listen({}, odd)).toBe(false)
    expect(odd.decoder.add).toBe(add)
  })
})
