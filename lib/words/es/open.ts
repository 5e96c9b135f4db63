// What does the page say in Spanish on which a person opens a room?
import type * as en from '../en/open.ts'
import { sittings } from './sittings.ts'
import { time } from './time.ts'

export const open = {
  title: 'Abrir una sala',
  heading: 'Abrir una sala',
  lead: 'Elige cómo será el encuentro. Recibes un enlace para una sola persona.',
  sitting: 'Qué encuentro',
  sittings,
  minutes: 'Cuánto tiempo',
  total: total => `Unos ${total} minutos en total`,
  each: speaking => `Cada persona tiene ${speaking} para hablar.`,
  about: total => `${total} min`,
  medium: 'De qué manera',
  media: {
    voice: {
      label: 'De viva voz',
      hint: 'A distancia y oyéndose. Un micrófono se oye solo en el turno de quien habla por él.',
    },
    video: {
      label: 'De viva voz y con imagen',
      hint: 'Como de viva voz. Además se ven, cuando las dos personas han dicho que sí.',
    },
    text: {
      label: 'Por escrito',
      hint: 'A distancia. Quien habla escribe; la otra persona lee, frase por frase.',
    },
    together: {
      label: 'En un mismo lugar',
      hint: 'Frente a frente y en voz alta. Los teléfonos solo llevan el tiempo.',
    },
  },
  clock: 'El reloj',
  clocks: {
    timed: {
      label: 'Con tiempo',
      hint: 'Turnos iguales. Una campana termina cada uno, y se puede pedir un minuto más.',
    },
    unhurried: { label: 'Sin prisa', hint: 'Lo mismo, con espacio para hasta diez minutos más en cada turno.' },
    none: { label: 'Sin reloj', hint: 'Quien habla dice cuándo ha terminado. Nada se mide.' },
  },
  untimed: 'Sin reloj: todo el tiempo que haga falta.',
  name: 'Tu nombre',
  nameHint: 'Lo verá la persona a quien invitas. Desaparece cuando desaparece la sala.',
  nameMissing: 'Escribe el nombre por el que te conoce la otra persona.',
  button: 'Abrir la sala',
  opening: 'Abriendo la sala…',
  remembered: 'Tu nombre y estas elecciones se recuerdan solo en este dispositivo.',
  time,
} satisfies typeof en.open
