// How does one of a crowd speak with the server? In the wire's own text: a browser's library would cost more than the server that is measured.
import { WebSocket } from 'ws'

const DIAL_MS = 6_000
const ANSWER_MS = 6_000
/** The server says something every 5 s at least; a peer every 25 s, which is asked for nothing here. */
const SILENT_MS = 7_000
const NO_ANSWER = { ok: false, code: 'no-answer' }

const lines = new Set()
setInterval(() => {
  for (const line of lines) if (performance.now() - line.heardAt > line.silentMs) line.close()
}, 1_000).unref()

/**
 * A connection that has begun to speak Socket.IO. `hear(event, what)` is called with what is told, `ended()` once when it is lost or closed.
 * `address` is where it says to come from, as a proxy would.
 */
export async function dialLine(port, address) {
  const url = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`
  const headers = { 'x-forwarded-for': address }
  const socket = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: DIAL_MS, headers })
  const waiting = new Map()
  let asked = 0
  let begun = () => {}
  const line = {
    isOpen: true,
    heardAt: performance.now(),
    silentMs: SILENT_MS,
    hear() {},
    ended() {},
    close: () => socket.terminate(),
    ask: (event, payload) =>
      new Promise(resolve => {
        if (!line.isOpen) return resolve(NO_ANSWER)
        const id = asked++
        const late = setTimeout(() => answer(id, NO_ANSWER), ANSWER_MS)
        waiting.set(id, { resolve, late })
        socket.send(`42${id}${JSON.stringify([event, payload])}`)
      }),
  }
  function answer(id, what) {
    const own = waiting.get(id)
    waiting.delete(id)
    clearTimeout(own?.late)
    own?.resolve(what)
  }
  socket.on('message', data => {
    line.heardAt = performance.now()
    const text = String(data)
    const kind = text.slice(0, 2)
    if (text === '2') socket.send('3')
    else if (kind === '42') line.hear(...JSON.parse(text.slice(2)))
    else if (kind === '43') {
      const body = text.indexOf('[')
      answer(Number(text.slice(2, body)), JSON.parse(text.slice(body))[0])
    } else if (kind === '40') begun()
    else if (text[0] === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(text.slice(1))
      line.silentMs = Math.max(SILENT_MS, pingInterval + pingTimeout)
      socket.send('40')
    }
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    // A closed stream is noticed as it happens: until then the server was there.
    if (performance.now() - line.heardAt < line.silentMs) line.heardAt = performance.now()
    line.isOpen = false
    lines.delete(line)
    for (const id of [...waiting.keys()]) answer(id, NO_ANSWER)
    line.ended()
  })
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.terminate(), DIAL_MS)
    const over = () => {
      clearTimeout(late)
      reject(new Error('nobody greets'))
    }
    begun = () => {
      clearTimeout(late)
      socket.off('close', over)
      resolve()
    }
    socket.once('close', over)
  })
  lines.add(line)
  return line
}
