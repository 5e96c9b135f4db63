// What is said in Spanish around the eight statements about being heard, at the goodbye?
import type * as en from '../en/felt-heard.ts'

export const feltHeard = {
  offer: 'Ocho frases sobre la escucha',
  heading: '¿Sentiste que se te escuchaba?',
  body: other =>
    `Piensa en este encuentro con ${other}. Para cada frase elige uno de siete pasos, desde nada hasta del todo.`,
  private: 'Si quieres. Solo tú lo ves: no se envía nada, y se va con la sala.',
  statements: {
    whole: () => 'En conjunto, sentí que se me escuchaba.',
    voice: () => 'Hubo sitio para lo que yo tenía que decir.',
    elsewhere: other => `${other} estaba más en sus pensamientos que en mis palabras.`,
    attention: other => `${other} seguía lo que yo decía.`,
    empathy: other => `${other} intentó verlo como lo veo yo.`,
    untouched: other => `Lo que pienso y siento no parecía llegar a ${other}.`,
    respect: other => `${other} me trató con respeto.`,
    common: () => 'Cada cual entendió lo que la otra persona quería decir.',
  },
  steps: {
    1: 'nada',
    2: 'casi nada',
    3: 'un poco',
    4: 'en parte',
    5: 'en gran parte',
    6: 'casi del todo',
    7: 'del todo',
  },
  step: (step, words) => `${step} de 7: ${words}`,
  on: 'Ver el conjunto',
  leave: 'Volver sin guardar nada',
  open: 'Falta esta',
  left: count => (count === 1 ? 'Falta una frase.' : `Faltan ${count} frases.`),
  source: {
    lead: 'Palabras nuestras, a partir de la Feeling Heard Scale de',
    by: 'Roos, Postmes y Koudenburg 2023, PLOS ONE 18(11): e0292865 (CC BY 4.0).',
    apart: 'Lo que ves aquí no se puede comparar con cifras publicadas.',
  },
  backHeading: 'Cuánto se te escuchó',
  together: {
    1: 'En conjunto, tus respuestas dicen que no sentiste que se te escuchara.',
    2: 'En conjunto, tus respuestas dicen que apenas sentiste que se te escuchara.',
    3: 'En conjunto, tus respuestas dicen que sentiste que se te escuchaba un poco.',
    4: 'En conjunto, tus respuestas dicen que sentiste que se te escuchaba en parte.',
    5: 'En conjunto, tus respuestas dicen que sentiste que se te escuchaba en gran parte.',
    6: 'En conjunto, tus respuestas dicen que sentiste que se te escuchaba casi del todo.',
    7: 'En conjunto, tus respuestas dicen que sentiste que se te escuchaba del todo.',
  },
  shown: 'Solo tú lo ves. Significa lo que significa para ti.',
} satisfies typeof en.feltHeard
