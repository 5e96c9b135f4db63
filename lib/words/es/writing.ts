// What does a sitting in writing say in Spanish, and one in the same place?
import type * as en from '../en/writing.ts'

export const writing = {
  field: 'Tus palabras',
  hint: other => `Intro envía una frase a ${other}. Mayús e Intro empiezan una línea nueva.`,
  hintTouch: other => `Cada frase llega a ${other} cuando la envías.`,
  live: other => `Mostrar a ${other} cada frase mientras crece`,
  liveHint: 'Si no, una frase se ve cuando la envías.',
  say: 'Decirlo',
  saidSoFar: 'Lo que has dicho',
  theirs: speaker => `Lo que dice ${speaker}`,
  notYet: speaker => `Las palabras de ${speaker} aparecen aquí. El silencio también cuenta.`,
  waiting: 'En camino',
  notSaid: 'Esto no ha llegado. Se envía otra vez cuando vuelva tu conexión.',
  tooLong: 'Esto es demasiado largo para una sola vez. Envíalo en dos partes.',
  bellRang: 'La campana sonó mientras escribías. Tienes unos segundos para enviarlo.',
  unsent: 'Tu turno terminó antes de que esto se enviara. Solo tú lo ves.',
  lost: 'Algunas palabras se sellaron para una página que ya se cerró, y ahora nadie puede leerlas.',
} satisfies typeof en.writing

export const samePlace = {
  arrive: 'Busca un sitio frente a la otra persona. Los teléfonos quedan en medio.',
  speaker: other => `Habla en voz alta. ${other} te escucha.`,
  listener: 'Deja el teléfono y escucha. Una campana te llamará.',
  listenerElsewhere: 'Deja el teléfono y escucha. La campana de otro teléfono te llamará.',
  listenerSilent: 'Deja el teléfono y escucha. La pantalla dice cuándo termina el turno.',
  oneBell: 'Un teléfono suena por los dos',
  oneBellHint: 'Elige aquí cuál de los dos suena, para que la campana se oiga una sola vez.',
  thisRings: 'Suena este teléfono',
  otherRings: 'Suena el otro teléfono',
} satisfies typeof en.samePlace
