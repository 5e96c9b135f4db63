// What did this person choose the last time, on this device? Only that they need not say it again; nothing here is sent.
import { FORMAT_IDS, type FormatId, minutesOf, minutesRange } from '../../lib/formats/formats.ts'
import type { Clock } from '../../lib/protocol/room.ts'
import { readStored, writeStored } from '../client/device/device-storage.ts'
import type { Touched } from '../parts/use-touched.ts'

export const OPEN_MEDIA = ['voice', 'video', 'text', 'together'] as const
export type OpenMedium = (typeof OPEN_MEDIA)[number]

export const CLOCKS = ['timed', 'unhurried', 'none'] as const satisfies readonly Clock[]

export interface Choices {
  sitting: FormatId
  /** The whole sitting, in minutes, within the range of its format. */
  minutes: number
  medium: OpenMedium
  clock: Clock
}

export const FIRST_CHOICES: Choices = {
  sitting: 'listening',
  minutes: minutesRange('listening')[1],
  medium: 'voice',
  clock: 'timed',
}

const KEY = 'clearing.open'

function oneOf<Value extends string>(values: readonly Value[], said: unknown, otherwise: Value): Value {
  return values.find(value => value === said) ?? otherwise
}

/** Choices from what was stored; whatever is missing, of another kind or out of range falls back to the first choice. */
export function readChoices(stored: unknown): Choices {
  const said: Partial<Record<keyof Choices, unknown>> = typeof stored === 'object' && stored !== null ? stored : {}
  const sitting = oneOf(FORMAT_IDS, said.sitting, FIRST_CHOICES.sitting)
  return {
    sitting,
    minutes: minutesOf(sitting, said.minutes),
    medium: oneOf(OPEN_MEDIA, said.medium, FIRST_CHOICES.medium),
    clock: oneOf(CLOCKS, said.clock, FIRST_CHOICES.clock),
  }
}

/** Earlier choices, and over them what was chosen since, beside the first choices that stood there. */
export function chosenOver(before: Choices, { chosen, minutes }: Pick<Touched, 'chosen' | 'minutes'>): Choices {
  const now = <Value extends string>(values: readonly Value[]) => values.find(value => chosen.includes(value))
  // A length was chosen for the sitting that stood there.
  const sitting = now(FORMAT_IDS) ?? (minutes === null ? before.sitting : FIRST_CHOICES.sitting)
  return readChoices({
    sitting,
    minutes: minutes ?? (sitting === before.sitting ? before.minutes : null),
    medium: now(OPEN_MEDIA) ?? before.medium,
    clock: now(CLOCKS) ?? before.clock,
  })
}

/** The choices remembered on this device. Browser only. */
export function rememberedChoices(): Choices {
  return readChoices(readStored('device', KEY))
}

/** Remembers the choices where the device allows that. Browser only. */
export function rememberChoices(choices: Choices): void {
  writeStored('device', KEY, choices)
}
