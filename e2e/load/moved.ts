// What do a thousand pairs see of it when the processes that serve them are told to end, are killed, one or both, and when the store loses
// everything? Two real processes and a real Redis, people who do as pages do, turns of under a minute that end all the while, and words.
// Whatever is lost, doubled, skipped or lengthened misses its target of none; times are compared with Socket.IO's own way back.
import { setTimeout as pause } from 'node:timers/promises'
import { startRedis } from '../setup/redis.mjs'
import type { Child } from './child.ts'
import { oneOfEach } from './moved-alone.ts'
import { BACK_MS, crowdsAt, every, REBUILT_MS, TALK_MS, tellOf } from './moved-crowds.ts'
import { exactly, inTimeRows, ms, outagesOf, type Told, waysBack } from './moved-rows.ts'
import { bareProcess, lastingPort, ourProcess } from './moved-site.ts'
import type { Part, Row } from './row.ts'

const PAIRS = 1_000
const QUICK_PAIRS = 200
/** A process that stands for longer serves nobody, as one that is stopped. */
const STALL_MOST_MS = 2_000

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** Loses one process, and then both for as long as they take to start; what its people were away each time. */
async function peersWay(pairs: number): Promise<{ one: number[]; both: number[] }> {
  const processes = await Promise.all([bareProcess(), bareProcess()])
  const [first, second] = processes
  const crowds: Child[] = []
  try {
    await Promise.all(processes.map(each => each.start()))
    crowds.push(...(await crowdsAt(processes, pairs, true)))
    await every(crowds, 'mark')
    await first.end('SIGKILL')
    await every(crowds, 'settle', { ms: BACK_MS })
    const one = outagesOf(await tellOf(crowds))
    await every(crowds, 'mark')
    await Promise.all([first.start(), second.end('SIGKILL')])
    await every(crowds, 'settle', { ms: BACK_MS })
    await second.start()
    await every(crowds, 'mark')
    await Promise.all(processes.map(each => each.end('SIGKILL')))
    await pause(1_000)
    await Promise.all(processes.map(each => each.start()))
    await every(crowds, 'settle', { ms: BACK_MS })
    return { one, both: outagesOf(await tellOf(crowds)) }
  } finally {
    for (const crowd of crowds) await crowd.end()
    for (const each of processes) await each.end('SIGKILL')
  }
}

export const run: Part = async ({ quick, pairs: most, built, say }) => {
  const pairs = Math.min(most, quick ? QUICK_PAIRS : PAIRS)
  let redis = await startRedis({ port: await lastingPort() })
  const processes = await Promise.all([ourProcess(built, redis.url), ourProcess(built, redis.url)])
  const [first, second] = processes
  const crowds: Child[] = []
  const rows: Row[] = []
  const talk = async () => {
    await every(crowds, 'mark')
    await pause(TALK_MS)
  }
  const accountOf = async (told: Told) => exactly(told, sum(await every<number>(crowds, 'quiet')))
  const settled = async () => {
    await every(crowds, 'settle', { ms: BACK_MS })
    await every(crowds, 'goesOn', { ms: BACK_MS })
  }
  try {
    say('moved: they come')
    await Promise.all(processes.map(each => each.start()))
    crowds.push(...(await crowdsAt(processes, pairs)))

    say('moved: one is told to end')
    await talk()
    const toldAt = Date.now()
    const ended = first.end('SIGTERM')
    const code = await ended
    await settled()
    const moved = await tellOf(crowds)
    const away = outagesOf(moved)
    const lastAt = Math.max(...moved.people.map(({ backAt }) => backAt))
    rows.push(
      { metric: `${pairs} pairs, one of two processes is told to end: people who moved`, ours: String(away.length) },
      {
        metric: '  the last of them after',
        ours: ms(lastAt - toldAt),
        value: lastAt - toldAt,
        target: 10_000,
        isExact: true,
      },
      {
        metric: '  the longest that anybody was away',
        ours: ms(Math.max(...away)),
        value: Math.max(...away),
        target: 0,
      },
      { metric: '  its exit code', ours: String(code), value: code ?? -1, target: 0 },
      ...(await accountOf(moved)),
    )

    say('moved: one is killed')
    await first.start()
    await every(crowds, 'spread')
    await talk()
    await second.stalledMs()
    await first.end('SIGKILL')
    await settled()
    const killed = await tellOf(crowds)
    const stalled = await second.stalledMs()
    const ofKilled = await accountOf(killed)

    say('moved: both are killed')
    await first.start()
    await every(crowds, 'spread')
    await talk()
    await Promise.all(processes.map(each => each.end('SIGKILL')))
    const bothLostAt = Date.now()
    await pause(1_000)
    await Promise.all(processes.map(each => each.start()))
    const openAt = Date.now()
    await settled()
    const both = await tellOf(crowds)
    const bothStalled = Math.max(...(await Promise.all(processes.map(each => each.stalledMs()))))
    const ofBoth = await accountOf(both)

    say('moved: the store loses everything')
    await talk()
    const { port } = redis
    await redis.kill()
    await pause(1_000)
    redis = await startRedis({ port })
    await every(crowds, 'goesOn', { ms: REBUILT_MS, anew: true })
    const inTime = (await tellOf(crowds)).people
    await settled()
    const rebuilt = await tellOf(crowds)
    const ofRebuilt = await accountOf(rebuilt)
    for (const crowd of crowds.splice(0)) await crowd.end()
    for (const each of processes) await each.end('SIGKILL')

    say('moved: Socket.IO’s own way back')
    const peer = await peersWay(pairs)
    rows.push(
      ...waysBack('one of two is killed', killed, { target: 2_500, isExact: true }, peer.one),
      {
        metric: '  the longest that the loop of the other stood',
        ours: ms(stalled),
        value: stalled,
        target: STALL_MOST_MS,
      },
      ...ofKilled,
      ...waysBack(
        'both are killed, and start a second later',
        both,
        { target: 6_000 + openAt - bothLostAt - 1_000, isExact: false },
        peer.both,
      ),
      { metric: '  both open again after', ours: ms(openAt - bothLostAt) },
      { metric: '  the longest that a loop stood', ours: ms(bothStalled) },
      ...ofBoth,
      ...inTimeRows('Redis is killed and back empty', inTime, rebuilt.people),
      ...ofRebuilt,
    )
  } finally {
    for (const crowd of crowds) await crowd.end()
    for (const each of processes) await each.end('SIGKILL')
    await redis.stop()
  }
  return [...rows, ...(await oneOfEach(built, pairs, say))]
}
