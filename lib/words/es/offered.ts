// What is said in Spanish of lines that people offer to the wall?
import type * as en from '../en/offered.ts'

export const offer: typeof en.offer = {
  heading: 'La línea que abriste',
  lead: 'Si quieres, puede estar en la pared. Todo el círculo la puede leer allí, sin tu nombre. Quien estuvo contigo sabe que es tuya.',
  small: 'Sale de tu sala solo si pulsas aquí. Quien facilita puede quitarla, y se va con el taller.',
  button: 'Ofrecerla a la pared',
  offering: 'Ofreciendo…',
  done: 'Está ofrecida. Gracias.',
  notThrough: 'No ha llegado. Inténtalo en un momento.',
  late: 'La pared no toma más líneas. La tuya se queda contigo.',
}

export const onWall: string = 'Palabras que se ofrecieron'

export const offered: typeof en.offered = {
  heading: 'Líneas para la pared',
  body: 'Algunas personas quisieron mostrar la suya, una línea cada vez y sin nombre. Entre las rondas están en la pared.',
  takeDown: 'Quitar',
  takeDownWhat: line => `Quitar: ${line}`,
  harvest: 'Líneas que se ofrecieron',
  harvestLead: 'Números, preguntas, y las líneas que se quisieron ofrecer. Imprímelo o cópialo.',
}
