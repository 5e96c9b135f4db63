// The screens of a room that cannot be entered: full, gone, with half a link or another's, or open in another tab.
import { expect } from '@playwright/test'
import { comeIn, meet, openRoom, press, sees, words } from '../people.ts'
import type { Walk } from './walk.ts'

const { trouble, doorstep, ended } = words

export async function doors({ maya, jonah, someone, look }: Walk): Promise<void> {
  const link = await meet(maya, jonah)
  const [copy] = await Promise.all([
    jonah.context().waitForEvent('page'),
    jonah.evaluate(href => window.open(href), link),
  ])
  await sees(copy, trouble.otherTab.heading)
  await look('other-tab', copy)

  const third = await (await someone()).newPage()
  await third.goto(link)
  await sees(third, trouble.full.heading)
  await look('full', third)
  await third.goto(`/r/${'A'.repeat(22)}#${'B'.repeat(42)}A`)
  await sees(third, trouble.gone.heading)
  await look('gone', third)

  const own = await openRoom(third, { name: 'Ada' })
  const guest = await (await someone()).newPage()
  await guest.goto(own.replace(/#.*/, ''))
  await sees(guest, trouble.incomplete.heading)
  await look('incomplete', guest)
  const forged = new URL(own)
  forged.hash = `${'B'.repeat(42)}A`
  await comeIn(guest, forged.href, 'Lin')
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(trouble.mismatch.heading, { timeout: 20_000 })
  await look('mismatch', guest)

  const host = await (await someone()).newPage()
  await comeIn(guest, await openRoom(host, { name: 'Ada' }), 'Lin')
  await press(host, doorstep.notThem)
  await press(host, doorstep.notThemYes('Lin'))
  await sees(guest, ended.heading)
  await look('asked-out', guest)
}
