// What did this person choose the last time, on this device? Only that they need not say it again; nothing here is sent.
import { FORMAT_IDS, type FormatId, minutesRange } from '../../lib/formats/formats.ts'
import type { Clock } from '../../lib/protocol/room.ts'

export const OPEN_MEDIA = ['text', 'together'] as const
export type OpenMedium = (typeof OPEN_MEDIA)[number]

export const CLOCKS = ['timed', 'unhurried', 'none'] as const satisfies readonly Clock[]

export interface Choices {
  sitting: FormatId
  /** The whole sitting, in minutes, within the range of its format. */
  minutes: number
  medium: OpenMedium
  clock: Clock
  name: string
}

export const FIRST_CHOICES: Choices = {
  sitting: 'listening',
  minutes: minutesRange('listening')[1],
  medium: 'text',
  clock: 'timed',
  name: '',
}

export const NAME_MOST = 40

const KEY = 'clearing.open'

function oneOf<Value extends string>(values: readonly Value[], said: unknown, otherwise: Value): Value {
  return values.find(value => value === said) ?? otherwise
}

/** Choices from stored text; whatever is missing, of another kind or out of range falls back to the first choice. */
export function readChoices(text: string | null): Choices {
  let said: Partial<Record<keyof Choices, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) said = parsed
  } catch {
    // Somebody or something wrote over it: begin anew.
  }
  const sitting = oneOf(FORMAT_IDS, said.sitting, FIRST_CHOICES.sitting)
  const [least, usual, most] = minutesRange(sitting)
  const { minutes, name } = said
  return {
    sitting,
    minutes: typeof minutes === 'number' && minutes >= least && minutes <= most ? Math.round(minutes) : usual,
    medium: oneOf(OPEN_MEDIA, said.medium, FIRST_CHOICES.medium),
    clock: oneOf(CLOCKS, said.clock, FIRST_CHOICES.clock),
    name: typeof name === 'string' ? name.slice(0, NAME_MOST) : '',
  }
}

/** The choices remembered on this device. Browser only. */
export function rememberedChoices(): Choices {
  try {
    return readChoices(localStorage.getItem(KEY))
  } catch {
    return FIRST_CHOICES
  }
}

/** Remembers the choices where the device allows that. Browser only. */
export function rememberChoices(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // A device that remembers nothing asks again the next time.
  }
}
