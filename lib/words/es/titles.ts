// What stands in the browser’s tab, in Spanish?
import type { PhaseKind } from '../../protocol/room.ts'
import type * as en from '../en/titles.ts'

export const titles = {
  held: 'En pausa',
  goodbye: 'Despedida',
  speaking: 'Hablas tú',
  listening: 'Escuchas',
  phases: {
    arrive: 'Llegada',
    picture: 'La imagen que traigo',
    speak: 'Un turno',
    settle: 'Un momento de calma',
    'say-back': 'Decir lo escuchado',
    heard: '¿Me escucharon?',
    drop: 'Mirar atrás',
    tell: 'Lo que se soltó',
    thanks: 'Gracias',
    quiet: 'Calma',
    meet: 'Encuentro',
    agree: 'De qué se trata hoy',
  } satisfies Record<PhaseKind, string>,
  room: where => `${where} · Clearing`,
} satisfies typeof en.titles
