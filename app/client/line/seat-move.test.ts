import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { viewWith } from '../testing/view-with.ts'
import { createSeatLine } from './seat-line.ts'
import { sendIntent } from './send-intent.ts'

const SEATED = { ok: true, seat: 'b', token: 'second', rev: 1, view: viewWith() }
const LOST = { ok: false, code: 'no-answer' }
const DRAINING = { why: 'draining', withinMs: 8000 } as const
const ON = { do: 'on', phase: 1 } as const

let wires: FakeWire[]
let answers: FakeWire['answer']
/** The numbers of the words that were read. */
let read: number[]
let revs: number[]
let links: string[]
let refusals: string[]

const soon = () => vi.advanceTimersByTimeAsync(0)
const entered = () => wires.map(({ asked }) => asked.filter(({ name }) => name === 'enter').map(one => one.payload))
const acts = () => wires.map(({ asked }) => asked.filter(({ name }) => name === 'intent').length)
const says = (wire: FakeWire, id: number) => wire.tell('words', { from: 'a', phase: 1, id, sealed: 'sealed' })

/** Sits at a process which then says that it is to end; `next` is on its way to another. */
async function told() {
  const line = createSeatLine({
    room: 'room',
    dial: () => {
      const wire = fakeWire((name, payload) => (name === 'clock' ? { ok: true, now: 1 } : answers(name, payload)))
      wires.push(wire)
      return wire
    },
    entering: () => ({}),
    seated: seated => void revs.push(seated.view.rev),
    knocked: () => {},
    told: {
      again: () => {},
      replay: () => {},
      signal: () => {},
      words: ({ id }) => void read.push(id),
      view: ({ rev }) => void revs.push(rev),
    },
    refused(code) {
      refusals.push(code)
      line.hangUp()
    },
    otherTab: () => void refusals.push('other-tab'),
    changed: () => void links.push(`${line.link()} ${line.why()}`),
  })
  line.start('first')
  const [old] = wires as [FakeWire]
  old.goUp()
  await soon()
  old.tell('moved', DRAINING)
  const next = wires[1] as FakeWire
  return { line, old, next }
}

function answeredLater() {
  let take = () => {}
  const taken = new Promise<typeof SEATED>(resolve => {
    take = () => resolve(SEATED)
  })
  return { taken, take: () => take() }
}

/** What a connection answers to whatever was under way on it when it is let go of. */
const untilClosed = (wire: FakeWire) =>
  new Promise<typeof LOST>(resolve => {
    const { close } = wire
    wire.close = () => {
      close()
      resolve(LOST)
    }
  })

beforeEach(() => {
  vi.useFakeTimers()
  fakePage()
  wires = []
  read = []
  revs = []
  links = []
  refusals = []
  answers = () => SEATED
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a process that is to end', () => {
  test('is let go of when another has seated the page and not before, and is heard till then', async () => {
    const { line, old, next } = await told()
    expect([wires.length, old.isClosed, line.isLive()]).toEqual([2, false, true])
    says(old, 1)
    const { taken, take } = answeredLater()
    answers = () => taken
    next.goUp()
    // The seat is taken from the old connection before the answer is here: it is no other tab that has it.
    says(old, 2)
    old.tell('moved', { why: 'other-tab' })
    expect([old.isClosed, line.isLive()]).toEqual([false, true])
    take()
    await soon()
    expect([old.isClosed, next.isClosed, line.isLive()]).toEqual([true, false, true])
    says(old, 3)
    says(next, 3)
    expect(read).toEqual([1, 2, 3])
    expect(entered()).toMatchObject([[{ token: 'first' }], [{ token: 'second' }]])
    // However long it takes, nobody is shown that anything was the matter.
    await vi.advanceTimersByTimeAsync(60_000)
    expect(links).toEqual(['live unreachable'])
    expect(refusals).toEqual([])
    line.hangUp()
  })

  test('says so twice, and the page dials once', async () => {
    const { line, old } = await told()
    old.tell('moved', DRAINING)
    expect(wires).toHaveLength(2)
    line.hangUp()
  })

  test('and another that is to end as well: it is dialled again until one takes the page, which sits where it sat', async () => {
    const { line, old, next } = await told()
    answers = () => ({ ok: false, code: 'draining' })
    next.goUp()
    await vi.advanceTimersByTimeAsync(4000)
    expect([next.redials, old.isClosed, line.isLive()]).toEqual([1, false, true])
    answers = () => SEATED
    next.goDown()
    next.goUp()
    await soon()
    expect([old.isClosed, line.isLive(), wires.length]).toEqual([true, true, 2])
    expect(links).toEqual(['live unreachable'])
    line.hangUp()
  })

  test('and is gone before another has the seat: the page waits for the one that it has dialled', async () => {
    const { line, old, next } = await told()
    old.goDown()
    expect([old.isClosed, line.isLive(), wires.length]).toEqual([true, false, 2])
    await vi.advanceTimersByTimeAsync(4000)
    expect(links).toEqual(['live unreachable', 'quiet moving'])
    next.goUp()
    await soon()
    expect(line.isLive()).toBe(true)
    expect(links.at(-1)).toMatch(/^live/)
    line.hangUp()
  })
})

