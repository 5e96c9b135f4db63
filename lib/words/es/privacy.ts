// What does the page say in Spanish about what is sent, sealed and kept, for how long, and what it can't do?
import type * as en from '../en/privacy.ts'

export const privacy = {
  title: 'Privacidad',
  heading: 'Qué pasa con tus palabras',
  lead: 'Van de una persona a la otra, selladas, y nadie las guarda.',
  sections: [
    {
      heading: 'Lo que se queda en tu dispositivo',
      items: [
        'La imagen con la que llegas.',
        'Qué cercanía sientes con la otra persona, antes y después, si es que eliges decirlo. Solo tras una ronda de un taller puedes darla a quien facilita, sin tu nombre y con un toque solo para eso.',
        'Si sentiste que se te escuchaba, en caso de que respondas a las ocho frases del final: eso ni siquiera se guarda, y desaparece cuando dejas la página.',
        'Tus ajustes: claro u oscuro, la campana, cómo se muestra el tiempo, y lo último que elegiste al abrir una sala.',
        'Tu nombre espera ahí también, para que no tengas que escribirlo otra vez, hasta que borres los datos de este sitio.',
      ],
    },
    {
      heading: 'Lo que espera en tu dispositivo mientras dura una sala',
      items: [
        'Para que puedas cargar la página otra vez, o cerrarla y volver: lo que tú has escrito, la imagen con la que llegas, qué cercanía sentiste, la llave de tu lugar y el final secreto del enlace. Están en el almacenamiento de este navegador, y puede leerlos quien use este navegador.',
        'Todo ello se borra cuando sales, cuando sueltas la sala y cuando la sala desaparece. Si simplemente no vuelves, se borra pasado un día, cuando se vuelva a abrir aquí la primera página de este sitio, o una en la que empieza o se prepara un encuentro.',
        'Lo que escribió la otra persona está solo en la pantalla, y con alguien nuevo en la memoria de la página.',
        'En una reparación, pulsar tres veces Mayús, o «Salir al instante» en el menú de un teléfono, te saca de ahí: todo esto se borra y se muestra una página vacía. El historial de tu navegador sigue diciendo que estuviste aquí.',
      ],
    },
    {
      heading: 'Cuando hay un solo teléfono entre dos',
      items: [
        'Nada de ese encuentro se envía a nadie. La página lleva su propio tiempo, y no nos pide nada una vez que está ahí.',
        'Para que la página pueda cargarse otra vez a mitad del encuentro, lo que escribe cada persona espera en esta pestaña, con los nombres y el tiempo: las dos imágenes hasta que se abren las líneas, y las líneas hasta que termina el encuentro. Entonces se borra; en todo caso, desaparece con la pestaña.',
        'Antes de que se abran las líneas, cualquiera podría averiguar lo que escribió la otra persona, si toma el teléfono o usa las herramientas del navegador. Entre dos personas que comparten un teléfono no hay sello que valga.',
        'Para que la página empiece donde no hay red, tu navegador guarda la página misma con sus programas y sus letras. Nada de lo que alguien escribió está ahí, ni nada de ninguna sala.',
      ],
    },
    {
      heading: 'Cuando practicas con una persona nueva',
      items: [
        'Para que no se reencuentren quienes no deben, este navegador guarda una marca al azar. Guardamos una forma revuelta de esa marca: un día después de un encuentro, un año cuando una no quiere volver a encontrarse.',
        'Si nos cuentas una inquietud, guardamos la hora, formas revueltas de la sala y de las dos marcas, de qué tipo es y lo que tú escribas. De lo que se dijo no nos llega nada, salvo que elijas frases que la otra persona te escribió: entonces leemos esas, y podemos ver que se escribieron. Todas estas palabras las guardamos selladas, y desaparecen por sí solas al cabo de unos meses.',
        'Para que se pueda mostrar que una frase así es suya, y nadie pueda inventar otra, nuestro servidor pone una señal en cada una al pasar, sin leerla, y no guarda ninguna. Lo que escribió la otra persona sigue en la memoria de la página de la sala hasta que dejas esa página, o la cargas otra vez.',
        'Por voz, el sonido pasa por un relevo, así que nadie conoce la dirección de internet de la otra persona. Antes de hablar pueden comparar cuatro palabras, que no coinciden si hay alguien en medio. Por escrito no se puede comparar nada.',
        'Cómo esperaste se recuerda en este dispositivo, y a quién encontraste solo en esta ventana, para que puedas contarnos una inquietud durante unas horas.',
        'Durante ese tiempo sabemos quién se sentó con quién: desde que les toca la misma sala y, como mucho, hasta seis horas después del encuentro guardamos los dos nombres, si el encuentro empezó, y formas revueltas de la sala, de las dos marcas y de las llaves de los dos lugares.',
      ],
    },
    {
      heading: 'Cuando vienes a un taller',
      items: [
        'Quien facilita lee tu nombre, con quién te sientas en cada ronda, si tu conexión sigue ahí y en qué fase está tu sala. Nunca una palabra de lo que allí se dice o se escribe: solo te oye en persona, y solo cuando cada persona de la sala le ha dejado entrar. La pared que todo el mundo ve no muestra ningún nombre.',
        'Para que al volver sigas siendo la misma persona, este navegador guarda una llave hasta que sales del círculo, como mucho dos días. Guardamos los nombres y quién se sentó con quién hasta que quien facilita cierra el círculo, o hasta que pasa medio día sin que ocurra nada en el círculo.',
        'Lo que das de una ronda se envía solo si lo pulsas, y sin tu nombre. Quien facilita ve sumas, y solo de cinco personas o más.',
        'Una línea del final está en la pared solo si pulsas para ofrecerla, sin tu nombre. Entonces nuestro servidor lee esa línea, como no lee ninguna otra palabra de una sala. Se guarda sellada para la clave de quien facilita, que puede quitarla, y se va con el taller.',
      ],
    },
    {
      heading: 'Lo que se sella',
      items: [
        'Lo que escribes durante tu turno, y tu línea final, se cifran en tu navegador antes de enviarse. Las claves se hacen de nuevo cada vez que se carga una página, se quedan en la memoria de los dos navegadores y desaparecen cuando cierras la página.',
        'El final del enlace que envías, después del signo #, es un secreto que los navegadores no envían a ningún servidor. Se mezcla en las claves. Por eso no podemos leer tus palabras mientras pasan, y un enlace que se encuentra más tarde no lee nada.',
        'El texto se rellena antes de sellarse, para que su longitud diga poco.',
        'De viva voz, y cuando se ven, el sonido y la imagen van de tu navegador al otro y se cifran por el camino. La manera en que los dos se encuentran se sella como tus palabras, para que nadie pueda ponerse en medio: lo que se cambió por el camino no se oye, y la pantalla lo dice.',
        'Tu micrófono lo abres solo tú, y se oye solo en tu turno y donde hablan las dos personas. Una cámara se abre solo cuando las dos personas han dicho que sí, y se cierra para las dos cuando una lo retira.',
        'Si las dos personas han dicho que sí, quien escucha puede leer a la vez. Su propio navegador escribe lo que oye, en el dispositivo; donde un navegador no puede prometerlo, no se ofrece. Las dos últimas líneas están solo en esa pantalla, y desaparecen con el turno.',
        'Cuando el encuentro es en un mismo lugar y en voz alta, lo que dices no se envía de ningún modo. Tu micrófono sigue cerrado.',
      ],
    },
    {
      heading: 'Lo que sabe el servidor, y por cuánto tiempo',
      items: [
        'Mientras existe una sala: los dos nombres, el encuentro que elegiste, quién quiso hablar primero, en qué fase está, quién tiene conexión y desde cuándo, la mitad pública de las claves, y una huella de la llave que guarda tu lugar.',
        'Las dos líneas finales selladas, hasta poco después de que se abran para las dos personas. No puede leerlas.',
        'Una sala terminada desaparece en un minuto. Un encuentro que se quedó sin nadie termina a los quince minutos; uno en pausa o sin reloj, tres horas después de lo último que ocurrió; y una sala que nadie empezó, después de un día. Nadie tiene que acordarse de borrarla: la sala lleva en sí su propio final.',
        'Tu dirección de internet, mientras dura tu conexión, como en cualquier sitio que visitas. Para que una sola dirección no llene la casa, cuenta las conexiones bajo una forma irreconocible de la dirección, solo en memoria, con una clave que termina con el proceso.',
        'Sus registros y recuentos no contienen palabras, ni nombres, ni direcciones, ni llaves.',
      ],
    },
    {
      heading: 'Lo que aquí no hay',
      items: [
        'Ni cuenta, ni correo electrónico, ni publicidad, ni medición de visitas.',
        'Ninguna cookie, salvo que tú elijas aquí un idioma: entonces una recuerda cuál, y nada más, durante un año.',
        'Ninguna página pide nada al servidor de otra empresa.',
        'Nada se graba. No hay ningún botón para ello, ni lugar adonde iría.',
        'Abrir un enlace no ocupa ningún lugar; entrar sí. Así, la vista previa de un mensaje no puede llenar tu sala.',
      ],
    },
    {
      heading: 'De lo que esto no puede protegerte',
      items: [
        'De la otra persona. Puede recordar, fotografiar la pantalla o grabar el cuarto en el que estás.',
        'De tu propio dispositivo, si algo en él lee también: una extensión, un teclado que aprende, alguien que mira.',
        'Quien gestiona este servidor podría, si quisiera hacer daño o si algo le obligara, darte una página alterada que no sella. Puedes reducir ese riesgo con un servidor propio; el código está abierto.',
        'De alguien que consigue el enlace antes que la persona para quien era, y entra con su nombre. Si dudas de quién llegó, pídele que salga antes de empezar.',
        'De viva voz, el otro navegador conoce la dirección que el tuyo tiene en la red, salvo que quien lleva este servidor haga pasar todas las voces por un intermediario.',
        'De que se sepa que hubo un encuentro. El servidor, y la red de por medio, pueden ver que dos direcciones tenían conexión a la vez, durante cuánto tiempo, y más o menos cuánto se envió.',
        'Del historial de tu navegador. El secreto sigue en la dirección hasta que empieza el encuentro, para que puedas copiarlo de ahí, y después se quita; un navegador que copia su historial a otros dispositivos puede haberlo anotado antes.',
        'De la presión. Ningún sello ayuda cuando alguien te obliga a estar aquí.',
      ],
    },
    {
      heading: 'Si una página se carga otra vez',
      items: [
        'Tus claves son entonces nuevas, y el otro navegador vuelve a sellar para ti lo que se dijo en esta fase, y la línea si está abierta. La sala, su fase y su tiempo vuelven desde el servidor.',
        'Si el otro navegador está cerrado, nadie puede leer otra vez lo que dijo. La pantalla lo dice.',
        'Si el servidor pierde una sala, como puede pasar cuando se reinicia y guarda las salas en su propia memoria, la sala vuelve desde una página que la tenía abierta. Para eso cada página guarda la sala en su memoria (nombres, tiempos y líneas selladas, y ninguna de tus palabras en claro), sellada de modo que solo el servidor pueda leerla. Si ninguna de esas páginas está abierta, la sala desaparece.',
      ],
    },
  ],
  open: 'Abrir una sala',
} satisfies typeof en.privacy
