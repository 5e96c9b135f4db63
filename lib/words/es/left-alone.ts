// What becomes of whoever is left alone while a round runs, in Spanish?
import type * as en from '../en/left-alone.ts'

export const left: typeof en.left = {
  legend: 'Cuando alguien se queda sin pareja de escucha',
  modes: {
    wait: {
      label: 'Espera',
      hint: 'Aparece en tu tablero, y le das sitio con quien quede libre.',
    },
    reflect: {
      label: 'Una reflexión en calma',
      hint: 'Se queda con la pregunta de la ronda hasta que termine, con el mismo reloj. En la próxima ronda se sienta con alguien.',
    },
  },
}

/** On the board, about one of them. */
export const reflection: typeof en.reflection = {
  reflecting: 'En una reflexión en calma',
  reflect: 'Una reflexión en calma',
  reflectHint: name =>
    `${name} espera a alguien. O se queda en calma con la pregunta de la ronda hasta que termine, con el mismo reloj.`,
  reflects: name =>
    `${name} está en calma con la pregunta de la ronda hasta que termine, y mientras tanto no se sienta con nadie.`,
  letWait: 'Que espere a alguien',
}
