// What is said in Spanish of a person’s own microphone before a sitting by voice: that it works, or what keeps it closed?
import type * as en from '../en/device.ts'

export const device = {
  legend: 'Tu micrófono',
  check: 'Probar mi micrófono',
  checkHint: 'El navegador preguntará primero. Nadie te oye todavía, y nada se graba.',
  asking: 'El navegador pregunta si esta página puede oírte. Dile allí que sí.',
  speak: 'Di unas palabras.',
  heard: 'Te oímos.',
  silent: 'No oímos nada de este micrófono.',
  silentHint: 'Puede estar apagado en el cable o en el teclado, o quizá el bueno sea otro.',
  refused: 'El navegador mantiene cerrado el micrófono.',
  missing: 'Aquí no hay micrófono, o se ha desenchufado.',
  missingHint: 'Enchufa uno y prueba otra vez.',
  busy: 'Otra cosa está usando tu micrófono.',
  busyHint: 'Cierra otras llamadas y grabadoras, y prueba otra vez.',
  again: 'Probar otra vez',
  close: 'Cerrarlo otra vez',
  which: 'Qué micrófono',
  unnamed: n => `Micrófono ${n}`,
  stuck: 'Sigue sin funcionar',
  stuckLines: [
    'Mira en los ajustes de todo el dispositivo si este navegador puede usar un micrófono.',
    'Cierra otras páginas y programas que puedan estar usándolo.',
    'Carga esta página otra vez, o reinicia el navegador.',
  ],
  without: 'Entrar sin micrófono',
  withoutHint: 'También puedes venir sin él, escuchar, y escribir en tu propio turno.',
  guide: {
    chrome: [
      'Pulsa el signo que está a la izquierda de la dirección, arriba.',
      'Pon Micrófono en permitido.',
      'Vuelve aquí y prueba otra vez.',
    ],
    safari: [
      'En el menú Safari, elige los ajustes de este sitio web.',
      'Pon Micrófono en Permitir.',
      'Vuelve aquí y prueba otra vez.',
    ],
    firefox: [
      'Pulsa el micrófono tachado que está a la izquierda de la dirección, arriba.',
      'Quita el bloqueo.',
      'Vuelve aquí y prueba otra vez.',
    ],
    ios: [
      'Pulsa el signo junto a la dirección y abre los ajustes de este sitio web.',
      'Pon Micrófono en Permitir. En un navegador distinto de Safari: abre Ajustes, luego ese navegador, y activa Micrófono.',
      'Vuelve aquí y prueba otra vez.',
    ],
    android: [
      'Pulsa el signo que está a la izquierda de la dirección, luego Permisos.',
      'Pon Micrófono en permitido.',
      'Vuelve aquí y prueba otra vez.',
    ],
  },
} satisfies typeof en.device
