// What does a machine that knows the guidelines find wrong with a page? axe-core itself, put into each document once: its
// wrapper for Playwright does so again for every look, which takes ten times as long as the look.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import { atRest } from './at-rest.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2, levels A and AA, with what was there before it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
/** All that is said of the two levels. */
export const WCAG: RunOptions = { runOnly: { type: 'tag', values: TAGS } }
/** What another theme can change. */
export const CONTRAST: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }

/** What is only there to be seen, and what lies behind a sheet that is open; and no sheet hides a part of itself. */
const UNSEEN = `[aria-hidden='true'],
  body:has(dialog[open]) :not(dialog[open], dialog[open] *, :has(dialog[open])) { visibility: hidden !important }
  dialog[open] { max-block-size: none !important; overflow: visible !important; position: absolute !important }`
/** Of a letter by itself axe can't tell whether it is text, and of text in a drawing not what it lies on. */
const UNTOLD_WELL = ['shortTextContent', 'imgNode']

/**
 * One line for each element that breaks a rule, or whose contrast can't be told, while nothing on the page is half there. What
 * breathes behind the letters is left out, and what lies behind a sheet: axe takes them to lie on top, and would then say nothing of
 * any letter.
 */
export function violations(page: Page, rules: RunOptions, within = 'html'): Promise<string[]> {
  return atRest(page, async () => {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
    return page.evaluate(
      async ([selector, options, unseen, well]) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(unseen)
        document.adoptedStyleSheets.push(sheet)
        // A box lies as far over the page as what it holds, which hides itself, or is somebody's picture in the mist.
        const isBehind = (node: ChildNode) =>
          node instanceof Element && (node.ariaHidden === 'true' || node.tagName === 'VIDEO')
        const boxes = [...document.querySelectorAll<HTMLElement>("div:has(> [aria-hidden='true'])")].filter(
          ({ childNodes }) => [...childNodes].every(isBehind),
        )
        for (const box of boxes) box.style.visibility = 'hidden'
        const said = await axe.run(selector, { ...options, resultTypes: ['violations', 'incomplete'] })
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet)
        for (const box of boxes) box.style.removeProperty('visibility')
        const untold = said.incomplete
          .filter(({ id }) => id === 'color-contrast')
          .map(({ id, nodes }) => ({
            id,
            nodes: nodes.filter(({ any }) => !any.some(({ data }) => well.includes(data?.messageKey))),
          }))
        return [...said.violations, ...untold].flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
        )
      },
      [within, rules, UNSEEN, UNTOLD_WELL] as const,
    )
  })
}
