// Is nobody taken for a person at this machine who came to it by a proxy, and everybody who is one?
import { describe, expect, it } from 'vitest'
import { isLocalRequest } from './local.ts'

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
