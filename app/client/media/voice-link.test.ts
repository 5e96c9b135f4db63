// Does a no arrive that was told while the other was away, and does nothing pass any more once somebody may be in between?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { fakePage } from '../testing/fake-page.ts'
import { FakePath, fakePaths, newestPath, settled } from '../testing/fake-path.ts'
import { fakePlayer } from '../testing/fake-player.ts'
import { createComparing } from './comparing.ts'
import type { Signal } from './signal.ts'
import { createVoiceLink } from './voice-link.ts'

/** Sealing takes its time on a busy machine. */
const PATIENT = { timeout: 10_000 }
const label = { kind: 'media', phase: 0, id: 0 } as const

beforeEach(() => {
  fakePage()
  fakePlayer()
  fakePaths()
})
afterEach(() => void vi.unstubAllGlobals())

it('what was told while the other was away is told again when they are back, as is what was told while we were', async () => {
  const link = await fakeLink({ medium: 'voice' })
  const voice = createVoiceLink({ link, serverNow: () => 1_000_000, changed: () => {} })
  const read = new Map<number, string>()
  /** What the other has read of the captions so far. */
  const told = async () => {
    for (let n = 0; n < link.asked.length; n += 1) {
      // Some asks have nothing in them.
      const { sealed } = (link.asked[n]?.payload?.data ?? {}) as { sealed?: string }
      if (sealed && !read.has(n)) read.set(n, await link.openedByOther(sealed, label))
    }
    return [...read.values()].flatMap(text => (text.includes('captions') ? [JSON.parse(text).captions] : []))
  }
  const see = (here: boolean) => {
    const view = link.see({ medium: 'voice' })
    const { a = null } = view.seats
    voice.seen({ ...view, seats: { ...view.seats, a: a && { ...a, here } } })
  }
  see(true)
  voice.snapshot().captions?.agree()
  voice.snapshot().captions?.withdraw()
  await expect.poll(told, PATIENT).toEqual([true, false])
  see(false)
  see(true)
  await expect.poll(told, PATIENT).toEqual([true, false, false])
  voice.entered()
  await expect.poll(told, PATIENT).toEqual([true, false, false, false])
  voice.end()
})

/** Two strangers who hear each other: the offer of the other has come, and sound with it. */
async function strangersHearing() {
  const player = fakePlayer()
  const link = await fakeLink({ kind: 'practice', medium: 'voice' })
  link.answer = () => ({ ok: true, iceServers: [], relayOnly: true, expiresAt: null })
  const voice = createVoiceLink({ link, serverNow: () => 1_000_000, changed: () => {} }, ports =>
    createComparing({
      ...ports,
      language: 'en',
      certify: async () => ({ certificate: {} as RTCCertificate, print: OURS }),
    }),
  )
  const comes = async (signal: Signal) => {
    const text = JSON.stringify(signal)
    const sealed = await link.sealedByOther({ ...label, text })
    voice.signal({ from: 'a', data: { under: under(link), sealed } })
  }
  const see = () => voice.seen(link.see({ kind: 'practice', medium: 'voice' }))
  see()
  await expect.poll(() => FakePath.all.length, PATIENT).toBe(1)
  await comes(offer(THEIRS))
  await expect.poll(() => newestPath().localDescription?.type, PATIENT).toBe('answer')
  newestPath().sound()
  newestPath().become('connected')
  expect([voice.snapshot().with.a?.path, player.muted, player.isRemoved]).toEqual(['there', false, false])
  return { link, voice, player, comes, see }
}

const print = (name: string) => `sha-256 ${name.repeat(32).match(/../g)?.join(':')}`
const [OURS, THEIRS, SOMEBODYS] = [print('B2'), print('A1'), print('C3')]
const offer = (of: string, turn = 1): Signal => ({
  turn,
  description: { type: 'offer', sdp: `v=0\r\na=fingerprint:${of}\r\n` },
})
const under = (link: FakeLink): string =>
  (link.view()?.seats.a?.key ?? '').slice(-16) + (link.keys()?.public ?? '').slice(-16)

