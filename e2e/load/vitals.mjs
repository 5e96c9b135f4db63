// How is the process that is measured? How late its loop is, and how much lives in it.
import { Socket as Line } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getHeapCodeStatistics, queryObjects } from 'node:v8'
import { Socket } from 'socket.io'

/** The histogram counts from one look at the clock to the next, which is this long where nothing is late. */
const LOOK_MS = 10
const NS = 1e6
let lateness = null

const Timer = setTimeout(() => {}, 0).constructor

export const vitals = {
  /** Ms that the loop was late since this was last asked, or null at first. */
  lag: () => {
    const late = ns => Math.max(0, ns / NS - LOOK_MS)
    const found = lateness && {
      p50: late(lateness.percentile(50)),
      p99: late(lateness.percentile(99)),
      max: late(lateness.max),
    }
    lateness ??= monitorEventLoopDelay({ resolution: LOOK_MS })
    lateness.enable()
    lateness.reset()
    return found
  },
  /** What it holds when the garbage is collected, what was compiled apart: V8 compiles for many minutes; and what it waits for. */
  held: () => {
    globalThis.gc()
    const { rss, heapUsed } = process.memoryUsage()
    const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics()
    const code = code_and_metadata_size + bytecode_and_metadata_size
    const waits = process.getActiveResourcesInfo()
    const count = kind => waits.filter(one => one === kind).length
    return {
      rss,
      code,
      heap: heapUsed - code,
      timers: count('Timeout'),
      lines: count('TCPSocketWrap'),
      handles: waits.length,
    }
  },
  /** All that is reachable, timers among it for which nothing waits. Looks through the whole heap: everybody waits for a second. */
  reachable: () => {
    const count = kind => queryObjects(kind, { format: 'count' })
    return { 'reachable timers': count(Timer), 'reachable lines': count(Line), connections: count(Socket) }
  },
}
