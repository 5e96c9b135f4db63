// Does a room say where it stands, and why it stands still?
import { expect, test } from 'vitest'
import type { BoardRoom } from '../../../../lib/wire/circle.ts'
import { facilitatorFor } from '../../../../lib/words/facilitator.ts'
import { roomWith } from '../../../client/testing/board-with.ts'
import { roomWords } from './room-words.ts'

const { board: words } = facilitatorFor('en')
const { room } = words
const NAMES: Record<string, string> = { p1: 'Ana', p2: 'Bo' }
const nameOf = (id: string) => NAMES[id] ?? room.nobody
const phase = (kind: 'speak' | 'tell' | 'say-back' | 'settle', speaker: string | null) => ({
  phase: { ...{ kind, n: 1, startedAt: 0, endsAt: 1, speaker } },
})

test.each<[string, Partial<BoardRoom>]>([
  [room.speaks('Ana'), {}],
  [room.tells('Bo'), phase('tell', 'p2')],
  [room.saysBack('Bo'), phase('say-back', 'p2')],
  [room.phases.settle, phase('settle', null)],
  [room.phases.settle, phase('settle', 'p1')],
  [room.heldFor('Bo'), { held: { why: 'away', since: 0 }, here: ['p1'] }],
  [room.held.away, { held: { why: 'away', since: 0 }, here: [] }],
  [room.heldStill, { held: { why: 'away', since: 0 } }],
  [room.held.asked, { held: { why: 'asked', since: 0 }, here: ['p1'] }],
  [room.held.facilitator, { held: { why: 'facilitator', since: 0 } }],
  [room.notBegun, { stage: 'gathering', phase: null }],
  [room.coming, { stage: 'gathering', phase: null, here: ['p2'] }],
  [room.closed.left, { stage: 'closed', phase: null, closed: { why: 'left' } }],
  [room.closed.expired, { stage: 'closed', phase: null, closed: { why: 'toString' } }],
])('%s', (said, change) => {
  expect(roomWords(roomWith(change), nameOf, words)).toBe(said)
})
