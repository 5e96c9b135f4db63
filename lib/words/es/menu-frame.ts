// What do the first screens of a room need in Spanish of a person’s own settings?
import type * as en from '../en/menu-frame.ts'

export const menuFrame = {
  open: 'Ajustes',
  bell: {
    legend: 'La campana',
    soft: 'Suave',
    clear: 'Clara',
    off: 'Sin sonido',
    volume: 'Volumen',
    hear: 'Escucharla',
    hint: 'Suena cuando termina un turno. Las palabras en la pantalla dicen lo mismo.',
    blocked: 'Este navegador no deja sonar nada hasta que toques la página.',
  },
} satisfies typeof en.menuFrame
