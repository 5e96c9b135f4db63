// How did this person wait the last time, on this device? Only that they need not say it again, and that a reload goes on.
import { LOCALES } from '../../lib/words/locale.ts'
import { readStored, writeStored } from '../client/device-storage.ts'
import type { Seeking } from '../client/stranger-state.ts'

const KEY = 'clearing.practice'
/** As many characters as a seat carries. */
export const NAME_MOST = 40
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
