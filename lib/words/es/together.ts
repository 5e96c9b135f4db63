// What is said in Spanish where both go on together?
import type * as en from '../en/together.ts'

export const together = {
  someone: 'la otra persona',
  waiting: name => `Esperando a ${name}. No hay prisa.`,
  theyAreReady: name => `${name} puede continuar en cuanto tú quieras.`,
} satisfies typeof en.together
