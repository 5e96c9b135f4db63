// Do the small parts of the byte layout have one reading only? Texts of bytes, lists of fields, and padding.
import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'
import { fields, u64 } from './fields.ts'
import { pad, unpad } from './padding.ts'

const counting = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 37 + 251) & 255)
/** Thousands of comparisons byte by byte, as `toEqual` makes them, take half a minute of a busy machine. */
const isSame = (one: Uint8Array | null, other: Uint8Array) => one !== null && Buffer.compare(one, other) === 0

describe('base64url', () => {
  test('brings every length and every byte back, spelled as Node spells it', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = counting(length)
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(isSame(fromBase64url(text), bytes), text).toBe(true)
    }
  })

  test('has one spelling for each bytes', () => {
    const refused = ['A', 'AAAAA', 'AB', 'AAB', 'AA==', 'AA=', ' AA', 'AA\n', 'A+', 'A/', 'é', 'AA\u0000A']
    expect(refused.filter(text => fromBase64url(text) !== null)).toEqual([])
  })
})

describe('fields', () => {
  const hex = (...list: Parameters<typeof fields>) => Buffer.from(fields(...list)).toString('hex')

  test('stand each behind its length', () => {
    expect(hex('ab', 'é', 258)).toBe('000000026162' + '00000002c3a9' + '000000080000000000000102')
    expect(hex()).toBe('')
    expect(hex('')).toBe('00000000')
  })

  test('never read like another list', () => {
    const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['ab', 'c', '']]
    expect(new Set(lists.map(list => hex(...list))).size).toBe(lists.length)
  })

  test('hold whole numbers up to the largest exact one, and no others', () => {
    expect(Buffer.from(u64(Number.MAX_SAFE_INTEGER)).toString('hex')).toBe('001fffffffffffff')
    expect(Buffer.from(u64(0)).toString('hex')).toBe('0000000000000000')
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => u64(value)).toThrow('bad-number')
    }
  })
})

describe('padding', () => {
  test('fills up to the next block, a full one by another, and comes off again', () => {
    for (let length = 0; length <= 1030; length += 1) {
      for (const text of [counting(length), new Uint8Array(length), new Uint8Array(length).fill(0x80)]) {
        const padded = pad(text)
        expect(padded.length).toBe(256 * (Math.floor(length / 256) + 1))
        expect(isSame(unpad(padded), text), `${length} bytes`).toBe(true)
      }
    }
  })

  test('is refused where it could not have been put on', () => {
    const block = (...start: number[]) => Uint8Array.from({ length: 256 }, (_, n) => start[n] ?? 0)
    expect(unpad(block(1, 0x80))).toEqual(Uint8Array.of(1))
    expect(unpad(block())).toBe(null)
    expect(unpad(block(1, 0x81))).toBe(null)
    expect(unpad(block(1, 0x80, 1))).toBe(null)
    expect(unpad(new Uint8Array())).toBe(null)
    expect(unpad(block(1, 0x80).slice(0, 255))).toBe(null)
    expect(unpad(new Uint8Array([...block(1, 0x80), ...block()]))).toBe(null)
  })
})
