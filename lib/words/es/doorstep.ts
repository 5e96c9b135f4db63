// What is said in Spanish before a sitting begins: to the person who opened the room, and at the guest’s door?
import type * as en from '../en/doorstep.ts'

export const doorstep = {
  title: 'Tu sala',
  place: 'Tu sala',
  empty: 'Este lugar aún está libre',
  away: name => `${name} se ha ausentado un momento`,
  you: name => `${name} (tú)`,
  titleHere: name => `● ${name} está aquí`,
} satisfies typeof en.doorstep

export const door = {
  title: 'Tienes una invitación',
  heading: host => `${host} te invita a escuchar y a que te escuchen.`,
  sitting: (title, total) => `${title}, unos ${total}.`,
  sittingUntimed: title => `${title}, sin reloj.`,
  media: {
    text: 'El encuentro es por escrito.',
    together: 'El encuentro es en el mismo lugar, y los teléfonos llevan el tiempo.',
    voice: 'El encuentro es de viva voz.',
    video: 'El encuentro es con voz e imagen.',
  },
  how: 'Una persona habla mientras la otra solo escucha. Después cambian de lugar. Nada se graba ni se guarda.',
  name: 'Tu nombre',
  nameHint: host => `${host} lo verá. Desaparece cuando desaparece la sala.`,
  nameMissing: host => `Escribe el nombre por el que ${host} te conoce.`,
  enter: 'Entrar',
  entering: 'Entrando…',
  looking: 'Buscando la sala…',
} satisfies typeof en.door
