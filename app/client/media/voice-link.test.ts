// Does a no arrive that was told while the other was away?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeLink } from '../testing/fake-link.ts'
import { fakePage } from '../testing/fake-page.ts'
import { fakePaths } from '../testing/fake-path.ts'
import { fakePlayer } from '../testing/fake-player.ts'
import { makeVoiceLink } from './voice-link.ts'

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
  const voice = makeVoiceLink({ link, serverNow: () => 1_000_000, changed: () => {} })
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
