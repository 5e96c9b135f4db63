// What is said in Spanish when somebody leaves, when one person finishes alone, and when the room is let go?
import type * as en from '../en/leaving.ts'
import { leaveFrame } from './leave-frame.ts'

export const leave = {
  ...leaveFrame,
  heading: '¿Salir de la sala?',
  body: other => `En la pantalla de ${other} se leerá que la conexión terminó. No debes ninguna razón.`,
  bodyBefore: other => `En la pantalla de ${other} se leerá que ya no estás aquí. No debes ninguna razón.`,
  bodyAlone: 'No hay nadie más aquí. La sala desaparecerá, y también su enlace.',
  yes: 'Salir en silencio',
  no: 'Quedarme',
} satisfies typeof en.leave

export const ended = {
  title: 'La conexión terminó',
  heading: 'La conexión terminó.',
  body: other => `${other} ya no está en la sala. Puedes quedarte aquí el tiempo que quieras.`,
  bodyUnnamed: 'La otra persona ya no está en la sala. Puedes quedarte aquí el tiempo que quieras.',
  bodyOut: 'Ya no estás en esta sala. Puedes cerrar la página.',
  alone: 'Terminar por mi cuenta',
  aloneHint: 'Escribe lo que habrías escrito. Se queda contigo.',
  close: 'Cerrar',
} satisfies typeof en.ended

export const alone = {
  heading: '¿Qué modelo solté?',
  body: 'Nadie leerá esto. Desaparece cuando lo sueltas.',
  field: '¿Qué modelo solté?',
  on: 'Soltarlo',
} satisfies typeof en.alone

export const goodbye = {
  label: 'Despedida',
  heading: '¿Soltarlo?',
  body: other =>
    `Cuando lo hagas, la sala se vacía y no queda nada en este dispositivo. ${other} podrá seguir leyendo hasta que también lo suelte.`,
  copyMine: 'Copiar mis propias palabras',
  copied: 'Tus propias palabras están copiadas',
  copyYourself: 'Aquí no se pudo copiar. Están seleccionadas: cópialas desde aquí.',
  letGo: 'Soltarlo',
  letting: 'Soltando…',
  notYet: 'No pudimos llegar a la sala para vaciarla. Pronto se vacía por sí sola; también puedes intentarlo otra vez.',
  again: 'Intentar otra vez',
  empty: 'La sala está vacía',
  emptyBody: 'Nada de lo que se dijo o se escribió aquí se guardó.',
  close: 'Cerrar',
  anew: 'Abrir una nueva sala para dos',
  over: 'El tiempo de esta sala terminó, y se vació por sí sola.',
  nobody: 'Durante un rato no hubo nadie, y la sala se vació por sí sola.',
  facilitator: 'La persona que facilita ha cerrado la sala.',
  complete: 'El encuentro está completo.',
} satisfies typeof en.goodbye
