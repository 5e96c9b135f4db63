// What does a facilitator read in Spanish who would like to come into a room?
import type { visiting as en } from '../en/visiting.ts'

export const visiting: typeof en = {
  knock: 'Pedir entrar en esta sala',
  how: 'Se les pregunta entre un turno y otro. Entras cuando cada persona haya dicho que sí, y escuchas hasta que te den la palabra.',
  howCalled:
    'Te han llamado, así que se les pregunta enseguida. Entras cuando cada persona haya dicho que sí, y escuchas hasta que te den la palabra.',
  unknock: 'Ya no pedirlo',
  leave: 'Ya salí de la sala',
  left: n => `Has salido de la sala ${n}.`,
  about: {
    waits: 'Has pedido entrar. Lo leerán cuando termine este turno.',
    asks: 'Has pedido entrar. No te acerques antes de que cada persona haya dicho que sí.',
    in: 'Puedes entrar. Escucha hasta que te den la palabra.',
    heard: 'Te han dado la palabra.',
    'not-now': 'Ahora no. Alguien prefiere que no, o nadie respondió en un minuto.',
    out: 'Quieren seguir sin ti.',
  },
  row: {
    waits: 'Has pedido entrar',
    asks: 'Has pedido entrar',
    in: 'Puedes entrar',
    heard: 'Tienes la palabra',
    'not-now': 'Ahora no',
    out: 'Siguen sin ti',
  },
  says: {
    in: n => `La sala ${n} te deja entrar.`,
    heard: n => `La sala ${n} te da la palabra.`,
    'not-now': n => `La sala ${n}: ahora no.`,
    out: n => `La sala ${n} quiere seguir sin ti.`,
  },
  far: 'No puedes entrar en esta sala: lo que se dice o se escribe allí llega solo a quienes la comparten.',
}
