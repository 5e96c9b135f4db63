// What is said in Spanish around practice with somebody one does not know?
import type * as en from '../en/practice.ts'
import { prompts } from './prompts.ts'
import { sameWords } from './same-words.ts'
import { time } from './time.ts'

const CONTADAS = ['Nadie', 'Una', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve'] as const

export const practice: typeof en.practice = {
  door: {
    title: 'Con una persona nueva',
    heading: 'Practicar con una persona nueva',
    lead: 'Catorce minutos con alguien a quien no conoces. Una persona habla, la otra escucha; luego cambian de lugar, y otra vez.',
    looking: 'Un momento. Miramos si aquí se puede practicar.',
    rulesHeading: 'Cinco cosas que cumplen las dos personas',
    rules: [
      'Escucha. No hace falta responder, arreglar ni aconsejar nada.',
      'Nada de coqueteos, ventas ni sermones.',
      'No digas nada con lo que te puedan encontrar: ni nombre completo, ni dirección, ni número.',
      'No grabes nada y guarda para ti lo que oigas.',
      'Vete cuando quieras. No debes ninguna razón.',
    ],
    isNotHeading: 'Lo que no es',
    isNot: 'No es terapia, ni un lugar para buscar más que estos minutos. Nadie vigila la sala.',
    adult: 'Tengo 18 años o más y cumplo estas cinco',
    adultMissing: 'Practicar con desconocidos es para personas de 18 años o más que cumplen las cinco.',
    name: 'Cómo quieres que te llamen',
    nameHint: 'No tu nombre completo. La otra persona lo ve, y desaparece con la sala.',
    nameMissing: 'Escribe cómo puede llamarte la otra persona.',
    medium: 'Cómo se encuentran',
    media: {
      voice: {
        label: 'Por voz',
        hint: 'Se oyen a través de un relevo, para que nadie sepa dónde está la otra persona.',
        direct: 'Sin un relevo, por voz solo se encuentran dos ventanas de este mismo equipo, directamente.',
      },
      text: { label: 'Por escrito', hint: 'Quien habla, escribe; la otra persona lee, frase a frase.' },
    },
    language: 'En qué idioma',
    button: 'Esperar a alguien',
    device:
      'Para que no se reencuentren quienes no deben, este navegador guarda una marca al azar. No dice nada sobre ti.',
    shut: {
      'no-contact':
        'Aquí no se puede practicar con desconocidos: quien lleva este lugar no ha dicho a quién se puede acudir.',
      'no-relay':
        'Aquí no se puede por voz: sin un relevo, cada cual podría saber dónde está la otra persona. Por escrito, sí.',
    },
    unreachable: 'Ahora no llegamos a la sala de espera. Seguimos intentándolo.',
    contact: address => `Si algo no está bien, escribe a ${address}.`,
  },
  waiting: {
    label: 'En espera',
    title: 'Esperando a alguien',
    heading: 'Esperando a alguien',
    body: 'Esperar es parte de la práctica. Suelta el aire y deja caer los hombros.',
    here: count =>
      count === 0
        ? 'No hay nadie más aquí en este momento.'
        : count === 1
          ? 'Hay otra persona aquí.'
          : count < CONTADAS.length
            ? `${CONTADAS[count]} personas más están aquí.`
            : 'Hay muchas personas más aquí.',
    usual: length => `Lo habitual ha sido esperar ${length}.`,
    putDown: 'Puedes dejar el teléfono o ir a otra ventana. Sonará una campana suave y esta pestaña lo dirá.',
    bellOff: 'Aquí la campana está apagada. Puedes ir a otra ventana: esta pestaña dirá cuándo llega alguien.',
    bellClosed:
      'Toca la página una vez para que una campana suave pueda sonar cuando llegue alguien. Esta pestaña también lo dirá.',
    declined: 'Esta vez no pudo ser. Vuelves a estar al frente.',
    silent: 'No hubo respuesta a tiempo. Vuelves a estar al frente.',
    quiet: 'La línea está en silencio. La buscamos, y luego sigues esperando.',
    notice: 'Mostrar un aviso cuando llegue alguien',
    noticed: 'Se mostrará un aviso cuando llegue alguien.',
    noticeText: 'Hay alguien aquí. Tienes medio minuto para decir que sí.',
    stop: 'Dejar de esperar',
    nobodyHeading: 'Si no viene nadie',
    stay: 'Quédate cuanto quieras.',
    gatherings: 'Aquí se reúne gente a estas horas, según tu propio reloj:',
    calendar: 'Ponerlas en mi calendario',
    calendarTitle: 'Clearing: práctica con una persona nueva',
    onePhone: 'O pruébalo con un teléfono entre dos',
  },
  meeting: {
    title: 'Hay alguien aquí',
    heading: name => `${name} está aquí`,
    body: '¿Quieres empezar? Tienes medio minuto. No responder es decir que no, y a nadie se le dice por qué.',
    yes: 'Sí, empecemos',
    no: 'Esta vez no',
    waiting: name => `Esperamos a que ${name} diga que sí`,
    theyWould: name => `${name} querría empezar`,
    quiet: 'La línea está en silencio. La buscamos; el medio minuto sigue mientras tanto.',
    begins: 'Empieza',
  },
  over: {
    missed: { heading: 'El momento ha pasado', body: 'Había alguien aquí, y pasó el medio minuto.' },
    steppedBack: { heading: 'Diste un paso atrás', body: 'La otra persona lee solo que no pudo ser.' },
    elsewhere: {
      heading: 'Esperas en otra ventana',
      body: 'En un dispositivo se espera una sola vez. Puedes esperar aquí.',
      here: 'Esperar aquí',
    },
    again: 'Volver a esperar',
    home: 'A la portada',
    barredHeading: 'Ahora no',
    barred: {
      rest: when => `Te fuiste pronto algunas veces. Descansa un poco: podrás practicar otra vez a las ${when}.`,
      paused:
        'Varias personas nos han contado una inquietud. Alguien la mirará; hasta entonces aquí no se puede practicar.',
      banned: when => `Desde este dispositivo no se puede practicar hasta el ${when}.`,
      often: 'Has entrado y salido muchas veces. Descansa un poco y vuelve más tarde.',
      seal: 'Este navegador no puede sellar lo que se dice. Uno más nuevo sí.',
      other: 'Ahora no es posible. Vuelve dentro de un rato.',
    },
  },
  after: {
    title: 'Después',
    heading: '¿Cómo fue?',
    body: name => `Lo que elijas aquí es solo tuyo. A ${name} no se le dice nada.`,
    someone: 'la otra persona',
    again: name => `Encontrar de nuevo a ${name}`,
    againHint: 'Solo ocurre si las dos personas lo eligen. Nadie sabrá cómo contactar con la otra.',
    hopingHeading: 'Si las dos personas quieren',
    hoping: name => `Si ${name} también lo elige, se encuentran enseguida. Quédate cuanto quieras.`,
    fresh: 'Esperar a alguien nuevo',
    never: 'No encontrarnos nunca más',
    neverDone: 'No se volverán a encontrar.',
    concern: 'Contarnos una inquietud',
    nobodyHeading: 'No hay nadie en quien pensar',
    nobodyBody:
      'Lo que se puede decir de un encuentro con alguien nuevo se puede decir durante unas horas, en la ventana en la que fue.',
    notThrough: 'No ha llegado. Inténtalo otra vez.',
  },
  concern: {
    heading: 'Contarnos una inquietud',
    body: 'Solo lo lee alguien que lleva este lugar. A la otra persona nunca se le dice, y no se volverán a encontrar.',
    reason: '¿Qué fue?',
    reasons: {
      sexual: 'Palabras o actos sexuales',
      harassment: 'Amenazas o insultos',
      hate: 'Odio hacia un grupo de personas',
      minor: 'Alguien que parece tener menos de 18 años',
      danger: 'Alguien puede estar en peligro',
      recording: 'Algo se grabó',
      other: 'Otra cosa',
    },
    reasonMissing: 'Elige lo que más se acerque.',
    text: 'Con tus propias palabras, si quieres',
    textHint: 'Nada de lo que se dijo en la sala se envía, salvo que lo escribas aquí.',
    textHintShown: 'Nada de lo que se dijo en la sala se envía, salvo que lo escribas aquí o lo elijas abajo.',
    shown: {
      open: 'Incluir lo que escribió',
      legend: 'Lo que te escribió',
      hint: 'Solo se envían las frases que elijas. Las lee quien cuida este lugar, que ve que de verdad se te escribieron, y nada más de la sala. Lo que llegó antes de que esta página se cargara por última vez puede no estar ahí.',
      as: { draft: '(lo empezó, y no lo dijo)', line: '(su línea final)' },
      most: 'Se pueden enviar veinte frases como mucho.',
      unproven:
        'Estas frases ya no se pueden comprobar. Envíalo sin esas frases, o escribe con tus palabras lo que se dijo.',
      tooMuch: 'Es demasiado largo para enviarlo de una vez. Elige menos frases.',
    },
    send: 'Enviar',
    sending: 'Enviando…',
    sent: 'Enviado. Gracias. No se volverán a encontrar.',
  },
  safety: {
    open: 'Seguridad',
    heading: 'En todo momento',
    leave: 'Puedes irte con una pulsación, arriba en cada pantalla. No debes ninguna razón.',
    help: 'Pedir ayuda ahora',
    helpHint:
      'Abre en otra ventana un directorio de líneas de ayuda de todos los países. En peligro, llama al número de emergencias.',
    listener:
      'No tienes que arreglar nada. Puedes decir: me alegra que me lo hayas contado. ¿Miramos esta página tú y yo?',
    onlyHere:
      'Si quien cuida este lugar debe ver algo de lo que escribió, elígelo aquí, en Seguridad. Cuando dejas esta página ya no está.',
    close: 'Cerrar',
  },
  agree: {
    label: 'Acuerdo',
    heading: 'Lean estas cinco',
    aloud: 'En voz alta, una línea cada cual, por turnos.',
    silently: 'Cada cual para sí.',
    on: 'Lo hemos leído',
  },
  prompts,
  sameWords,
  time,
  lang: 'es',
}
