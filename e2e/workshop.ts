// Who comes to a workshop in a browser test? People with the code, each with a browser of their own, and a facilitator who directs
// over a bare connection, as their page would.
import { expect, type Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import type { Board, ConveneAsk, DirectAsk, WallLine } from '../lib/wire/circle.ts'
import type { Asks, Tellings } from '../lib/wire/events.ts'
import { wordsFor } from '../lib/words/words.ts'
import { workshopFor } from '../lib/words/workshop.ts'
import type { House } from './house.ts'
import { press, sees } from './people.ts'

export const workshop = workshopFor('en')
export const inRoom = wordsFor('en').workshop

export const PLAN: ConveneAsk = {
  title: 'Tuesday circle',
  audience: 'Whoever would like to be heard',
  format: { id: 'round' },
  medium: 'together',
  odd: 'trio',
  prompts: ['What is it like to be here?', 'What do you seldom say?', 'What would you like to keep?'],
}

export interface Facilitator {
  code: string
  direct(ask: DirectAsk): Promise<void>
  /** The board as a facilitator who looks at it anew sees it. */
  board(): Promise<Board>
  /** What stands on the wall now. */
  lines(): Promise<WallLine[]>
  /** Everything that was told to this connection, as JSON. */
  told: string[]
  close(): void
}

/** Convenes a circle, and directs it from now on. */
export async function convene(house: House, change: Partial<ConveneAsk> = {}): Promise<Facilitator> {
  const socket: Socket<Tellings, Asks> = io(house.url, { transports: ['websocket'], forceNew: true })
  const told: string[] = []
  socket.onAny((...telling) => told.push(JSON.stringify(telling)))
  const convened = await socket.emitWithAck('convene', { ...PLAN, ...change })
  if (!convened.ok) throw new Error(convened.message)
  const { circle, key, code } = convened
  const shown = async () => {
    const answer = await socket.emitWithAck('facilitate', { circle, key })
    if (!answer.ok) throw new Error(answer.message)
    return answer
  }
  const board = async () => (await shown()).board
  await board()
  return {
    code,
    told,
    board,
    lines: async () => (await shown()).lines,
    async direct(ask) {
      // On a busy machine the connection may have been lost and made anew, as on any device that facilitates.
      await board()
      const answer = await socket.emitWithAck('direct', ask)
      if (!answer.ok) throw new Error(`${ask.do}: ${answer.code} ${answer.message}`)
    },
    close: () => void socket.disconnect(),
  }
}

/** Reads the code off the wall, says a name, and is in the circle. `site`: where, when the browser knows none. */
export async function joinCircle(page: Page, code: string, name: string, site = ''): Promise<void> {
  await page.goto(`${site}/workshop/${code}`)
  await page.getByLabel(workshop.door.name, { exact: true }).fill(name)
  await press(page, workshop.door.enter)
}

/** Joins before the first round. */
export async function waitInCircle(page: Page, code: string, name: string): Promise<void> {
  await joinCircle(page, code, name)
  await sees(page, workshop.circle.gathering.heading(name))
}

/** The room that a page shows. */
export async function roomHere(page: Page): Promise<string> {
  await page.waitForURL(/\/r\/[\w-]{22}$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** People by the room in which they sit: each page with the names of those it sits with. */
export async function byRoom(pages: Record<string, Page>): Promise<{ room: string; names: string[] }[]> {
  const rooms = new Map<string, string[]>()
  for (const [name, page] of Object.entries(pages)) {
    const room = await roomHere(page)
    rooms.set(room, [...(rooms.get(room) ?? []), name])
  }
  return [...rooms].map(([room, names]) => ({ room, names: names.sort() }))
}

const listed = (names: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(names)

/** Each reads with whom they sit: everybody of their room but themselves. */
export async function readWithWhom(pages: Record<string, Page>, rooms: { names: string[] }[]): Promise<void> {
  for (const { names } of rooms) {
    for (const name of names) {
      const others = names.filter(other => other !== name)
      const page = pages[name] as Page
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        others.length === 1
          ? inRoom.before.heading(others[0] ?? '')
          : new RegExp(
              `^${[inRoom.before.heading(listed(others)), inRoom.before.heading(listed([...others].reverse()))].join('|')}$`,
            ),
        // Five browsers load a room at the same moment, on two cores.
        { timeout: 45_000 },
      )
    }
  }
}
