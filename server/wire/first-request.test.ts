// Is the request that began a connection really let go, by this very release of the library?
import { createServer, type IncomingMessage } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Server } from 'socket.io'
import { afterEach, describe, expect, it } from 'vitest'
import { dial, portOf } from '../testing/house.ts'
import { forgetHandshake, forgetRequest } from './first-request.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A connection, with a weak hold on its request and what the server still hears of its end. */
async function connected(forget: boolean, transports: ('websocket' | 'polling')[] = ['websocket']) {
  const http = createServer()
  const io = new Server(http)
  ends.push(() => io.close())
  let first: WeakRef<IncomingMessage> | undefined
  http.prependListener('upgrade', request => {
    first = new WeakRef(request)
  })
  if (forget) io.engine.on('connection', forgetRequest)
  const closed = new Promise<string>(resolve => {
    io.on('connection', socket => void socket.on('disconnect', resolve))
  })
  io.on('connection', socket => void socket.on('echo', (said, reply) => reply(said)))
  await new Promise<void>(resolve => void http.listen(0, '127.0.0.1', resolve))
  const person = await dial(`http://127.0.0.1:${portOf(http)}`, { transports })
  ends.push(() => person.close())
  return { person, closed, request: () => first?.deref() }
}

async function collected(): Promise<void> {
  for (let left = 5; left > 0; left--) {
    await new Promise(resolve => setImmediate(resolve))
    collect()
  }
}

describe('the first request of a connection', () => {
  it('is gone while the connection lives, which works and ends as before', async () => {
    const { person, closed, request } = await connected(true)
    await collected()
    expect(request()).toBeUndefined()
    expect(await person.ask('echo' as never, 'still here')).toBe('still here')
    person.close()
    expect(await closed).toBe('client namespace disconnect')
  })

  it('is kept with the connection where nothing lets go of it', async () => {
    const { request } = await connected(false)
    await collected()
    expect(request()).toBeDefined()
  })

  it('is left to a connection by polling, which goes on asking', async () => {
    const { person } = await connected(true, ['polling'])
    expect(await person.ask('echo' as never, 'still here')).toBe('still here')
  })

  it('is let go by the documented way alone where the listener reads otherwise', () => {
    const other = () => {}
    const listeners: unknown[] = [Object.assign(() => {}, { listener: other }), () => {}]
    const off: unknown[] = []
    const socket = { rawListeners: () => listeners, off: (...what: unknown[]) => off.push(what) }
    const connection = { request: { websocket: {}, socket } as unknown as IncomingMessage }
    forgetRequest(connection)
    expect(off).toEqual([])
    expect(connection.request).toBeNull()
  })
})

describe('the handshake of a connection', () => {
  it('is forgotten together with its room of one, and what is said on the connection still arrives', async () => {
    const http = createServer()
    const io = new Server(http)
    ends.push(() => io.close())
    io.on('connection', socket => {
      forgetHandshake(socket)
      socket.on('echo', (said, reply) => reply(said))
    })
    await new Promise<void>(resolve => void http.listen(0, '127.0.0.1', resolve))
    const one = await dial(`http://127.0.0.1:${portOf(http)}`)
    const other = await dial(`http://127.0.0.1:${portOf(http)}`)
    ends.push(() => other.close())
    expect(await one.ask('echo' as never, 'here')).toBe('here')
    const { adapter, sockets } = io.of('/')
    expect([adapter.rooms.size, adapter.sids.size, sockets.size]).toEqual([0, 0, 2])
    for (const { handshake } of sockets.values()) expect(handshake).toEqual({ headers: {}, query: {}, auth: {} })
    one.close()
    await expect.poll(() => sockets.size).toBe(1)
    expect(await other.ask('echo' as never, 'still here')).toBe('still here')
  })
})
