// What does a browser do when something happens between it and the server? It dials again, elsewhere when it must, and comes back to its
// seat with the newest token; asked to move, it is back before it lets the old connection go. As the pages do it, without a page.
import { vi } from 'vitest'
import type { Chance } from '../../lib/protocol/testing/chance.ts'
import type { Intent, OpenAsk, RoomView, Tellings } from '../../lib/wire/events.ts'
import { type DialOptions, dial, type Person } from './house.ts'

type Words = Parameters<Tellings['words']>[0]

export interface Dweller {
  room: string
  /** The newest view. */
  view(): RoomView
  /** Every view that was shown, over all connections, and the local instant at which it came. */
  shown: { view: RoomView; at: number }[]
  /** The words of the others, in the order in which they came, over all connections. */
  heard: Words[]
  /** Resolves when the newest view is as described and the person is connected. */
  sees(what: (view: RoomView) => boolean, timeoutMs?: number): Promise<RoomView>
  /** Asks until it is answered by a room that could decide. Resolves with the code of a refusal, or null. */
  intend(intent: Intent): Promise<string | null>
  say(phase: number, id: number, sealed: string): Promise<string | null>
  /** The room was said to be no more. */
  isGone(): boolean
  isUp(): boolean
  /** For how long each way back took, in ms since the connection was known to be lost; 0 for one that was made before. */
  outages: number[]
  close(): void
}

/** Codes after which a page asks again. */
const PASSING = ['store-down', 'busy', 'draining', 'no-answer', 'too-fast']
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 4_000

export interface DwellerOptions {
  /** Where the site can be reached; the first is dialled first, the next after each failure. */
  urls: () => string[]
  chance: Chance
  /** Opens a room, or enters one. */
  come: { open: OpenAsk } | { room: string; name: string }
  /** A page that was loaded again has kept nothing for the server. */
  keepsNothing?: boolean
  /** In which way it is dialled, each time. */
  way?: DialOptions
}

export async function dwell({ urls, chance, come, keepsNothing = false, way }: DwellerOptions): Promise<Dweller> {
  let at = 0
  let person = await dial(urls()[0] ?? '', way)
  const heard: Words[] = []
  const shown: Dweller['shown'] = []
  const outages: number[] = []
  let newest: RoomView | null = null
  let isOver = false
  let isGone = false
  let isUp = true
  /** The server's instant at a local one, as the newest view told it. */
  let told = { now: 0, at: 0 }
  let heardAt = 0

  const hear = () => {
    heardAt = performance.now()
  }
  const see = (view: RoomView) => {
    hear()
    shown.push({ view, at: heardAt })
    if (view.now >= told.now) told = { now: view.now, at: heardAt }
    const isNewer = !newest || view.rev > newest.rev || (view.rev === newest.rev && view.now >= newest.now)
    if (isNewer) newest = view
  }

  function live(own: Person): void {
    own.socket.on('view', see)
    own.socket.on('words', words => void heard.push(words))
    own.socket.on('moved', ({ why }) => {
      if (why === 'draining' && own === person) void comeBack(own, performance.now())
    })
    own.socket.io.engine.on('packet', hear)
    own.socket.on('disconnect', reason => {
      if (own !== person || isOver) return
      // A closed stream is noticed as it happens: until then the server was there.
      if (reason === 'transport close') hear()
      isUp = false
      void comeBack(null, performance.now())
    })
  }

  /** Dials until the seat is held again. `before`: the connection that still holds it. */
  async function comeBack(before: Person | null, since: number): Promise<void> {
    for (let tries = 0; !isOver && !isGone; tries++) {
      const wait = before && tries === 0 ? 0 : chance.below(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries))
      await new Promise(resolve => setTimeout(resolve, wait))
      const all = urls()
      at = (at + 1) % all.length
      const next = await dial(all[at] ?? '', way).catch(() => null)
      if (!next) continue
      // What is told right behind the answer belongs to this connection already.
      const was = person
      person = next
      live(next)
      const capsule = keepsNothing ? undefined : newest?.capsule
      const out = await next
        .ask('enter', { room, token, heard: Math.floor(told.now + heardAt - told.at), ...(capsule && { capsule }) })
        .catch(() => ({ ok: false, code: 'no-answer' }) as const)
      if (out.ok) {
        token = out.token
        see(out.view)
        isUp = true
        outages.push(before?.socket.connected ? 0 : performance.now() - since)
        was.close()
        return
      }
      person = was
      next.close()
      if (out.code === 'gone' || out.code === 'closed') isGone = true
    }
  }

  async function firstSeat() {
    for (;;) {
      const out = await ('open' in come ? person.ask('open', come.open) : person.ask('enter', come))
      if (out.ok) return { token: out.token, view: out.view, room: out.view.room }
      if (!PASSING.includes(out.code)) throw new Error(`nobody was let in: ${out.code}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  const first = await firstSeat()
  const { room } = first
  let { token } = first
  see(first.view)
  live(person)

  /** Asks on whatever connection there is, until the answer is more than a matter of the moment. */
  async function insist(ask: () => Promise<{ ok: true } | { ok: false; code: string }>): Promise<string | null> {
    for (;;) {
      const out = await ask().catch(() => ({ ok: false, code: 'no-answer' }) as const)
      if (out.ok) return null
      if (isGone) return 'gone'
      // Between two connections nobody sits anywhere.
      if (!PASSING.includes(out.code) && !(out.code === 'gone' && !isUp)) return out.code
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  return {
    room,
    shown,
    heard,
    outages,
    view() {
      if (newest === null) throw new Error('nothing was shown yet')
      return newest
    },
    async sees(what, timeout = 15_000) {
      return vi.waitFor(
        () => {
          if (isUp && newest !== null && what(newest)) return newest
          throw new Error(`not seen: ${JSON.stringify({ isUp, isGone, newest })}`)
        },
        { interval: 5, timeout },
      )
    },
    intend: intent => insist(() => person.ask('intent', intent)),
    say: (phase, id, sealed) => insist(() => person.ask('words', { phase, id, sealed })),
    isGone: () => isGone,
    isUp: () => isUp,
    close() {
      isOver = true
      person.close()
    },
  }
}
