import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLinkSecret } from '../../../lib/seal/link-secret.ts'
import { rememberedSecret } from '../device/seat-memory.ts'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { createOwnSecret } from './own-secret.ts'

const ROOM = 'r'.repeat(22)
const [TRUE, FORGED] = [createLinkSecret(), createLinkSecret()]

let page: FakePage
beforeEach(() => {
  page = fakePage()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A page that was opened with `hash`, and then another load of it. */
function sat(hash: string, isProven: boolean) {
  page.location.hash = `#${hash}`
  const own = createOwnSecret(ROOM)
  own.choose(false)
  own.seated()
  if (isProven) own.proven()
  return own
}

describe('a link with another secret', () => {
  test('does not replace the one of a running sitting, neither by a reload nor in the same tab', () => {
    const own = sat(TRUE, true)
    own.watch()
    page.location.hash = `#${FORGED}`
    page.tell('hashchange')
    expect([own.now(), page.reloads, page.location.hash]).toEqual([TRUE, 0, `#${TRUE}`])

    page.location.hash = `#${FORGED}`
    const reloaded = createOwnSecret(ROOM)
    reloaded.choose(true)
    reloaded.seated()
    expect([reloaded.now(), page.location.hash]).toEqual([TRUE, `#${TRUE}`])
    expect(reloaded.invite()).toBe(`http://localhost/r/${ROOM}#${TRUE}`)
  })

  test('does not replace the one of whoever made the room', () => {
    const own = createOwnSecret(ROOM)
    own.made(TRUE)
    own.seated()
    page.location.hash = `#${FORGED}`
    const reloaded = createOwnSecret(ROOM)
    reloaded.choose(true)
    expect(reloaded.now()).toBe(TRUE)
  })

  test('is a way out for somebody who sat down with a wrong one', () => {
    const own = sat(FORGED, false)
    own.watch()
    page.location.hash = `#${TRUE}`
    page.tell('hashchange')
    expect(page.reloads).toBe(1)
    const reloaded = createOwnSecret(ROOM)
    reloaded.choose(true)
    expect(reloaded.now()).toBe(TRUE)
  })

  test('is what somebody without a seat goes by', () => {
    sat(TRUE, true)
    page.location.hash = `#${FORGED}`
    const stranger = createOwnSecret(ROOM)
    stranger.choose(false)
    expect(stranger.now()).toBe(FORGED)
    // And it does not overwrite what another tab of this browser knows to be right.
    stranger.seated()
    expect(rememberedSecret(ROOM)).toEqual({ secret: TRUE, isSure: true })
  })
})

test('the secret goes from the address when the sitting begins, if a reload would find it elsewhere', () => {
  const own = sat(TRUE, false)
  page.device.clear()
  page.tab.clear()
  own.sitting()
  expect(page.location.hash).toBe(`#${TRUE}`)
  own.seated()
  own.sitting()
  expect(page.location.hash).toBe('')
})

test('nothing of it is left when the room is left', () => {
  const own = sat(TRUE, true)
  own.forget()
  expect([own.now(), own.invite(), page.location.hash]).toEqual([null, null, ''])
})
