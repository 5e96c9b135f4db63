// Does a connection say at which process it would like to be, from the first dialling on and at every later one?
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nearIn } from '../../../lib/wire/near.ts'
import { type DialOptions, dial, type Wire } from './socket.ts'

let server: Server
/** How each request was addressed. */
let addressed: string[]
const wires: Wire[] = []

beforeEach(async () => {
  addressed = []
  // Lets nobody in: how it was dialled is all that is asked.
  server = createServer((request, response) => {
    addressed.push(request.url ?? '')
    response.writeHead(503).end()
  })
  server.on('upgrade', (request, socket) => {
    addressed.push(request.url ?? '')
    socket.destroy()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(async () => {
  for (const wire of wires.splice(0)) wire.close()
  await new Promise(resolve => server.close(resolve))
})

function dialled(options: DialOptions): Wire {
  const wire = dial({ ...options, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  wires.push(wire)
  return wire
}

/** The hints of the next diallings, by each of both ways. */
async function hints(): Promise<Set<string | null>> {
  addressed = []
  for (const way of ['websocket', 'polling']) {
    await expect.poll(() => addressed.join(' '), { timeout: 8_000 }).toContain(`transport=${way}`)
  }
  return new Set(addressed.map(nearIn))
}

test('it is dialled with a hint, again and again, and with another one from when it is known', async () => {
  const wire = dialled({ near: 'Z-' })
  expect(await hints()).toEqual(new Set(['Z-']))
  wire.redial()
  expect(await hints()).toEqual(new Set(['Z-']))
  wire.stayNear('ab')
  wire.redial()
  expect(await hints()).toEqual(new Set(['ab']))
})

test('it is dialled without one where nobody is to be met yet', async () => {
  const wire = dialled({})
  expect(await hints()).toEqual(new Set([null]))
  wire.stayNear('ab')
  wire.redial()
  expect(await hints()).toEqual(new Set(['ab']))
})
