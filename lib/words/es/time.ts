// How is time said in Spanish? In words, because nobody should have to watch a number.
import type { Ms } from '../../protocol/room.ts'
import type * as en from '../en/time.ts'

const SPELLED = [
  'cero',
  'un',
  'dos',
  'tres',
  'cuatro',
  'cinco',
  'seis',
  'siete',
  'ocho',
  'nueve',
  'diez',
  'once',
  'doce',
] as const

function spelled(count: number): string {
  return SPELLED[count] ?? String(count)
}

function minutes(count: number): string {
  return count === 1 ? 'un minuto' : `${spelled(count)} minutos`
}

/** "cinco minutos", "un minuto y medio", "dos minutos y 15 segundos": from a minute on rounded to 15 s. */
function duration(ms: Ms): string {
  const exact = Math.round(ms / 1000)
  if (exact === 30) return 'medio minuto'
  if (exact === 1) return 'un segundo'
  if (exact < 60) return `${spelled(exact)} segundos`
  const seconds = Math.round(exact / 15) * 15
  const whole = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (rest === 0) return minutes(whole)
  return rest === 30 ? `${minutes(whole)} y medio` : `${minutes(whole)} y ${rest} segundos`
}

/** What is left, as loosely as is kind: never a number of seconds. */
function left(ms: Ms): string {
  if (ms <= 0) return 'El tiempo está completo'
  if (ms <= 30_000) return 'Llegando al final'
  if (ms < 90_000) return 'Queda cerca de un minuto'
  return `Quedan unos ${minutes(Math.round(ms / 60_000))}`
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
  half: 'Queda cerca de la mitad del tiempo',
  show: 'Mostrar el tiempo',
  hide: 'Ocultar el tiempo',
  none: 'Sin reloj. Tú dices cuándo has terminado.',
} satisfies typeof en.time
