// What is said in Spanish before a sitting begins: to the person who opened the room, at the guest’s door, and as both agree?
import type * as en from '../en/doorstep.ts'

export const doorstep = {
  title: 'Tu sala',
  heading: 'Tu sala está abierta',
  place: 'Tu sala',
  sitting: (title, total) => `${title}, unos ${total}`,
  sittingUntimed: title => `${title}, sin reloj`,
  invite: 'Envía este enlace a la única persona con quien quieres encontrarte aquí.',
  linkLabel: 'El enlace a esta sala',
  copy: 'Copiar el enlace',
  copied: 'Enlace copiado',
  copyYourself: 'Aquí no se pudo copiar. Mantén pulsado el enlace para copiarlo.',
  share: 'Compartir…',
  shareTitle: 'Una sala tranquila para dos',
  shareText: 'Te esperan en una sala tranquila para dos.',
  showCode: 'Mostrar como código',
  hideCode: 'Ocultar el código',
  codeLabel: 'Un código que contiene el enlace a esta sala, para la cámara de otro teléfono',
  oneOnly: 'Abrir el enlace no ocupa ningún lugar. Quien entra con él sí lo ocupa, y entonces la sala está completa.',
  waiting: 'Esperando a la otra persona',
  empty: 'Este lugar aún está libre',
  putDown: 'Puedes dejar el teléfono. Una campana suave suena cuando llega alguien.',
  before: {
    heading: 'Antes de empezar',
    lines: ['Cierra la puerta.', 'Silencia lo que pueda sonar.', 'Ten cerca un vaso de agua.'],
  },
  away: name => `${name} se ha ausentado un momento`,
  you: name => `${name} (tú)`,
  notThem: 'No es la persona a quien invité',
  notThemAsk: name => `¿Pedir a ${name} que salga? El enlace servirá entonces una vez más, para otra persona.`,
  notThemYes: name => `Pedir a ${name} que salga`,
  notThemNo: name => `Dejar que ${name} se quede`,
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

export const agreement = {
  place: 'Acuerdo',
  heading: 'Lo que acordamos',
  lines: [
    'Una persona habla, la otra escucha; después se cambia de lugar.',
    'Nada se graba ni se guarda.',
    'Lo que se dice aquí se queda aquí.',
    'Cada persona puede irse en cualquier momento, sin dar razones.',
  ],
  agree: 'De acuerdo',
  agreed: 'Dices que sí',
  theyAgree: name => `${name} dice que sí`,
  theyHaveNot: name => `${name} aún está leyendo`,
  waiting: name => `Esperando a que ${name} diga que sí`,
  comparing: 'Un momento. Se comparan los dos enlaces.',
} satisfies typeof en.agreement
