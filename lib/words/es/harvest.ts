// What does a group take along, in numbers and questions, in Spanish?
import type * as en from '../en/harvest.ts'

export const learned: typeof en.learned = {
  heading: 'Lo que el grupo dio',
  few: 'Quien quiere dice, sin nombre, qué cerca se sintió y si sintió que le escucharon. Se ve aquí cuando lo han dicho cinco, y solo en sumas.',
  givers: count => `${count} dijeron cómo fue`,
  before: 'Qué cerca, antes',
  after: 'Qué cerca, después',
  heard: (count, of) => `${count} de ${of} dijeron que sintieron que les escucharon`,
  scale: ['lejos', 'cerca'],
  step: (step, count) => `Paso ${step}: ${count}`,
  what: 'Siete pasos, desde dos que apenas se tocan hasta dos que casi son uno.',
}

export const harvest: typeof en.harvest = {
  heading: 'Lo que el grupo se lleva',
  lead: 'Números y preguntas, las palabras de nadie. Imprímelo o cópialo.',
  on: date => `El ${date}`,
  for: audience => `Para ${audience}`,
  rounds: 'Rondas',
  round: n => `Ronda ${n}`,
  noPrompt: 'Sin pregunta',
  unseen: 'En este dispositivo no se sabe de qué trataba.',
  rooms: count => (count === 1 ? 'una sala' : `${count} salas`),
  people: count => (count === 1 ? 'Vino una persona' : `Vinieron ${count} personas`),
  noRounds: 'No ha empezado ninguna ronda.',
  sums: 'En sumas',
  few: 'Menos de cinco personas dijeron cómo fue, así que no hay suma. Una suma de pocas diría algo de alguien.',
  print: 'Imprimir',
  copy: 'Copiar como texto',
  copied: 'Copiado',
  notCopied: 'Este navegador no copia por sí mismo. Selecciona la página y cópiala.',
}