describe('what is asked while the seat is on its way', () => {
  test('goes to the old process, and is not asked again where it was answered', async () => {
    const { line, next } = await told()
    expect(await sendIntent({ line, view: () => null }, ON)).toEqual({ ok: true })
    next.goUp()
    await soon()
    expect(acts()).toEqual([1, 0])
    line.hangUp()
  })

  test('is asked of the new one, once, where the old was let go of before it answered', async () => {
    const { line, old, next } = await told()
    answers = name => (name === 'intent' ? untilClosed(old) : SEATED)
    const done = sendIntent({ line, view: () => null }, ON)
    await soon()
    expect(acts()).toEqual([1, 0])
    answers = () => SEATED
    next.goUp()
    expect(await done).toEqual({ ok: true })
    expect(acts()).toEqual([1, 1])
    line.hangUp()
  })

  test('is asked of the new one where the old has lost the seat already, and there nothing was done', async () => {
    const { line, old, next } = await told()
    const { taken, take } = answeredLater()
    answers = name => (name === 'intent' ? { ok: false, code: 'gone' } : taken)
    next.goUp()
    const done = line.ask('intent', { do: 'help' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(acts()).toEqual([1, 0])
    answers = () => ({ ok: true })
    take()
    expect(await done).toEqual({ ok: true })
    expect([acts(), old.isClosed]).toEqual([[1, 1], true])
    line.hangUp()
  })

  test('is answered by the old where the new one takes nobody', async () => {
    const { line, next } = await told()
    answers = () => ({ ok: false, code: 'gone' })
    const done = line.ask('intent', { do: 'help' })
    next.goUp()
    expect(await done).toEqual({ ok: false, code: 'gone' })
    expect(refusals).toEqual(['gone'])
  })
})

describe('what is told with the answer that gives the seat', () => {
  test('is heard behind it, and on no other connection', async () => {
    const { line, old, next } = await told()
    answers = name => {
      if (name !== 'enter') return { ok: true, now: 1 }
      // Plain HTTP brings several at once: the page goes on with the answer when all of them are there.
      queueMicrotask(() => {
        next.tell('view', viewWith({ rev: 7 }))
        says(next, 1)
      })
      return { ...SEATED, rev: 6, view: viewWith({ rev: 6 }) }
    }
    next.goUp()
    await soon()
    expect(revs).toEqual([1, 6, 7])
    expect(read).toEqual([1])
    old.tell('view', viewWith({ rev: 5 }))
    expect(revs).toEqual([1, 6, 7])
    line.hangUp()
  })

  test('is that this process is to end, too: the page moves on', async () => {
    const { line, next } = await told()
    answers = () => {
      queueMicrotask(() => next.tell('moved', DRAINING))
      return SEATED
    }
    next.goUp()
    await soon()
    expect([wires.length, line.isLive(), next.isClosed]).toEqual([3, true, false])
    answers = () => SEATED
    wires[2]?.goUp()
    await soon()
    expect([next.isClosed, line.isLive()]).toEqual([true, true])
    line.hangUp()
  })

  test('is nothing any more where the connection was lost before the answer', async () => {
    const { line, next } = await told()
    answers = () => {
      queueMicrotask(() => {
        says(next, 1)
        next.goDown()
      })
      return LOST
    }
    next.goUp()
    await vi.advanceTimersByTimeAsync(4000)
    answers = () => SEATED
    next.goUp()
    await soon()
    // It is asked for again by whoever reads.
    expect([read, line.isLive()]).toEqual([[], true])
    line.hangUp()
  })
})
