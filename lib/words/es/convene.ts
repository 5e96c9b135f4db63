// What does the page say in Spanish on which somebody prepares a workshop?
import type * as en from '../en/convene.ts'
import { joining } from './joining.ts'
import { late } from './late.ts'
import { left } from './left-alone.ts'
import { sittings } from './sittings.ts'
import { time } from './time.ts'

const { listening, taste, dyad } = sittings

export const convene: typeof en.convene = {
  title: 'Para un grupo',
  heading: 'Un taller',
  lead: 'La gente entra con un código y se sienta de dos en dos, en cada ronda con alguien nuevo. Tú llevas el tiempo de todo el grupo, y nunca oyes ni lees una palabra suya.',
  guide: 'Cómo guiar uno, con palabras para leer en voz alta',
  name: 'Cómo se llama',
  nameHint: 'Lo lee todo el mundo al entrar.',
  nameMissing: 'Escribe cómo se llama.',
  audience: 'Para quién es',
  audienceHint: 'Puede quedar vacío. Si son menores, el cuidado que necesitan sigue en manos de quien los trae.',
  format: 'Qué pasa en una ronda',
  formats: {
    round: {
      title: 'Una ronda',
      sentence:
        'Dos personas se encuentran, cada una habla mientras la otra solo escucha, cada una dice lo que soltó, y se dan las gracias.',
    },
    listening,
    taste,
    dyad,
  },
  minutes: 'Cuánto dura una ronda',
  total: total => `Unos ${total} minutos`,
  about: total => `${total} min`,
  each: speaking => `De dos en dos, cada persona tiene ${speaking} para hablar.`,
  eachThree: speaking => `Una sala de tres dura lo mismo en total: cada persona tiene ${speaking}.`,
  medium: 'De qué manera',
  media: {
    together: {
      label: 'En un mismo lugar',
      hint: 'Se sientan frente a frente y en voz alta. Los teléfonos solo llevan el tiempo.',
    },
    text: { label: 'Por escrito', hint: 'A distancia. Quien habla escribe, y la otra persona lee.' },
    voice: { label: 'De viva voz', hint: 'A distancia y oyéndose. A quien escucha no se le oye.' },
  },
  odd: 'Cuando queda una persona suelta',
  odds: {
    trio: {
      label: 'Una sala de tres',
      hint: 'Tres personas con el mismo reloj, cada una con su turno. Cada vez le toca a alguien distinto.',
    },
    facilitator: {
      label: 'A tu lado',
      hint: 'Una persona pasa la ronda contigo. Cada vez le toca a alguien distinto.',
    },
    rest: {
      label: 'Una ronda de descanso',
      hint: 'Una persona descansa durante la ronda. Cada vez le toca a alguien distinto.',
    },
  },
  late,
  left,
  rounds: 'Las rondas',
  roundsHint: 'De qué trata cada una, si quieres. La gente lo lee cuando empieza la ronda.',
  round: n => `Ronda ${n}`,
  up: n => `Subir la ronda ${n}`,
  down: n => `Bajar la ronda ${n}`,
  out: n => `Quitar la ronda ${n}`,
  add: 'Añadir una ronda',
  most: 'Treinta rondas son el máximo.',
  moved: n => `Ahora es la ronda ${n}.`,
  taken: count => (count === 1 ? 'Queda una ronda.' : `Quedan ${count} rondas.`),
  added: n => `La ronda ${n} está añadida.`,
  plan: 'El plan como archivo',
  planHint: 'Guarda todo esto para otra vez, o pásalo a alguien. No contiene nada más que lo que está aquí.',
  save: 'Guardar el plan',
  load: 'Cargar un plan',
  loaded: 'El plan está cargado.',
  planProblems: {
    unreadable: 'Ese archivo no contiene un plan de taller. Lo que hay aquí sigue como estaba.',
    newer: 'Ese plan se hizo con un Clearing más nuevo que este. Lo que hay aquí sigue como estaba.',
  },
  fileName: 'plan-de-taller.json',
  button: 'Preparar el taller',
  preparing: 'Preparando…',
  refused: {
    'too-fast': 'Desde aquí hubo muchos talleres en poco tiempo. Inténtalo otra vez dentro de unos minutos.',
    'no-answer': 'Ahora no llegamos al lugar. Inténtalo otra vez dentro de un rato.',
    other: 'Ahora no es posible. Inténtalo otra vez dentro de un rato.',
  },
  ready: {
    heading: 'Todo está a punto',
    lead: 'Nadie tiene que hacer nada hasta que empieces. Guarda tu propio enlace; los otros son para el grupo.',
    board: 'Abrir el tablero',
  },
  joining,
  time,
}
