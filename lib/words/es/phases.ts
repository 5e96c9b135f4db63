// What does each phase of a sitting say in Spanish, to each of its roles?
import type { PhaseKind } from '../../protocol/room.ts'
import type { phases as en } from '../en/phases.ts'

const arrive = {
  label: 'Llegada',
  heading: 'Llega',
  body: 'No hay nada que preparar. Nota la respiración tal como es.',
  breatheIn: 'Inspira',
  breatheOut: 'Espira',
  otherwise: 'Si seguir la respiración te incomoda, quédate simplemente aquí.',
  on: 'Empezar',
} satisfies (typeof en)['arrive']

const picture = {
  label: 'La imagen que traigo',
  heading: other => `¿Con qué imagen de ${other} llegas?`,
  headingRepair: other => `¿Qué historia te cuentas sobre ${other}?`,
  body: 'Unas palabras, o ninguna. Es una imagen, no la persona.',
  field: 'La imagen con la que llego',
  private: other =>
    `Solo tú ves esto. Se queda en este dispositivo; no lo recibe nunca nadie, ni ${other} ni este sitio.`,
  on: 'Dejarla a un lado',
} satisfies (typeof en)['picture']

const speak = {
  label: { first: 'Primer turno', second: 'Segundo turno', third: 'Tercer turno', later: 'Siguiente turno' },
  speaker: {
    heading: 'Es tu turno de hablar',
    body: other => `${other} te escucha. Tómate tu tiempo; el silencio también cuenta.`,
    closing: 'Llegando al final. Termina tu frase con calma.',
    on: 'He terminado',
  },
  listener: {
    heading: speaker => `Habla ${speaker}`,
    body: 'No tienes que hacer nada.',
  },
  silence: {
    label: 'Un silencio compartido',
    heading: 'Un silencio compartido',
    speaker: other => `Lo que queda de tu turno es silencio compartido. ${other} puede terminarlo.`,
    listener: speaker => `${speaker} ha terminado. Lo que queda es silencio compartido, mientras quieras.`,
    on: 'Continuar',
  },
} satisfies (typeof en)['speak']

const settle = {
  label: 'Un momento de calma',
  heading: spoke => `Gracias, ${spoke}.`,
  headingYou: 'Gracias.',
  body: 'Quédate un momento así.',
  listened: '¿Qué escuché? ¿Y qué hice yo con ello?',
  nextYou: listener => `Ahora hablas tú y ${listener} escucha.`,
  nextThem: speaker => `Ahora habla ${speaker} y tú escuchas.`,
  nextSayBackYou: spoke => `Ahora dices lo que escuchaste de ${spoke}.`,
  nextSayBackThem: sayer => `Ahora ${sayer} dice lo que escuchó de ti.`,
  on: 'Continuar',
  again: {
    ask: 'Otra ronda',
    asked: other => `Te gustaría otra ronda. Empieza si ${other} también la quiere.`,
    theyAsk: other => `A ${other} le gustaría otra ronda.`,
    yes: 'Sí, otra ronda',
    granted: 'Otra ronda, en el otro orden.',
  },
} satisfies (typeof en)['settle']

const sayBack = {
  label: 'Decir lo escuchado',
  sayer: {
    heading: spoke => `Di lo que escuchaste de ${spoke}`,
    body: 'Solo lo suyo, con tus propias palabras. Todavía sin respuesta, y sin tu versión.',
    hint: 'Puedes empezar con: «Lo que escuché es…»',
    on: 'Eso es lo que escuché',
  },
  hearer: {
    heading: sayer => `${sayer} dice lo que escuchó`,
    body: 'Busca en ello lo que dijiste. Después se te preguntará si sientes que te escucharon.',
  },
} satisfies (typeof en)['say-back']

const heard = {
  label: '¿Siento que me escucharon?',
  speaker: {
    heading: '¿Sientes que te escucharon?',
    body: other => `No hace falta que sea perfecto. Si falta algo, dilo otra vez y ${other} vuelve a escuchar.`,
    yes: 'Siento que me escucharon',
    more: 'Hay algo más',
  },
  other: {
    heading: speaker => `Pregunta para ${speaker}: ¿sientes que te escucharon?`,
    body: 'No tienes que hacer nada. Cualquiera de las dos respuestas es buena.',
  },
  enough: 'Quizá hoy no se escuchó todo. Lo que sí se escuchó, cuenta. Continuamos.',
} satisfies (typeof en)['heard']

