// Why would a connection remember the request that began it? The library keeps the whole of it, some two KiB, for as long
// as the connection lasts, by two ways: as a field, which it documents may be let go, and by a listener of a socket's end
// (engine.io 6.6, `WebSocketResponse`), which it does not speak of. Nothing here reads it once its address is known.
import type { IncomingMessage } from 'node:http'

interface Connection {
  request: IncomingMessage
}

interface Begun {
  id: string
  nsp: { adapter: { delAll(id: string): unknown } }
}

/** How the library's listener reads: it tells an answer to the handshake, which nobody has asked for, that it is over. */
const LISTENER = /^\(\) => this\.emit\(['"]close['"]\)$/

/**
 * Lets go of a connection's first request. What is not found as expected stays as it is: only memory is lost by it. A
 * connection by polling goes on asking, and is left alone.
 */
export function forgetRequest(connection: Connection): void {
  const { request } = connection
  if (!('websocket' in request)) return
  const { socket } = request
  for (const listener of socket.rawListeners('close')) {
    // `once` wraps the listener; removing takes the one that was given.
    const given: unknown = Reflect.get(listener, 'listener')
    if (typeof given === 'function' && LISTENER.test(given.toString())) socket.off('close', given as () => void)
  }
  Reflect.set(connection, 'request', null)
}

/** What the library says of a beginning that is not remembered. */
const FORGOTTEN = Object.freeze({ headers: {}, query: {}, auth: {} })

/**
 * Lets go of what the library made of the request for its user, and of the list of rooms with the one room in it that it
 * gives to everybody: nothing here reads the one or speaks to the others.
 */
export function forgetHandshake(socket: Begun): void {
  Reflect.set(socket, 'handshake', FORGOTTEN)
  socket.nsp.adapter.delAll(socket.id)
}
