// What does a browser test stand in? The real site on a free port of its own, with a clock in the test's hand and
// everything that the server writes down in the test's sight.
import { Writable } from 'node:stream'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Ms, Room } from '../lib/protocol/room.ts'
import { endOf, whereAt } from '../lib/protocol/where.ts'
import { type App, createApp } from '../server/app.ts'
import { type Config, readConfig } from '../server/config.ts'
import { createIds } from '../server/ids.ts'
import { createLog } from '../server/log.ts'
import type { RoomStore } from '../server/ports.ts'
import type { Report } from '../server/safety/reports.ts'
import { stewardOn } from '../server/stewarding.ts'
import { createLobbyMemory } from '../server/store/lobby-memory.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import { createFaultyStore, type FaultyStore } from '../server/testing/faulty-store.ts'
import { keepsToPolicy } from './policy.ts'
import { type RealScreen, type ScreenOptions, startScreen } from './real-screen.ts'
import { createSkippingClock, type SkippingClock } from './skipping-clock.ts'

export { expect } from '@playwright/test'

export interface House {
  url: string
  app: App
  store: RoomStore
  /** Lets acts of the store fail until told otherwise; null for none. */
  failStore(fault: FaultyStore['fault'] | null): void
  /** Every line that the server logged. */
  logged: string[]
  now(): Ms
  /** Turns the server's clock on by `ms`; the pages follow as they hear of it. */
  skip(ms: Ms): Promise<void>
  /** Lets the server stand still for `ms`. */
  stall(ms: Ms): void
  /** Stops the server's clock until it is thawed: what is examined meanwhile does not pass. */
  freeze(): void
  thaw(): void
  /** What a steward would read. */
  reports(): Promise<Report[]>
  /** The room as the store has it; null when there is none. */
  room(id: string): Promise<Room | null>
  /** What is left of the phase that runs in a room, or was left when it was held; by the clock of the server. */
  leftOf(room: string): Promise<Ms>
  /** The seats of a room in which somebody sat who is not connected, as the store has it. */
  whoIsGone(room: string): Promise<string[]>
}

/** What may outlive a site, so that another one can go on with it. */
export interface Ground {
  clock?: SkippingClock
  /** Left open by the house, since it is somebody else's. */
  store?: RoomStore
  /** By which it knows again what another one sealed. */
  secret?: string
  /** The language of its pages is the one that only tests have. */
  mirrored?: boolean
}

/** Opens a site; the caller closes it. */
export async function openHouse(
  change: Partial<Config> = {},
  ground: Ground = {},
): Promise<House & { close(): Promise<void> }> {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production' })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const config: Config = { ...read.config, socketsPerAddress: 10_000, roomsPerAddress: 10_000, ...change }
  const logged: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  const clock = ground.clock ?? createSkippingClock()
  const faulty = createFaultyStore(ground.store ?? createMemoryStore(clock))
  const { store } = faulty
  const ids = createIds()
  const secret = ground.secret ?? ids.token()
  const lobbyStore = createLobbyMemory(clock)
  const { reports } = stewardOn(lobbyStore, clock, config.reportDays, secret)
  const app = await createApp({
    config,
    store,
    lobbyStore,
    clock,
    ids,
    secret,
    log: createLog({ level: 'info', stream }),
    mirrored: ground.mirrored ?? false,
  })
  const room = async (id: string): Promise<Room | null> => {
    const { kept } = await store.load(id)
    return kept && (JSON.parse(kept.body) as Room)
  }
  return {
    url: app.url,
    app,
    store,
    failStore: fault => {
      faulty.fault = fault ?? (() => null)
    },
    logged,
    now: clock.now,
    skip: clock.skip,
    stall: clock.stall,
    freeze: clock.freeze,
    thaw: clock.thaw,
    reports: reports.all,
    room,
    leftOf: async id => {
      const sitting = (await room(id))?.sitting
      if (!sitting) throw new Error('no sitting')
      const now = sitting.hold?.since ?? clock.now()
      return (endOf(sitting, whereAt(sitting, now).n) ?? Number.NaN) - now
    },
    whoIsGone: async id => {
      const seats = Object.entries((await room(id))?.seats ?? {})
      return seats.filter(([, seat]) => seat != null && seat.goneSince !== null).map(([seat]) => seat)
    },
    close: async () => {
      await app.close()
      if (!ground.store) await store.close()
    },
  }
}

interface Fixtures {
  /** What pages did against their content policy so far: anything that is left here at the end fails the test. */
  violations: string[]
  /** A second person's browser: nothing in it is shared with the first. */
  other: Page
  /** Makes one more browser of somebody else. */
  someone: (options?: Parameters<import('@playwright/test').Browser['newContext']>[0]) => Promise<BrowserContext>
  /** Opens a page that can really be hidden. */
  openScreen: (options?: ScreenOptions) => Promise<RealScreen>
}

export const test = base.extend<Fixtures, { house: House; everyViolation: string[] }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from its first parameter's pattern
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.close()
    },
    { scope: 'worker' },
  ],
  everyViolation: [({ browser }, use) => use(keepsToPolicy(browser)), { scope: 'worker' }],
  violations: [
    async ({ everyViolation }, use) => {
      everyViolation.length = 0
      await use(everyViolation)
      expect(everyViolation, 'a page did what its content policy forbids').toEqual([])
    },
    { auto: true },
  ],
  baseURL: ({ house }, use) => use(house.url),
  someone: async ({ browser, house }, use) => {
    const contexts: BrowserContext[] = []
    await use(async options => {
      const context = await browser.newContext({ baseURL: house.url, ...options })
      contexts.push(context)
      return context
    })
    for (const context of contexts) await context.close()
  },
  // Playwright knows nothing of these browsers: whatever becomes of the test, they end with it.
  // biome-ignore lint/correctness/noEmptyPattern: as above
  openScreen: async ({}, use) => {
    const screens: RealScreen[] = []
    await use(async options => {
      const screen = await startScreen(options)
      screens.push(screen)
      return screen
    })
    for (const screen of screens) await screen.close()
  },
  other: async ({ someone }, use) => use(await (await someone()).newPage()),
})
