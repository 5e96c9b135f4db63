// What is said in Spanish when something can't be done? Where a person can do something about it, the sentence says what.
import type * as en from '../en/trouble.ts'

export const refusals = {
  'bad-request': 'La sala no entendió eso. Carga la página de nuevo y prueba otra vez.',
  'too-big': 'Eso es más largo de lo que la sala puede llevar. Prueba en partes más pequeñas.',
  'too-fast': 'Eso fue un poco rápido. Espera un momento y prueba otra vez.',
  gone: 'Esta sala ya no existe.',
  full: 'Esta sala es para dos, y no queda lugar.',
  'not-yours': 'Este lugar se ha retomado en otro sitio.',
  'not-now': 'Eso no es posible en este momento.',
  'stale-phase': 'La sala ya había continuado.',
  'not-allowed': 'Eso no es posible desde este lugar.',
  busy: 'Pasan muchas cosas a la vez. Prueba otra vez dentro de un momento.',
  'store-down': 'Nuestra memoria está fuera de alcance por el momento. Seguimos intentándolo.',
  closed: 'Esta sala está cerrada.',
  draining: 'La sala se muda a otra máquina. Prueba otra vez dentro de un momento.',
} satisfies typeof en.refusals

export const trouble = {
  unreachable: 'No podemos llegar a la sala. Mira tu conexión y prueba otra vez.',
  again: 'Intentar otra vez',
  notTaken: 'La sala no pudo recibir eso. No se pierde nada; púlsalo otra vez dentro de un momento.',
  home: 'Ir a la portada',
  full: {
    title: 'La sala está completa',
    heading: 'Esta sala es para dos, y no queda lugar.',
    body: 'Si uno de los lugares debería ser tuyo, vuelve en el mismo navegador con el que entraste la primera vez.',
    anew: 'Abrir una sala propia',
  },
  gone: {
    title: 'La sala ya no existe',
    heading: 'Esta sala ya no existe.',
    body: 'Las salas no se guardan: una terminada desaparece en un minuto, y una que nadie empezó, después de un día. De esta no queda nada.',
    anew: 'Abrir una sala nueva',
  },
  incomplete: {
    title: 'El enlace está incompleto',
    heading: 'Falta una parte de este enlace.',
    body: 'El final del enlace, después del signo #, es lo que sella tus palabras. Ábrelo otra vez desde el mensaje, o pídelo de nuevo.',
  },
  otherTab: {
    title: 'Abierta en otra parte',
    heading: 'Tu lugar está abierto en otra ventana.',
    body: 'Allí estás en la sala mientras esa ventana siga abierta. También puedes retomar tu lugar aquí.',
    here: 'Continuar aquí',
  },
  storeDown: {
    title: 'Un momento',
    heading: 'Un momento.',
    body: 'Nuestra memoria está fuera de alcance, y seguimos intentándolo. Si por ello se pierde tiempo, detén el reloj en cuanto puedas.',
  },
  oldBrowser: {
    title: 'Este navegador es demasiado antiguo',
    heading: 'Este navegador no puede sellar tus palabras.',
    body: 'Usa uno más nuevo, y una dirección que empiece por https, para que nadie más pueda leerlas.',
  },
  noScript: 'Una sala necesita JavaScript: es lo que sella tus palabras antes de que salgan de este dispositivo.',
} satisfies typeof en.trouble
