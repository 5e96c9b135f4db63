// Who comes to a workshop in a browser test? A facilitator with a page, and people who are no more than connections of their
// own: what matters of them here is what they do to the board.
import { expect, type Page } from '@playwright/test'
import type { ConveneAsk, Convened, GiveAsk, Joined } from '../lib/wire/circle.ts'
import type { Ack, Intent, PairedTold, RoomView, Seated } from '../lib/wire/events.ts'
import { facilitatorFor } from '../lib/words/facilitator.ts'
import type { House } from './house.ts'
import { type Caller, dial, inTurns } from './load/wire.ts'

export const { convene, board } = facilitatorFor('en')

const portOf = ({ url }: Pick<House, 'url'>): number => Number(new URL(url).port)

const PLAN: ConveneAsk = {
  title: 'Tuesday circle',
  format: { id: 'round' },
  medium: 'together',
  odd: 'trio',
  prompts: ['What is on your mind today?', 'What do you seldom say?', 'What would you like to keep?'],
}

/** A workshop that somebody has prepared elsewhere. */
export async function prepared(house: Pick<House, 'url'>, change: Partial<ConveneAsk> = {}): Promise<Convened> {
  const caller = await dial(portOf(house))
  const answer = await caller.ask<Ack<Convened>>('convene', { ...PLAN, ...change })
  caller.close()
  if (!answer.ok) throw new Error(`not prepared: ${answer.code}`)
  return answer
}

export const boardOf = ({ code, circle, key }: Convened): string => `/workshop/${code}/board#${circle}.${key}`

/** Opens the board and waits until it is there. */
export async function guide(page: Page, convened: Convened, title = PLAN.title): Promise<void> {
  await page.goto(boardOf(convened))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

export interface Guest {
  name: string
  person: string
  /** The newest view of the room that they sit in; null before. */
  view(): RoomView | null
  /** What the facilitator has said to all, in order; null for the bell alone. */
  said: (string | null)[]
  do(intent: Intent): Promise<void>
  give(ask: GiveAsk): Promise<void>
  /** Their phone is gone for now. */
  vanish(): void
  /** Leaves the workshop for good. */
  leave(): Promise<void>
}

/** Somebody comes in with the code, and sits down wherever they are seated. */
export async function guest(house: Pick<House, 'url'>, code: string, name: string): Promise<Guest> {
  const caller: Caller = await dial(portOf(house))
  const said: (string | null)[] = []
  let view: RoomView | null = null
  const must = async <Answer extends object>(event: string, payload?: unknown): Promise<Answer> => {
    const answer = await caller.ask<Ack<Answer>>(event, payload)
    if (!answer.ok) throw new Error(`${name} may not ${event}: ${answer.code}`)
    return answer
  }
  const sit = async ({ room, token }: Pick<PairedTold, 'room' | 'token'>) => {
    const seated = await must<Seated>('enter', { room, token })
    view = seated.view
  }
  caller.hear = text => {
    const [event, told] = JSON.parse(text.slice(text.indexOf('['))) as [string, never]
    if (event === 'paired') void sit(told).catch(() => {})
    if (event === 'view') view = told
    if (event === 'said') said.push((told as { text: string | null }).text)
  }
  const joined = await must<Joined>('join', { code, name })
  if (joined.seat) await sit(joined.seat)
  return {
    name,
    person: joined.person,
    view: () => view,
    said,
    do: async intent => void (await must('intent', intent)),
    give: async ask => void (await must('give', ask)),
    vanish: caller.close,
    leave: async () => {
      // An ask without a payload carries nothing but its answer.
      await caller.ask('unjoin', undefined)
      caller.close()
    },
  }
}

const NAMES = [
  ...['Ana', 'Bo', 'Cleo', 'Dai', 'Eva', 'Finn', 'Gül', 'Hana', 'Ivo', 'Juno', 'Kai', 'Lena', 'Mo', 'Noor', 'Oda'],
  ...['Pia', 'Quin', 'Ray', 'Sam', 'Tove', 'Uma', 'Vito', 'Wes', 'Xenia', 'Yara', 'Zoe'],
]

/** So many people, the same names first, in the order of their coming. */
export async function guests(house: Pick<House, 'url'>, code: string, count: number): Promise<Guest[]> {
  const nameOf = (n: number) => {
    const name = NAMES[n % NAMES.length] ?? ''
    return n < NAMES.length ? name : `${name} ${Math.floor(n / NAMES.length) + 1}`
  }
  const came: Guest[] = []
  if (count <= NAMES.length) for (let n = 0; n < count; n++) came.push(await guest(house, code, nameOf(n)))
  else came.push(...(await inTurns(count, 20, n => guest(house, code, nameOf(n)))))
  return came
}

/** One of the rooms, by its number. */
export const room = (page: Page, n: number) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: board.room.name(n), exact: true }) })

/** The numbers of all rooms in the order in which they stand. */
export const order = (page: Page): Promise<number[]> =>
  page
    .locator('[data-room]')
    .evaluateAll(buttons => buttons.map(button => Number((button as HTMLElement).dataset.room)))

/** Makes pairs and begins, and waits until all sit. */
export async function begin(page: Page, people: readonly Guest[]): Promise<void> {
  await page.getByRole('button', { name: board.acts.pair, exact: true }).click()
  await page.getByRole('button', { name: board.pairing.yes, exact: true }).click()
  await expect.poll(() => people.every(person => person.view() !== null)).toBe(true)
  await page.getByRole('button', { name: board.acts.begin, exact: true }).click()
  await expect.poll(() => people.every(person => person.view()?.stage === 'sitting')).toBe(true)
}
