// How did this person wait the last time, on this device? Only that they need not say it again, and that a reload goes on.
import { NAME_MOST } from '../../lib/wire/lengths.ts'
import { LOCALES } from '../../lib/words/locale.ts'
import { dropStored, readStored, writeStored } from '../client/device/device-storage.ts'
import type { Seeking } from '../client/strangers/stranger-state.ts'

const KEY = 'clearing.practice'
/** In this tab alone: another one has not been asked to wait. */
const WAITS_KEY = 'clearing.practice.waits'
export const MEDIA = ['voice', 'text'] as const
/** In these people are brought together: the ones that the pages are written in. */
export const LANGUAGES = LOCALES

/** What was remembered, or null; whatever is of another kind is not taken. Browser only. */
export function rememberedSeeking(): Seeking | null {
  const stored = readStored('device', KEY)
  if (typeof stored !== 'object' || stored === null) return null
  const said: Partial<Record<keyof Seeking, unknown>> = stored
  const medium = MEDIA.find(known => known === said.medium)
  const language = LANGUAGES.find(known => known === said.language)
  if (!medium || !language || typeof said.name !== 'string') return null
  return { name: said.name.slice(0, NAME_MOST), medium, language }
}

export function rememberSeeking(seeking: Seeking): void {
  writeStored('device', KEY, seeking)
}

/** Written down for as long as somebody waits on this page, and looked at when it is loaded. */
export function rememberWaiting(waits: boolean): void {
  if (waits) writeStored('tab', WAITS_KEY, true)
  else dropStored('tab', WAITS_KEY)
}

/**
 * Whether they waited here as the page was loaded anew: they go on, and need not say again what they have said. Whoever comes by a
 * link, be it in the same tab, is asked at the door. Browser only.
 */
export function waitedAsItWasReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'reload' && readStored('tab', WAITS_KEY) === true
}
