// What is said in Spanish as both agree? Four short sentences, and one control.
import type * as en from '../en/agreement.ts'

export const agreement = {
  place: 'Acuerdo',
  heading: 'Lo que acordamos',
  lines: [
    'Una persona habla, la otra escucha; después se cambia de lugar.',
    'Nada se graba ni se guarda.',
    'Lo que se dice aquí se queda aquí.',
    'Cada persona puede irse en cualquier momento, sin dar razones.',
  ],
  agree: 'De acuerdo',
  agreed: 'Dices que sí',
  theyAgree: name => `${name} dice que sí`,
  theyHaveNot: name => `${name} aún está leyendo`,
  waiting: name => `Esperando a que ${name} diga que sí`,
  comparing: 'Un momento. Se comparan los dos enlaces.',
} satisfies typeof en.agreement
