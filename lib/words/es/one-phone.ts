// What is said in Spanish when two people share one phone? Both look at one screen, so a sentence names whom it speaks to, or
// says what happens without saying who; what is for one pair of eyes says so first.
import type { onePhone as en } from '../en/one-phone.ts'

const begin = {
  title: 'Un teléfono entre dos',
  heading: 'Un teléfono entre dos',
  lead: 'Ponlo en la mesa entre dos personas. Una habla, la otra solo escucha; después se cambia de lugar.',
  names: '¿Quién está aquí?',
  one: 'Una persona',
  other: 'La otra',
  namesHint:
    'Solo para que la pantalla pueda decir a quién le toca. Si los nombres quedan en blanco, serán Brasa y Marea.',
  ember: 'Brasa',
  tide: 'Marea',
  sitting: 'Cuánto tiempo',
  minutes: 'En total',
  total: total => `Unos ${total} minutos`,
  each: speaking => `Cada persona tiene ${speaking} para hablar. Lo que se escribe lleva el tiempo que lleve.`,
  first: '¿Quién habla primero?',
  coin: 'Lo decide una moneda',
  on: 'Empezar',
  promise: 'Nada sale de este teléfono, y nada de esto se queda en él. Funciona también sin red.',
} satisfies (typeof en)['begin']

const first = {
  coin: (speaks, listens) => `La moneda eligió: primero habla ${speaks}. ${listens} escucha.`,
  chosen: (speaks, listens) => `Primero habla ${speaks}. ${listens} escucha.`,
} satisfies (typeof en)['first']

const arrive = {
  label: 'Llegada',
  heading: 'Es momento de llegar',
  body: 'El teléfono queda entre las dos personas, y cada una puede ver a la otra.',
  otherwise: 'Nota la respiración tal como es. Si eso te incomoda, quédate simplemente aquí.',
  breatheIn: 'Inspira',
  breatheOut: 'Espira',
  on: 'Empezar',
} satisfies (typeof en)['arrive']

/** What is for one pair of eyes: the phone goes to one, then to the other, then it lies between them again. */
const handed = {
  only: looks => `Ahora solo mira ${looks}`,
  away: closes => `${closes}, cierra los ojos o mira por la ventana.`,
  look: looks => `Aquí está ${looks}`,
  noHurry: 'No corre ningún reloj. Tómate tu tiempo.',
  back: 'El teléfono vuelve al medio',
  backBody: opens => `${opens}, ya puedes mirar otra vez.`,
} satisfies (typeof en)['handed']

const picture = {
  label: 'La imagen que traigo',
  heading: other => `¿Con qué imagen de ${other} llegas?`,
  body: 'Unas palabras, o ninguna. Es una imagen, no la persona.',
  field: 'La imagen con la que llego',
  private: other => `Solo tú ves esto, ahora y antes de la pregunta final. ${other} no lo ve nunca.`,
  on: 'Dejarla a un lado',
  both: speaks => `Ahora habla ${speaks}`,
} satisfies (typeof en)['picture']

const turn = {
  label: { speak: 'Un turno', tell: 'Lo que se soltó' },
  heading: speaks => `Habla ${speaks}`,
  listens: listens => `${listens} escucha. No hay nada que responder.`,
  /** Said once to whoever can’t see the ring. */
  has: (speaks, length) => `${speaks} tiene ${length}.`,
  closing: speaks => `Llegando al final. ${speaks}, termina tu frase con calma.`,
  on: speaks => `${speaks} ha terminado`,
  silence: {
    label: 'Un silencio compartido',
    heading: 'Un silencio compartido',
    body: (speaks, listens) =>
      `${speaks} ha terminado. Lo que queda es silencio compartido; ${listens} puede terminarlo.`,
    on: 'Continuar',
  },
  more: {
    ask: 'Un poco más',
    asks: (speaks, listens) => `${speaks} pide un minuto más. ¿Te parece bien, ${listens}?`,
    same: listens => `${listens} tendrá lo mismo.`,
    yes: 'Sí, un minuto más',
    orNothing: 'O no hagas nada; eso también es una respuesta.',
    granted: 'Un minuto más.',
  },
} satisfies (typeof en)['turn']

