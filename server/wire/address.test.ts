// Do the addresses of one home count as one, and those of two homes as two; is an address counted that its owner can't invent; and may
// a page dial from where it is and from nowhere else?
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { addressOf, isOriginAllowed, network } from './address.ts'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['not an address', 'not an address'],
  ['', ''],
])('%s counts for %s', (address, counted) => {
  expect(network(address)).toBe(counted)
})

it('two neighbouring /64s are two networks', () => {
  expect(network('2001:db8:1:2::1')).not.toBe(network('2001:db8:1:3::1'))
})

const request = (headers: Record<string, string | string[]>, remoteAddress = '10.0.0.9') =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage

describe('an address', () => {
  it.each([
    [0, '1.1.1.1, 2.2.2.2', '10.0.0.9'],
    [1, '1.1.1.1, 2.2.2.2', '2.2.2.2'],
    [2, '1.1.1.1, 2.2.2.2', '1.1.1.1'],
    [2, '6.6.6.6, 1.1.1.1, 2.2.2.2', '1.1.1.1'],
    [1, '', '10.0.0.9'],
    [3, '1.1.1.1', '10.0.0.9'],
  ])('behind %i proxies, told as "%s", is %s', (hops, header, expected) => {
    expect(addressOf(request({ 'x-forwarded-for': header }), hops)).toBe(expected)
  })

  it('is the connection’s own when no proxy said anything', () => {
    expect(addressOf(request({}), 1)).toBe('10.0.0.9')
    expect(addressOf(request({ 'x-forwarded-for': ['1.1.1.1', '2.2.2.2'] }), 1)).toBe('2.2.2.2')
  })
})

describe('an origin', () => {
  it.each([
    ['of this very host', { origin: 'https://room.example', host: 'room.example' }, true],
    ['of this very host and port', { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    ['that is listed', { origin: 'https://other.example', host: 'room.example' }, true],
    ['that is not said', { host: 'room.example' }, true],
    ['from elsewhere', { origin: 'https://evil.example', host: 'room.example' }, false],
    ['of another port', { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
    ['that ends like ours', { origin: 'https://evil-room.example', host: 'room.example' }, false],
    ['that begins like a listed one', { origin: 'https://other.example.evil.example', host: 'room.example' }, false],
    ['of nowhere', { origin: 'null', host: 'room.example' }, false],
    ['that is none', { origin: 'room.example', host: 'room.example' }, false],
    ['without a host to compare', { origin: 'https://room.example' }, false],
  ])('%s', (_what, headers, expected) => {
    expect(isOriginAllowed(request(headers as Record<string, string>), ['https://other.example'])).toBe(expected)
  })
})
