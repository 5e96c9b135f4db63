import { describe, expect, test } from 'vitest'
import { createDoor } from './door.ts'
import type { Done } from './intents.ts'
import type { SeatLine } from './seat-line-ports.ts'

function outside() {
  const it = {
    free: 1,
    /** To the next knocks, before what is free is said. */
    answers: [] as unknown[],
    sitting: { ok: true } as Done,
    asked: [] as string[],
    said: [] as string[],
    isOutside: true,
  }
  const door = createDoor({
    line: {
      knock: (async () => {
        it.asked.push('peek')
        const [answer] = it.answers.splice(0, 1)
        return answer === undefined ? { ok: true, free: it.free } : answer
      }) as unknown as SeatLine['knock'],
      sitDown: (async (name: string) => {
        it.asked.push(`sit ${name}`)
        return it.sitting
      }) as SeatLine['sitDown'],
    },
    isOutside: () => it.isOutside,
    free: () => void it.said.push('free'),
    full: () => void it.said.push('full'),
    gone: () => void it.said.push('gone'),
  })
  return { it, door }
}

describe('somebody who asked for the last seat and got no answer', () => {
  test('asks for it again when the room looks full: it may be they who sit there', async () => {
    const { it, door } = outside()
    it.sitting = { ok: false, code: 'no-answer' }
    expect(await door.sitDown('Jonah')).toEqual({ ok: false, code: 'no-answer' })
    it.free = 0
    it.sitting = { ok: true }
    await door.knock()
    expect(it.asked).toEqual(['sit Jonah', 'peek', 'sit Jonah'])
    expect(it.said).toEqual([])
  })

  test('is told that it is full when it was somebody else', async () => {
    const { it, door } = outside()
    it.sitting = { ok: false, code: 'no-answer' }
    await door.sitDown('Jonah')
    it.free = 0
    it.sitting = { ok: false, code: 'full' }
    await door.knock()
    await expect.poll(() => it.said).toEqual(['full'])
    expect(it.asked).toEqual(['sit Jonah', 'peek', 'sit Jonah', 'peek'])
  })
})

test('somebody who never asked for a seat is told that the room is full', async () => {
  const { it, door } = outside()
  it.free = 0
  await door.knock()
  expect(it.said).toEqual(['full'])
})

test('nobody knocks who stands at the door no longer', async () => {
  const { it, door } = outside()
  it.isOutside = false
  await door.knock()
  expect([it.asked, it.said]).toEqual([[], []])
})

test('whoever got no answer on a connection that stands knocks again, and leaves it to the next one where it was lost', async () => {
  const { it, door } = outside()
  it.answers = [{ ok: false, code: 'no-answer' }]
  await door.knock()
  expect([it.asked, it.said]).toEqual([['peek', 'peek'], ['free']])
  it.answers = [null]
  await door.knock()
  expect([it.asked.length, it.said]).toEqual([3, ['free']])
})

test('of two knocks the newer is the one that is heard', async () => {
  const { it, door } = outside()
  await Promise.all([door.knock(), door.knock()])
  expect(it.said).toEqual(['free'])
})
