// How is a page looked at when nothing in it is half there? While somebody looks, what fades in has come, and what begins to
// come meanwhile is there at once. What moves without end, such as a breath, stands still.
import type { Page } from '@playwright/test'

/** The page as it will be when all that comes has come, for as long as `look` takes. */
export async function atRest<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.evaluate(async () => {
    // A sheet of the page's own: its policy lets no other style in.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`*, *::before, *::after {
      transition-property: none !important;
      animation-duration: 0s !important;
      animation-delay: 0s !important;
    }`)
    document.adoptedStyleSheets.push(sheet)
    Object.assign(window, { restingSheet: sheet })
    // What a script moves knows nothing of a sheet.
    const comes = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
        )
    for (let still = 0; still < 2; still += 1) {
      await new Promise(requestAnimationFrame)
      for (const animation of comes()) {
        animation.finish()
        still = -1
      }
    }
  })
  try {
    return await look()
  } finally {
    await page.evaluate(() => {
      const sheet: unknown = Reflect.get(window, 'restingSheet')
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet)
    })
  }
}
