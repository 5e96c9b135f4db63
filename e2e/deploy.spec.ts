// What do people notice when a new release takes the place of the one that serves them, process by process, and when a process is
// lost? Nothing, and next to nothing: two real processes at a real Redis, behind the nginx that operators are given.
import type { Page } from '@playwright/test'
import { nearRoom } from '../lib/wire/near.ts'
import type { Site } from '../server/testing/site.ts'
import { board, guest, guide, prepared } from './facilitating.ts'
import { expect, test } from './house.ts'
import { meet, press, roomOf, say, sees, words } from './people.ts'
import { startReleases } from './releases.ts'
import { workshop } from './workshop.ts'

const { connection, hold, phases } = words
const { speak } = phases
const AWAY = [connection.quiet, connection.moving, connection.offline, hold.heading]
/** By which each page shows that it is looked at. */
const TURN = [speak.speaker.heading, speak.listener.heading('Maya')] as const
const LEAST_SENTENCES = 5

/** Notes whether one of these sentences ever stands on the page. */
async function noteAway(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(
    sentences => {
      const seen = new Set<string>()
      Reflect.set(window, 'seenAway', seen)
      const look = () => {
        for (const sentence of sentences) if (document.body?.textContent?.includes(sentence)) seen.add(sentence)
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    },
    [...AWAY, ...TURN],
  )
  return () => page.evaluate(() => [...(Reflect.get(window, 'seenAway') as Set<string>)])
}

/** When the server said that a turn ends: each instant that was ever told of it. */
function noteEnds(page: Page): () => string[] {
  const ends = new Set<string>()
  page.on('websocket', line =>
    line.on('framereceived', ({ payload }) => {
      for (const [, end] of String(payload).matchAll(/"kind":"speak","floor":"a"[^{}]*"endsAt":(\d+)/g))
        ends.add(end ?? '')
    }),
  )
  return () => [...ends]
}

/** How many connections a page had when it had the fewest, after `from` was called. */
function noteLines(page: Page): { from(): void; lowest(): number } {
  let [open, lowest] = [0, Number.POSITIVE_INFINITY]
  page.on('websocket', line => {
    let isOpen = false
    line.on('framereceived', () => {
      if (isOpen) return
      isOpen = true
      open += 1
    })
    line.on('close', () => {
      if (!isOpen) return
      open -= 1
      lowest = Math.min(lowest, open)
    })
  })
  return {
    // As it is loaded it may dial twice.
    from: () => {
      lowest = open
    },
    lowest: () => lowest,
  }
}

test('a release that is changed under a turn is noticed by nobody, and a process that is lost by next to nobody', async ({
  someone,
  house,
}) => {
  const { sites, nginx, at, replace, stop } = await startReleases(house.app.port)
  try {
    const options = { baseURL: `https://localhost:${nginx.port}`, ignoreHTTPSErrors: true }
    const maya = await (await someone(options)).newPage()
    const jonah = await (await someone(options)).newPage()
    const away = [await noteAway(maya), await noteAway(jonah)]
    const ends = [noteEnds(maya), noteEnds(jonah)]
    const link = await meet(maya, jonah, { name: 'Maya' })
    for (const page of [maya, jonah]) await press(page, phases.arrive.on)
    for (const page of [maya, jonah]) await press(page, phases.picture.on)
    await sees(maya, speak.speaker.heading)
    await sees(jonah, speak.listener.heading('Maya'))
    const near = nearRoom(roomOf(link))
    const where = await at(near)
    const theirs = sites.findIndex(({ port }) => where === `127.0.0.1:${port}`)
    const [first, second] = [sites[theirs] as Site, sites[1 - theirs] as Site]

    const said: string[] = []
    const log = jonah.getByRole('log').getByRole('paragraph')
    const goOn = async () => {
      said.push(`Sentence ${said.length + 1}.`)
      await say(maya, said.at(-1) ?? '')
      await expect(log).toHaveText(said)
    }
    await goOn()
    let hasEnded = false
    const ended = first.ended.then(code => {
      hasEnded = true
      return code
    })
    first.child.kill('SIGTERM')
    while (!hasEnded || said.length < LEAST_SENTENCES) await goOn()
    expect(await ended).toBe(0)
    expect(await Promise.all(away.map(seen => seen()))).toEqual(TURN.map(heading => [heading]))

    // The next release stands where the first one stood; then the other process is lost.
    await replace(theirs)
    second.child.kill('SIGKILL')
    await second.ended
    for (let n = 0; n < LEAST_SENTENCES; n++) await goOn()
    await sees(maya, speak.speaker.heading)
    await sees(jonah, speak.listener.heading('Maya'))
    const told = ends.map(all => all())
    expect(told[0]).toHaveLength(1)
    expect(told[1]).toEqual(told[0])
    await press(maya, speak.speaker.on)
    for (const page of [maya, jonah]) await sees(page, speak.silence.heading)
  } finally {
    await stop()
  }
})

test('nor does a facilitator notice it, or whoever looks at the wall: their pages are at the next process before they leave the first', async ({
  someone,
  house,
}) => {
  const { sites, nginx, replace, stop } = await startReleases(house.app.port)
  try {
    const convened = await prepared(sites[0])
    const options = { baseURL: `https://localhost:${nginx.port}`, ignoreHTTPSErrors: true }
    const ada = await (await someone(options)).newPage()
    const wall = await (await someone(options)).newPage()
    const lines = [noteLines(ada), noteLines(wall)]
    await guide(ada, convened)
    await wall.goto(`/workshop/${convened.code}/wall`)
    const names = ['Ana', 'Bo', 'Cleo']
    /** Somebody comes by a process, and both pages learn of it. */
    const comes = async (at: number, count: number) => {
      const came = await guest(sites[at] as Site, convened.code, names[count - 1] ?? '')
      await expect(ada.getByText(names[count - 1] ?? '', { exact: true }).first()).toBeVisible()
      await expect(wall.getByText(workshop.wall.here(count)).first()).toBeVisible()
      // Counted in for a minute more, and nobody for whom the process would wait.
      came.vanish()
    }
    await comes(1, 1)
    for (const line of lines) line.from()
    for (const at of [0, 1]) {
      sites[at]?.child.kill('SIGTERM')
      expect(await sites[at]?.ended).toBe(0)
      await replace(at)
      await comes(1 - at, 2 + at)
    }
    expect(lines.map(({ lowest }) => lowest())).toEqual([1, 1])
    await expect(ada.getByText(board.line.lost)).toHaveCount(0)
  } finally {
    await stop()
  }
})
