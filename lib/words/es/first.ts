// Who speaks first? Asked in Spanish with the agreement, answered in the open once both have said.
import type * as en from '../en/first.ts'

export const first = {
  legend: '¿Quién habla primero?',
  me: 'Me gustaría hablar primero',
  other: 'Me gustaría escuchar primero',
  either: 'Me da igual',
  hint: name => `A ${name} se le pregunta lo mismo. Si las respuestas encajan, así se hace; si no, decide una moneda.`,
  youSpeak: 'Hablas tú primero',
  theySpeak: name => `${name} habla primero`,
  asWished: 'Sus deseos y los tuyos encajan.',
  coinBothSpeak: chosen => `Había dos deseos de hablar primero. La moneda eligió: ${chosen}.`,
  coinBothListen: chosen => `Había dos deseos de escuchar primero. La moneda eligió quién habla: ${chosen}.`,
  coinEither: chosen => `Nadie pidió hablar primero. La moneda eligió: ${chosen}.`,
  coinChoseYou: 'tú',
} satisfies typeof en.first
