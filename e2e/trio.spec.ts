// Do three people of a workshop who are far apart hear each other out, each in their own turn and in nobody else's, whatever becomes
// of a page, a microphone or a path on the way?
import { expect, test } from './house.ts'
import { press, say, sees, words } from './people.ts'
import { NAMES, three } from './trio.ts'
import { inRoom } from './workshop.ts'

const { phases, writing, leave } = words
const { speak, drop, tell, thanks } = phases

/** Three browsers beside each other on two cores. */
test.describe.configure({ timeout: 240_000 })

test('three in writing each speak in turn and are read by both; a page that is loaded anew reads both again, and two go on', async ({
  someone,
  house,
}) => {
  const { ada, pages, all, next, turn } = await three(someone, house, { medium: 'text' })
  // Everybody says hello, and a page that comes back reads the two others and itself.
  for (const name of NAMES) await say(pages[name], `Hello from ${name}.`)
  await pages.Bo.reload()
  for (const page of all) for (const name of NAMES) await expect(page.getByText(`Hello from ${name}.`)).toBeVisible()

  const spoke: string[] = []
  for (let n = 0; n < 2; n += 1) {
    await next()
    const [speaker, one, other] = await turn()
    spoke.push(speaker)
    await say(pages[speaker], `It is ${speaker} who speaks.`)
    for (const name of [one, other]) {
      await sees(pages[name], speak.listener.heading(speaker))
      await expect(pages[name].getByText(`It is ${speaker} who speaks.`)).toBeVisible()
      await expect(pages[name].getByRole('textbox')).toHaveCount(0)
    }
    // What was said is said again to a page that knows nothing any more, under keys of its own.
    await pages[one].reload()
    await expect(pages[one].getByText(`It is ${speaker} who speaks.`)).toBeVisible()
    await say(pages[speaker], 'And to both of you.')
    for (const name of [one, other]) await expect(pages[name].getByText('And to both of you.')).toBeVisible()
    await next()
    for (const name of [one, other]) await sees(pages[name], phases.settle.heading(speaker))
  }
  expect(new Set(spoke).size).toBe(2)

  // The one who has spoken first leaves in the turn of the third, who goes on and is read by the one who is left.
  await next()
  const [speaker] = await turn()
  const [gone, stays] = spoke as [(typeof NAMES)[number], (typeof NAMES)[number]]
  await press(pages[gone], leave.do)
  await pages[gone].getByRole('dialog').getByRole('button', { name: leave.yes, exact: true }).click()
  for (const name of [speaker, stays]) {
    await expect(pages[name].getByRole('main').getByText(inRoom.three.left(gone))).toBeVisible()
  }
  await say(pages[speaker], 'There are two of us now.')
  await expect(pages[stays].getByText('There are two of us now.')).toBeVisible()
  await expect(pages[speaker].getByText(writing.hint(stays))).toBeVisible()
  ada.close()
})

test('three lines open at once to all three, also for a page that was loaded anew after they were sealed', async ({
  someone,
  house,
}) => {
  const { ada, pages, all, next } = await three(someone, house, { medium: 'text', format: { id: 'taste' } })
  // Up to the closing question there are two still phases, and three turns with a rest after each.
  for (let n = 0; n < 8; n += 1) await next()
  for (const page of all) await sees(page, drop.heading)
  for (const name of ['Ana', 'Bo'] as const) {
    await pages[name].getByLabel(drop.field, { exact: true }).fill(`A line of ${name}.`)
    await press(pages[name], drop.on)
    await expect(pages[name].getByText(inRoom.turns.sealed)).toBeVisible()
  }
  await pages.Cleo.reload()
  await pages.Cleo.getByLabel(drop.field, { exact: true }).fill('A line of Cleo.')
  await press(pages.Cleo, drop.on)
  await expect(pages.Cleo.getByText(inRoom.turns.sealed)).toBeVisible()
  for (const page of all) await expect(page.getByText(/^A line of/)).toHaveCount(1)
  await next()
  for (const page of all) {
    await sees(page, tell.heading)
    for (const name of NAMES) await expect(page.getByText(`A line of ${name}.`)).toBeVisible()
  }
  for (let n = 0; n < 3; n += 1) await next()
  for (const page of all) await sees(page, thanks.heading)
  for (const page of all) await press(page, thanks.say)
  for (const name of NAMES) {
    const theirs = NAMES.filter(other => other !== name)
    for (const other of theirs) await expect(pages[name].getByText(thanks.theySaid(other))).toBeVisible()
  }
  ada.close()
})
