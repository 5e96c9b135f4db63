// What does the page say in Spanish that explains the practice, and where it comes from?
import type * as en from '../en/how.ts'

export const how = {
  title: 'Cómo funciona',
  heading: 'Escuchar sin una imagen',
  lead: 'Rara vez reaccionamos a una persona. Reaccionamos a la imagen que nos hemos hecho.',
  why: {
    heading: 'Por qué',
    body: [
      'Cada persona lleva consigo imágenes de las demás: lo que quieren, lo que quisieron decir, lo que están a punto de decir. Una imagen así es un modelo. Se forma como el aliento en un cristal, la miramos en vez de mirar a través, y al cabo de un rato se aclara por sí sola, si no nos aferramos.',
      'Cuando tenemos miedo, nos aferramos. Entonces hasta el cuidado se vuelve vigilancia: observamos a la otra persona para ver si nuestra imagen acierta. Conocer bien a alguien no ayuda. En la amistad escuchamos menos, porque creemos que ya sabemos.',
      'Lo que ayuda es escuchar sin hacer nada con ello. Para eso la mente tiene que estar en calma un rato, y para eso necesita la certeza de que su propio turno llegará.',
      'Por eso esta sala hace una sola cosa. Da a dos personas turnos iguales de hablar y de solo escuchar, y protege esos turnos. Nadie puede interrumpir, nadie tiene que responder, a nadie se le mete prisa. Al final hace una pregunta: ¿Qué modelo solté?',
    ],
  },
  sitting: {
    heading: 'Un encuentro, paso a paso',
    intro: 'Este es el habitual. Dura unos dieciocho minutos.',
    steps: [
      {
        name: 'Acordar',
        says: 'Cada persona lee cuatro frases breves y dice que sí. También dice si le gustaría hablar primero; donde los deseos no encajan, decide una moneda.',
      },
      { name: 'Llegar', says: 'Un minuto de calma. Nada que preparar.' },
      {
        name: 'La imagen',
        says: 'Un minuto a solas con una pregunta: ¿con qué imagen de esta persona llego? Lo que escribes se queda en tu dispositivo.',
      },
      {
        name: 'El primer turno',
        says: 'Una persona habla, con las pausas que quiera. La otra solo escucha: sin respuestas, sin preguntas, sin asentir. Un toque suave y después una campana terminan el turno, con tiempo para acabar la frase.',
      },
      { name: 'Un momento de calma', says: 'Medio minuto para el eco. ¿Qué escuché, y qué hice yo con ello?' },
      { name: 'El segundo turno', says: 'Se cambia de lugar. El turno dura exactamente lo mismo.' },
      {
        name: '¿Qué modelo solté?',
        says: 'Cada persona escribe una línea, o ninguna, y la ofrece o se la queda. Lo que se ofrece se abre para las dos en el mismo momento.',
      },
      {
        name: 'Gracias, y calma',
        says: 'Se dan las gracias, solo eso. Después, un último minuto de calma. No hace falta comentarlo.',
      },
      {
        name: 'Qué cercanía, antes y después',
        says: 'Si quieres, tocas uno de siete pares de círculos antes del encuentro y uno después. Solo tú vuelves a ver los dos al final. No se envían; solo en un taller puedes darlos a quien facilita, sin tu nombre. Si las pides ahí, ocho frases sobre la escucha son también solo para ti.',
      },
    ],
  },
  others: {
    heading: 'Otros encuentros',
    items: [
      { name: 'Una primera prueba', says: 'Los mismos pasos en unos seis minutos.' },
      {
        name: 'Reparación',
        says: 'Para dos personas con dolor. Después de cada turno, quien escuchó dice lo que escuchó, y quien habló dice si siente que se le escuchó o si hay algo más. Es para escucharse, no para decidir.',
      },
      { name: 'Encuentro largo', says: 'Ocho turnos, de ida y vuelta, con un gracias en cada cambio.' },
    ],
  },
  clock: {
    heading: 'Sobre el tiempo',
    body: [
      'Ningún número va hacia atrás. Un anillo fino se aclara mientras dura un turno, y unas pocas palabras dicen más o menos por dónde va. Si te gustan los números, puedes mostrarlos, solo para ti.',
      'Cualquiera de las dos personas puede pedir un minuto más. Hace falta el sí de la otra, y un minuto dado al primer turno se da también al segundo. Si un reloj no es para ti, elige sin prisa, o sin reloj: entonces un turno termina cuando lo dice quien habla.',
    ],
  },
  hard: {
    heading: 'Cuando es difícil',
    items: [
      { name: 'El silencio', says: 'El silencio cuenta. No tienes que llenar tu turno.' },
      {
        name: 'Quieres responder',
        says: 'Esa es la práctica. Nota cómo se forma la respuesta, déjala pasar y sigue escuchando. Tu propio turno llega.',
      },
      {
        name: 'Se vuelve demasiado',
        says: 'Cualquiera puede detener el reloj en cualquier momento, sin dar razones. Solo continúa cuando las dos personas lo dicen.',
      },
      {
        name: 'Prefieres irte',
        says: 'Salir está siempre en la misma esquina. La otra persona lee solo que la conexión terminó.',
      },
      {
        name: 'Tienes miedo de la otra persona',
        says: 'Entonces este no es el lugar adecuado. Está hecho para dos personas que no corren peligro entre sí. Si estás en peligro, llama al número de emergencias de tu país.',
      },
      {
        name: 'Necesitas ayuda',
        says: 'Esto es una práctica entre iguales, no una terapia ni un servicio de crisis. Una consulta médica, una línea de ayuda o alguien de confianza puede hacer lo que una sala así no puede.',
      },
    ],
  },
  sources: {
    heading: 'De dónde viene',
    intro:
      'Nada de esto es nuevo. En muchas escuelas hubo personas que se sentaron así, y aprendimos de lo que han publicado. Ninguna tiene parte en este proyecto ni habla por él, y ninguno de nuestros encuentros es suyo.',
    practices: [
      {
        name: 'Díadas de Enlightenment Intensive',
        says: 'dos personas, una campana cada cinco minutos, y alguien que escucha sin asentir ni comentar',
      },
      { name: 'Insight Dialogue', says: 'meditar y hablar a la vez; también empezó por escrito' },
      { name: 'Escucha constructivista', says: 'tiempo igual, y escuchar para el bien de quien habla' },
      {
        name: 'Zwiegespräch (Michael Lukas Moeller)',
        says: 'turnos fijos entre dos personas cercanas, sin comentarlo después',
      },
      { name: 'Thinking Pairs (Nancy Kline)', says: 'la certeza de que nadie va a interrumpir' },
      {
        name: 'Empathy Circle (Edwin Rutsch)',
        says: 'decir lo escuchado hasta que quien habla siente que le escucharon',
      },
      { name: 'Técnica hablante-oyente (Markman, Stanley)', says: 'una palabra que cada vez tiene una sola persona' },
      { name: 'Diálogo Imago', says: 'preguntar «¿hay algo más?»' },
      { name: 'Gottman–Rapoport', says: 'nadie discute hasta que cada parte puede decir la de la otra' },
      { name: 'Co-escucha', says: 'preguntar a quién me recuerda esta persona, y devolver el tiempo de más' },
      { name: 'Estructuras liberadoras', says: 'grupos pequeños que siguen un mismo reloj' },
    ],
    studiesHeading: 'Estudios',
    studies: [
      {
        name: 'Kok y Singer 2017, JAMA Psychiatry 74:126',
        says: 'diez minutos de hablar y escuchar por turnos acercaron a las personas en un solo encuentro',
      },
      {
        name: 'Matthaeus y otros 2024, IJERPH 21:570',
        says: 'practicar con otra persona alivió la soledad más que practicar a solas',
      },
      {
        name: 'Savitsky y otros 2011, J. Exp. Soc. Psychol. 47:269',
        says: 'sobrestimamos cuánto entendemos a quienes tenemos cerca',
      },
      {
        name: 'Itzchakov, Kluger y Castro 2017, PSPB',
        says: 'quien recibe una buena escucha baja la guardia y ve más lados de un asunto',
      },
      {
        name: 'Aron y otros 1992; Gächter y otros 2015',
        says: 'una imagen de dos círculos dice mucho sobre la cercanía entre dos personas; nuestros siete pares son un dibujo nuestro',
      },
      {
        name: 'Roos, Postmes y Koudenburg 2023, PLOS ONE (CC BY)',
        says: 'qué es sentir que alguien te escucha; nuestras ocho frases son palabras nuestras, a partir de su escala',
      },
    ],
    marks: 'Varios de estos nombres son marcas de otros. Se nombran aquí para dar las gracias, y para nada más.',
  },
  open: 'Abrir una sala',
} satisfies typeof en.how
