// Can somebody who has changed the size or the shape of things still read and reach all that is on a screen? Nothing may be
// cut, covered, or outside of the window.
import type { Page } from '@playwright/test'

/** One line for each thing that is out of reach. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const name = (element: Element) => `${element.tagName} "${(element.textContent ?? '').slice(0, 40)}"`
    const within = document.querySelector('dialog[open]') ?? document.body
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) wrong.push(`wider than the window by ${scrollWidth - clientWidth}`)
    const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode } = texts
      const element = currentNode.parentElement
      if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      // What is there for the ear alone is a pixel large.
      if (currentNode.textContent?.trim() === '' || element.closest('script, noscript, textarea, [role=status]'))
        continue
      if (element.getBoundingClientRect().width <= 1) continue
      const line = document.createRange()
      line.selectNodeContents(currentNode)
      const { left, right } = line.getBoundingClientRect()
      if (right > clientWidth + 1 || left < -1) wrong.push(`${name(element)} reaches out of the window`)
      for (let around: Element | null = element; around; around = around.parentElement) {
        const cuts = getComputedStyle(around).overflowX !== 'visible'
        if (cuts && around.scrollWidth > around.clientWidth + 1) wrong.push(`${name(element)} is cut`)
      }
    }
    for (const button of within.querySelectorAll('button, a[href], textarea')) {
      if (!button.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      button.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      const { x, y, width, height } = button.getBoundingClientRect()
      const hit = document.elementFromPoint(x + width / 2, y + height / 2)
      if (!hit || !(button.contains(hit) || hit.contains(button)))
        wrong.push(`${name(button)} is covered by ${hit?.className}`)
    }
    window.scrollTo(0, 0)
    return wrong
  })
}
