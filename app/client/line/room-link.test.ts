import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLinkSecret } from '../../../lib/seal/link-secret.ts'
import { createKeys } from '../../../lib/seal/own-keys.ts'
import { writeNote } from '../device/notes.ts'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { viewWith } from '../testing/view-with.ts'
import { writeDraft, writeSaid } from '../writing/own-words.ts'
import { shownNow } from './clock.ts'
import { createRoomLink, type RoomLink } from './room-link.ts'

const ROOM = viewWith().room
const SECRET = createLinkSecret()

let page: FakePage
let wires: FakeWire[]
let answers: FakeWire['answer']
let link: RoomLink

const dial = () => {
  const wire = fakeWire((name, payload) =>
    name === 'clock' ? { ok: true, now: performance.now() } : answers(name, payload),
  )
  wires.push(wire)
  return wire
}
const kept = () => [...page.device.keys(), ...page.tab.keys()]
const asked = (name: string) => wires.flatMap(wire => wire.asked.filter(one => one.name === name))

function createLink(): RoomLink {
  return createRoomLink(ROOM, {
    dial,
    changed: () => {},
    entered: () => {},
    told: { words: () => {}, again: () => {}, replay: () => {}, signal: () => {} },
  })
}

/** A seat in a sitting, with something written in every place that there is. */
async function seated(): Promise<FakeWire> {
  const wire = dial()
  wire.goUp()
  const view = viewWith()
  link.start({ wire, keys: await createKeys(), secret: SECRET, seated: { seat: 'b', token: 't', rev: 1, view } })
  writeNote(ROOM, 'b', 'that you are cold')
  const said = [{ phase: 1, id: 1, text: 'one', sent: true, at: 1 }]
  writeSaid(ROOM, 'b', { count: 1, said, draft: { phase: 1, text: 'tw' } })
  writeDraft(ROOM, 'b', { count: 1, said, draft: { phase: 1, text: 'tw' } })
  return wire
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  page = fakePage(`#${SECRET}`)
  wires = []
  answers = () => ({ ok: true })
  link = createLink()
})
afterEach(() => {
  link.end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what a page keeps for the server', () => {
  test('is the newest view’s, comes with the token, and is on no device', async () => {
    const wire = await seated()
    const see = (rev: number, capsule?: string) => wire.tell('view', viewWith({ rev, ...(capsule && { capsule }) }))
    see(5, 'sealed at five')
    see(4, 'sealed at four')
    wire.goDown()
    answers = () => new Promise(() => {})
    await vi.advanceTimersByTimeAsync(5_000)
    wires.at(-1)?.goUp()
    await expect.poll(() => asked('enter').at(-1)?.payload).toMatchObject({ token: 't', capsule: 'sealed at five' })
    expect(JSON.stringify([...page.device, ...page.tab])).not.toContain('sealed at five')
  })

  test('is nothing more once a view has none', async () => {
    const wire = await seated()
    wire.tell('view', viewWith({ rev: 5, capsule: 'sealed at five' }))
    wire.tell('view', viewWith({ rev: 6 }))
    wire.goDown()
    answers = () => new Promise(() => {})
    await vi.advanceTimersByTimeAsync(5_000)
    wires.at(-1)?.goUp()
    await expect.poll(() => asked('enter').length).toBeGreaterThan(0)
    expect(asked('enter').at(-1)?.payload).not.toHaveProperty('capsule')
  })
})

