// Do two people get through a whole sitting on the site at the given address? `node e2e/setup/sitting.mjs http://localhost:3000`:
// two connections of the library that browsers use, by consent from the first phase to the last, words and closing lines and
// all. Exit code 0 when the room closed as complete. Plain JavaScript, for whichever Node is asked.
import { once } from 'node:events'
import { io } from 'socket.io-client'

const LIMIT_MS = 60_000
const [url = 'http://localhost:3000'] = process.argv.slice(2)
const late = setTimeout(() => fail('it takes too long'), LIMIT_MS)
const word = n => Buffer.from(`sealed, for all that the server knows: ${n}`).toString('base64url')

const ann = await person()
const { room } = await ann.ask('open', { kind: 'friends', format: { id: 'taste' }, medium: 'text', name: 'Ann' })
const ben = await person()
await ben.ask('enter', { room, name: 'Ben' })
const both = [ann, ben]
await ann.ask('intent', { do: 'ready', first: 'me' })
await ben.ask('intent', { do: 'ready', first: 'other' })

const kinds = []
for (;;) {
  for (const one of both) await one.sees(view => view.stage === 'closed' || view.phase?.n === kinds.length)
  const { stage, phase, closed } = ann.view()
  if (stage === 'closed') {
    if (closed.why !== 'complete') fail(`the room closed as ${closed.why}`)
    break
  }
  kinds.push(phase.kind)
  await go(phase)
}
if (!['speak', 'drop', 'tell'].every(kind => kinds.includes(kind))) fail(`no whole sitting: ${kinds.join(', ')}`)
for (const one of both) one.close()
clearTimeout(late)
process.stdout.write(`a whole sitting of ${kinds.length} phases\n`)

/** Everybody does what the phase is for, and is done with it. */
async function go({ n, kind, floor }) {
  const [holder, other] = floor === 'b' ? [ben, ann] : [ann, ben]
  if (kind === 'drop') {
    for (const [at, one] of both.entries()) await one.ask('intent', { do: 'line', phase: n, sealed: word(at) })
    return
  }
  if (floor === 'a' || floor === 'b') {
    await holder.ask('words', { phase: n, id: n + 1, sealed: word(n) })
    await other.hears(word(n))
    if ((await other.tries('words', { phase: n, id: 1, sealed: word(0) })).ok) fail('a listener had a voice')
    await holder.ask('intent', { do: 'on', phase: n })
    await other.ask('intent', { do: 'on', phase: n })
    return
  }
  for (const one of both) await one.ask('intent', { do: 'on', phase: n })
}

async function person() {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
  const heard = []
  let view = null
  const see = next => {
    if (view === null || next.rev > view.rev || (next.rev === view.rev && next.now >= view.now)) view = next
  }
  socket.on('view', see)
  socket.on('words', words => heard.push(words.sealed))
  socket.once('connect_error', error => fail(`nobody answers at ${url}: ${error.message}`))
  await once(socket, 'connect')
  const until = async is => {
    while (!is()) await new Promise(resolve => setTimeout(resolve, 5))
  }
  const tries = (name, payload) => socket.timeout(10_000).emitWithAck(name, payload)
  return {
    tries,
    view: () => view,
    sees: what => until(() => view !== null && what(view)),
    hears: words => until(() => heard.includes(words)),
    close: () => socket.disconnect(),
    async ask(name, payload) {
      const answer = await tries(name, payload)
      if (!answer.ok) fail(`${name} was refused: ${answer.code} ${answer.message}`)
      if (answer.view) see(answer.view)
      return answer
    },
  }
}

function fail(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
