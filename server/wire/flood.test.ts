// Is whoever pours in without a pause cut off, after so much and no more, and do those beside them lose nothing?
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket as Tcp } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { type House, openHouse, type Person, START } from '../testing/house.ts'
import { firstTurn, gather, sealed } from '../testing/pair.ts'
import { frame, frameOf, upgradeTo } from '../testing/raw-frames.ts'
import { BYTES, createFloodgate, FRAMES } from './flood.ts'
import { BEHIND_MOST } from './lines.ts'
import { FRAME_MOST } from './sockets.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(): Promise<House> {
  const house = await openHouse()
  ends.push(() => house.close())
  return house
}

/** A connection below every library. */
async function bare(port: number, query = ''): Promise<Tcp> {
  const tcp = connect(port, '127.0.0.1')
  ends.push(() => tcp.destroy())
  // It is cut off while it writes: that is what is looked for.
  tcp.on('error', () => {})
  await once(tcp, 'connect')
  tcp.write(upgradeTo(query))
  await once(tcp, 'data')
  return tcp
}

/** One that has begun to speak. */
async function begun(house: House): Promise<Tcp> {
  const tcp = await bare(house.app.port)
  tcp.write(frame('40'))
  await once(tcp, 'data')
  return tcp
}

/** Writes the same again and again, as fast as it is taken, until it is cut off. */
async function pour(tcp: Tcp, piece: Buffer, most: number): Promise<void> {
  const ended = new Promise<void>(resolve => tcp.once('close', () => resolve()))
  const many = Buffer.concat(Array.from({ length: Math.ceil(65_536 / piece.length) }, () => piece))
  while (!tcp.destroyed && tcp.bytesWritten < most) {
    if (tcp.write(many)) continue
    await Promise.race([new Promise<void>(resolve => tcp.once('drain', () => resolve())), ended])
  }
}

const ENDLESS = 48 * 1024 * 1024
/** What the two ends' kernels may hold of what was written and never read. */
const KERNELS = 16 * 1024 * 1024

/** What is poured, and by which measure it is ended: frames that are counted, bytes where the frames are heard no more, or the size of one. */
const floods: Record<string, { piece: Buffer; by: 'frames' | 'bytes' | 'size' }> = {
  'asks of no name': { piece: frame('420["nothing"]'), by: 'frames' },
  'asks that are good': { piece: frame('420["clock"]'), by: 'frames' },
  'events that nobody answers': { piece: frame('42["clock"]'), by: 'frames' },
  'answers to nothing': { piece: frame('430[]'), by: 'frames' },
  'heartbeats that nobody asked for': { piece: frame('3'), by: 'frames' },
  'packets that mean nothing': { piece: frame('6'), by: 'frames' },
  'pings below the library': { piece: frame('', 0x89), by: 'frames' },
  'pings with something in them': { piece: frame('x'.repeat(120), 0x89), by: 'frames' },
  'pongs to no ping': { piece: frame('', 0x8a), by: 'frames' },
  'asks that are far too big': { piece: frame(`420["words",{"sealed":"${'x'.repeat(60_000)}"}]`), by: 'bytes' },
  'parts of what never ends': { piece: frame('x'.repeat(1_000), 0x00), by: 'size' },
  'parts with nothing in them': { piece: frame('', 0x00), by: 'size' },
  'frames beyond the largest': { piece: frame('x'.repeat(FRAME_MOST + 1)), by: 'size' },
}
const MOST = {
  frames: (piece: Buffer) => FRAMES.burst * piece.length,
  bytes: () => BYTES.burst,
  size: () => FRAME_MOST,
}

/** What a process reads at once, a few times over. */
const READS = 512 * 1024

describe('whoever pours in without a pause', () => {
  it.each(Object.entries(floods))(
    'is cut off for %s, and two beside them hear each other’s every word',
    async (_what, { piece, by }) => {
      const house = await open()
      const { ann, ben } = await firstTurn(house)
      const rude = await begun(house)
      const server = serverEndOf(rude)
      rude.resume()
      if (piece[0] === 0) rude.write(frame('begin', 0x01))
      const poured = pour(rude, piece, ENDLESS)
      const said = Array.from({ length: 20 }, (_, i) => sealed(`calm ${i}`))
      for (const [i, word] of said.entries()) await ann.must('words', { phase: 1, id: i + 1, sealed: word })
      await poured
      expect(server.destroyed).toBe(true)
      expect(server.bytesRead).toBeLessThan(MOST[by](piece) + READS)
      await ben.caughtUp()
      expect(ben.told.words.map(told => told.sealed)).toEqual(said)
      expect(ben.view()).toMatchObject({ held: null, phase: { n: 1, floor: 'a' } })
      await house.connections(2)
    },
  )

  it.each(['', '2probe'])('is cut off on a connection that some polling is to become (after “%s”)', async first => {
    const house = await open()
    const polled = await fetch(`http://127.0.0.1:${house.app.port}/socket.io/?EIO=4&transport=polling`)
    const { sid } = JSON.parse((await polled.text()).slice(1)) as { sid: string }
    const rude = await bare(house.app.port, `&sid=${sid}`)
    const server = serverEndOf(rude)
    rude.resume()
    if (first) rude.write(frame(first))
    const piece = frame('', 0x89)
    await pour(rude, piece, ENDLESS)
    expect(server.destroyed).toBe(true)
    expect(server.bytesRead).toBeLessThan(FRAMES.burst * piece.length + READS)
  })

  it('is let go at once, as soon as a frame is begun that could never be good, whether it is ever ended or not', async () => {
    const house = await open()
    const rude = await begun(house)
    const server = serverEndOf(rude)
    rude.resume()
    const left = once(server, 'close')
    rude.write(frameOf(FRAME_MOST + 1))
    await left
    await house.connections(0)
  })

  it('may go on for ever at the pace that the asks’ own rates allow', async () => {
    const house = await open()
    const calm = await house.dial()
    for (let asked = 0; asked < 3 * FRAMES.burst; asked++) {
      if (asked % 4 === 0) await house.clock.advance(1_000)
      expect(await calm.ask('clock')).toMatchObject({ ok: true })
    }
  })
})

