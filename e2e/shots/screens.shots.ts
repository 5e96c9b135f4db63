// Draws every screen, light and dark, into shots/<phone or desk>/<light or dark>/.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test } from '../house.ts'
import { chapters } from '../screens/chapters.ts'

/** Half a breath: where the slow forms stand when they are drawn. */
const BREATH_MS = 2500
/** The one screen that is over in a moment, and is drawn as it goes. */
const PASSING = 'letting-go'

for (const [number, [chapter, walk]] of Object.entries(chapters).entries()) {
  test(chapter, async ({ page: maya, other: jonah, house, someone }, { project }) => {
    let count = 0
    await walk({
      maya,
      jonah,
      house,
      someone,
      async look(name, page) {
        const file = `${number}${String(count++).padStart(2, '0')}-${name}.png`
        // What lies over a page covers as much of it as can be seen.
        const fullPage = (await page.getByRole('dialog').count()) === 0
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          if (name !== PASSING) await atRest(page)
          await page.screenshot({ path: join('shots', project.name, colorScheme, file), fullPage })
        }
        await page.evaluate(() => {
          for (const animation of document.getAnimations()) if (animation.playState === 'paused') animation.play()
        })
      },
    })
  })
}

/** What comes once has come, and what goes on for ever stands where it is most itself. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async breathMs => {
    await document.fonts.ready
    // A change of theme begins to be seen with the next frame.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
    for (const animation of document.getAnimations()) {
      const { iterations, duration } = animation.effect?.getComputedTiming() ?? {}
      if (iterations === Number.POSITIVE_INFINITY) {
        animation.pause()
        animation.currentTime = Math.min(breathMs, Number(duration))
      } else animation.finish()
    }
  }, BREATH_MS)
}
