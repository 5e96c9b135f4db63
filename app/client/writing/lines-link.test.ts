import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { Done } from '../line/intents.ts'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { createLinesLink } from './lines-link.ts'
import { mineOf } from './sealing.ts'

const phase = { n: 3, kind: 'drop', floor: 'none', startedAt: 0, bellAt: null, endsAt: null } as const
const dropping = (change: Partial<RoomView> = {}): Partial<RoomView> => ({
  phase: { ...phase, on: [] },
  can: ['line', 'keep'],
  ...change,
})
const revealing = (lines: NonNullable<RoomView['lines']>) => dropping({ phase: { ...phase, n: 4, on: [] }, lines })
const forgotten: Partial<RoomView> = { phase: { ...phase, n: 4, on: [] }, lines: null }

let link: FakeLink
let asked: string[]

function writer() {
  const lines = createLinesLink({
    link,
    askAgain: from => void asked.push(from),
    isHopeless: () => false,
    changed: () => {},
  })
  lines.seen(link.see(dropping()))
  return lines
}

const sent = () => link.sent.map(intent => intent.do)

/** One intent after another is held back until it is let go. */
function slowly() {
  const waiting: { isWanted(): boolean; settle(done: Done): void }[] = []
  link.taking = (_, isWanted) => new Promise(settle => waiting.push({ isWanted, settle }))
  return waiting
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  link = await fakeLink()
  asked = []
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a line that is kept after it was offered', () => {
  async function offered() {
    const lines = writer()
    lines.write('that you never listen')
    expect(await lines.offer()).toEqual({ ok: true })
    lines.seen(link.see(dropping({ answered: 'line' })))
    return lines
  }

  test('is not sealed again by what was on its way for the keys of a reloaded page', async () => {
    const lines = await offered()
    const waiting = slowly()
    await link.otherReloads()
    lines.seen(link.see(dropping({ answered: 'line' })))
    await expect.poll(() => sent()).toEqual(['line', 'line'])
    const kept = lines.keep()
    // The first attempt got no answer; before another one it is asked whether it is still wanted.
    expect(waiting[0]?.isWanted()).toBe(false)
    expect(sent()).toEqual(['line', 'line'])
    waiting[0]?.settle({ ok: false, code: 'not-now' })
    await expect.poll(() => sent()).toEqual(['line', 'line', 'keep'])
    waiting[1]?.settle({ ok: true })
    expect(await kept).toEqual({ ok: true })
    lines.seen(link.see(dropping({ answered: 'kept' })))
    await link.otherReloads()
    lines.seen(link.see(dropping({ answered: 'kept' })))
    lines.seen(link.see(revealing({ a: 'kept', b: 'kept' })))
    expect(sent()).toEqual(['line', 'line', 'keep'])
    expect(lines.own()).toBe('kept')
    expect(lines.opened()?.b).toEqual({ as: 'kept' })
  })

  test('is said to be kept again when it is not known whether that was heard, and never sealed again', async () => {
    const lines = await offered()
    link.taking = async () => ({ ok: false, code: 'no-answer' })
    expect(await lines.keep()).toEqual({ ok: false, code: 'no-answer' })
    link.taking = async () => ({ ok: true })
    await link.otherReloads()
    lines.seen(link.see(dropping({ answered: 'line' })))
    await expect.poll(() => sent()).toEqual(['line', 'keep', 'keep'])
    lines.seen(link.see(dropping({ answered: 'kept' })))
    lines.seen(link.see(forgotten))
    expect(lines.own()).toBe('kept')
  })

  test('is kept in every answer of ours when the reveal shows it as kept, whatever this page knew', async () => {
    const lines = await offered()
    lines.seen(link.see(revealing({ a: 'kept', b: 'kept' })))
    lines.seen(link.see(forgotten))
    expect(lines.own()).toBe('kept')
    expect(lines.opened()?.b).toEqual({ as: 'kept' })
  })

  test('may be offered again, and then it is the offer that counts', async () => {
    const lines = await offered()
    const waiting = slowly()
    const kept = lines.keep()
    await expect.poll(() => waiting).toHaveLength(1)
    lines.write('that you never did listen')
    const again = lines.offer()
    expect(waiting[0]?.isWanted()).toBe(false)
    waiting[0]?.settle({ ok: true })
    await kept
    await expect.poll(() => waiting).toHaveLength(2)
    waiting[1]?.settle({ ok: true })
    expect(await again).toEqual({ ok: true })
    expect(sent()).toEqual(['line', 'keep', 'line'])
    expect(lines.own()).toEqual({ text: 'that you never did listen' })
  })
})

