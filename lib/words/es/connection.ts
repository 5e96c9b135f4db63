// What is said in Spanish when a connection is quiet?
import type * as en from '../en/connection.ts'

export const connection = {
  quiet: 'Tu conexión está en silencio. Lo intentamos otra vez.',
  offline: 'Este dispositivo está sin conexión. Tu lugar se conserva.',
  moving: 'La sala se muda a otra máquina. Quédate aquí; no se pierde nada.',
  tryNow: 'Intentar ahora',
} satisfies typeof en.connection
