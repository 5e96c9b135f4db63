// Does every screen bear what people do to make it theirs? More room between letters and lines, a phone on its side, the Tab
// key alone, and stillness; and is the way out always in the same place?
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { meet, openRoom, press, sees, words } from './people.ts'
import { chapters } from './screens/chapters.ts'
import { tooSmall } from './screens/too-small.ts'
import { bothOn } from './screens/walk.ts'

const { door, leave, menu, open, phases } = words

/** WCAG 2.2, 1.4.12: nothing may be lost under these four at once. */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`
const SIDEWAYS = { width: 844, height: 390 }

async function spaced(page: Page): Promise<string[]> {
  await dressed(page, SPACING)
  const found = await tooSmall(page)
  await dressed(page, '')
  return found
}

/** Lays a style of one's own over the page, in place of any laid before. */
const dressed = (page: Page, css: string) =>
  page.evaluate(text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)

/** Goes round the screen with the Tab key: what has the focus is to be seen, and not beneath something else. */
async function hidden(page: Page): Promise<{ stops: number; found: string[] }> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const found: string[] = []
  const seen = new Set<number>()
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      // Past the last stop the browser's own frame comes, and then the first again.
      if (!element || element === document.body) return null
      const { x, y, width, height } = (element.closest('label') ?? element).getBoundingClientRect()
      // A field may be higher than the window; a part of it is enough, and is what the guideline asks for.
      const middle = Math.min(Math.max(y + height / 2, 1), innerHeight - 1)
      const inside = y < innerHeight && y + height > 0
      const hit = document.elementFromPoint(x + width / 2, middle)
      const around = element.closest('label') ?? element
      const clear = inside && hit !== null && (around.contains(hit) || (hit !== document.body && hit.contains(element)))
      const at = [...document.querySelectorAll('*')].indexOf(element)
      return { at, name: element.outerHTML.slice(0, 80), clear }
    })
    if (!stop) continue
    if (seen.has(stop.at)) break
    seen.add(stop.at)
    if (!stop.clear) found.push(stop.name)
  }
  return { stops: seen.size, found }
}

/** Where a button stands, from the end of the line and from the top; null where there is none. */
async function placeOf(page: Page, name: string): Promise<string | null> {
  const button = page.getByRole('banner').getByRole('button', { name, exact: true })
  if ((await button.count()) === 0) return null
  const box = await button.boundingBox()
  const { width = 0 } = page.viewportSize() ?? {}
  return box && `${Math.round(width - box.x - box.width)} ${Math.round(box.y)} ${Math.round(box.height)}`
}

for (const chapter of ['opening', 'repair'] as const) {
  test(`${chapter}: nothing is lost to wider spacing, to a phone on its side, or to the Tab key, and the way out keeps its place`, async ({
    page: maya,
    other: jonah,
    house,
    someone,
  }) => {
    test.setTimeout(300_000)
    const found: string[] = []
    const places = { leave: new Set<string>(), beside: new Set<string>(), alone: new Set<string>() }
    let stops = 0
    await chapters[chapter]({
      maya,
      jonah,
      house,
      someone: () => someone(),
      async look(name, page) {
        await page.evaluate(() => window.scrollTo(0, 0))
        const isOver = (await page.getByRole('dialog').count()) > 0
        const [out, settings] = isOver ? [] : [await placeOf(page, leave.do), await placeOf(page, menu.open)]
        if (out) places.leave.add(out)
        if (settings) places[out ? 'beside' : 'alone'].add(settings)
        found.push(...(await spaced(page)).map(fault => `${name}, spaced: ${fault}`))
        const upright = page.viewportSize() ?? { width: 390, height: 844 }
        await page.setViewportSize(SIDEWAYS)
        found.push(...(await tooSmall(page)).map(fault => `${name}, on its side: ${fault}`))
        if (!isOver) {
          const tabbed = await hidden(page)
          stops += tabbed.stops
          found.push(...tabbed.found.map(fault => `${name}, hidden focus: ${fault}`))
        }
        await page.setViewportSize(upright)
        await page.evaluate(() => window.scrollTo(0, 0))
      },
    })
    expect(found).toEqual([])
    expect(stops).toBeGreaterThan(50)
    // Beside Leave the settings have one place, and one where there is nothing to leave.
    expect([...places.leave]).toHaveLength(1)
    expect([...places.beside]).toHaveLength(1)
    expect(places.alone.size).toBeLessThanOrEqual(1)
  })
}

test('what is covered, or reaches out of the window, would be found', async ({ page }) => {
  await page.goto('/open')
  await sees(page, open.heading)
  expect(await spaced(page)).toEqual([])
  expect((await hidden(page)).found).toEqual([])
  await dressed(page, 'h1 { inline-size: 60rem }')
  expect(await tooSmall(page)).not.toEqual([])
  await dressed(page, 'body::after { content: ""; position: fixed; inset: 0; z-index: 9 }')
  expect((await hidden(page)).found).not.toEqual([])
})

/** What goes on moving without end. */
const endless = (page: Page) =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
        ).length,
  )

test('who asks in the settings that everything holds still has stillness at once, also after a reload', async ({
  page: maya,
  other: jonah,
}) => {
  await meet(maya, jonah, { name: 'Maya', sitting: 'listening', clock: 'none' })
  await sees(maya, phases.arrive.heading)
  await expect.poll(() => endless(maya)).toBeGreaterThan(0)
  await press(maya, menu.open)
  await maya.getByRole('checkbox', { name: menu.still.label }).check()
  await press(maya, menu.close)
  await expect.poll(() => endless(maya)).toBe(0)
  await maya.reload()
  await sees(maya, phases.arrive.heading)
  await expect.poll(() => endless(maya)).toBe(0)
  // It is one person's own: the other breathes on.
  expect(await endless(jonah)).toBeGreaterThan(0)
  await bothOn({ maya, jonah }, phases.arrive.on)
})

test('a name that is missing is asked for beneath its field, in words, and the field has the keyboard', async ({
  page: maya,
  other: jonah,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  await jonah.goto(link)
  await press(jonah, door.enter)
  await maya.goto('/open')
  await maya.getByLabel(open.name, { exact: true }).fill('')
  await press(maya, open.button)
  for (const [page, label, says] of [
    [jonah, door.name, door.nameMissing('Maya')],
    [maya, open.name, open.nameMissing],
  ] as const) {
    const field = page.getByLabel(label, { exact: true })
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(new RegExp(`${says.replaceAll(/[.?]/g, '\\$&')}$`))
  }
})
