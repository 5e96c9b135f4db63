// What does somebody read in Spanish who guides a workshop?
import type * as en from '../en/guide.ts'

export const guide: typeof en.guide = {
  title: 'Guiar un taller',
  heading: 'Guiar un taller',
  lead: 'Tú cuidas el tiempo y las puertas. De escuchar se encarga cada cual.',
  before: {
    heading: 'Antes',
    items: [
      {
        name: 'Decide para qué es',
        says: 'Basta una frase. Un taller así es para escucharse. No decide nada, y no es terapia.',
      },
      {
        name: 'Prevé menos rondas de las que podrías',
        says: 'Una ronda dura unos once minutos; con la vuelta y los siguientes grupos, un cuarto de hora. Tres rondas llenan una hora, con un comienzo y un final.',
      },
      {
        name: 'Escribe una pregunta para cada ronda',
        says: 'Corta, abierta, y sobre quien habla: «¿Qué llevas hoy contigo?». Que la primera sea fácil. Nadie debería tener que contar lo más difícil que lleva.',
      },
      {
        name: 'Prepara el lugar',
        says: 'Dos sillas por grupo, tan cerca que se pueda hablar bajo, y algo apartadas del grupo de al lado. Un salón donde todo el mundo habla a la vez suena más bajo de lo que parece.',
      },
      {
        name: 'Pruébalo una vez',
        says: 'Abre el tablero, pon la página para la pared en el proyector y entra con tu propio teléfono. Luego pide a dos personas que conozcas que hagan una ronda.',
      },
      {
        name: 'Guarda tu enlace',
        says: 'Abre tu tablero en cualquier dispositivo. Si tu portátil se duerme o se queda en el tren, abre el enlace en otro: mientras tanto las rondas siguen, y terminan a su hora por sí mismas.',
      },
    ],
  },
  aloud: {
    heading: 'Para leer en voz alta',
    intro: 'Al empezar, despacio. Cámbialo hasta que suene a ti.',
    lines: [
      'Qué bien que están aquí. Dentro de un momento cada cual estará con otra persona. Una habla, la otra solo escucha. Después se cambia de lugar. Los teléfonos llevan el tiempo, así que nadie más tiene que hacerlo.',
      'Mientras escuchas, no hay nada que hacer. No hace falta asentir, ni responder, ni ayudar. Cuando notes que ya sabes lo que viene, suéltalo y sigue escuchando.',
      'Mientras hablas, no hay prisa. Habla de ti. Si no viene nada, se comparte el silencio; eso también cuenta. Tú eliges lo que dices, y puedes dejar fuera lo que hoy sea demasiado.',
      'Lo que se dice queda entre las dos personas. Nadie lo lee, nadie lo graba, y yo solo veo por dónde va cada sala en el tiempo.',
      'Cualquiera puede parar el reloj en cualquier momento, o llamarme con una sola pulsación, y voy. Cualquiera puede irse, sin dar razones.',
      'Al final, cada persona puede decir qué imagen de la otra soltó. Unas palabras, o ninguna. Luego se dicen gracias, y nada más.',
    ],
    backHeading: 'Cuando todo el mundo ha vuelto',
    back: [
      'Guardemos silencio durante tres respiraciones.',
      'Si quieres, di una palabra sobre cómo fue. Habla de ti, y no de lo que oíste.',
      'La próxima vez estarás con otra persona.',
    ],
    endHeading: 'Al final',
    end: [
      'Gracias. Lo que oímos no es nuestro para llevarlo a otra parte. Si algo sigue moviéndose en ti, trátate hoy con suavidad y habla con alguien de confianza.',
    ],
  },
  during: {
    heading: 'Durante',
    items: [
      {
        name: 'Empieza cuando cada grupo esté en su sitio',
        says: 'Forma los grupos, deja que la gente se encuentre, mira alrededor y empieza. Todas las salas arrancan en el mismo instante y tienen un solo reloj.',
      },
      {
        name: 'Haz menos',
        says: 'Mientras la ronda está en marcha no hace falta que hagas nada. Quédate donde te encuentren. El tablero pone primero a quien te necesita.',
      },
      {
        name: 'Da tiempo pocas veces',
        says: 'Un minuto más llega por igual a cada turno, así que nadie pierde. Una frase para todo el grupo es mejor guardarla para lo que todo el grupo necesita, como una ventana abierta.',
      },
      {
        name: 'Llama con suavidad',
        says: 'Llama de vuelta uno o dos minutos antes. Terminan su frase, y las salas se cierran por sí mismas.',
      },
    ],
  },
  odd: {
    heading: 'Números impares, y quien llega tarde',
    items: [
      {
        name: 'Queda una persona suelta',
        says: 'Como elegiste al prepararlo: una sala de tres con el mismo reloj, un sitio a tu lado, o una ronda de descanso. Cada vez le toca a alguien distinto, y a nadie le toca dos veces antes de que le haya tocado una vez a quien podía.',
      },
      {
        name: 'Alguien llega tarde',
        says: 'Aparece en tu tablero sin sala. Antes de empezar la ronda, dale sitio aunque venga a solas: con otras dos personas, o como elegiste. Con la ronda en marcha, junta a dos en cuanto las haya. Ningún grupo se rompe por nadie.',
      },
      {
        name: 'Alguien se va',
        says: 'Quien se queda aparece en tu tablero. Dale sitio con otra persona que espera, o pulsa su nombre para una reflexión en calma: la pregunta, y el reloj de todo el círculo, hasta que termine la ronda. También puedes elegirlo de antemano para todo el mundo. En un grupo de tres entra solo cuando empieza la siguiente ronda, nunca a la mitad.',
      },
      {
        name: 'Dos personas van siempre, o nunca, en la misma sala',
        says: 'Arrastra un nombre sobre el otro, o pulsa un nombre y elige el segundo. A nadie se le dice. Cuando una persona vive o trabaja por debajo de otra, conviene separarlas en las primeras rondas.',
      },
    ],
  },
  needed: {
    heading: 'Cuando una sala te necesita',
    items: [
      {
        name: 'Una sala te llama',
        says: 'Acércate sin prisa y ponte a su altura. Pregunta: «¿Qué necesitan?». Muchas veces es algo pequeño. Luego pulsa que ya estuviste allí.',
      },
      {
        name: 'Una sala está en pausa',
        says: 'Quizá falta alguien un momento, o quizá pararon el reloj a propósito. Déjala un minuto o dos. Sigue cuando las dos personas lo dicen. Si alguien no vuelve, pulsa su nombre en el tablero y saca a esa persona del taller: quien queda sigue, o espera a alguien más.',
      },
      {
        name: 'Una sala va tarde',
        says: 'Nadie tiene que correr por eso. Como elegiste, termina un poco después que el resto, o deja fuera lo que el resto hizo mientras tanto.',
      },
      {
        name: 'Quieres entrar en una sala',
        says: 'Pulsa la sala y pide entrar. No se molesta a nadie en medio de un turno: se les pregunta cuando termina, durante un minuto. Acércate cuando el tablero diga que puedes entrar, siéntate un poco detrás y escucha. Hablas cuando te dan la palabra, y quien la da pone de su propio tiempo. Cualquiera puede pedirte que salgas, sin decir por qué. Los teléfonos siguen siendo suyos: nunca lees lo que alguien escribe.',
      },
      {
        name: 'El grupo está a distancia',
        says: 'No puedes pedir entrar en ninguna sala, ni oírla, y es a propósito: lo que se dice o se escribe allí no llega a nadie de fuera. Di a todo el grupo cómo se te puede encontrar, y quédate ahí.',
      },
    ],
  },
  moved: {
    heading: 'Cuando alguien se conmueve',
    intro: 'Las lágrimas no son señal de que algo vaya mal. Casi siempre lo mejor es estar cerca, y sin ajetreo.',
    items: [
      {
        name: 'Deja que sea',
        says: 'Si a las dos personas les va bien así, no te acerques. Quien escucha no tiene que consolar a nadie. Que te escuchen ya es algo.',
      },
      {
        name: 'Pregunta, no decidas',
        says: '«¿Quieres seguir, hacer una pausa o salir un momento conmigo?». Cualquier respuesta es buena. Nadie debe una razón, y nadie tiene que terminar una ronda.',
      },
      {
        name: 'Cuida también a la otra persona',
        says: 'A quien escuchaba también puede haberle afectado. Para el reloj de la sala, o deja que esté a tu lado, y pregúntale lo mismo.',
      },
      {
        name: 'Hazlo más pequeño',
        says: 'Los pies en el suelo, un vaso de agua, los colores del lugar. No pidas la historia, y no prometas lo que no puedas cumplir.',
      },
      {
        name: 'Reconoce dónde acaba tu parte',
        says: 'Si alguien habla de estar en peligro, o de hacerse daño o hacerlo a otra persona, deja el ejercicio enseguida. Quédate a su lado, llama a quien es responsable aquí y, si es urgente, al número de emergencias de tu país. Averigua antes del día a quién llamarías.',
      },
      {
        name: 'Vuelve a preguntar',
        says: 'Pregunta otra vez antes de que se vaya a casa: «¿Quién está contigo esta noche?». Y después, habla tú también con alguien.',
      },
    ],
  },
  after: {
    heading: 'Después',
    items: [
      {
        name: 'Ciérralo',
        says: 'Cierra el taller en el tablero. A todo el mundo se le dan las gracias, y los nombres se olvidan enseguida.',
      },
      {
        name: 'Lo que el grupo se lleva',
        says: 'La página con rondas, preguntas y números se puede imprimir o copiar durante una hora. Las sumas de cómo fue solo se muestran cuando las dieron cinco personas o más. No lleva palabras de nadie, salvo las líneas del final que se quisieron ofrecer a la pared; puedes quitar cada una.',
      },
      {
        name: 'Guarda el plan',
        says: 'Guárdalo como archivo antes de preparar el taller, y la próxima vez lo cargas de nuevo.',
      },
    ],
  },
  open: 'Preparar un taller',
}
