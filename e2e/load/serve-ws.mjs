// What is the least that a relay over WebSocket costs in Node? Two connections of one room, the text of one handed to the
// other as it came, and two characters that say so.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

export async function start() {
  const http = createServer()
  const server = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false })
  const alone = new Map()
  server.on('connection', (socket, request) => {
    const room = request.url
    let peer = alone.get(room) ?? null
    if (peer) {
      alone.delete(room)
      peer.emit('peer', socket)
    } else alone.set(room, socket)
    socket.once('peer', other => {
      peer = other
    })
    socket.on('message', data => {
      peer?.send(data, { binary: false })
      socket.send('ok')
    })
  })
  await new Promise(resolve => http.listen(0, '127.0.0.1', resolve))
  return { port: http.address().port }
}
