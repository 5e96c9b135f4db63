// What does it cost to hand on one sentence, with every check on? Against Socket.IO that checks nothing, and against raw
// WebSockets. All three answer the speaker too, and are given the same load in turns: each pair says thirty sentences,
// the next one when the last was heard and answered, which is as many as our own server lets anybody say at once.
import { compare } from './arithmetic.ts'
import { type Child, startChild } from './child.ts'
import { barePairs, clearingPairs, type Duo, rawPairs, rawWords, wordsPacket } from './pairs-of.ts'
import { comparedRow, type Part } from './row.ts'

export const AT_ONCE = 30
/** How long our server takes to let somebody say thirty sentences at once again. */
const CALM_MS = 3_100
const PATIENCE_MS = 60_000

export interface Contestant {
  child: Child
  duos: Duo[]
  packet: (n: number) => string
  spokenAt: number
}

/** CPU of the server for each sentence, in µs. */
export async function round(one: Contestant, first: number): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, Math.max(0, one.spokenAt + CALM_MS - performance.now())))
  const before = await one.child.cpu()
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('sentences were lost')), PATIENCE_MS)
    let talking = one.duos.length
    for (const { speaker, listener } of one.duos) {
      let said = 0
      let open = 0
      const next = () => {
        if (--open > 0) return
        if (said === AT_ONCE) {
          if (--talking === 0) {
            clearTimeout(late)
            resolve()
          }
          return
        }
        open = 2
        speaker.send(one.packet(first + said++))
      }
      speaker.hear = text => {
        if (text.includes('"ok":false')) reject(new Error(`refused: ${text}`))
        else next()
      }
      listener.hear = next
      open = 1
      next()
    }
  })
  const spent = (await one.child.cpu()) - before
  one.spokenAt = performance.now()
  return spent / (one.duos.length * AT_ONCE)
}

export const run: Part = async ({ quick, built, say }) => {
  const pairs = quick ? 150 : 400
  const rounds = quick ? 3 : 9
  const started = await Promise.all([startChild('clearing', { built }), startChild('bare'), startChild('ws')])
  const [clearing, bare, ws] = started
  try {
    // Asks of the sitting's beginning have used up the low numbers of the connection's answers.
    const packet = (n: number) => wordsPacket(1_000 + n, n)
    const spokenAt = Number.NEGATIVE_INFINITY
    const ours: Contestant = { child: clearing, duos: await clearingPairs(clearing.port, pairs), packet, spokenAt }
    const bareOne: Contestant = { child: bare, duos: await barePairs(bare.port, pairs), packet, spokenAt }
    const rawOne: Contestant = { child: ws, duos: await rawPairs(ws.port, pairs), packet: rawWords, spokenAt }
    const found: [number[], number[], number[]] = [[], [], []]
    // The first round is for the compilers.
    for (let n = 0; n <= rounds; n++) {
      const contestants = [ours, bareOne, rawOne]
      for (const [place, one] of contestants.entries()) {
        const spent = await round(one, 1 + n * AT_ONCE)
        if (n > 0) found[place]?.push(spent)
      }
      say(`relay ${n}/${rounds}`)
    }
    const [us, them, least] = found
    return [
      comparedRow('CPU per relayed words, against bare Socket.IO', 'µs', compare(us, them), 1.0),
      comparedRow('CPU per relayed words, against raw ws', 'µs', compare(us, least), 2.0),
    ]
  } finally {
    for (const child of started) await child.end()
  }
}
