// Does a board of 250 rooms stay smooth? The page itself, in a real browser before a real site where 500 people sit in pairs: how long
// it works for each telling, how much it works while nothing happens, and how long its longest frame is while somebody scrolls
// through all rooms. Needs the built site.
import { type CDPSession, chromium, type Page } from '@playwright/test'
import type { Convened, Joined } from '../../lib/wire/circle.ts'
import type { PairedTold } from '../../lib/wire/events.ts'
import { createApp } from '../../server/app.ts'
import { createClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import { createIds } from '../../server/ids.ts'
import { createLog } from '../../server/log.ts'
import { createMemoryStore } from '../../server/store/memory.ts'
import { createLimits, LIMITS } from '../../server/wire/limits.ts'
import { launchOptions } from '../setup/chromium.mjs'
import { percentile } from './arithmetic.ts'
import type { Part } from './row.ts'
import { type Caller, dial, inTurns } from './wire.ts'
import { must } from './workshop.ts'

const AT_ONCE = 50
const QUIET_MS = 10_000
const ACTS = 60
const ACT_EVERY_MS = 100
const PATIENCE_MS = 60_000
const FRAME_MS = 1_000 / 60
/** From here on somebody notices that a page does not answer (W3C, Long Tasks). */
const LONG_TASK_MS = 50

async function openSite() {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production' })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const clock = createClock()
  const many = { burst: 1_000_000, everyMs: 1 }
  const limits = createLimits(
    { ...LIMITS, sockets: 10_000, handshakes: many, opens: many, joins: many, guesses: many },
    clock,
  )
  const log = createLog({ level: 'silent' })
  return createApp({ config: read.config, store: createMemoryStore(clock), clock, limits, ids: createIds(), log })
}

interface Guest {
  caller: Caller
  paired: Promise<PairedTold>
}

async function guest(port: number): Promise<Guest> {
  const caller = await dial(port)
  const paired = new Promise<PairedTold>(resolve => {
    caller.hear = text => {
      if (text.startsWith('42["paired"')) resolve(JSON.parse(text.slice(2))[1])
    }
  })
  return { caller, paired }
}

/** Counts from when it is enabled, and forgets all with its session. */
async function workOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return session
}

/** Ms that the page has worked so far, by what it did. */
async function worked(session: CDPSession): Promise<{ script: number; layout: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const ms = (name: string) => 1_000 * (metrics.find(one => one.name === name)?.value ?? Number.NaN)
  return { script: ms('ScriptDuration'), layout: ms('LayoutDuration') + ms('RecalcStyleDuration') }
}

/** Scrolls through the whole page, an eighth of a screen for each frame. As text: what compiles this file would name its functions by one that no page has. */
const SCROLL = `new Promise(resolve => {
  const gaps = []
  let last = performance.now()
  const step = () => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
    const before = window.scrollY
    window.scrollBy(0, window.innerHeight / 8)
    if (window.scrollY === before && gaps.length > 10) resolve(gaps)
    else requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

/** Ms between the frames of it. */
const scrollThrough = (page: Page) => page.evaluate<number[]>(SCROLL)

export const run: Part = async ({ quick, say }) => {
  const people = quick ? 100 : 500
  const site = await openSite()
  const browser = await chromium.launch(launchOptions())
  const callers: Caller[] = []
  try {
    const desk = await dial(site.port)
    callers.push(desk)
    const plan = { title: 'A hall', format: { id: 'round' }, medium: 'text', odd: 'rest', prompts: ['What is here?'] }
    const { circle, code, key } = await must<Convened>(desk, 'convene', plan)
    await must(desk, 'facilitate', { circle, key })
    const page = await browser.newPage()
    let tellings = 0
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).startsWith('42["board"')) tellings += 1
      }),
    )
    await page.goto(`${site.url}/workshop/${code}/board#${circle}.${key}`)
    const guests = await inTurns(people, AT_ONCE, async () => {
      const one = await guest(site.port)
      callers.push(one.caller)
      return one
    })
    await inTurns(people, AT_ONCE, n => must<Joined>((guests[n] as Guest).caller, 'join', { code, name: `Guest ${n}` }))
    say(`board: ${people} have joined`)
    await must(desk, 'direct', { do: 'pair' })
    await inTurns(people, AT_ONCE, async n => {
      const { caller, paired } = guests[n] as Guest
      const { room, token } = await paired
      await must(caller, 'enter', { room, token })
    })
    await must(desk, 'direct', { do: 'begin' })
    await page
      .locator('[data-room]')
      .nth(people / 2 - 1)
      .waitFor({ state: 'attached', timeout: PATIENCE_MS })
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)

    say('board: nothing happens')
    const work = await workOf(page)
    const before = await worked(work)
    await page.waitForTimeout(QUIET_MS)
    const quiet = await worked(work)
    const idle = { script: quiet.script - before.script, layout: quiet.layout - before.layout }
    say('board: rooms hold and go on')
    const told = tellings
    const begun = performance.now()
    for (let n = 0; n < ACTS; n++) {
      // Refused where the other of the room has been here before: then there is nothing to tell.
      await (guests[n] as Guest).caller.ask('intent', { do: 'hold' })
      await page.waitForTimeout(ACT_EVERY_MS)
    }
    const passed = (performance.now() - begun) / QUIET_MS
    const busy = await worked(work)
    const each = (part: 'script' | 'layout') => (busy[part] - quiet[part] - passed * idle[part]) / (tellings - told)
    say('board: somebody scrolls')
    const frames = await scrollThrough(page)
    const share = (100 * (idle.script + idle.layout)) / QUIET_MS
    return [
      { metric: `a board of ${people / 2} rooms: elements`, ours: elements.toLocaleString('en') },
      { metric: '  part of a core while nothing happens', ours: `${share.toFixed(1)} %` },
      {
        metric: `  for each of ${tellings - told} tellings: script, style and layout`,
        ours: `${each('script').toFixed(1)} and ${each('layout').toFixed(1)} ms`,
        value: each('script') + each('layout'),
        target: LONG_TASK_MS,
      },
      { metric: `  ${frames.length} frames of scrolling: p50`, ours: `${percentile(frames, 0.5).toFixed(1)} ms` },
      {
        metric: '    p95',
        ours: `${percentile(frames, 0.95).toFixed(1)} ms`,
        value: percentile(frames, 0.95),
        target: Math.ceil(2 * FRAME_MS),
      },
      { metric: '    the longest', ours: `${Math.max(...frames).toFixed(1)} ms` },
      {
        metric: '    that came more than one too late',
        ours: String(frames.filter(gap => gap > 2.5 * FRAME_MS).length),
      },
    ]
  } finally {
    for (const caller of callers) caller.close()
    await browser.close()
    await site.close()
  }
}
