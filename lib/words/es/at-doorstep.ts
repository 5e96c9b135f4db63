// What is said in Spanish to whoever opened a room and waits in it, by the parts that come after the first screen?
import type * as en from '../en/at-doorstep.ts'

export const atDoorstep = {
  heading: 'Tu sala está abierta',
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
  putDown: 'Puedes dejar el teléfono un rato. Una campana suave suena cuando llega alguien.',
  bellOff: 'Aquí la campana no suena. Mira de vez en cuando: la pantalla dice cuándo llega alguien.',
  bellClosed: 'Toca la página una vez, para que pueda sonar una campana suave cuando llegue alguien.',
  before: {
    heading: 'Antes de empezar',
    lines: ['Cierra la puerta.', 'Silencia lo que pueda sonar.', 'Ten cerca un vaso de agua.'],
  },
  notThem: 'No es la persona a quien invité',
  notThemAsk: name => `¿Pedir a ${name} que salga? El enlace servirá entonces una vez más, para otra persona.`,
  notThemYes: name => `Pedir a ${name} que salga`,
  notThemNo: name => `Dejar que ${name} se quede`,
} satisfies typeof en.atDoorstep