it.each([
  ['another certificate is named', [offer(SOMEBODYS)]],
  [
    'a nonce is revealed that nobody committed to',
    [
      { same: { step: 'commit', commitment: 'A'.repeat(43), language: 'en' } },
      { same: { step: 'reveal', nonce: 'A'.repeat(43), print: THEIRS } },
    ],
  ],
] as [string, Signal[]][])(
  'between two strangers the sound is cut at once where %s, and no path is made again',
  async (_, signals) => {
    const { voice, player, comes, see, link } = await strangersHearing()
    for (const signal of signals) await comes(signal)
    await expect.poll(() => voice.snapshot().same?.at, PATIENT).toBe('differs')
    expect([newestPath().connectionState, player.isRemoved]).toEqual(['closed', true])
    const { length } = link.asked
    voice.snapshot().tryAgain()
    see()
    for (const turn of [2, 3]) await comes(offer(THEIRS, turn))
    // What is no signal is told when everything before it was judged.
    voice.signal({ from: 'a', data: null })
    await expect.poll(() => voice.snapshot().with.a?.isUnchecked, PATIENT).toBe(true)
    await settled()
    expect(FakePath.all).toHaveLength(1)
    expect(link.asked.slice(length)).toEqual([])
    // A page that is loaded again begins anew, with words of its own.
    await link.otherReloads()
    see()
    await expect.poll(() => voice.snapshot().same?.at, PATIENT).toBe('waiting')
    await expect.poll(() => FakePath.all.length, PATIENT).toBe(2)
    voice.end()
  },
)

/** Three who sit together, with a path to each of the two others. */
async function threeHearing() {
  const link = await fakeLink({ kind: 'workshop', medium: 'voice' })
  link.answer = () => ({ ok: true, iceServers: [], relayOnly: false, expiresAt: null })
  await link.thirdSits()
  const voice = createVoiceLink({ link, serverNow: () => 1_000_000, changed: () => {} })
  const floor = (floor: 'a' | 'b' | 'c' | 'all') => {
    const { phase, ...view } = link.see({ kind: 'workshop', medium: 'voice' })
    voice.seen({ ...view, phase: phase && { ...phase, floor } })
  }
  floor('a')
  await expect.poll(() => FakePath.all.length, PATIENT).toBe(2)
  const [toAna, toCy] = FakePath.all as [FakePath, FakePath]
  return { link, voice, floor, toAna, toCy }
}

it('of three each path is known by itself, and one that is not there does not spoil the other', async () => {
  const { voice, toAna, toCy, link, floor } = await threeHearing()
  toAna.become('connected')
  expect(voice.snapshot().with).toMatchObject({ a: { path: 'there' }, c: { path: 'coming' } })
  // Looked for anew is only the one that is not well.
  voice.snapshot().tryAgain()
  await expect.poll(() => FakePath.all.length, PATIENT).toBe(3)
  expect([toAna.connectionState, toCy.connectionState]).toEqual(['connected', 'closed'])
  newestPath().become('connected')
  expect(voice.snapshot().with).toMatchObject({ a: { path: 'there' }, c: { path: 'there' } })
  link.thirdLeaves()
  floor('a')
  expect(Object.keys(voice.snapshot().with)).toEqual(['a'])
  expect([toAna.connectionState, newestPath().connectionState]).toEqual(['connected', 'closed'])
  voice.end()
})

it('what somebody says of their microphone, and what was changed on the way, is about them alone', async () => {
  const { link, voice } = await threeHearing()
  const text = JSON.stringify({ microphone: 'none' } satisfies Signal)
  const sealed = await link.sealedByThird({ ...label, text })
  const tag = (key = '') => key.slice(-16)
  const keys = link.view()?.seats
  voice.signal({ from: 'c', data: { under: tag(keys?.c?.key) + tag(link.keys()?.public), sealed } })
  voice.signal({ from: 'a', data: null })
  await expect.poll(() => voice.snapshot().with.a?.isUnchecked, PATIENT).toBe(true)
  expect(voice.snapshot().with).toMatchObject({
    a: { theirs: null, isUnchecked: true },
    c: { theirs: 'none', isUnchecked: false },
  })
  voice.end()
})
