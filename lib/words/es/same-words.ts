// What is said, in Spanish, of the words by which two strangers find out that nobody is between them?
import type * as en from '../en/same-words.ts'

export const sameWords = {
  heading: '¿Son las mismas para las dos personas?',
  hint: 'Cada persona lee dos. Si no coinciden, hay alguien en medio: sal y denúncialo.',
  words: 'Sus cuatro palabras',
  waiting: 'Cuatro palabras vienen en camino para las dos personas.',
  differs: 'No se pudo comprobar, y puede que haya alguien en medio. No digas nada más aquí: sal y denúncialo.',
  written: 'Sellado entre los dos navegadores. Sin comprobar.',
} satisfies typeof en.sameWords
