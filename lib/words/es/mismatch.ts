// What is said in Spanish when the two links of a room do not hold the same secret?
import type * as en from '../en/mismatch.ts'

export const mismatch = {
  title: 'El enlace no encaja',
  heading: 'Este enlace no encaja con la sala.',
  body: 'No se pudieron sellar tus palabras para que solo se lean entre dos, así que no se envió nada. Pide el enlace de nuevo.',
  host: {
    heading: guest => `${guest} vino con otro enlace.`,
    body: 'Algo cambió en él por el camino, así que no se pudieron sellar tus palabras. No se envió nada, y tu enlace sigue siendo bueno. Envíalo una vez más.',
  },
  sitting:
    'Los dos enlaces ya no encajan entre sí, así que las palabras no se abren. Quien volvió la última vez puede seguir otra vez el primer enlace.',
} satisfies typeof en.mismatch
