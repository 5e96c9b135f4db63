'use client'
// How does somebody notice who has looked away that a person is there? By a bell, by the tab's title, and by a notice of the
// system where that was allowed.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Bell } from '../client/sound/bell.ts'
import type { BellRings } from '../client/sound/bell-plan.ts'

export interface Noticing {
  /** Whether this browser can show notices and has not been asked yet. */
  mayAsk: boolean
  isOn: boolean
  /** What can be promised of the bell; `closed`: its browser waits for a touch. */
  rings: BellRings | 'closed'
  ask(): void
}

const ARRIVED_BUZZ = [120, 80, 120]

/** `who` changes with each person who arrives; null while there is none. */
export function useArrival(who: string | null, { title, text }: { title: string; text: string }): Noticing {
  const bell = useRef<Bell | null>(null)
  const [rings, setRings] = useState<Noticing['rings']>('here')
  const [permission, setPermission] = useState<NotificationPermission | 'none'>('none')

  useEffect(() => {
    let isOver = false
    if ('Notification' in window) setPermission(Notification.permission)
    void import('../client/sound/bell.ts').then(
      ({ createBell }) => {
        if (isOver) return
        const own = createBell(() => tell())
        const tell = () => setRings(own.isBlocked() ? 'closed' : own.rings())
        bell.current = own
        tell()
      },
      () => {},
    )
    return () => {
      isOver = true
      bell.current?.end()
      bell.current = null
    }
  }, [])

  const arrived = useEffectEvent(() => {
    bell.current?.hear('arrival')
    navigator.vibrate?.(ARRIVED_BUZZ)
    if (permission === 'granted' && document.hidden) showNotice(title, text)
  })

  useEffect(() => {
    if (who === null) return
    arrived()
    const before = document.title
    document.title = `● ${title}`
    return () => {
      document.title = before
    }
  }, [who, title])

  return {
    mayAsk: permission === 'default',
    isOn: permission === 'granted',
    rings,
    ask: () => void Notification.requestPermission().then(setPermission),
  }
}

/** Some phones show notices by a worker alone and refuse this; then the bell and the title have to do. */
function showNotice(title: string, body: string): void {
  try {
    const notice = new Notification(title, { body, tag: 'clearing-practice' })
    notice.addEventListener('click', () => {
      window.focus()
      notice.close()
    })
  } catch {
    // Nothing is lost by it.
  }
}
