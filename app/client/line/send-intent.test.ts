import { expect, test } from 'vitest'
import { viewWith } from '../testing/view-with.ts'
import type { Done } from './intents.ts'
import type { SeatLine } from './seat-line-ports.ts'
import { sendIntent } from './send-intent.ts'

const line = (answers: Done[], asked: unknown[] = []) => ({
  asked,
  whenLive: async () => true,
  ask: (async (_: string, intent: unknown) => {
    asked.push(intent)
    return answers.shift() ?? { ok: true }
  }) as SeatLine['ask'],
})

const LINE = { do: 'line', phase: 3, sealed: 'x' } as const
const lost: Done = { ok: false, code: 'no-answer' }

test('an intent whose answer was lost is asked again', async () => {
  const seat = line([lost])
  expect(await sendIntent({ line: seat, view: () => null }, LINE)).toEqual({ ok: true })
  expect(seat.asked).toEqual([LINE, LINE])
})

test('an intent that is no longer wanted is not asked again', async () => {
  const seat = line([lost])
  const isWanted = () => seat.asked.length === 0
  expect(await sendIntent({ line: seat, view: () => null }, LINE, isWanted)).toEqual({ ok: false, code: 'not-now' })
  expect(seat.asked).toEqual([LINE])
})

test('a second asking that is refused because the first had arrived was done', async () => {
  const seat = line([lost, { ok: false, code: 'stale-phase' }])
  const view = () => viewWith({ answered: 'line' })
  expect(await sendIntent({ line: seat, view }, LINE)).toEqual({ ok: true })
})
