// Can everybody see and reach what is on a screen? Every screen there is, in both themes, and for whoever needs large
// letters, a narrow window, no motion, or colours of their own.
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { atRest } from './screens/at-rest.ts'
import { chapters } from './screens/chapters.ts'
import { CONTRAST, violations, WCAG } from './screens/guidelines.ts'
import { tooSmall } from './screens/too-small.ts'

/** What a finger needs. */
const TARGET_PX = 44

/** What is wrong with a screen without asking a machine that knows the guidelines. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(least => {
    const wrong: string[] = []
    const seen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const name = (element: Element) =>
      `${element.tagName} "${(element.textContent || element.ariaLabel || '').slice(0, 40)}"`
    const dialog = document.querySelector('dialog[open]')
    const within = dialog ?? document.body
    for (const element of within.querySelectorAll('a[href], button, input, textarea, select, summary')) {
      if (!seen(element) || element.closest('p, li')) continue
      // A native control is as large as the label that is pressed in its place.
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
      if (width < least - 0.5 || height < least - 0.5) wrong.push(`${name(element)} is ${width} × ${height}`)
    }
    // What stands behind a dialog is said to nobody.
    const polite = within.querySelectorAll('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]')
    if (polite.length > 1) wrong.push(`${polite.length} live regions`)
    if (document.querySelectorAll('h1').length !== 1) wrong.push('not one main heading')
    const { lang, dir, scrollWidth, clientWidth } = document.documentElement
    if (lang !== 'en' || dir !== 'ltr') wrong.push(`lang ${lang}, dir ${dir}`)
    if (scrollWidth > clientWidth) wrong.push(`wider than the window by ${scrollWidth - clientWidth}`)
    if (document.title.trim() === '') wrong.push('no title')
    return wrong
  }, TARGET_PX)
}

/** What moves by itself, other than by fading or by changing its colour. */
function motion(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
    const fades = /^(offset|computedOffset|easing|composite|opacity|color|boxShadow|.*Color)$/
    const isAtRest = (value: unknown) => /^(none|normal|scale\(1\)|blur\((0px|calc\(0px\))\))$/.test(String(value))
    return document.getAnimations().flatMap(({ effect, playState }) => {
      if (playState !== 'running' || !(effect instanceof KeyframeEffect)) return []
      const moved = effect
        .getKeyframes()
        .flatMap(frame =>
          Object.entries(frame).filter(([property, value]) => !fades.test(property) && !isAtRest(value)),
        )
      return moved.map(([property, value]) => `${effect.target?.className}: ${property} ${value}`)
    })
  })
}

test('nothing is examined half faded: not what is coming, nor what begins to come while somebody looks', async ({
  page,
}) => {
  await page.goto('/')
  const add = (name: string) =>
    page.evaluate(id => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`@keyframes come { from { opacity: 0 } }
        .comes { animation: come 60s 5s backwards; transition: color 60s; color: rgb(1, 1, 1) }
        .comes.later { color: rgb(2, 2, 2) }`)
      document.adoptedStyleSheets.push(sheet)
      const added = Object.assign(document.createElement('p'), { id, className: 'comes', textContent: id })
      document.body.append(added)
      getComputedStyle(added).getPropertyValue('color')
      added.classList.add('later')
    }, name)
  const shown = (name: string) =>
    page.locator(`#${name}`).evaluate(element => {
      const { opacity, color } = getComputedStyle(element)
      return { opacity, color }
    })
  const THERE = { opacity: '1', color: 'rgb(2, 2, 2)' }
  await add('before')
  expect(await shown('before')).toEqual({ opacity: '0', color: 'rgb(1, 1, 1)' })
  await atRest(page, async () => {
    expect(await shown('before')).toEqual(THERE)
    await add('meanwhile')
    expect(await shown('meanwhile')).toEqual(THERE)
  })
  await add('after')
  expect(await shown('after')).toEqual({ opacity: '0', color: 'rgb(1, 1, 1)' })
})

