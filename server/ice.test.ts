// Is nobody handed a way through the relay but two who found each other, and is it worth nothing ten minutes later?
import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Kind } from '../lib/protocol/room.ts'
import { createIce, hasRelay, type IceConfig } from './ice.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { type House, openHouse, START } from './testing/house.ts'
import { begin, gather, opening } from './testing/pair.ts'

const SECRET = 'a secret that only the relay shares'
const TURN = ['turn:relay.example:3478', 'turns:relay.example:5349?transport=tcp']
const ice = (change: Partial<IceConfig> = {}): IceConfig => ({
  servers: [],
  turn: { urls: TURN, secret: SECRET },
  relayOnly: false,
  ...change,
})

const stun = { urls: ['stun:stun.example:3478'] }
const fixed = { urls: ['stun:other.example', 'turn:other.example'], username: 'u', credential: 'c' }
const ask = (config: IceConfig, kind: Kind = 'friends', isLocal = false) =>
  createIce(config, createHandClock(START))({ room: 'one', seat: 'a', kind, isLocal })

describe('an answer', () => {
  it('carries what the operator named, and nothing else where there is no secret', () => {
    expect(ask(ice({ turn: null, servers: [stun, fixed] }))).toEqual({
      iceServers: [stun, fixed],
      relayOnly: false,
      expiresAt: null,
    })
    expect(ask(ice({ turn: null }))).toEqual({ iceServers: [], relayOnly: false, expiresAt: null })
  })

  it('adds a credential that the relay can check and that ends ten minutes from now', () => {
    const { iceServers, expiresAt } = ask(ice({ servers: [stun] }))
    const own = iceServers[1]
    expect(expiresAt).toBe(START + 600_000)
    expect(iceServers).toEqual([stun, { urls: TURN, username: expect.any(String), credential: expect.any(String) }])
    expect(own?.username).toMatch(new RegExp(`^${(START + 600_000) / 1000}:[\\w-]{22}$`))
    expect(own?.credential).toBe(
      createHmac('sha1', SECRET)
        .update(own?.username ?? '')
        .digest('base64'),
    )
    expect(JSON.stringify(iceServers)).not.toContain(SECRET)
  })

  it('names the same user for a seat all along, another for every other seat, and tells nobody which', async () => {
    const clock = createHandClock(START)
    const answer = createIce(ice(), clock)
    const user = (room: string, seat: 'a' | 'b') =>
      answer({ room, seat, kind: 'friends', isLocal: false }).iceServers[0]?.username?.split(':')[1]
    const first = user('one', 'a')
    await clock.advance(300_000)
    expect(user('one', 'a')).toBe(first)
    expect(new Set([first, user('one', 'b'), user('two', 'a'), user('two', 'b')]).size).toBe(4)
    const elsewhere = ask(ice()).iceServers[0]?.username?.split(':')[1]
    expect(elsewhere).not.toBe(first)
  })

  it('goes through the relay alone for strangers, always, and for friends where the operator says so', () => {
    expect(ask(ice({ servers: [stun, fixed] }), 'practice')).toMatchObject({
      relayOnly: true,
      // Nothing that is not the relay even learns the address of somebody who asks for it.
      iceServers: [{ ...fixed, urls: ['turn:other.example'] }, { urls: TURN }],
    })
    expect(ask(ice({ turn: null }), 'practice')).toEqual({ iceServers: [], relayOnly: true, expiresAt: null })
    expect(ask(ice({ relayOnly: true, servers: [stun] }), 'friends')).toMatchObject({
      relayOnly: true,
      iceServers: [{ urls: TURN }],
    })
    expect(ask(ice(), 'workshop').relayOnly).toBe(false)
  })

  it('goes straight from window to window for strangers on this machine alone, and there only without a relay', () => {
    expect(ask(ice({ turn: null, servers: [stun] }), 'practice', true)).toEqual({
      iceServers: [stun],
      relayOnly: false,
      expiresAt: null,
    })
    expect(ask(ice({ turn: null, servers: [stun] }), 'practice', false)).toMatchObject({ relayOnly: true })
    for (const config of [ice(), ice({ turn: null, servers: [fixed] })]) {
      expect(ask(config, 'practice', true).relayOnly).toBe(true)
    }
  })
})

it('a relay is there with a secret or by name, and an address to ask for one’s own is none', () => {
  expect(hasRelay(ice())).toBe(true)
  expect(hasRelay(ice({ turn: null, servers: [stun, fixed] }))).toBe(true)
  expect(hasRelay(ice({ turn: null, servers: [stun] }))).toBe(false)
})

describe('who may ask', () => {
  let house: House
  afterEach(() => house.close())
  const coded = (code: string) => ({ ok: false, code, message: expect.any(String) })

  it('nobody who sits nowhere, and nobody who still waits for the other', async () => {
    house = await openHouse({ config: { ice: ice() } })
    const ann = await house.dial()
    expect(await ann.ask('ice')).toEqual(coded('gone'))
    await ann.must('open', opening({ medium: 'voice' }))
    expect(await ann.ask('ice')).toEqual(coded('not-now'))
  })

  it('both of two who sit together, each as somebody else', async () => {
    house = await openHouse({ config: { ice: ice() } })
    const { both } = await gather(house, { medium: 'voice' })
    const names = []
    for (const person of both) {
      const { iceServers, relayOnly, expiresAt } = await person.must('ice')
      expect([relayOnly, expiresAt]).toEqual([false, START + 600_000])
      names.push(iceServers[0]?.username)
    }
    expect(new Set(names).size).toBe(2)
    expect(house.logged.join()).not.toContain(SECRET)
    for (const name of names) expect(house.logged.join()).not.toContain(name)
  })

  it('nobody whose other has gone for good, and nobody in a room that is closed', async () => {
    house = await openHouse({ config: { ice: ice() } })
    const { ann, ben } = await begin(house, { medium: 'voice' })
    expect((await ann.must('ice')).iceServers).toHaveLength(1)
    await ben.must('intent', { do: 'leave' })
    await ann.sees(view => view.stage === 'closed' || view.seats.b?.here === false)
    expect(await ann.ask('ice')).toEqual(coded('not-now'))
    expect(await ben.ask('ice')).toEqual(coded('gone'))
  })

  it('a few times in a row and then not, until a while has passed', async () => {
    house = await openHouse({ config: { ice: ice() } })
    const { ann } = await gather(house, { medium: 'voice' })
    const codes = []
    for (let n = 0; n < 10; n++) codes.push((await ann.ask('ice')).ok)
    expect(codes).toEqual([...Array(8).fill(true), false, false])
    await house.clock.advance(5_000)
    expect((await ann.ask('ice')).ok).toBe(true)
  })
})
