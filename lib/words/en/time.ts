// How is time said in English? In words, because nobody should have to watch a number.
import type { Ms } from '../../protocol/room.ts'

const SPELLED = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const

function spelled(count: number): string {
  return SPELLED[count] ?? String(count)
}

function minutes(count: number): string {
  return count === 1 ? 'one minute' : `${spelled(count)} minutes`
}

/** A length of time, rounded to what a person would say: "five minutes", "a minute and a half", "twenty seconds". */
function duration(ms: Ms): string {
  const seconds = Math.round(ms / 1000)
  if (seconds === 30) return 'half a minute'
  if (seconds < 60)
    return seconds <= 12 ? (seconds === 1 ? 'one second' : `${spelled(seconds)} seconds`) : `${seconds} seconds`
  const halves = Math.round(seconds / 30)
  const whole = Math.floor(halves / 2)
  if (halves % 2 === 0) return minutes(whole)
  return whole === 1 ? 'a minute and a half' : `${spelled(whole)} and a half minutes`
}

/** What is left, as loosely as is kind: never a number of seconds. */
function left(ms: Ms): string {
  if (ms <= 0) return 'The time is complete'
  if (ms <= 30_000) return 'Coming to a close'
  if (ms < 90_000) return 'About a minute left'
  return `About ${minutes(Math.round(ms / 60_000))} left`
}

/** `m:ss`, for whoever asked to see the time. */
function clock(ms: Ms): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const time = {
  duration,
  left,
  clock,
  half: 'About half of the time is left',
  show: 'Show the time',
  hide: 'Hide the time',
  none: 'No clock. You say when you are finished.',
}
