// Who comes to the same keys, and who does not?
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { SessionAsk } from './agreement.ts'
import { toBase64url } from './base64url.ts'
import { createLinkSecret, isLinkSecret } from './link-secret.ts'
import { createKeys } from './own-keys.ts'
import { readPublic, writePublic } from './public-string.ts'
import { openSession } from './session.ts'

const LABEL = { kind: 'words', phase: 1, id: 1 } as const

/** Opens both ends, each as it was told; `same` when their checks agree, `apart` when not and nothing can be opened. */
async function meet(changeA: Partial<SessionAsk> = {}, changeB: Partial<SessionAsk> = {}) {
  const own = changeA.own ?? (await createKeys())
  const other = changeB.own ?? (await createKeys())
  const both = { room: 'room', secret: createLinkSecret() }
  const a = await openSession({ ...both, own, mine: 'a', theirs: 'b', theirKey: other.public, ...changeA })
  const b = await openSession({ ...both, own: other, mine: 'b', theirs: 'a', theirKey: own.public, ...changeB })
  const forth = await b.open(await a.seal({ ...LABEL, text: 'x' }), LABEL).catch(error => error.code)
  const back = await a.open(await b.seal({ ...LABEL, text: 'x' }), LABEL).catch(error => error.code)
  expect(a.check).toMatch(/^[A-Za-z0-9_-]{22}$/)
  const found = [a.check === b.check, forth, back]
  if (found.join() === 'true,x,x') return 'same'
  return found.join() === 'false,not-authentic,not-authentic' ? 'apart' : found.join()
}

const refused = (change: Partial<SessionAsk>) => meet(change).catch(error => error.code)

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('two browsers come to the same keys', () => {
  test('when they agree on everything', async () => {
    expect(await meet()).toBe('same')
  })

  test('without a secret, when neither has one', async () => {
    expect(await meet({ secret: null }, { secret: null })).toBe('same')
  })

  test('with the same thing bound', async () => {
    expect(await meet({ bound: 'AB:CD' }, { bound: 'AB:CD' })).toBe('same')
    expect(await meet({}, { bound: '' })).toBe('same')
  })
})

describe('two browsers come to different keys', () => {
  test('when one has another secret', async () => {
    expect(await meet({ secret: createLinkSecret() })).toBe('apart')
  })

  test('when only one has a secret, be it nothing but zeros', async () => {
    expect(await meet({ secret: null })).toBe('apart')
    expect(await meet({ secret: null }, { secret: toBase64url(new Uint8Array(32)) })).toBe('apart')
  })

  test('when one is told of another room, or of another seat', async () => {
    expect(await meet({ room: 'roon' })).toBe('apart')
    expect(await meet({ mine: 'c' })).toBe('apart')
    expect(await meet({ mine: 'b', theirs: 'a' })).toBe('apart')
  })

  test('when one has something else bound', async () => {
    expect(await meet({ bound: 'AB:CD' }, { bound: 'AB:CE' })).toBe('apart')
  })

  test('when somebody in the middle gave each of them a key of its own, whether it knows the room or not', async () => {
    const middle = await createKeys()
    const secret = createLinkSecret()
    const change = { theirKey: middle.public, secret }
    expect(await meet(change, change)).toBe('apart')

    const own = await createKeys()
    const victim = await openSession({ ...change, room: 'room', own, mine: 'a', theirs: 'b' })
    const asB = { room: 'room', own: middle, mine: 'b', theirs: 'a', theirKey: own.public } as const
    for (const guess of [null, createLinkSecret()]) {
      const attacker = await openSession({ ...asB, secret: guess })
      expect(attacker.check).not.toBe(victim.check)
      const sealed = await victim.seal({ ...LABEL, text: 'x' })
      await expect(attacker.open(sealed, LABEL)).rejects.toThrow('not-authentic')
    }
  })

  test('when somebody took the X25519 key out of an offer, to make them use the other', async () => {
    const other = await createKeys()
    const weakened = writePublic({ ...readPublic(other.public), x25519: null })
    expect(await meet({ theirKey: weakened }, { own: other })).toBe('apart')
  })

  test('when somebody put a used number into an offer', async () => {
    const other = await createKeys()
    const changed = writePublic({ ...readPublic(other.public), nonce: new Uint8Array(16) })
    expect(await meet({ theirKey: changed }, { own: other })).toBe('apart')
  })
})

