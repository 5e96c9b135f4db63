// What is said in Spanish around the seven pairs of circles, before a sitting and after it?
import type * as en from '../en/closeness.ts'

export const closeness = {
  legend: other => `¿Qué cercanía sientes ahora con ${other}?`,
  private: 'Si quieres. Solo tú lo ves: se queda en este dispositivo y se va con la sala.',
  pair: (step, words) => `${step} de 7: ${words}`,
  pairs: {
    1: 'aparte, apenas se tocan',
    2: 'se tocan un poco',
    3: 'menos de la mitad, uno en otro',
    4: 'casi la mitad, uno en otro',
    5: 'más de la mitad, uno en otro',
    6: 'la mayor parte, uno en otro',
    7: 'casi uno solo',
  },
  heading: other => `La cercanía que sentiste con ${other}`,
  before: 'Antes',
  after: 'Después',
  shown: 'Solo tú lo ves. Significa lo que significa para ti.',
} satisfies typeof en.closeness
