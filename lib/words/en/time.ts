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

/**
 * A length of time as a person would say it: "five minutes", "a minute and a half", "two minutes and 15 seconds". From a
 * minute on it is rounded to 15 s, the step in which turns are made.
 */
function duration(ms: Ms): string {
  const exact = Math.round(ms / 1000)
  if (exact === 30) return 'half a minute'
  if (exact === 1) return 'one second'
  if (exact < 60) return `${spelled(exact)} seconds`
  const seconds = Math.round(exact / 15) * 15
  const whole = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (rest === 0) return minutes(whole)
  if (rest === 30) return whole === 1 ? 'a minute and a half' : `${spelled(whole)} and a half minutes`
  return `${minutes(whole)} and ${rest} seconds`
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
