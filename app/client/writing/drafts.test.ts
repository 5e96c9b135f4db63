import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RoomLink } from '../line/room-link.ts'
import { createDrafts } from './drafts.ts'
import type { SealedWords } from './sealing.ts'

type Sent = { phase: number; id: number; text: string }

function writer() {
  const it = {
    sent: [] as Sent[],
    n: 1,
    count: 0,
    mayWrite: true,
    typesLive: false,
    refusal: null as string | null,
    sealing: async (draft: Sent): Promise<SealedWords | null> => ({ sealed: JSON.stringify(draft) }),
  }
  const drafts = createDrafts({
    ask: (async (_: string, { sealed }: { sealed: string }) => {
      it.sent.push(JSON.parse(sealed))
      return it.refusal ? { ok: false, code: it.refusal } : { ok: true }
    }) as RoomLink['ask'],
    fits: text => text.length < 100,
    seal: draft => it.sealing(draft),
    phase: () => it.n,
    mayWrite: () => it.mayWrite,
    next: () => it.count + 1,
    typesLive: () => it.typesLive,
  })
  return { it, drafts, texts: () => it.sent.map(({ text }) => text) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a sentence that is seen as it grows', () => {
  test('goes out at most four times a second, as it stands then', async () => {
    const { drafts, it } = writer()
    for (const text of ['I', 'I m', 'I mean']) drafts.write(text, true)
    await vi.advanceTimersByTimeAsync(249)
    expect(it.sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(it.sent).toEqual([{ phase: 1, id: 1, text: 'I mean' }])
  })

  test('is taken back at once when it is no longer to be seen, and nothing that is written after that goes out', async () => {
    const { drafts, texts } = writer()
    drafts.write('I mean', true)
    await vi.advanceTimersByTimeAsync(250)
    drafts.write('I mean what nobody', false)
    await vi.advanceTimersByTimeAsync(0)
    expect(texts()).toEqual(['I mean', ''])
    drafts.write('I mean what nobody shall read', false)
    drafts.write('I mean what nobody shall read yet')
    await vi.advanceTimersByTimeAsync(5000)
    expect(texts()).toEqual(['I mean', ''])
  })

  test('never goes out when it was hidden before its time', async () => {
    const { drafts, texts } = writer()
    drafts.write('mine', true)
    drafts.write('mine alone', false)
    await vi.advanceTimersByTimeAsync(5000)
    expect(texts()).toEqual([])
  })

  test('never goes out when it was hidden while it was being sealed', async () => {
    const { it, drafts, texts } = writer()
    let seal = () => {}
    it.sealing = draft => new Promise(resolve => (seal = () => resolve({ sealed: JSON.stringify(draft) })))
    drafts.write('mine', true)
    await vi.advanceTimersByTimeAsync(250)
    drafts.write('mine alone', false)
    seal()
    await vi.advanceTimersByTimeAsync(5000)
    expect(texts()).toEqual([])
  })

  test('is taken back again until the server has it', async () => {
    const { it, drafts, texts } = writer()
    drafts.write('I mean', true)
    await vi.advanceTimersByTimeAsync(250)
    it.refusal = 'too-fast'
    drafts.write('', false)
    await vi.advanceTimersByTimeAsync(0)
    it.refusal = null
    await vi.advanceTimersByTimeAsync(1000)
    expect(texts()).toEqual(['I mean', '', ''])
    await vi.advanceTimersByTimeAsync(5000)
    expect(texts()).toHaveLength(3)
  })

  test('is taken back when the floor is given back, if it was hidden while the clock was held', async () => {
    const { it, drafts, texts } = writer()
    drafts.write('I mean', true)
    await vi.advanceTimersByTimeAsync(250)
    it.mayWrite = false
    drafts.write('I mean', false)
    await vi.advanceTimersByTimeAsync(5000)
    expect(texts()).toEqual(['I mean'])
    it.mayWrite = true
    drafts.follow()
    await vi.advanceTimersByTimeAsync(0)
    expect(texts()).toEqual(['I mean', ''])
  })
})

test('what was said while it was being sealed does not come after the words that it became', async () => {
  const { it, drafts, texts } = writer()
  let seal = () => {}
  it.sealing = draft =>
    new Promise(resolve => {
      seal = () => resolve({ sealed: JSON.stringify(draft) })
    })
  drafts.write('I mean', true)
  await vi.advanceTimersByTimeAsync(250)
  it.count = 1
  drafts.over()
  seal()
  await vi.advanceTimersByTimeAsync(5000)
  expect(texts()).toEqual([])
})

test('the setting decides where a field does not, also when it is changed without a keystroke', async () => {
  const { it, drafts, texts } = writer()
  it.typesLive = true
  drafts.write('I mean')
  await vi.advanceTimersByTimeAsync(250)
  it.typesLive = false
  drafts.follow()
  await vi.advanceTimersByTimeAsync(0)
  expect(texts()).toEqual(['I mean', ''])
})

test('what was said is not taken back, and what is written after it is as private as before', async () => {
  const { it, drafts, texts } = writer()
  drafts.write('I mean', true)
  await vi.advanceTimersByTimeAsync(250)
  drafts.over()
  it.count = 1
  drafts.write('and now for myself', false)
  await vi.advanceTimersByTimeAsync(5000)
  expect(texts()).toEqual(['I mean'])
})