describe('the time that is shown', () => {
  /** At least this much later by the clock of the test, which the fake timers leave alone. */
  const passes = (ms: number) => {
    const from = performance.now()
    return expect.poll(() => performance.now() - from).toBeGreaterThan(ms)
  }

  test('stands at what was heard last once the line is quiet, since the room holds it from there, and goes on on the line', async () => {
    const wire = await seated()
    await passes(20)
    const [lostAt, heardAt] = [shownNow(), performance.now()]
    wire.lastHeardAt = () => heardAt
    wire.goDown()
    // A loss that may heal before anything is held: it goes on, as the bell does.
    await passes(20)
    expect(shownNow()).toBeGreaterThan(lostAt)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(link.snapshot().link).toBe('quiet')
    const stands = shownNow()
    expect(Math.abs(stands - lostAt)).toBeLessThan(10)
    await passes(20)
    expect(shownNow()).toBe(stands)
    answers = name => (name === 'enter' ? { ok: true, seat: 'b', token: 'u', rev: 2, view: viewWith() } : { ok: true })
    wires.at(-1)?.goUp()
    await expect.poll(() => link.snapshot().link).toBe('live')
    expect(shownNow()).toBeGreaterThan(lostAt + 20)
  })

  test('goes on for whatever comes after a room that was left off the line', async () => {
    const wire = await seated()
    const heardAt = performance.now()
    wire.lastHeardAt = () => heardAt
    wire.goDown()
    await vi.advanceTimersByTimeAsync(5_000)
    const stands = shownNow()
    await passes(20)
    expect(shownNow()).toBe(stands)
    link.end()
    await passes(20)
    expect(shownNow()).toBeGreaterThan(stands)
  })
})

describe('leaving', () => {
  test('wipes this device before anything is sent, and waits for no network to do so', async () => {
    const wire = await seated()
    expect(kept().length).toBeGreaterThan(5)
    answers = () => new Promise(() => {})
    const left = link.leave()
    expect(kept()).toEqual([])
    expect(page.location.hash).toBe('')
    expect(link.snapshot()).toMatchObject({ state: { at: 'left' }, invite: null })
    expect(asked('intent')).toEqual([])
    await expect.poll(() => asked('intent').map(one => one.payload)).toEqual([{ do: 'leave' }])
    await vi.advanceTimersByTimeAsync(3000)
    await left
    expect(wire.isClosed).toBe(true)
    expect(kept()).toEqual([])
  })

  test('writes nothing down any more when it comes back only to say farewell', async () => {
    const wire = await seated()
    wire.goDown()
    const left = link.leave()
    answers = name => (name === 'enter' ? { ok: true, seat: 'b', token: 'u', rev: 2, view: viewWith() } : { ok: true })
    wire.goUp()
    await left
    expect(asked('intent').map(one => one.payload)).toEqual([{ do: 'leave' }])
    expect(kept()).toEqual([])
    expect(link.snapshot().state).toEqual({ at: 'left' })
  })

  test('is said to the others even when the page of the room is gone a moment later', async () => {
    const wire = await seated()
    wire.goDown()
    const left = link.leave()
    link.end()
    answers = name => (name === 'enter' ? { ok: true, seat: 'b', token: 'u', rev: 2, view: viewWith() } : { ok: true })
    wire.goUp()
    await left
    expect(asked('intent').map(one => one.payload)).toEqual([{ do: 'leave' }])
  })
})

test('a room that took nobody is knocked at again on request, with the same key', async () => {
  answers = () => ({ ok: true, free: 0 })
  link.start()
  await expect.poll(() => wires).toHaveLength(1)
  wires[0]?.goUp()
  await expect.poll(() => link.snapshot().state).toEqual({ at: 'refused', code: 'full' })
  const key = link.keys()?.public
  answers = name => (name === 'peek' ? { ok: true, free: 1 } : { ok: false, code: 'no-answer' })
  link.tryNow()
  await expect.poll(() => wires).toHaveLength(2)
  wires[1]?.goUp()
  await expect.poll(() => link.snapshot().state).toMatchObject({ at: 'doorstep' })
  expect(link.keys()?.public).toBe(key)
})

test('a seat that is locked for this tab after nobody looks at the room is let go at once', async () => {
  const released: string[] = []
  let grant = () => {}
  vi.stubGlobal('navigator', {
    onLine: true,
    locks: {
      request: (name: string, _: LockOptions, granted: (lock: Lock) => Promise<void>) =>
        new Promise<void>(resolve => {
          grant = () =>
            granted({ name, mode: 'exclusive' }).then(() => {
              released.push(name)
              resolve()
            })
        }),
    },
  })
  await seated()
  link.end()
  grant()
  await expect.poll(() => released).toEqual([`clearing:${ROOM}:b`])
})
