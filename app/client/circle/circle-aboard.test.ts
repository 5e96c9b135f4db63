// Does a person in a room stay in their circle, on the room's own connection?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { circleView } from '../testing/circle-view.ts'
import { fakePage } from '../testing/fake-page.ts'
import { type Aboard, createAboard } from './circle-aboard.ts'
import { rememberCircle, rememberedCircle, rememberedSat } from './circle-memory.ts'

const CODE = 'K7M4QX2P'
const ROOM = 'r'.repeat(22)
const OTHER = 'n'.repeat(22)
const place = (room: string) => ({ at: 'room', room, seat: 'a' }) as const

let asked: unknown[]
let rung: number
let changes: number
let answer: () => { ok: boolean; [field: string]: unknown }
let aboard: Aboard

function make(): Aboard {
  return createAboard({
    room: ROOM,
    ask: (async (name: string, payload: unknown) => {
      asked.push([name, payload])
      return answer()
    }) as never,
    rings: () => {
      rung += 1
    },
    changed: () => {
      changes += 1
    },
  })
}

const joined = (seat: { room: string; token: string } | null) => ({
  ok: true,
  token: 'newer',
  view: circleView({ stage: 'running', round: 2, prompt: 'A place you miss', place: place(ROOM) }),
  seat: seat && { ...seat, seat: 'a' },
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  fakePage('')
  ;[asked, rung, changes] = [[], 0, 0]
  answer = () => joined(null)
  aboard = make()
})
afterEach(() => {
  aboard.end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a room that no circle of this device seated anybody in is no circle’s, and nothing is asked', async () => {
  expect(aboard.now()).toBeNull()
  await aboard.entered()
  expect(asked).toEqual([])
})

test('the circle is joined each time the seat was entered, as the same person', async () => {
  rememberCircle(CODE, { token: 'mine', room: ROOM })
  await aboard.entered()
  expect(asked).toEqual([['join', { code: CODE, token: 'mine' }]])
  expect(rememberedCircle(CODE)).toEqual({ token: 'newer', room: ROOM })
  expect(aboard.now()).toMatchObject({ code: CODE, view: { prompt: 'A place you miss' }, isElsewhere: false })
  expect(aboard.now()).toBe(aboard.now())
  await aboard.entered()
  expect(asked[1]).toEqual(['join', { code: CODE, token: 'newer' }])
})

test('what stands in the way and is passing is asked again', async () => {
  rememberCircle(CODE, { token: 'mine', room: ROOM })
  let times = 0
  answer = () => (++times < 3 ? { ok: false, code: 'store-down' } : joined(null))
  const entering = aboard.entered()
  while (times < 3) await vi.advanceTimersByTimeAsync(500)
  await entering
  expect(asked.length).toBe(3)
})

test('a seat in another room leads there: told, answered, or seen in the circle; the same one does not', async () => {
  rememberCircle(CODE, { token: 'mine', room: ROOM })
  await aboard.entered()
  aboard.told.paired({ room: ROOM, seat: 'a', token: 't' })
  aboard.told.circle(circleView({ rev: 2, place: { at: 'waiting' } }))
  expect(aboard.now()?.isElsewhere).toBe(false)
  aboard.told.paired({ room: OTHER, seat: 'a', token: 't' })
  expect(aboard.now()?.isElsewhere).toBe(true)

  aboard = make()
  answer = () => joined({ room: OTHER, token: 't' })
  await aboard.entered()
  expect(aboard.now()?.isElsewhere).toBe(true)

  aboard = make()
  answer = () => joined(null)
  await aboard.entered()
  aboard.told.circle(circleView({ rev: 9, place: place(OTHER) }))
  expect(aboard.now()?.isElsewhere).toBe(true)
})

test('what the facilitator says rings and is shown for a while', async () => {
  rememberCircle(CODE, { token: 'mine', room: ROOM })
  aboard.told.said({ text: 'Come to a close.', at: 3 })
  expect([aboard.now()?.said?.text, rung]).toEqual(['Come to a close.', 1])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(aboard.now()?.said).toBeNull()
  expect(changes).toBe(2)
})

test('whoever reads on in a room that is over stays, which everybody who looks at the room is told', () => {
  rememberCircle(CODE, { token: 'mine', room: ROOM })
  expect(aboard.now()?.stays).toBe(false)
  const before = changes
  aboard.stay()
  expect([aboard.now()?.stays, changes - before]).toEqual([true, 1])
})

test('what may still be given of the round goes on in the tab, once it is known which round it was', async () => {
  rememberCircle(CODE, { token: 'mine', room: ROOM })
  expect(aboard.now()).not.toBeNull()
  aboard.goBack({ before: 2, after: 4 }, 'That I must mend it.')
  expect(rememberedSat(CODE)).toBeNull()
  await aboard.entered()
  aboard.goBack({ before: 2, after: 4 }, 'That I must mend it.')
  expect(rememberedSat(CODE)).toEqual({ round: 2, before: 2, after: 4, line: 'That I must mend it.' })
  expect(aboard.now()?.isBehind).toBe(true)
})
