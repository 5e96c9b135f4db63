// How do three people of a workshop who are far apart come to sit together in a test? With the code, each in a browser of their own,
// and a facilitator who makes of them one room and begins.
import { expect, type Page } from '@playwright/test'
import type { ConveneAsk } from '../lib/wire/circle.ts'
import type { House } from './house.ts'
import { words } from './people.ts'
import { convene, type Facilitator, roomHere, waitInCircle } from './workshop.ts'

export const NAMES = ['Ana', 'Bo', 'Cleo'] as const
export type Name = (typeof NAMES)[number]

export interface Three {
  ada: Facilitator
  pages: Record<Name, Page>
  all: readonly Page[]
  /** Turns the clock to the end of the phase that runs. */
  next(): Promise<void>
  /** Whoever has the turn to speak, and the two others in the order of their names. */
  turn(): Promise<[Name, Name, Name]>
}

/** Three sit down, `before` is done in their room, and the facilitator begins. */
export async function three(
  someone: () => Promise<{ newPage(): Promise<Page> }>,
  house: House,
  change: Partial<ConveneAsk>,
  before: (pages: Record<Name, Page>) => Promise<void> = async () => {},
): Promise<Three> {
  const ada = await convene(house, change)
  const pages = {} as Record<Name, Page>
  for (const name of NAMES) {
    pages[name] = await (await someone()).newPage()
    await waitInCircle(pages[name], ada.code, name)
  }
  const all = NAMES.map(name => pages[name])
  await ada.direct({ do: 'pair' })
  for (const page of all) await page.waitForURL(/\/r\/[\w-]{22}$/)
  await before(pages)
  const room = await roomHere(pages.Ana)
  await ada.direct({ do: 'begin' })
  return {
    ada,
    pages,
    all,
    next: async () => house.skip((await house.leftOf(room)) + 20),
    async turn() {
      const { heading } = words.phases.speak.speaker
      const speaking = () =>
        Promise.all(all.map(async page => (await page.getByRole('heading', { level: 1 }).textContent()) === heading))
      await expect.poll(async () => (await speaking()).filter(Boolean).length).toBe(1)
      const speaker = NAMES[(await speaking()).indexOf(true)] as Name
      const [one, other] = NAMES.filter(name => name !== speaker) as [Name, Name]
      return [speaker, one, other]
    },
  }
}
