import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakePage } from '../client/testing/fake-page.ts'
import { rememberWaiting, waitedAsItWasReloaded } from './seeking.ts'

const loadedBy = (type: string) => vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }] as never)

beforeEach(() => void fakePage())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('a page that is loaded anew while somebody waits on it goes on to wait', () => {
  loadedBy('reload')
  expect(waitedAsItWasReloaded()).toBe(false)
  rememberWaiting(true)
  expect(waitedAsItWasReloaded()).toBe(true)
})

test('whoever stopped, or comes by a link or by going back, is asked at the door', () => {
  rememberWaiting(true)
  for (const type of ['navigate', 'back_forward', 'prerender']) {
    loadedBy(type)
    expect(waitedAsItWasReloaded(), type).toBe(false)
  }
  loadedBy('reload')
  rememberWaiting(false)
  expect(waitedAsItWasReloaded()).toBe(false)
})
