// What is suggested in Spanish to whoever speaks to a person whom they do not know?
import type * as en from '../en/practice.ts'

export const prompts: typeof en.practice.prompts = {
  light: [
    'algo pequeño que fue bueno esta semana',
    'lo que hiciste hoy antes de venir aquí',
    'un lugar donde te gusta estar',
    'algo que esperas con ganas',
    'algo que haces con las manos',
    'una música a la que siempre vuelves',
  ],
  deeper: [
    'algo que te ronda la cabeza últimamente',
    'una vez en que alguien te escuchó',
    'algo en lo que has cambiado de opinión',
    'algo que todavía no está resuelto',
    'algo a lo que te cuesta decir que no',
    'algo que te gustaría mirar con más cariño',
  ],
  offered: prompt => `Si quieres: ${prompt}.`,
  otherwise: 'O cualquier otra cosa; no la más difícil.',
}
