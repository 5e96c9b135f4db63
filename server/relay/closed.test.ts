// Is the relay that operators are given closed? A real coturn under the documented configuration, asked as an attacker would
// ask: with no credential, an old one, a forged one, and with a good one for every address that is not the relay's own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Relay, startRelay } from '../../e2e/setup/relay.mjs'
import { credential } from '../ice.ts'
import { type TurnClient, turnClient } from '../testing/turn-client.ts'

let relay: Relay
const clients: TurnClient[] = []
beforeAll(async () => {
  // A nonce that is soon stale, as one is in the middle of every long sitting.
  relay = await startRelay({ more: ['stale-nonce=1'] })
})
afterAll(async () => {
  for (const client of clients) client.close()
  await relay.stop()
})

const seconds = () => Math.floor(Date.now() / 1000)
function guest(expires = seconds() + 600, secret = relay.secret, user = `guest-${clients.length}`): TurnClient {
  const client = turnClient(relay, credential(secret, expires, user))
  clients.push(client)
  return client
}

async function seated(): Promise<{ client: TurnClient; relayed: { address: string; port: number } }> {
  const client = guest()
  const { refused, relayed } = await client.allocate()
  if (!relayed) throw new Error(`refused: ${refused}`)
  return { client, relayed }
}

/** A few of every range that is somebody's own, and of the world. */
const ELSEWHERE = [
  ...['10.0.0.5', '172.16.0.9', '172.31.255.254', '192.168.1.1', '100.64.0.1', '169.254.169.254', '192.0.0.1'],
  ...['0.0.0.0', '127.0.0.2', '127.255.255.254', '198.18.0.1', '192.0.2.7', '198.51.100.7', '203.0.113.7'],
  ...['8.8.8.8', '1.1.1.1', '93.184.216.34', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
]

describe('who comes in', () => {
  it('whoever holds a credential that the site makes', async () => {
    const { relayed } = await seated()
    expect(relayed.address).toBe(relay.address)
    expect(relayed.port).toBeGreaterThanOrEqual(49_152)
  })

  it('nobody with one that has ended, was forged, or was stretched', async () => {
    const now = seconds()
    expect(await guest(now - 1).allocate()).toEqual({ refused: 401, relayed: null })
    expect(await guest(now + 600, 'some other secret altogether').allocate()).toEqual({ refused: 401, relayed: null })
    const { username, credential: password } = credential(relay.secret, now - 1, 'late')
    const stretched = turnClient(relay, { username: username.replace(/^\d+/, String(now + 600)), credential: password })
    clients.push(stretched)
    expect(await stretched.allocate()).toEqual({ refused: 401, relayed: null })
  })

  it('one person a dozen times and no oftener, however many credentials they were given', async () => {
    const now = seconds()
    const refused = []
    for (let n = 0; n < 14; n++) refused.push((await guest(now + 500 + n, relay.secret, 'greedy').allocate()).refused)
    expect(refused).toEqual([...Array(12).fill(null), 486, 486])
  })
})

describe('who is reached', () => {
  it('nobody but the relay itself, wherever they are', async () => {
    const { client } = await seated()
    for (const address of ELSEWHERE) expect([address, await client.permit(address)]).toEqual([address, 403])
    for (const address of ['::1', 'fe80::1', 'fd00::1', '2001:db8::1'])
      expect([address, await client.permit(address)]).toEqual([address, 443])
    expect(await client.permit(relay.address)).toBe(null)
  })

  it('another guest of the same relay, both ways', async () => {
    const [ann, ben] = [await seated(), await seated()]
    expect([await ann.client.permit(relay.address), await ben.client.permit(relay.address)]).toEqual([null, null])
    ann.client.send(ben.relayed, 'from Ann')
    expect(await ben.client.heard()).toEqual({ from: ann.relayed, data: 'from Ann' })
    ben.client.send(ann.relayed, 'from Ben')
    expect(await ann.client.heard()).toEqual({ from: ben.relayed, data: 'from Ben' })
  })
})

it('what has begun goes on when its credential ends and its nonce is stale', async () => {
  const ends = seconds() + 2
  const client = guest(ends, relay.secret, 'sitting')
  expect((await client.allocate()).refused).toBe(null)
  await expect
    .poll(async () => (await guest(ends, relay.secret, 'newcomer').allocate()).refused, {
      interval: 200,
      timeout: 8_000,
    })
    .toBe(401)
  expect(await client.refresh()).toBe(null)
  expect(await client.permit(relay.address)).toBe(null)
})
