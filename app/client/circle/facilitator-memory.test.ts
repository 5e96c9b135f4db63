// Does a reload find the board again, and does a device forget a workshop in time?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { boardPath, guided, keyFrom, rememberKey, rememberRound, sweepGuided } from './facilitator-memory.ts'

const CODE = 'K7M4QX2P'
const KEY = { circle: 'c'.repeat(22), key: 'k'.repeat(43) }
const DAY = 24 * 3600_000

let page: FakePage
beforeEach(() => {
  page = fakePage()
})
afterEach(() => vi.unstubAllGlobals())

test('a facilitator’s link is read from behind the #, and nothing else is taken for it', () => {
  const path = boardPath(CODE, KEY)
  expect(path).toBe(`/workshop/${CODE}/board#${KEY.circle}.${KEY.key}`)
  expect(keyFrom(path.split('#')[1] ?? '')).toEqual(KEY)
  for (const text of ['', '.', KEY.circle, `${KEY.circle}.`, `${KEY.circle}.${KEY.key}.x`, `${KEY.circle}.${KEY.key}x`])
    expect(keyFrom(text)).toBeNull()
})

describe('what a device remembers', () => {
  test('is the key, and each round as it was at its largest', () => {
    expect(guided(CODE)).toBeNull()
    expect(rememberKey(CODE, KEY, 5)).toBe(true)
    rememberRound(CODE, { n: 2, prompt: null, rooms: 6, people: 12 })
    rememberRound(CODE, { n: 1, prompt: 'Home', rooms: 5, people: 11 })
    rememberRound(CODE, { n: 2, prompt: 'Work', rooms: 5, people: 13 })
    expect(guided(CODE)).toEqual({
      ...KEY,
      at: 5,
      people: 13,
      rounds: [
        { n: 1, prompt: 'Home', rooms: 5, people: 11 },
        { n: 2, prompt: 'Work', rooms: 6, people: 13 },
      ],
    })
  })

  test('outlives the link being opened again, and ends when the code is another workshop’s', () => {
    rememberKey(CODE, KEY, 5)
    rememberRound(CODE, { n: 1, prompt: 'Home', rooms: 5, people: 11 })
    rememberKey(CODE, KEY, 6)
    expect(guided(CODE)?.rounds).toHaveLength(1)
    rememberKey(CODE, { ...KEY, circle: 'd'.repeat(22) }, 7)
    expect(guided(CODE)).toMatchObject({ circle: 'd'.repeat(22), rounds: [], people: 0 })
  })

  test.each(['7', 'null', '{}', '"x"', `{"circle":"${KEY.circle}","key":"short"}`, 'not json'])(
    'is nothing when it reads %s',
    stored => {
      page.device.set(`clearing.workshop.${CODE}`, stored)
      expect(guided(CODE)).toBeNull()
    },
  )

  test('leaves out rounds that are none', () => {
    page.device.set(
      `clearing.workshop.${CODE}`,
      JSON.stringify({ ...KEY, rounds: [7, null, { n: 1 }, { n: 1, prompt: 4, rooms: 1, people: 2 }] }),
    )
    expect(guided(CODE)).toEqual({ ...KEY, at: 0, people: 0, rounds: [] })
  })

  test('goes some days after the workshop was prepared, and no sooner', () => {
    rememberKey(CODE, KEY, 0)
    rememberKey('K7M4QX2Q', KEY, DAY)
    page.device.set('clearing.workshop.broken', '{}')
    page.device.set('clearing.settings', '{}')
    sweepGuided(3 * DAY)
    expect(guided(CODE)).not.toBeNull()
    sweepGuided(3 * DAY + 1)
    expect([...page.device.keys()].sort()).toEqual(['clearing.settings', 'clearing.workshop.K7M4QX2Q'])
  })
})
