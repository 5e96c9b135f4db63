// What has this person chosen for themselves, on this device? Nothing of it is sent anywhere and nobody else notices it.
// (Light or dark is kept by the part that shows the choice, because it must be known before the first paint.)
import type { Ms } from '../../../lib/protocol/room.ts'
import { NAME_MOST } from '../../../lib/wire/lengths.ts'
import { readStored, writeStored } from './device-storage.ts'

export interface Settings {
  bell: 'soft' | 'clear' | 'off'
  /** 0 to 1. */
  volume: number
  /** How long before a turn's bell the half-bell sounds; null for none. */
  warnMs: Ms | null
  /** Two phones on one table: whether this is the one that rings. */
  ringsHere: boolean
  /** The time in numbers, for this person alone. */
  showTime: boolean
  /** Nothing moves by itself. */
  still: boolean
  /** What a screen reader says of the time. */
  spoken: 'end' | 'close' | 'minute'
  /** In writing: the other sees a sentence as it grows. */
  liveTyping: boolean
  /** Where both see each other: one's own picture too. */
  showSelf: boolean
  /** The name last given at a door. */
  name: string
}

export const FIRST_SETTINGS: Settings = {
  bell: 'soft',
  volume: 1,
  warnMs: 30_000,
  ringsHere: true,
  showTime: false,
  still: false,
  spoken: 'close',
  liveTyping: false,
  showSelf: false,
  name: '',
}

const KEY = 'clearing.settings'
const BELLS = ['soft', 'clear', 'off'] as const
const SPOKEN = ['end', 'close', 'minute'] as const
const WARNINGS = [60_000, 30_000, 15_000] as const

/** Settings from what was stored; whatever is missing or of another kind is as it is at first. */
export function readSettings(stored: unknown): Settings {
  const said: Partial<Record<keyof Settings, unknown>> = typeof stored === 'object' && stored !== null ? stored : {}
  const first = FIRST_SETTINGS
  const { volume, warnMs, name } = said
  return {
    bell: BELLS.find(known => known === said.bell) ?? first.bell,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : first.volume,
    warnMs: warnMs === null ? null : (WARNINGS.find(known => known === warnMs) ?? first.warnMs),
    ringsHere: yesOr(said.ringsHere, first.ringsHere),
    showTime: yesOr(said.showTime, first.showTime),
    still: yesOr(said.still, first.still),
    spoken: SPOKEN.find(known => known === said.spoken) ?? first.spoken,
    liveTyping: yesOr(said.liveTyping, first.liveTyping),
    showSelf: yesOr(said.showSelf, first.showSelf),
    name: typeof name === 'string' ? name.slice(0, NAME_MOST) : first.name,
  }
}

const yesOr = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise)

let current: Settings | null = null
const listeners = new Set<() => void>()

/** The settings of this device. Browser only; the same object until something changes. */
export function settings(): Settings {
  if (!current) take(readSettings(readStored('device', KEY)))
  return current ?? FIRST_SETTINGS
}

export function setSettings(change: Partial<Settings>): void {
  const next = readSettings({ ...settings(), ...change })
  // Without a memory the choice still holds until the page is closed.
  writeStored('device', KEY, next)
  take(next)
}

/** Calls back whenever a setting changed, here or in another tab. Returns how to stop. */
export function onSettings(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', changedElsewhere)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', changedElsewhere)
  }
}

function changedElsewhere({ key }: StorageEvent): void {
  if (key === KEY || key === null) take(readSettings(readStored('device', KEY)))
}

function take(next: Settings): void {
  // To read them for the first time changes nothing for anybody, and may happen in the middle of anything.
  const isChange = current !== null
  current = next
  if (next.still) document.documentElement.dataset.still = 'true'
  else delete document.documentElement.dataset.still
  if (isChange) for (const listener of listeners) listener()
}
