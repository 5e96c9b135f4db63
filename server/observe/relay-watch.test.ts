// Is it seen when a relay is there, when it is not, and when something else is?
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { freePort } from '../../e2e/setup/free-port.mjs'
import { startRelay } from '../../e2e/setup/relay.mjs'
import { createClock } from '../clock.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { portOf, START } from '../testing/house.ts'
import { numberOf, samplesOf } from '../testing/scrape.ts'
import type { Transport } from './meter.ts'
import { createMetrics } from './metrics.ts'
import { answersAt, LOOK_MS, relayAddress, watchRelay } from './relay-watch.ts'

/** Of the clock in hand, for a moment of the real one. */
const SOON_MS = 1_000

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

it.each([
  ['turn:relay.example', { host: 'relay.example', port: 3478, transport: 'udp' }],
  ['turn:relay.example:1234?transport=udp', { host: 'relay.example', port: 1234, transport: 'udp' }],
  ['turn:relay.example?transport=tcp', { host: 'relay.example', port: 3478, transport: 'tcp' }],
  ['turn:[2001:db8::1]:3478?transport=tcp', { host: '2001:db8::1', port: 3478, transport: 'tcp' }],
  ['turns:relay.example?transport=tcp', { host: 'relay.example', port: 5349, transport: 'tls' }],
  ['turns:relay.example:443', { host: 'relay.example', port: 443, transport: 'tls' }],
  ['turns:relay.example?transport=udp', null],
  ['stun:relay.example', null],
])('reads %s as it is meant', (url, expected) => {
  expect(relayAddress(url)).toEqual(expected)
})

it('tells over UDP and over TCP that a real relay answers, and that it does not when it has ended', async () => {
  const relay = await startRelay()
  ends.push(() => relay.stop())
  const metrics = createMetrics()
  const clock = createHandClock(START)
  const urls = ['udp', 'tcp'].map(transport => `turn:${relay.address}:${relay.port}?transport=${transport}`)
  const watch = watchRelay({ turn: { urls, secret: relay.secret }, servers: [] }, clock, metrics)
  ends.push(() => watch.close())
  const isUp = async (transport: Transport) =>
    numberOf(samplesOf((await metrics.scrape()).text), 'clearing_relay_up', { transport })
  // A datagram may be lost: that is found out, and asked again, only while time passes.
  const isThere = async () => {
    await clock.advance(SOON_MS)
    return [await isUp('udp'), await isUp('tcp')]
  }
  await expect.poll(isThere, { timeout: 10_000 }).toEqual([1, 1])
  expect(await isUp('tls')).toBe(undefined)
  await relay.stop()
  await expect
    .poll(async () => {
      await clock.advance(LOOK_MS)
      return [await isUp('udp'), await isUp('tcp')]
    })
    .toEqual([0, 0])
})

it('is up when all addresses of a transport are, and not when one of them is away', async () => {
  const relay = await startRelay()
  ends.push(() => relay.stop())
  const told: [Transport, boolean][] = []
  const meter = { relay: (...what: [Transport, boolean]) => void told.push(what) }
  const good = `turn:${relay.address}:${relay.port}?transport=tcp`
  const away = `turn:127.0.0.1:${await freePort()}?transport=tcp`
  const servers = [{ urls: ['stun:stun.example', away] }]
  const watch = watchRelay({ turn: { urls: [good], secret: relay.secret }, servers }, createHandClock(START), meter)
  ends.push(() => watch.close())
  await expect.poll(() => told).toEqual([['tcp', false]])
})

it('looks at nothing, and tells nothing, where there is no relay', async () => {
  const clock = createHandClock(START)
  const told: unknown[] = []
  watchRelay({ turn: null, servers: [{ urls: ['stun:stun.example'] }] }, clock, { relay: () => told.push(1) })
  await clock.advance(2 * LOOK_MS)
  expect([told, clock.alarms]).toEqual([[], 0])
})

async function serving(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return portOf(server)
}

it.each([
  [
    'answers something else',
    () => createServer(socket => void socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  ],
  ['ends the connection', () => createServer(socket => void socket.on('error', () => {}).destroy())],
])('is no relay what %s', async (_what, server) => {
  const port = await serving(server())
  expect(await answersAt({ host: '127.0.0.1', port, transport: 'tcp' }, createClock())).toBe(false)
  expect(await answersAt({ host: '127.0.0.1', port, transport: 'tls' }, createClock())).toBe(false)
})

it('is no relay what is silent for three seconds, or sends another’s answer', async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  ends.push(() => socket.close())
  let asked = 0
  socket.on('message', (message, from) => {
    asked++
    const answer = Buffer.from(message)
    answer.writeUInt16BE(0x0101, 0)
    answer.writeUInt8(answer.readUInt8(19) ^ 1, 19)
    socket.send(answer, from.port, from.address)
  })
  const clock = createHandClock(START)
  const answer = answersAt({ host: '127.0.0.1', port: socket.address().port, transport: 'udp' }, clock)
  await expect.poll(() => asked).toBe(1)
  await clock.advance(3_000)
  expect(await answer).toBe(false)
})
