// What does a room of a workshop say in Spanish beyond any other?
import type { workshopRoom as en } from '../en/workshop-room.ts'

export const workshopRoom: typeof en = {
  before: {
    place: 'Tu sala',
    heading: others => `Te sientas con ${others}.`,
    title: others => `● ${others}`,
    find: 'Busca a quien se sienta contigo, y a sentarse.',
    begins: 'Quien facilita empieza para todo el círculo a la vez. No hay nada que pulsar.',
    about: 'Esta ronda trata de',
    wish: '¿Quién habla primero? Si quieres, dilo aquí.',
    wishHint: 'Nadie más ve lo que eliges. Donde los deseos no se encuentran, decide una moneda.',
  },
  help: {
    open: 'Ayuda',
    heading: '¿Algo no va bien?',
    body: 'Puedes llamar a quien facilita. En esta sala se ve que se llamó, y en ninguna otra parte.',
    call: 'Llamar a quien facilita',
    called: 'Se ha llamado a quien facilita.',
    close: 'Cerrar',
  },
  facilitator: {
    rings: 'Quien facilita toca la campana.',
    held: 'Quien facilita ha detenido el reloj para todo el círculo.',
    heldBody: 'No se pierde nada de tu tiempo, y no hay nada que pulsar. Continúa para todo el círculo a la vez.',
    backInMinute: 'Quien facilita llama de vuelta al círculo dentro de un minuto.',
    backSoon: 'Quien facilita llama pronto de vuelta al círculo.',
  },
  visit: {
    knocks: 'Quien facilita pide acercarse, y solo viene si cada persona de la sala dice que sí.',
    yes: 'Sí, que venga',
    no: 'Ahora no',
    said: 'Has dicho que sí. Quien facilita viene cuando todas las personas lo hayan dicho.',
    isIn: 'Quien facilita está en la sala y escucha.',
    lend: 'Darle la palabra',
    has: 'Quien facilita está en la sala y tiene la palabra.',
    takeBack: 'Retirarle la palabra',
    out: 'Pedirle que salga',
    notComing: 'Quien facilita no viene ahora.',
    gone: 'Quien facilita ya no está en la sala.',
  },
  turns: {
    silenceSpeaker: 'Lo que queda de tu turno es silencio. Termina por sí solo.',
    silenceListener: speaker => `${speaker} ha terminado. Lo que queda es silencio, y termina por sí solo.`,
    sealed: 'En sobre cerrado. Se abre cuando termina el tiempo; hasta entonces puedes cambiarlo.',
    kept: 'Se queda contigo. Hasta que termine el tiempo puedes cambiarlo.',
    together: 'Lo que se ofrece se abre para toda la sala en el mismo momento.',
    holdHint: 'Detiene el reloj de esta sala. No hace falta ninguna razón; las demás salas continúan.',
  },
  three: {
    speaker: others => `${others} te escuchan. Tómate tu tiempo; el silencio también cuenta.`,
    speakerAloud: others => `Habla en voz alta. ${others} te escuchan.`,
    teller: others => `${others} solo escuchan. También puedes pasar.`,
    nextYou: 'Ahora hablas tú.',
    speaking: (length, others) => `Es tu turno de hablar. ${length}. ${others} te escuchan.`,
    back: others => `${others} están de vuelta. Di cuándo quieres continuar.`,
  },
  closing: {
    complete: {
      heading: 'Esta ronda ha terminado',
      body: 'Es el momento de darse las gracias, si aún no ha sido. Después se vuelve al círculo.',
    },
    called: { heading: 'De vuelta al círculo', body: 'Quien facilita ha llamado de vuelta a todo el círculo.' },
    left: {
      heading: 'La conexión terminó',
      body: 'Ahora no hay nadie más en esta sala. En el círculo, quien facilita se ocupa de ello.',
    },
    other: { heading: 'Esta sala ha terminado', body: 'Nada de lo que se dijo o se escribió aquí se guardó.' },
    led: 'En un momento se vuelve, sin que hagas nada.',
    button: 'Al círculo',
    private: 'Si quieres. Solo tú lo ves. Después de la ronda puedes darlo a quien facilita sin tu nombre, o no.',
  },
}
