// In which language did this tab wait for a stranger? Kept for as long as the room is: two people read words of it to each
// other, also after their pages were loaded again.
import { readStored, writeStored } from './device-storage.ts'
import { keyOf } from './seat-memory.ts'

/** To be called with what was said in `wait`, as soon as a room is known. */
export function rememberWaitedIn(room: string, language: string): void {
  writeStored('tab', keyOf(room, 'language'), language)
}

/** The page's own language where this tab has not waited itself. */
export function waitedIn(room: string): string {
  const stored = readStored('tab', keyOf(room, 'language'))
  const language = typeof stored === 'string' ? stored : document.documentElement.lang
  return /^[a-z]{2,3}/.exec(language)?.[0] ?? 'en'
}
