// What does a hall of 500 cost, and do all of it hear one bell? Bots join by the code, are paired and seated, begin at one instant
// and cross the first boundary together, while somebody facilitates and reads the board.
import { addSample, localTime, noSamples, type ServerClock } from '../../lib/clock/offset.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Board, Convened, Joined } from '../../lib/wire/circle.ts'
import type { Ack, PairedTold, RoomView } from '../../lib/wire/events.ts'
import { percentile } from './arithmetic.ts'
import { type Child, startChild } from './child.ts'
import type { Part, Row } from './row.ts'
import { type Caller, dial, inTurns } from './wire.ts'

const SECOND = 1_000
/** Everybody who joins at an opening does so within a second or two. */
const AT_ONCE = 100
const LOST_MS = 60_000

interface Bot {
  caller: Caller
  paired: Promise<PairedTold>
  /** Resolves with when a view of this phase came, by this machine's clock. */
  sees(n: number): Promise<number>
  startedAt: number
  /** When the bell of the first phase rings, by the server's clock. */
  bellAt: Ms
}

/** As many as a page asks at first. */
const LESSONS = 8

/** When this machine's clock will show that the server's shows `at`, as well as a page would know it that has just asked. */
async function learnt(caller: Caller): Promise<(at: Ms) => Ms> {
  let clock: ServerClock = noSamples()
  for (let left = LESSONS; left > 0; left--) {
    const sentAt = performance.now()
    const { now: serverNow } = await must<{ now: Ms }>(caller, 'clock', undefined)
    clock = addSample(clock, { sentAt, receivedAt: performance.now(), serverNow })
  }
  return at => localTime(clock, at) ?? Number.NaN
}

export async function must<Answer>(caller: Caller, event: string, payload: unknown): Promise<Answer> {
  const answer = await caller.ask<Ack<object>>(event, payload)
  if (!answer.ok) throw new Error(`${event} was refused: ${answer.code}`)
  return answer as Answer
}

const late = <T>(what: string, work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<T>((_, reject) => setTimeout(reject, LOST_MS, new Error(what)).unref())])