describe('what can not be a key is refused', () => {
  test.each([
    ['nothing', ''],
    ['words', 'not a key'],
    ['a mark alone', 'x'],
    ['another mark', `q${'A'.repeat(151)}`],
    ['zeros in place of a point', `x${'A'.repeat(151)}`],
  ])('%s', async (_, theirKey) => {
    expect(await refused({ theirKey })).toBe('bad-key')
  })

  test('an offer that is cut, lengthened or spelled in a second way', async () => {
    const { public: good } = await createKeys()
    for (const theirKey of [
      good.slice(0, -1),
      `${good}A`,
      `${good}=`,
      good.replace('x', 'p'),
      `${good.slice(0, -1)}-`,
    ]) {
      expect(await refused({ theirKey })).toBe('bad-key')
    }
  })

  test('our own key, sent back', async () => {
    const own = await createKeys()
    expect(await refused({ own, theirKey: own.public })).toBe('bad-key')
  })

  test('a point that is not on P-256', async () => {
    const offer = readPublic((await createKeys('p256')).public)
    const off = offer.p256.slice()
    off[64] = (off[64] ?? 0) ^ 1
    expect(await refused({ theirKey: writePublic({ ...offer, p256: off }) })).toBe('bad-key')
  })

  // The points of order 1, 2, 4 and 8 on the curve and its twist, and two more spellings of the first two (RFC 7748 §6.1).
  const SMALL = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ]
  test.each(SMALL)('the X25519 point %s, whose shared secret everybody knows', async point => {
    const offer = readPublic((await createKeys()).public)
    const theirKey = writePublic({ ...offer, x25519: Uint8Array.from(Buffer.from(point, 'hex')) })
    expect(await refused({ theirKey })).toBe('weak-key')
  })

  test('such a point in a browser that hands out the zeros instead of refusing', async () => {
    vi.spyOn(crypto.subtle, 'deriveBits').mockResolvedValue(new ArrayBuffer(32))
    expect(await refused({ own: await createKeys(), theirKey: (await createKeys()).public })).toBe('weak-key')
  })

  test('a secret that is none, and a seat that sits opposite itself', async () => {
    expect(await refused({ secret: '' })).toBe('bad-secret')
    expect(await refused({ secret: 'A'.repeat(42) })).toBe('bad-secret')
    expect(await refused({ theirs: 'a' })).toBe('same-seat')
  })
})

describe('own keys', () => {
  test('are new each time, short, and of letters that need no quoting', async () => {
    const [one, two] = [await createKeys(), await createKeys()]
    expect(one.public).not.toBe(two.public)
    expect(one.public).toMatch(/^x[A-Za-z0-9_-]{151}$/)
    expect((await createKeys('p256')).public).toMatch(/^p[A-Za-z0-9_-]{108}$/)
  })

  test('can not be read out', async () => {
    const own = await createKeys()
    for (const key of [own.p256, own.x25519]) {
      expect(key?.extractable).toBe(false)
      if (key) await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow()
    }
  })

  test('are P-256 alone where the browser has no X25519', async () => {
    const generateKey = crypto.subtle.generateKey.bind(crypto.subtle)
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(((algorithm: { name: string }, ...rest: [false, []]) =>
      algorithm.name === 'X25519'
        ? Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'))
        : generateKey(algorithm, ...rest)) as typeof crypto.subtle.generateKey)
    const own = await createKeys()
    expect(own.x25519).toBe(null)
    expect(await meet({ own })).toBe('same')
  })

  test('are refused where the page has no WebCrypto', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    await expect(createKeys()).rejects.toThrow('no-crypto')
  })
})

describe('a link secret', () => {
  test('is 43 characters of 256 bits, new each time', () => {
    const made = Array.from({ length: 50 }, createLinkSecret)
    expect(new Set(made).size).toBe(50)
    for (const secret of made) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(made.every(isLinkSecret)).toBe(true)
  })

  test('is told from what is not one', () => {
    const others = [
      '',
      'A'.repeat(42),
      'A'.repeat(44),
      `${'A'.repeat(42)}B`,
      `#${'A'.repeat(42)}`,
      `${'A'.repeat(43)}=`,
    ]
    expect(others.filter(isLinkSecret)).toEqual([])
  })
})