/** A gate with nothing behind it, and one connection to it: what is heard of it, and what it is told. */
async function gated() {
  const http = createServer()
  ends.push(() => http.close())
  const gate = Reflect.construct(createFloodgate({ now: () => START }, BEHIND_MOST), [{ noServer: true }])
  const heard = { message: 0, ping: 0, pong: 0 }
  const at = { turn: 0, cutIn: -1, endedIn: -1, reads: 0 }
  const turn = () => {
    at.turn++
    if (at.endedIn < 0) turning = setImmediate(turn)
  }
  let turning = setImmediate(turn)
  ends.push(() => clearImmediate(turning))
  http.on('upgrade', (request, tcp, head) =>
    gate.handleUpgrade(request, tcp, head, (websocket: WebSocket) => {
      for (const kind of ['message', 'ping', 'pong'] as const) websocket.on(kind, () => heard[kind]++)
      websocket.on('close', () => {
        at.endedIn = at.turn
      })
      tcp.on('data', () => {
        at.reads++
        if (at.cutIn < 0 && tcp.destroyed) at.cutIn = at.turn
      })
    }),
  )
  await once(http.listen(0, '127.0.0.1'), 'listening')
  const tcp = await bare((http.address() as AddressInfo).port)
  let told = Buffer.alloc(0)
  tcp.on('data', (chunk: Buffer) => {
    told = Buffer.concat([told, chunk])
  })
  return { tcp, heard, at, told: () => told.toString('latin1') }
}

describe('the gate', () => {
  const kinds = { message: 0x81, ping: 0x89, pong: 0x8a } as const
  it.each(Object.entries(kinds))(
    'hears nothing of what was read after the excess (%s), and has let go before the next turn of the loop is over',
    async (kind, first) => {
      const { tcp, heard, at, told } = await gated()
      // Ten times as many as may come, and still no more than is read at once.
      tcp.write(Buffer.concat(Array.from({ length: 10 * FRAMES.burst }, () => frame('', first))))
      await expect.poll(() => at.endedIn, { interval: 2 }).toBeGreaterThan(-1)
      // The one beyond is on its way to everybody who listens when it is counted.
      expect(heard).toEqual({ message: 0, ping: 0, pong: 0, [kind]: FRAMES.burst + 1 })
      expect(at.endedIn - at.cutIn).toBeLessThanOrEqual(1)
      expect(told().length).toBeLessThanOrEqual(2 * at.reads)
    },
  )

  it('answers whoever pings now and then, each time, and of several at once the newest', async () => {
    const { tcp, told, heard } = await gated()
    const answers = (text: string) => expect.poll(told, { interval: 2 }).toBe(text)
    tcp.write(frame('one', 0x89))
    await answers('\x8a\x03one')
    tcp.write(frame('two', 0x89))
    await answers('\x8a\x03one\x8a\x03two')
    tcp.write(Buffer.concat([frame('three', 0x89), frame('four', 0x89), frame('over')]))
    await expect.poll(() => heard, { interval: 2 }).toEqual({ message: 1, ping: 4, pong: 0 })
    await answers('\x8a\x03one\x8a\x03two\x8a\x04four')
  })
})

describe('whoever does not read', () => {
  it.each(['x', '€'])('never has more waiting here than was said, whatever the kernels take (“%s”)', async letter => {
    const house = await open()
    const { ann, ben } = await gather(house)
    const server = serverEndOf(tcpOf(ben))
    const taken = () => server.bytesWritten - server.writableLength
    const before = taken()
    const reader: Tcp = tcpOf(ben)
    reader.pause()
    const size = 30_000
    const data = letter.repeat(size / Buffer.byteLength(letter))
    let most = 0
    let told = 0
    while (ann.view().seats.b?.here !== false && told < 3_000) {
      told++
      await ann.ask('signal', { to: 'b', data })
      // All that was said and that the kernel has not taken, wherever in the process it waits.
      if (!server.destroyed) most = Math.max(most, told * size - (taken() - before))
      if (told % 50 === 0) await house.clock.advance(2_499)
    }
    expect(ann.view().seats.b?.here).toBe(false)
    // It was let fill up to the bound, and no further.
    expect(most).toBeGreaterThan(BEHIND_MOST / 2)
    expect(most).toBeLessThanOrEqual(BEHIND_MOST + size)
    expect(told * size).toBeLessThan(KERNELS)
    reader.resume()
  })
})

const tcpOf = (person: Person): Tcp =>
  Reflect.get(Reflect.get(person.socket.io.engine.transport, 'ws') as object, '_socket')

/** The other end of a connection, which is in this process too. */
function serverEndOf({ localPort }: Tcp): Tcp {
  const handles = (process as unknown as { _getActiveHandles(): unknown[] })._getActiveHandles()
  const own = handles.find((handle): handle is Tcp => (handle as Tcp).remotePort === localPort)
  if (!own) throw new Error('the server’s end is not in this process')
  return own
}
