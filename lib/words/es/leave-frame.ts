// What does a room say in Spanish of leaving before anybody asks, and after somebody has left?
import type * as en from '../en/leave-frame.ts'

export const leaveFrame = { do: 'Salir' } satisfies typeof en.leaveFrame

export const left = {
  title: 'Has salido',
  heading: 'Has salido de la sala.',
  body: 'En este dispositivo no queda nada de lo que allí se dijo o se escribió.',
  home: 'Ir a la portada',
  circle: 'Al círculo',
  /** After a sitting with somebody new. */
  after: 'Otra vez, nunca más, o alguien nuevo',
} satisfies typeof en.left
