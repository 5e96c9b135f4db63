// How long does somebody who pours in without a pause stay, and how long do two beside them wait for a word meanwhile? Each kind of flood
// in turns, from a bare connection; from its first byte until it is closed, as whoever pours sees it. Beside it pairs speak, and the
// longest way of their words is held against a while of the same length without a flood.
import { once } from 'node:events'
import { connect } from 'node:net'
import { frame, upgradeTo } from '../../server/testing/raw-frames.ts'
import { FRAME_MOST } from '../../server/wire/sockets.ts'
import { median } from './arithmetic.ts'
import { startChild } from './child.ts'
import { clearingPairs, type Duo, wordsPacket } from './pairs-of.ts'
import type { Part, Row } from './row.ts'

/** Whoever says something every so often stays within the rate of words. */
const EVERY_MS = 120
const AROUND_MS = 300
const PATIENCE_MS = 60_000
const CLOSED_WITHIN_MS = 250

const FLOODS: Record<string, Buffer> = {
  pings: frame('', 0x89),
  'asks of no name': frame('420["nothing"]'),
  'asks that are good': frame('420["clock"]'),
  heartbeats: frame('3'),
  'asks far too big': frame(`420["words",{"sealed":"${'x'.repeat(60_000)}"}]`),
  'the largest frames': frame(`420["words",{"sealed":"${'x'.repeat(FRAME_MOST - 40)}"}]`),
  'frames beyond them': frame('x'.repeat(FRAME_MOST + 1)),
  'parts of nothing': frame('', 0x00),
}
/** More than is let in of anything. */
const POURED = 12 * 1024 * 1024

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Ms from the first byte of a flood until its connection is closed. */
async function untilClosed(port: number, piece: Buffer): Promise<number> {
  const tcp = connect(port, '127.0.0.1')
  tcp.on('error', () => {})
  await once(tcp, 'connect')
  tcp.write(upgradeTo())
  await once(tcp, 'data')
  tcp.write(frame('40'))
  await once(tcp, 'data')
  tcp.resume()
  const closed = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('whoever pours was not cut off')), PATIENCE_MS)
    tcp.once('close', () => {
      clearTimeout(late)
      resolve()
    })
  })
  const flood = Buffer.alloc(Math.floor(POURED / piece.length) * piece.length, piece)
  // A part belongs to something that has begun.
  if (piece[0] === 0) tcp.write(frame('begin', 0x01))
  const begun = performance.now()
  tcp.write(flood)
  await closed
  return performance.now() - begun
}

/** The pairs speak on and on; `longest` is of the words that were heard since it was asked last. */
function speaking(duos: readonly Duo[]) {
  let longest = 0
  let said = 0
  const timers = duos.map(({ speaker, listener }) => {
    const open: number[] = []
    listener.hear = text => {
      const at = text.includes('"words"') ? open.shift() : undefined
      if (at !== undefined) longest = Math.max(longest, performance.now() - at)
    }
    return setInterval(() => {
      open.push(performance.now())
      said++
      speaker.send(wordsPacket(1_000 + said, said))
    }, EVERY_MS)
  })
  return {
    longest() {
      const found = longest
      longest = 0
      return found
    },
    end: () => timers.forEach(clearInterval),
  }
}

export const run: Part = async ({ quick, built, say }) => {
  const rounds = quick ? 3 : 15
  const child = await startChild('clearing', { built })
  try {
    const pairs = speaking(await clearingPairs(child.port, 20))
    const rows: Row[] = []
    for (const [kind, piece] of Object.entries(FLOODS)) {
      const took: number[] = []
      const beside: number[] = []
      const without: number[] = []
      // The first round is for the compilers.
      for (let n = 0; n <= rounds; n++) {
        await wait(AROUND_MS)
        pairs.longest()
        await wait(AROUND_MS)
        const calm = pairs.longest()
        const closed = await untilClosed(child.port, piece)
        await wait(Math.max(0, AROUND_MS - closed))
        if (n === 0) continue
        took.push(closed)
        without.push(calm)
        beside.push(pairs.longest())
      }
      const value = median(took)
      const ours = `${value.toFixed(0)} ms (longest ${Math.max(...took).toFixed(0)})`
      rows.push({ metric: `closed after ${kind}, p50`, ours, value, target: CLOSED_WITHIN_MS })
      const [ms, calmMs] = [beside, without].map(found => `${median(found).toFixed(1)} ms`) as [string, string]
      rows.push({ metric: 'longest way of a word beside it, and without', ours: ms, peer: calmMs })
      say(`flood ${kind}`)
    }
    pairs.end()
    return rows
  } finally {
    await child.end()
  }
}
