// What do the front door and the two pages that can go wrong say in Spanish?
import type * as en from '../en/front.ts'

export const site = {
  name: 'Clearing',
  title: 'Clearing: una sala para dos',
  titleOf: '%s · Clearing',
  description:
    'Una sala tranquila para dos personas. Una habla, la otra solo escucha; después se cambia de lugar. Nada se graba ni se guarda.',
  home: 'Clearing, la portada',
} satisfies typeof en.site

export const home = {
  heading: 'Una sala para dos.',
  lead: ['Una persona habla. La otra escucha.', 'Después se cambia de lugar.'],
  open: 'Abrir una sala',
  nobody: '¿Todavía no hay nadie al otro lado?',
  onePhone: 'Prueba con un solo teléfono entre dos',
  stranger: 'Practicar con una persona nueva',
  code: 'Entrar con un código',
  group: 'Para un grupo',
  how: 'Cómo funciona',
  privacy: 'Privacidad',
  promise: 'Nada se graba ni se guarda.',
} satisfies typeof en.home

export const look = {
  legend: 'Claro u oscuro',
  system: 'Como este dispositivo',
  light: 'Claro',
  dark: 'Oscuro',
  language: 'Otro idioma',
} satisfies typeof en.look

export const notFound = {
  title: 'Aquí no hay nada',
  heading: 'Aquí no hay nada.',
  body: 'Esta dirección no lleva a ninguna parte. Si alguien te envió un enlace a una sala, ábrelo otra vez desde su mensaje, entero.',
  home: 'Ir a la portada',
} satisfies typeof en.notFound

export const wentWrong = {
  title: 'Algo no ha ido bien',
  heading: 'Algo no ha ido bien por nuestra parte.',
  body: 'No fue por nada que hicieras. Si estabas en una sala, tu lugar sigue siendo tuyo: inténtalo otra vez y volverás a él.',
  again: 'Intentar otra vez',
  home: 'Ir a la portada',
} satisfies typeof en.wentWrong