const settle = {
  label: 'Un momento de calma',
  heading: spoke => `Gracias, ${spoke}.`,
  body: 'Quédate un momento así.',
  listened: '¿Qué escuché? ¿Y qué hice yo con ello?',
  next: (speaks, listens) => `Ahora habla ${speaks} y ${listens} escucha.`,
  nextWriting: 'Ahora cada persona escribe una línea.',
  on: 'Continuar',
  again: {
    ask: 'Otra ronda',
    asked: 'A una persona le gustaría otra ronda. ¿También a la otra?',
    yes: 'Sí, otra ronda',
    granted: 'Otra ronda, en el otro orden.',
  },
} satisfies (typeof en)['settle']

const drop = {
  label: 'Mirar atrás',
  heading: '¿Qué modelo solté?',
  body: other => `Una imagen de ${other} a la que te aferrabas y que soltaste. Bastan unas palabras.`,
  alsoAnswers: '«Ninguno», «volvió» y «no lo sé» también son respuestas.',
  mine: 'La imagen con la que llegaste. Solo tú ves esto.',
  field: '¿Qué modelo solté?',
  legend: 'Qué pasa con ello',
  share: other => `Ofrecérselo a ${other}`,
  keep: 'Guardarlo para mí',
  on: 'Ya está',
  together: 'Lo que se ofrece se abre para las dos personas en el mismo momento.',
  both: 'Abrir lo que se ofreció',
} satisfies (typeof en)['drop']

const tell = {
  heading: 'Lo que se soltó',
  kept: name => `${name} se quedó con lo suyo. También está bien.`,
  may: tells => `${tells} puede decir algo más`,
  listens: listens => `O pasar. ${listens} solo escucha.`,
  on: 'Eso es todo',
} satisfies (typeof en)['tell']

const thanks = {
  label: 'Gracias',
  heading: 'Es momento de dar las gracias',
  body: 'A la otra persona, y solo eso. «Gracias.»',
  on: 'Continuar',
} satisfies (typeof en)['thanks']

const quiet = {
  label: 'Calma',
  heading: 'Calma',
  body: 'Ahora no hace falta comentarlo. Deja que se pose.',
  on: 'Concluir',
} satisfies (typeof en)['quiet']

const held = {
  label: 'El reloj está detenido',
  heading: 'El reloj está detenido',
  asked: 'Alguien pidió un momento. Nadie pierde nada de su tiempo.',
  late: 'Este teléfono estuvo un rato en reposo o en otra cosa. Eso no gastó el turno de nadie.',
  on: 'Continuar, si las dos personas quieren',
  offerEnd: 'El reloj lleva un rato detenido. Se puede continuar, o terminar aquí con cariño.',
  end: 'Terminar aquí',
} satisfies (typeof en)['held']

const menu = {
  hold: 'Detener',
  holdHint: 'Detiene el reloj para las dos personas. No hace falta ningún motivo.',
  heading: 'En este teléfono',
} satisfies (typeof en)['menu']

const leave = {
  do: 'Terminar',
  heading: '¿Terminar el encuentro?',
  body: 'Cualquiera puede hacerlo, sin dar un motivo. Termina para las dos personas, y nada de ello se queda en este teléfono.',
  yes: 'Terminar aquí',
  no: 'Seguir aquí',
} satisfies (typeof en)['leave']

const goodbye = {
  label: 'Despedida',
  heading: '¿Soltarlo?',
  body: 'El encuentro está completo. Lo que se escribió ya no está más que en esta pantalla.',
  on: 'Soltarlo',
  empty: 'Ya se soltó',
  ended: 'El encuentro ha terminado',
  emptyBody: 'Nada de lo que se dijo o se escribió aquí se ha guardado.',
  next: 'Lo mismo se puede hacer con alguien que está lejos: cada persona con su dispositivo, y un enlace entre las dos.',
  room: 'Abrir una sala con alguien que está lejos',
  again: 'Otro encuentro aquí',
} satisfies (typeof en)['goodbye']

export const onePhone = {
  begin,
  first,
  arrive,
  handed,
  picture,
  turn,
  settle,
  drop,
  tell,
  thanks,
  quiet,
  held,
  menu,
  leave,
  goodbye,
} satisfies typeof en
