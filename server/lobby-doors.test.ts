// Is nobody taken for a person at this machine who came to it by a proxy, and everybody who is one?
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { doorsOf, isLocalRequest } from './lobby-doors.ts'
import { type House, openHouse } from './testing/house.ts'

const OPEN = { text: null, voice: null }
const SHUT = { text: 'no-contact', voice: 'no-contact' }

describe('[DO1] a request is of this machine', () => {
  const page = { host: 'localhost:3000', origin: 'http://localhost:3000' }

  it.each([
    ['127.0.0.1', page],
    ['::1', { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
    ['::ffff:127.0.0.1', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
    ['127.0.0.1', { host: '127.0.0.53', origin: 'http://127.0.0.53' }],
    // A server of pages beside it, which hands on what they dial.
    ['127.0.0.1', { host: 'localhost:3000', origin: 'http://localhost:5173' }],
  ])('from %s, where its page is: %o', (address, headers) => {
    expect(isLocalRequest({ headers }, address)).toBe(true)
  })

  it.each([
    // As a proxy on the same machine asks that was told nothing but where to.
    ['127.0.0.1', { ...page, origin: 'https://room.example' }],
    ['127.0.0.1', { ...page, origin: 'http://localhost.room.example' }],
    ['127.0.0.1', { ...page, origin: 'http://127.0.0.1.room.example' }],
    ['127.0.0.1', { ...page, origin: 'null' }],
    ['127.0.0.1', { ...page, origin: '' }],
    ['127.0.0.1', { host: page.host }],
    ['127.0.0.1', { origin: page.origin }],
    ['127.0.0.1', { ...page, host: 'room.example' }],
    ['127.0.0.1', { ...page, host: 'localhost.room.example:3000' }],
    ['127.0.0.1', { ...page, 'x-forwarded-for': '' }],
    ['127.0.0.1', { ...page, 'x-forwarded-proto': 'https' }],
    ['127.0.0.1', { ...page, 'x-real-ip': '203.0.113.7' }],
    ['127.0.0.1', { ...page, forwarded: 'for=203.0.113.7' }],
    ['127.0.0.1', { ...page, via: '1.1 proxy' }],
    ['203.0.113.7', page],
    ['10.127.0.1', page],
    ['::ffff:203.0.113.7', page],
    ['unknown', page],
  ])('and not from %s, by %o', (address, headers) => {
    expect(isLocalRequest({ headers }, address)).toBe(false)
  })
})

it('[DO2] nobody behind a proxy that the operator knows of is at this machine', () => {
  expect(doorsOf({ contactEmail: null, trustProxy: 0 }, false, true)).toEqual(OPEN)
  expect(doorsOf({ contactEmail: null, trustProxy: 1 }, false, true)).toEqual(SHUT)
  expect(doorsOf({ contactEmail: 'a@b.example', trustProxy: 1 }, false, true)).toEqual({
    text: null,
    voice: 'no-relay',
  })
})

describe('by polling', () => {
  let house: House
  afterEach(() => house.close())

  /** Asks what stands open as a browser does whose page came from `origin`, which it says with what it sends alone. */
  async function doorsFor(origin: string | null, host: string): Promise<unknown> {
    let sid = ''
    async function ask(method: 'GET' | 'POST', body?: string): Promise<string> {
      const headers = { host, ...(body !== undefined && { 'content-type': 'text/plain' }) }
      const asked = request({
        host: '127.0.0.1',
        port: house.app.port,
        method,
        agent: false,
        path: `/socket.io/?EIO=4&transport=polling${sid && `&sid=${sid}`}`,
        headers: method === 'POST' && origin !== null ? { ...headers, origin } : headers,
      })
      asked.end(body)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      return text(answer)
    }
    sid = JSON.parse((await ask('GET')).slice(1)).sid
    await ask('POST', '40')
    await ask('GET')
    await ask('POST', '421["practice"]')
    const answered = await ask('GET')
    const [{ text: written, voice }] = JSON.parse(answered.slice(answered.indexOf('[')))
    return { text: written, voice }
  }

  it('[DO1] a page of this machine finds all doors open', async () => {
    house = await openHouse()
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const host = `${name}:${house.app.port}`
      expect(await doorsFor(`http://${host}`, host)).toEqual(OPEN)
    }
  })

  it('[DO2] one that comes through a proxy which passes no name and no address on finds none', async () => {
    house = await openHouse()
    const host = `localhost:${house.app.port}`
    expect(await doorsFor('https://room.example', host)).toEqual(SHUT)
    expect(await doorsFor(null, host)).toEqual(SHUT)
  })
})

it('[DO1] a page of this machine finds all doors open by a WebSocket', async () => {
  const house = await openHouse()
  try {
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const host = `${name}:${house.app.port}`
      const person = await house.dial({ headers: { host, origin: `http://${host}` } })
      expect(await person.ask('practice')).toMatchObject(OPEN)
    }
  } finally {
    await house.close()
  }
})

it('[DO2] one that comes through a proxy which passes no name on finds none by a WebSocket', async () => {
  const house = await openHouse({ config: { origins: ['https://room.example'] } })
  try {
    const person = await house.dial({
      headers: { host: `localhost:${house.app.port}`, origin: 'https://room.example' },
    })
    expect(await person.ask('practice')).toMatchObject(SHUT)
  } finally {
    await house.close()
  }
})
