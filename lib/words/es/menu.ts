// What do a person's own settings say in Spanish?
import type * as en from '../en/menu.ts'
import { menuFrame } from './menu-frame.ts'

export const menu = {
  ...menuFrame,
  heading: 'Solo para ti',
  body: 'La otra persona no ve nada de esto.',
  close: 'Hecho',
  help: 'Llamar a quien facilita',
  exit: 'Pulsa tres veces la tecla Mayús para salir al instante. La página queda en blanco.',
  exitNow: 'Salir al instante',
  exitTouch: 'La página queda en blanco, y todo lo de esta sala desaparece de este teléfono.',
  warning: {
    legend: 'Un toque suave antes de la campana',
    seconds: count => `${count} segundos`,
    none: 'Ninguno',
  },
  clock: {
    legend: 'El tiempo',
    hidden: 'En palabras',
    shown: 'En números',
  },
  spoken: {
    legend: 'Lo que un lector de pantalla dice en voz alta',
    end: 'Solo el final',
    close: 'El último medio minuto',
    minute: 'Cada minuto',
  },
  still: { label: 'Sin movimiento', hint: 'Nada en la pantalla se mueve por sí solo.' },
  awake: {
    kept: 'Esta pantalla permanece encendida durante el encuentro.',
    notKept: 'Puede que este dispositivo oscurezca la pantalla. La campana suena de todos modos.',
  },
} satisfies typeof en.menu
