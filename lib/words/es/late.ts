// What becomes of a room that was held for a while, in Spanish?
import type * as en from '../en/late.ts'

export const late: typeof en.late = {
  legend: 'Cuando una sala estuvo en pausa un rato',
  modes: {
    finish: {
      label: 'Termina más tarde',
      hint: 'Una sala donde faltó alguien por un momento recupera ese tiempo al final.',
    },
    'catch-up': {
      label: 'Se pone al día',
      hint: 'Deja fuera lo que el resto hizo mientras tanto y termina a la vez.',
    },
  },
}
