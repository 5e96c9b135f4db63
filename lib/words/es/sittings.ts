// What are the sittings called in Spanish, and what is each for?
import type * as en from '../en/sittings.ts'

export const sittings = {
  listening: {
    title: 'Escucha',
    sentence: 'Una persona habla, la otra solo escucha; después se cambia de lugar.',
  },
  taste: {
    title: 'Una primera prueba',
    sentence: 'Lo mismo, pero breve, para saber cómo se siente.',
  },
  repair: {
    title: 'Reparación',
    sentence: 'Para dos personas con dolor. Cada una dice lo que escuchó, hasta que la otra siente que la escucharon.',
  },
  dyad: {
    title: 'Encuentro largo',
    sentence: 'Ocho turnos, de ida y vuelta, con una campana en cada cambio.',
  },
  custom: {
    title: 'Tu propio encuentro',
    sentence: 'Fases y tiempos que eligió una de las dos personas.',
  },
} satisfies typeof en.sittings
