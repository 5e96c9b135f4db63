// Do the addresses of one home count as one, and those of two homes as two?
import { expect, it } from 'vitest'
import { network } from './address.ts'

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
