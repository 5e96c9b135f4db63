// Does the screen stay on while somebody listens? As long as it is wanted and the browser allows it. The browser lets go
// of it whenever the page is hidden, so it is asked for again each time the page is seen.

export interface Awake {
  /** Whether the screen is being kept on at this moment. */
  isKept(): boolean
  stop(): void
}

/** Keeps the screen on from now until `stop`. Calls `changed` whenever that begins or ends. Never throws. */
export function keepAwake(changed: () => void): Awake {
  let sentinel: WakeLockSentinel | null = null
  let stopped = false

  const ask = async () => {
    if (stopped || sentinel || document.visibilityState !== 'visible') return
    try {
      const granted = await navigator.wakeLock?.request('screen')
      if (!granted) return
      if (stopped || sentinel) return void granted.release()
      sentinel = granted
      granted.addEventListener('release', () => {
        if (sentinel === granted) sentinel = null
        changed()
      })
      changed()
    } catch {
      // A low battery, a policy or an old browser: the sitting goes on with a darker screen, and the bell still rings.
    }
  }

  document.addEventListener('visibilitychange', ask)
  ask()
  return {
    isKept: () => sentinel !== null,
    stop: () => {
      stopped = true
      document.removeEventListener('visibilitychange', ask)
      sentinel?.release().catch(() => {})
      sentinel = null
    },
  }
}
