// How do people come into a workshop, and how does a facilitator hand the ways on, in Spanish?
import type * as en from '../en/joining.ts'

export const joining: typeof en.joining = {
  code: 'El código para entrar',
  codeHint: 'Da igual si se escribe con minúsculas, espacios o guiones.',
  copyCode: 'Copiar el código',
  link: 'El enlace para entrar',
  linkHint: 'Para un mensaje o una página. La cámara de un teléfono lo lee del cuadrado.',
  qr: 'El enlace para entrar, como código para una cámara',
  wall: 'La página para la pared',
  wallHint: 'Para un proyector. Muestra el código y el tiempo, y nunca un nombre.',
  openWall: 'Abrir la página para la pared',
  own: 'Tu propio enlace',
  ownHint:
    'Quien lo tiene guía el taller, así que guárdalo para ti. Abre tu tablero en cualquier dispositivo, también después de que este haya dormido.',
  copy: 'Copiar',
  copied: 'Copiado',
  copyWhat: what => `Copiar: ${what}`,
  copiedWhat: what => `${what}: copiado`,
  copyYourself: 'Este navegador no copia por sí mismo. La línea está seleccionada: cópiala desde ahí.',
}
