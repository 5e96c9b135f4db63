// What is a relay by Socket.IO that does nothing else? It lets connections into a room, hands on what one says to the
// others of it without looking, and answers that it did. With the library's own defaults.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

/** About as large as a view of a sitting. */
const VIEW = { text: 'x'.repeat(1_400) }

export async function start({ port = 0 } = {}) {
  const http = createServer()
  const io = new Server(http)
  io.on('connection', socket => {
    let room = ''
    socket.on('enter', (name, reply) => {
      room = name
      socket.join(room)
      reply({ ok: true })
    })
    socket.on('words', (told, reply) => {
      socket.to(room).emit('words', told)
      reply({ ok: true })
    })
    socket.on('act', (_, reply) => {
      io.to(room).emit('view', VIEW)
      reply({ ok: true })
    })
  })
  await new Promise(resolve => http.listen(port, '127.0.0.1', resolve))
  return { port: http.address().port }
}
