// Does everybody at this machine find all doors open, and whoever came to it by a proxy those that its operator has prepared?
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../testing/house.ts'
import { doorsOf } from './doors.ts'

const OPEN = { text: null, voice: null }
const SHUT = { text: 'no-contact', voice: 'no-contact' }

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