function bot(caller: Caller): Bot {
  let tellPaired = (_: PairedTold) => {}
  const waiting = new Map<number, (at: number) => void>()
  const seen = new Map<number, number>()
  const one: Bot = {
    caller,
    startedAt: 0,
    bellAt: Number.NaN,
    paired: new Promise<PairedTold>(resolve => {
      tellPaired = resolve
    }),
    sees: n =>
      late(
        `no view of phase ${n}`,
        new Promise<number>(resolve => {
          const at = seen.get(n)
          if (at === undefined) waiting.set(n, resolve)
          else resolve(at)
        }),
      ),
  }
  caller.hear = text => {
    if (text.startsWith('42["paired"')) tellPaired(JSON.parse(text.slice(2))[1])
    if (!text.startsWith('42["view"')) return
    const view: RoomView = JSON.parse(text.slice(2))[1]
    if (!view.phase) return
    one.startedAt = view.phase.startedAt
    if (view.phase.n === 0) one.bellAt = view.phase.bellAt ?? view.phase.endsAt ?? Number.NaN
    if (!seen.has(view.phase.n)) seen.set(view.phase.n, performance.now())
    waiting.get(view.phase.n)?.(performance.now())
  }
  return one
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The part of one core, in %, that the server used while `work` lasted. */
async function used(child: Child, work: () => Promise<unknown>): Promise<number> {
  const before = await child.cpu()
  const ms = await timed(work)
  return ((await child.cpu()) - before) / ms / 10
}

export const run: Part = async ({ quick, built, say }) => {
  const count = quick ? 101 : 500
  const child = await startChild('clearing', { built })
  const callers: Caller[] = []
  try {
    const desk = await dial(child.port)
    callers.push(desk)
    const plan = {
      title: 'A hall',
      format: { id: 'round' },
      medium: 'together',
      odd: 'trio',
      prompts: ['What is here?'],
    }
    const { circle, code, key } = await must<Convened>(desk, 'convene', plan)
    const { board } = await must<{ board: Board }>(desk, 'facilitate', { circle, key })
    let boardBytes = 0
    desk.hear = text => {
      if (text.startsWith('42["board"')) boardBytes += text.length
    }
    const bots = await inTurns(count, AT_ONCE, async () => {
      const caller = await dial(child.port)
      callers.push(caller)
      return bot(caller)
    })
    const before = await child.memory()
    say(`workshop: ${count} join`)
    const joinMs = await timed(() =>
      inTurns(count, AT_ONCE, n => must<Joined>((bots[n] as Bot).caller, 'join', { code, name: `Guest ${n}` })),
    )
    const joinBytes = boardBytes
    say('workshop: pair')
    const pairMs = await timed(async () => {
      await must(desk, 'direct', { do: 'pair' })
      await late('not everybody was paired', Promise.all(bots.map(({ paired }) => paired)))
    })
    const enterMs = await timed(() =>
      inTurns(count, AT_ONCE, async n => {
        const one = bots[n] as Bot
        const { room, token } = await one.paired
        await must(one.caller, 'enter', { room, token })
      }),
    )
    say('workshop: they ask for the time')
    const clocks = await inTurns(count, AT_ONCE, n => learnt((bots[n] as Bot).caller))
    const perPerson = ((await child.memory()).rss - before.rss) / count / 1024
    const beginAt = performance.now()
    await must(desk, 'direct', { do: 'begin' })
    const begun = await Promise.all(bots.map(one => one.sees(0)))
    const instants = new Set(bots.map(one => one.startedAt))
    const bells = new Set(bots.map(one => one.bellAt))
    const rings = bots.map((one, n) => clocks[n]?.(one.bellAt) ?? Number.NaN)
    const middle = percentile(rings, 0.5)
    const apart = rings.map(at => Math.abs(at - middle))
    boardBytes = 0
    const quietMs = 20 * SECOND
    const idle = await used(child, () => new Promise(resolve => setTimeout(resolve, quietMs)))
    const quietBytes = boardBytes
    say('workshop: the first boundary')
    let crossed: number[] = []
    const atBoundary = await used(child, async () => {
      crossed = await Promise.all(bots.map(one => one.sees(1)))
    })
    const rows: Row[] = [
      { metric: `${count} people join, ${AT_ONCE} at a time`, ours: `${joinMs.toFixed(0)} ms` },
      { metric: '  the board meanwhile', ours: `${(joinBytes / joinMs).toFixed(1)} KB/s` },
      { metric: '  pairs made, every room there, everybody told', ours: `${pairMs.toFixed(0)} ms` },
      { metric: '  everybody has come in', ours: `${enterMs.toFixed(0)} ms` },
      { metric: '  memory for each of them', ours: `${perPerson.toFixed(1)} KiB` },
      { metric: '  begin: until the last screen shows it', ours: `${(Math.max(...begun) - beginAt).toFixed(0)} ms` },
      { metric: '  instants at which rooms began', ours: String(instants.size), value: instants.size, target: 1 },
      { metric: '  instants at which their first bell rings', ours: String(bells.size), value: bells.size, target: 1 },
      {
        metric: '  by their own clocks: from the first of them all to the last',
        ours: `${(Math.max(...rings) - Math.min(...rings)).toFixed(2)} ms`,
      },
      {
        metric: '    from the middle one: p50, p99',
        ours: `${percentile(apart, 0.5).toFixed(2)}, ${percentile(apart, 0.99).toFixed(2)} ms`,
      },
      { metric: '  part of a core while all sit', ours: `${idle.toFixed(1)} %` },
      { metric: '  the board while all sit', ours: `${(quietBytes / quietMs).toFixed(2)} KB/s` },
      {
        metric: '  a boundary of all rooms: first to last screen told, p99',
        ours: `${(percentile(crossed, 0.99) - Math.min(...crossed)).toFixed(0)} ms`,
      },
      { metric: '  part of a core until then', ours: `${atBoundary.toFixed(1)} %` },
    ]
    if (board.rooms.length > 0) throw new Error('the board was not empty at first')
    return rows
  } finally {
    for (const caller of callers) caller.close()
    await child.end()
  }
}
