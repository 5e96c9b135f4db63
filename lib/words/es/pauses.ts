// What is said in Spanish while the clock stands still and when a minute more is asked for?
import type * as en from '../en/pauses.ts'

export const hold = {
  do: 'Detener el reloj',
  doHint: 'Detiene el reloj para cada persona. No hace falta ninguna razón.',
  label: 'El reloj está detenido',
  heading: 'El reloj está detenido',
  asked: name => `${name} pidió un momento. No se pierde nada de tu tiempo.`,
  askedYou: 'Pediste un momento. No se pierde nada de tu tiempo.',
  away: name => `La conexión de ${name} está en silencio. Guardamos tu tiempo.`,
  late: 'Perdimos el hilo un momento por nuestra parte. Nadie perdió su turno.',
  facilitator: 'Quien facilita pidió una pausa general. No se pierde nada de tu tiempo.',
  resume: 'Continuar',
  resumeWaiting: name => `Esperando a que ${name} también lo diga.`,
  resumeAway: name => `Continúa cuando ${name} esté de vuelta y también lo diga.`,
  theyWouldResume: name => `${name} puede continuar en cuanto tú quieras.`,
  back: name => `${name} está de vuelta. Di cuándo quieres continuar.`,
  meanwhile: 'Mientras tanto, el tiempo está detenido.',
  returned: 'Guardamos tu tiempo. Di cuándo quieres continuar.',
  offerEnd: 'La pausa ya dura un rato. Puedes continuar, o terminar aquí con amabilidad.',
  offerEndWaiting: 'La pausa ya dura un rato. Puedes seguir esperando, o terminar aquí con amabilidad.',
  end: 'Terminar aquí',
} satisfies typeof en.hold

export const more = {
  ask: 'Un poco más',
  askHint: other => `Un minuto más, si ${other} dice que sí.`,
  sameForThem: other => `${other} tendrá lo mismo.`,
  asked: other => `Pediste a ${other} un minuto más.`,
  theyAsk: other => `${other} pide un minuto más.`,
  sameForYou: 'Tú tendrás lo mismo.',
  yes: 'Sí, un minuto más',
  orNothing: 'O no hagas nada; eso también es una respuesta.',
  granted: 'Un minuto más.',
} satisfies typeof en.more
