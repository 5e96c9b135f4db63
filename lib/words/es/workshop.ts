// What is said in Spanish to the people of a workshop?
import type * as en from '../en/workshop.ts'
import { closeness } from './closeness.ts'
import { offer, onWall } from './offered.ts'

export const workshop: typeof en.workshop = {
  lang: 'es',
  code: {
    title: 'Entrar en un círculo',
    heading: 'Entrar en un círculo',
    lead: 'El código está en la pared, o te lo dice quien lleva el círculo.',
    field: 'El código',
    hint: 'Ocho letras y cifras. Valen las minúsculas y los espacios.',
    wrong: 'Un código tiene ocho letras y cifras, y ninguna vocal. Míralo otra vez.',
    unknown: 'Ningún círculo tiene este código. Puede que haya terminado, o que una letra sea otra.',
    button: 'Continuar',
  },
  door: {
    title: 'Un círculo',
    looking: 'Buscando el círculo…',
    lead: 'Te encuentras con una persona cada vez. Una habla, la otra solo escucha; después cambian de lugar.',
    media: {
      together: 'El encuentro es en el mismo lugar, y los teléfonos llevan el tiempo.',
      text: 'El encuentro es por escrito.',
      voice: 'El encuentro es de viva voz.',
    },
    name: 'Tu nombre',
    nameHint: 'Lo lee quien se sienta contigo, y también quien facilita. Nunca está en la pared.',
    nameMissing: 'Escribe el nombre por el que te conocen.',
    enter: 'Entrar',
    entering: 'Entrando…',
    notThrough: 'No ha llegado. Mira tu conexión e inténtalo otra vez.',
    tooFast: 'Está entrando mucha gente a la vez. Inténtalo en un momento.',
  },
  circle: {
    titleOf: title => `${title} · Clearing`,
    here: count => (count <= 1 ? 'Eres la única persona aquí.' : `Hay ${count} personas aquí.`),
    gathering: {
      heading: name => `Estás aquí, ${name}.`,
      next: 'Cuando esté el círculo, te encuentras con una persona. Hasta entonces no hay nada que hacer.',
    },
    between: {
      heading: 'De vuelta en el círculo',
      next: 'Pronto te sientas con alguien. Hasta entonces no hay nada que hacer.',
      last: 'Esas eran las rondas previstas. Quien facilita dice qué viene ahora.',
    },
    rest: {
      heading: 'Esta ronda descansas',
      body: 'Hay una persona más que parejas. Siéntate en calma y deja que la respiración vaya y venga. Si sigue otra ronda, te sientas con alguien.',
    },
    facilitator: {
      heading: 'Te sientas con quien facilita',
      body: 'Hay una persona más que parejas, así que esta ronda te sientas con quien lleva el círculo. Viene a buscarte.',
    },
    waiting: {
      heading: 'Esta ronda ya tiene sus grupos',
      body: 'Entras en otra, o antes si alguien queda libre. Siéntate en calma y deja que la respiración vaya y venga.',
    },
    reflect: {
      heading: 'Este tiempo es tuyo',
      body: 'Hasta que termine la ronda, quédate ahí como si alguien escuchara. No hay nada que escribir. Si sigue otra ronda, te sientas con alguien.',
    },
    room: {
      heading: 'Tu sala está abierta',
      body: 'Un momento, te llevamos allí.',
      button: 'Ir a mi sala',
    },
    closed: {
      heading: 'El círculo está cerrado',
      body: 'Gracias por escuchar. Nada de lo que se dijo se guarda, y los nombres se van con el círculo.',
    },
    promptNow: 'Esta ronda trata de',
    promptFirst: 'La primera ronda trata de',
    promptNext: 'La próxima ronda trata de',
    putDown: 'Puedes dejar el teléfono. Una campana suave suena cuando empieza.',
    quiet: 'La línea está en silencio. La buscamos, y tu lugar se guarda.',
    home: 'Ir a la portada',
  },
  leave: {
    do: 'Salir',
    heading: '¿Salir del círculo?',
    body: 'Ya no te encuentras con nadie. No debes ninguna razón, y con el código puedes volver como alguien nuevo.',
    yes: 'Salir en silencio',
    no: 'Quedarme',
  },
  away: {
    out: { heading: 'Ya no estás en este círculo', body: 'Si no debería ser así, díselo a quien facilita.' },
    left: { heading: 'Has salido del círculo', body: 'En este dispositivo no queda nada de él.' },
    elsewhere: {
      heading: 'Estás en el círculo en otra ventana',
      body: 'También puedes seguir aquí.',
      here: 'Seguir aquí',
    },
    trouble: {
      heading: 'Un momento',
      body: 'Ahora no llegamos al círculo.',
      again: 'Intentar otra vez',
    },
    noCrypto: {
      heading: 'Este navegador es demasiado antiguo',
      body: 'No puede sellar lo que se escribe en una sala. Usa uno más nuevo, y una dirección que empiece por https.',
    },
    again: 'Entrar otra vez',
  },
  said: {
    bell: 'Quien facilita toca la campana.',
  },
  give: {
    heading: '¿Quieres dar algo de esta ronda?',
    lead: 'Si quieres: qué cercanía sentiste, antes y después, y si sentiste que te escucharon. Quien facilita lo recibe sin tu nombre.',
    sums: 'Solo ve sumas, y solo cuando cinco personas han dado lo suyo. No responder también es una respuesta.',
    before: 'La cercanía que sentiste antes',
    after: 'La cercanía que sentiste después',
    heard: 'Sentí que me escucharon',
    button: 'Dar esto',
    giving: 'Dando…',
    none: 'Elige antes algo, o no des nada.',
    skip: 'No dar nada',
    done: 'Está dado. Gracias.',
    notThrough: 'No ha llegado. Inténtalo en un momento.',
    late: 'El círculo ya no toma nada de esta ronda. No se dio nada.',
  },
  wall: {
    title: 'La pared',
    goTo: 'En tu teléfono, ve a',
    enter: 'y escribe',
    codeLabel: 'Un código para la cámara de un teléfono que contiene la entrada a este círculo',
    here: count =>
      count === 0
        ? 'Todavía no hay nadie aquí.'
        : count === 1
          ? 'Hay una persona aquí.'
          : `Hay ${count} personas aquí.`,
    noNames: 'Los nombres no se muestran.',
    late: '¿Llegas tarde?',
    paired: 'Busca a quien se sienta contigo',
    pairedBody: 'Tu teléfono dice quién es.',
    roundLabel: (round, rounds) => (round <= rounds ? `Ronda ${round} de ${rounds}` : `Ronda ${round}`),
    listening: 'Una persona habla. La otra escucha.',
    stopped: 'El reloj está detenido para todo el círculo.',
    backSoon: 'Llegando al final. Pronto se vuelve al círculo.',
    over: 'De vuelta al círculo.',
    pause: 'Entre dos rondas',
    nextLabel: 'Después',
    last: 'Gracias.',
    lastBody: 'Esas eran las rondas previstas.',
    closed: 'Gracias por escuchar.',
    closedBody: 'Este círculo está cerrado. Nada de lo que se dijo se guarda.',
    unknown: 'Ningún círculo tiene este código.',
    looking: 'Buscando el círculo…',
    quiet: 'La línea está en silencio. La buscamos.',
  },
  offer,
  onWall,
  closeness,
}