const drop = {
  label: 'Mirar atrás',
  heading: '¿Qué modelo solté?',
  body: other => `Una imagen de ${other} a la que te aferrabas y que soltaste. Bastan unas palabras.`,
  alsoAnswers: '«Ninguno», «volvió» y «no lo sé» también son respuestas.',
  mine: 'La imagen con la que llegaste. Solo tú ves esto.',
  field: '¿Qué modelo solté?',
  left: count => (count === 1 ? 'Queda un carácter' : `Quedan ${count} caracteres`),
  tooLong: 'Esto es más largo de lo que cabe. Bastan unas palabras.',
  legend: 'Qué pasa con ello',
  share: other => `Ofrecérselo a ${other}`,
  keep: 'Guardarlo para mí',
  on: 'Ya está',
  together: 'Lo que se ofrece se abre para las dos personas en el mismo momento.',
  sealed: other => `En sobre cerrado. Aún puedes cambiarlo hasta que ${other} termine.`,
  kept: other => `Se queda contigo. Aún puedes cambiarlo hasta que ${other} termine.`,
  change: 'Cambiarlo',
  noHurry: 'Tómate tu tiempo. No hay que escribir nada.',
} satisfies (typeof en)['drop']

const tell = {
  label: 'Lo que se soltó',
  heading: 'Lo que se soltó',
  yours: 'Tú',
  keptThem: name => `${name} se quedó con lo suyo. También está bien.`,
  keptYou: 'Te quedaste con lo tuyo. También está bien.',
  unread: name =>
    `La línea de ${name} se selló para una página que ya se cerró, y ahora nadie puede leerla. Pregúntale, si quieres.`,
  teller: {
    heading: '¿Quieres decir algo más sobre ello?',
    body: other => `${other} solo escucha. También puedes pasar.`,
    on: 'Eso es todo',
    pass: 'Pasar',
  },
  listener: {
    heading: teller => `${teller} puede decir algo más`,
    body: 'No tienes que hacer nada.',
  },
} satisfies (typeof en)['tell']

const thanks = {
  label: 'Gracias',
  heading: 'Da las gracias',
  body: 'Solo eso. «Gracias.»',
  giver: {
    heading: other => `Da las gracias a ${other}`,
    body: 'Por una cosa, si quieres. Bastan unas palabras.',
  },
  receiver: {
    heading: giver => `${giver} te da las gracias`,
    body: 'Deja que llegue. No hay nada que responder.',
  },
  say: 'Gracias',
  said: 'Diste las gracias',
  theySaid: name => `${name} da las gracias`,
  on: 'Continuar',
} satisfies (typeof en)['thanks']

const quiet = {
  label: 'Calma',
  heading: 'Calma',
  body: 'Ahora no hace falta comentarlo. Deja que se pose.',
  bodyRepair: 'Esta noche, sin comentarlo. Deja que se pose hasta mañana.',
  on: 'Terminar',
} satisfies (typeof en)['quiet']

const meet = {
  label: 'Encuentro',
  heading: other => `Estás aquí con ${other}.`,
  body: 'Saluda. Di tu nombre, y una palabra sobre cómo estás.',
  on: 'Ya nos conocemos',
} satisfies (typeof en)['meet']

const agree = {
  label: 'De qué se trata hoy',
  heading: '¿De qué se trata hoy?',
  body: 'Una sola cosa, en una línea, que valga para cada persona. Hoy se trata de escuchar, no de decidir nada.',
  topic: 'Nuestra línea',
  topicHint: other => `${other} la ve mientras la escribes.`,
  on: 'De esto hablamos',
  safety: {
    heading: 'Solo tú ves esto',
    body: 'Si tienes miedo de esta persona, esta sala no es el lugar adecuado. Es para dos personas que no corren peligro entre sí.',
    help: 'Si ahora estás en peligro, llama al número de emergencias de tu país. Si no, una consulta médica, una línea de ayuda o alguien de confianza puede ayudarte a encontrar lo que conviene.',
    safe: 'No corro peligro con esta persona',
    leave: 'Salir ahora',
    leaveSays: 'La otra persona leerá solo que la conexión terminó.',
    keys: 'Pulsa tres veces la tecla Mayús para salir al instante, ahora o más tarde. La página queda en blanco.',
    touch: 'También más tarde puedes salir al instante, desde el menú de arriba. La página queda en blanco.',
  },
} satisfies (typeof en)['agree']

export const phases = {
  arrive,
  picture,
  speak,
  settle,
  'say-back': sayBack,
  heard,
  drop,
  tell,
  thanks,
  quiet,
  meet,
  agree,
} satisfies Record<PhaseKind, object>