describe('a line that was offered', () => {
  test('is sealed again, once, for the keys of a page that was loaded again', async () => {
    const lines = writer()
    lines.write('that you never listen')
    await lines.offer()
    lines.seen(link.see(dropping({ answered: 'line' })))
    await link.otherReloads()
    lines.seen(link.see(dropping({ answered: 'line' })))
    await expect.poll(() => sent()).toEqual(['line', 'line'])
    const last = link.sent.at(-1)
    const label = { kind: 'line', phase: 3, id: 0 } as const
    expect(last?.do === 'line' && (await link.openedByOther(last.sealed, label))).toBe('that you never listen')
    lines.seen(link.see(dropping({ answered: 'line' })))
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent()).toHaveLength(2)
  })

  test('to two others is sealed for both, again when the page of either was loaded again, and is no longer than both take', async () => {
    await link.thirdSits()
    const lines = writer()
    const text = 'that you never listen'
    lines.write(text)
    await lines.offer()
    lines.seen(link.see(dropping({ answered: 'line' })))
    expect(sent()).toEqual(['line'])
    const label = { kind: 'line', phase: 3, id: 0 } as const
    const reads = async () => {
      const last = link.sent.at(-1)
      const sealed = last?.do === 'line' ? last.sealed : ''
      return [
        await link.openedByOther(mineOf(sealed, 'a'), label).catch(() => null),
        await link.openedByThird(mineOf(sealed, 'c'), label).catch(() => null),
      ]
    }
    expect(await reads()).toEqual([text, text])
    for (const reload of [link.thirdSits, link.otherReloads]) {
      await reload()
      expect(await reads()).toContain(null)
      lines.seen(link.see(dropping({ answered: 'line' })))
      await expect.poll(() => reads()).toEqual([text, text])
    }
    lines.write('x'.repeat(2799))
    expect(await lines.offer()).toEqual({ ok: false, code: 'too-big' })
  })

  test('is not taken for offered when it was refused, and is when only the answer was lost', async () => {
    const lines = writer()
    lines.write('that you never listen')
    link.taking = async () => ({ ok: false, code: 'stale-phase' })
    await lines.offer()
    expect(lines.own()).toBe('kept')
    link.taking = async () => ({ ok: false, code: 'no-answer' })
    await lines.offer()
    lines.seen(link.see(revealing({ a: 'kept', b: { sealed: 'x' } })))
    expect(lines.own()).toEqual({ text: 'that you never listen' })
  })
})

test('after the reveal nobody can tell from an answer whether a line was kept or never written', async () => {
  const [wroteNothing, kept] = [writer(), writer()]
  await kept.keep()
  for (const lines of [wroteNothing, kept]) {
    lines.seen(link.see(revealing({ a: 'kept', b: 'kept' })))
    expect(lines.own()).toBe('kept')
  }
})

test('a page that lost what it had offered answers nothing, rather than that it was kept', () => {
  const lines = writer()
  lines.seen(link.see(revealing({ a: 'kept', b: { sealed: 'x' } })))
  lines.seen(link.see(forgotten))
  expect(lines.own()).toBeNull()
  expect(lines.opened()?.b).toEqual({ as: 'unreadable' })
})

test('a line for a stranger goes with a commitment to it, and one for a friend goes as it always did', async () => {
  for (const kind of ['practice', 'friends'] as const) {
    link = await fakeLink()
    const lines = writer()
    lines.seen(link.see(dropping({ kind })))
    lines.write('that you never listen')
    expect(await lines.offer()).toEqual({ ok: true })
    const [intent] = link.sent
    if (intent?.do !== 'line') throw new Error('no line was sent')
    const { sealed, commitment } = intent
    const label = { kind: 'line', phase: 3, id: 0 } as const
    expect(intent).toEqual({ do: 'line', phase: 3, sealed, ...(kind === 'practice' && { commitment }) })
    const other = await link.other()
    const text =
      kind === 'practice'
        ? (await other.openFranked(sealed, label, commitment ?? '')).text
        : await other.open(sealed, label)
    expect(text, kind).toBe('that you never listen')
  }
})
