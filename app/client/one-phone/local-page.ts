'use client'
// What does the page of one phone between two people have of this device? Its clock, this tab's memory, a bell, and a screen
// that stays on: put around the small director, for as long as the page is there.
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Ms } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, writeStored } from '../device/device-storage.ts'
import { onSettings, settings } from '../device/settings.ts'
import { LONGEST_MS } from '../device/steady-timer.ts'
import { type Awake, keepAwake } from '../device/wake-lock.ts'
import { type Bell, createBell, type RungBell } from '../sound/bell.ts'
import { bellPlan, stillDue } from '../sound/bell-plan.ts'
import type { BellKind } from '../sound/bell-sound.ts'
import { createLocalRoom, type LocalRoom, type LocalSnapshot } from './local-room.ts'
import { LOCAL_KEY } from './local-texts.ts'

/** How much of an absence can go unnoticed at most. */
const SEEN_EVERY_MS = 1000

export interface LocalPage extends Pick<LocalRoom, 'begin' | 'act' | 'both' | 'write' | 'choose' | 'letGo'> {
  snapshot: LocalSnapshot | null
  /** Whether the screen is being kept on. */
  awake: boolean
  bell: {
    blocked: boolean
    hear(kind?: BellKind): void
    onRing(ring: (bell: RungBell) => void): () => void
  }
}

interface Here {
  now(): LocalPage
  end(): void
}

let here: Here | null = null
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

const clock = {
  now: () => Date.now(),
  at(at: Ms, call: () => void) {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const left = at - Date.now()
      if (left <= 0) call()
      else timer = setTimeout(wait, Math.min(left, LONGEST_MS))
    }
    timer = setTimeout(wait, Math.max(0, Math.min(at - Date.now(), LONGEST_MS)))
    return () => clearTimeout(timer)
  },
}

const memory = {
  read: () => readStored('tab', LOCAL_KEY),
  write: (kept: unknown) => void writeStored('tab', LOCAL_KEY, kept),
  drop: () => dropStored('tab', LOCAL_KEY),
}

const coin = () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 2 === 0

function createHere(): Here {
  let page: LocalPage | null = null
  let awake: Awake | null = null
  let isReady = false
  const changed = () => {
    page = null
    if (!isReady) return
    planBells()
    if (room.snapshot()?.views.a.stage === 'sitting') awake ??= keepAwake(changed)
    else rest()
    tell()
  }
  const bell: Bell = createBell(() => {
    page = null
    tell()
  })
  const room = createLocalRoom({ clock, memory, coin, changed })
  isReady = true
  changed()

  function planBells(): void {
    const view = room.snapshot()?.views.a
    bell.schedule(view ? [...bellPlan(view, settings().warnMs), ...stillDue(bell.armed(), view)] : [])
  }
  function rest(): void {
    awake?.stop()
    awake = null
  }
  // Whoever takes the phone up again sees at once what a sleeping timer has not told.
  const woke = () => document.visibilityState === 'visible' && room.look()
  const seen = setInterval(room.seen, SEEN_EVERY_MS)
  const stopSettings = onSettings(planBells)
  document.addEventListener('visibilitychange', woke)
  window.addEventListener('pageshow', woke)
  window.addEventListener('pagehide', room.seen)

  const { begin, act, both, write, choose, letGo } = room
  const hear = (kind: BellKind = 'full') => bell.hear(kind, true)
  return {
    now() {
      page ??= {
        begin,
        act,
        both,
        write,
        choose,
        letGo,
        snapshot: room.snapshot(),
        awake: awake?.isKept() ?? false,
        bell: { blocked: bell.isBlocked(), hear, onRing: bell.onRing },
      }
      return page
    },
    end() {
      clearInterval(seen)
      stopSettings()
      document.removeEventListener('visibilitychange', woke)
      window.removeEventListener('pageshow', woke)
      window.removeEventListener('pagehide', room.seen)
      room.end()
      bell.end()
      rest()
    },
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The phone's own room; null in the first paint, before this device was asked. */
export function useLocalPage(): LocalPage | null {
  useEffect(() => {
    here = createHere()
    tell()
    return () => {
      here?.end()
      here = null
    }
  }, [])
  return useSyncExternalStore(
    subscribe,
    () => here?.now() ?? null,
    () => null,
  )
}

/** This device's time rounded down to steps of `ms`, renewed when a step begins. */
export function useLocalTick(ms: Ms): Ms {
  const subscribe = useCallback(
    (listener: () => void) => {
      let due: ReturnType<typeof setTimeout>
      const next = () => {
        listener()
        due = setTimeout(next, ms - (Date.now() % ms))
      }
      next()
      return () => clearTimeout(due)
    },
    [ms],
  )
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / ms) * ms,
    () => 0,
  )
}