test('what has no name and what can hardly be read are found', async ({ page }) => {
  await page.goto('/')
  expect(await violations(page, WCAG)).toEqual([])
  await page.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'pale' })
    pale.style.cssText = 'color: rgb(120, 120, 120); background: rgb(128, 128, 128)'
    document.querySelector('main')?.append(document.createElement('button'), pale)
  })
  expect(await violations(page, WCAG)).toEqual([
    expect.stringMatching(/^button-name: /),
    expect.stringMatching(/^color-contrast: /),
  ])
  expect(await violations(page, CONTRAST)).toEqual([expect.stringMatching(/^color-contrast: /)])
})

for (const [chapter, walk] of Object.entries(chapters)) {
  test(`${chapter}: no screen has a fault that can be found, in either theme`, async ({
    page: maya,
    other: jonah,
    house,
    someone,
  }) => {
    test.setTimeout(480_000)
    const found: string[] = []
    await walk({
      maya,
      jonah,
      house,
      someone: () => someone(),
      async look(name, page) {
        if (name === 'letting-go') return
        house.freeze()
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          const seen = await violations(page, colorScheme === 'light' ? WCAG : CONTRAST)
          found.push(...seen.map(fault => `${name}, ${colorScheme}: ${fault}`))
        }
        found.push(...(await faults(page)).map(fault => `${name}: ${fault}`))
        house.thaw()
      },
    })
    expect(found).toEqual([])
  })
}

for (const [chapter, walk] of Object.entries(chapters)) {
  test(`${chapter}, narrow, with large letters and at rest: nothing is cut, covered or out of reach, and nothing moves but by fading`, async ({
    page: maya,
    other: jonah,
    house,
    someone,
  }) => {
    test.setTimeout(480_000)
    const found: string[] = []
    for (const page of [maya, jonah]) await page.emulateMedia({ reducedMotion: 'reduce' })
    await walk({
      maya,
      jonah,
      house,
      someone: () => someone({ reducedMotion: 'reduce' }),
      async look(name, page) {
        if (name === 'letting-go') return
        house.freeze()
        await page.emulateMedia({ reducedMotion: 'reduce' })
        found.push(...(await motion(page)).map(fault => `${name}, reduced motion: ${fault}`))
        await page.evaluate(() => document.documentElement.setAttribute('data-still', 'true'))
        await page.emulateMedia({ reducedMotion: 'no-preference' })
        found.push(...(await motion(page)).map(fault => `${name}, held still: ${fault}`))
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.evaluate(() => document.documentElement.removeAttribute('data-still'))

        const { width, height } = page.viewportSize() ?? { width: 390, height: 844 }
        await page.setViewportSize({ width: 320, height: 640 })
        found.push(...(await tooSmall(page)).map(fault => `${name}, 320 px: ${fault}`))
        await page.setViewportSize({ width, height })
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
        found.push(...(await tooSmall(page)).map(fault => `${name}, 200 %: ${fault}`))
        await page.evaluate(() => {
          document.documentElement.style.fontSize = ''
        })
        house.thaw()
      },
    })
    expect(found).toEqual([])
  })
}

test('in colours of their own people still see what can be pressed and where to write', async ({
  page: maya,
  other: jonah,
  house,
  someone,
}) => {
  const found: string[] = []
  for (const page of [maya, jonah]) await page.emulateMedia({ forcedColors: 'active' })
  await chapters.together({
    maya,
    jonah,
    house,
    someone: () => someone(),
    async look(name, page) {
      const bare = await atRest(page, () =>
        page.evaluate(() =>
          [...document.querySelectorAll('button, a[href], textarea, input')].flatMap(element => {
            if (!element.checkVisibility({ opacityProperty: true }) || element.closest('dialog:not([open])')) return []
            const { borderStyle, textDecorationLine, appearance, color, backgroundColor } = getComputedStyle(element)
            const isNative = element.matches('[type=radio], [type=checkbox], [type=range]') || appearance !== 'none'
            const hasPicture = element.querySelector('svg') !== null
            const stands = isNative || hasPicture || borderStyle !== 'none' || textDecorationLine !== 'none'
            const isClear = /^rgba\(.*, 0\)$/.test(backgroundColor)
            const ground = isClear ? getComputedStyle(document.body).backgroundColor : backgroundColor
            return stands && color !== ground ? [] : [`${element.tagName} ${element.textContent}`]
          }),
        ),
      )
      found.push(...bare.map(fault => `${name}: ${fault}`))
    },
  })
  expect(found).toEqual([])
})
