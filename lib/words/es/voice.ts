// What does a sitting say by voice, in Spanish?
import type * as en from '../en/voice.ts'

export const voice = {
  listener: speaker => `Tu micrófono está cerrado mientras habla ${speaker}. No tienes que hacer nada.`,
  microphone: {
    open: 'Tu micrófono está abierto.',
    closed: 'Tu micrófono está cerrado.',
    asking: 'Tu navegador pregunta si se te puede oír aquí.',
    refused: 'Este navegador mantiene cerrado tu micrófono.',
    missing: 'Aquí no hay ningún micrófono.',
    busy: 'Otra cosa está usando tu micrófono.',
    doOpen: 'Abrirlo',
    doClose: 'Cerrarlo',
    again: 'Probar otra vez',
    hint: 'Se oye solo en tu propio turno, y donde hablan las dos personas. Si lo cierras aquí, sigue cerrado hasta que tú lo abras.',
    hintThree:
      'Se oye solo en tu propio turno, y donde hablan todas las personas de la sala. Si lo cierras aquí, sigue cerrado hasta que tú lo abras.',
  },
  writeInstead: 'Mejor escribir',
  touch: speaker => `Toca la página para oír a ${speaker}.`,
  touchDo: 'Oír su voz',
  lost: name => `Puede que ya no te llegue la voz de ${name}.`,
  again: 'Probar otra vez',
  noPath: name => `Tu voz no le llega a ${name} en este momento. Puedes escribir; seguimos intentándolo.`,
  noPathHere: name => `La voz de ${name} no te llega en este momento. ${name} puede escribir; seguimos intentándolo.`,
  missedHere: 'Puede que una parte no te haya llegado. Puedes pedir una pausa y preguntar.',
  missedThere: name => `Puede que una parte no le haya llegado a ${name}. Podrías decirlo otra vez.`,
  between:
    'Puede que haya alguien en medio, así que ya no pasa ningún sonido. No digas nada más aquí: sal y denúncialo.',
  unchecked: 'No se pudo comprobar el sonido, así que no se oye nada de él. Se puede seguir por escrito.',
  noPathToOne: (name, reached) =>
    `Tu voz le llega a ${reached}, pero no a ${name} en este momento. Puedes escribir para las dos personas; seguimos intentándolo.`,
  named: {
    missedHere: names => `Puede que no te haya llegado todo de ${names}. Puedes pedir una pausa y preguntar.`,
    unchecked: names =>
      `No se pudo comprobar el sonido entre ${names} y tú, así que no se oye nada de él. Se puede seguir por escrito.`,
  },
  several: {
    noPath: names => `Tu voz no les llega a ${names} en este momento. Puedes escribir; seguimos intentándolo.`,
    noPathHere: names => `Las voces de ${names} no te llegan en este momento. Pueden escribir; seguimos intentándolo.`,
    missedThere: names => `Puede que una parte no les haya llegado a ${names}. Podrías decirlo otra vez.`,
  },
  camera: {
    hint: name =>
      `Solo si ${name} también lo desea. Cualquiera puede terminarlo en todo momento, para las dos personas.`,
    ask: name => `Proponer a ${name} que se vean`,
    asked: name => `Le propusiste a ${name} que se vean.`,
    takeBack: 'Retirarlo',
    wanted: name => `A ${name} le gustaría que se vean.`,
    yes: 'Sí',
    no: 'Ahora no',
    on: 'Ahora se ven.',
    stop: 'Cerrar las cámaras',
    declined: name => `${name} prefiere que no, por ahora. Se sigue con la voz.`,
    refused: 'Aquí no se pudo abrir ninguna cámara. Se sigue con la voz.',
    theirs: name => `La imagen de ${name}`,
    own: 'Tu propia imagen',
    showOwn: 'Mostrarme mi propia imagen',
    showOwnHint: 'Solo en esta pantalla. Sin verte es más fácil escuchar.',
  },
  captions: {
    hint: name =>
      `Tu propio dispositivo escribe lo que oye de ${name}, dos líneas cada vez, y puede oír mal. Nada de eso se envía ni se guarda. Solo si ${name} está de acuerdo.`,
    ask: name => `Preguntar a ${name} si puedes leer a la vez`,
    asked: name => `Le preguntaste a ${name} si puedes leer a la vez.`,
    takeBack: 'Retirarlo',
    wanted: name => `A ${name} le gustaría leer lo que dices mientras hablas. Nada de eso se guarda.`,
    yes: 'Sí',
    no: 'Ahora no',
    on: 'Lo que dice cada cual se puede leer en la otra pantalla mientras habla.',
    stop: 'Terminarlo para las dos personas',
    declined: name => `${name} prefiere que no, por ahora. Se sigue escuchando.`,
    refused: 'Este navegador no pudo escribir lo que se dice. Se sigue escuchando.',
    read: 'Quiero leer a la vez',
    readHint: 'Solo en esta pantalla. Tu dispositivo puede oír mal.',
    theirs: name => `Lo que tu dispositivo oye de ${name}`,
    mine: 'La otra pantalla puede mostrar tus palabras mientras las dices.',
  },
} satisfies typeof en.voice
