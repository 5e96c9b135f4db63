// When may this page have slept, or its network have changed? Then a connection can look whole and be dead, so it is
// asked something at once; without an answer it is dialled anew instead of waiting for a timeout.
import type { Ms } from '../../../lib/protocol/room.ts'

const ANSWER_MS = 1500

/** Runs `probe` at each waking; calls `redial` when it is not true within 1.5 s. Returns how to stop. */
export function onWakeUp(probe: () => Promise<boolean>, redial: () => void, answerMs: Ms = ANSWER_MS): () => void {
  let probing = false
  const woke = async () => {
    if (probing || document.visibilityState !== 'visible') return
    probing = true
    const late = new Promise<boolean>(resolve => setTimeout(() => resolve(false), answerMs))
    if (!(await Promise.race([probe(), late]))) redial()
    probing = false
  }
  document.addEventListener('visibilitychange', woke)
  document.addEventListener('resume', woke)
  window.addEventListener('pageshow', woke)
  window.addEventListener('online', woke)
  return () => {
    document.removeEventListener('visibilitychange', woke)
    document.removeEventListener('resume', woke)
    window.removeEventListener('pageshow', woke)
    window.removeEventListener('online', woke)
  }
}
