// Do three people of a workshop who are far apart hear each other out, each in their own turn and in nobody else's, whatever becomes
// of a page, a microphone or a path on the way?
import type { Page } from '@playwright/test'
import { loudest, PIECES, pathsThere, setMicrophone, voicesComing, watchPaths } from './hearing.ts'
import { expect, test } from './house.ts'
import { press, say, sees, words } from './people.ts'
import { NAMES, three } from './trio.ts'
import { inRoom } from './workshop.ts'

const { phases, voice, writing, leave } = words
const { speak, drop, tell, thanks } = phases

/** Three browsers beside each other on two cores. */
test.describe.configure({ timeout: 300_000 })
const PATIENT = { timeout: 60_000 }

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

test('of three by voice whoever has the floor is heard by both and nobody else is; a path that is lost between two is said to those two', async ({
  someone,
  house,
}) => {
  const watched = async () => {
    const context = await someone()
    return {
      newPage: async () => {
        const page = await context.newPage()
        await watchPaths(page)
        return page
      },
    }
  }
  // Long turns: sound takes the time that it takes.
  const plan = { medium: 'voice', format: { id: 'round', minutes: 33 } } as const
  const { ada, pages, all, next, turn } = await three(watched, house, plan, async ({ Ana, Bo, Cleo }) => {
    for (const page of [Ana, Bo]) await setMicrophone(page, 'open')
    await Ana.getByRole('radio', { name: words.first.me }).check()
    for (const page of [Ana, Bo, Cleo]) await expect.poll(() => pathsThere(page), PATIENT).toBe(2)
  })
  const { Ana, Bo, Cleo } = pages
  await next()
  expect((await turn())[0]).toBe('Ana')
  for (const page of [Bo, Cleo]) {
    await expect.poll(() => voicesComing(page), PATIENT).toBe(1)
    await expect.poll(() => loudest(page, 50)).toBeGreaterThan(0.01)
  }
  expect(await voicesComing(Ana)).toBe(0)
  expect(await loudest(Ana, PIECES)).toBe(0)

  const line = (page: Page, sentence: string) => expect(page.getByRole('main').getByText(sentence))
  await cutVoice(Bo)
  await line(Bo, voice.named.missedHere('Ana')).toBeVisible(PATIENT)
  await line(Ana, voice.missedThere('Bo')).toBeVisible(PATIENT)
  await line(Ana, voice.noPathToOne('Bo', 'Cleo')).toBeVisible(PATIENT)
  await line(Bo, voice.lost('Ana')).toBeVisible(PATIENT)
  // She speaks on to the third, who knows nothing of it, and what she writes is read by both.
  await say(Ana, 'This is for both of you.')
  for (const page of [Bo, Cleo]) await expect(page.getByText('This is for both of you.')).toBeVisible()
  expect(await voicesComing(Cleo)).toBe(1)
  for (const sentence of [voice.named.missedHere('Ana'), voice.lost('Ana'), voice.noPathHere('Ana')]) {
    await line(Cleo, sentence).toHaveCount(0)
  }
  await Bo.evaluate(() => {
    window.watched.isCut = false
  })
  await expect.poll(() => voicesComing(Bo), PATIENT).toBe(1)
  await line(Ana, voice.noPathToOne('Bo', 'Cleo')).toHaveCount(0)

  // Whoever has no microphone writes, and is read by both.
  for (let n = 0; n < 2; n += 1) {
    await next()
    for (const page of [Bo, Cleo]) await sees(page, /^Thank you/)
    await next()
    if ((await turn())[0] === 'Bo') {
      for (const page of [Ana, Cleo]) await expect.poll(() => voicesComing(page), PATIENT).toBe(1)
      expect(await voicesComing(Bo)).toBe(0)
      continue
    }
    for (const page of [Ana, Bo]) await line(page, writing.notYet('Cleo')).toBeVisible()
    await say(Cleo, 'I have no microphone here.')
    for (const page of [Ana, Bo]) await line(page, 'I have no microphone here.').toBeVisible()
  }
  // After the last rest each may tell, and then all speak at once.
  for (let n = 0; n < 5; n += 1) await next()
  for (const page of all) await sees(page, thanks.heading)
  const heard = all.map(page => expect.poll(() => voicesComing(page), PATIENT))
  await Promise.all([heard[0]?.toBe(1), heard[1]?.toBe(1), heard[2]?.toBe(2)])
  ada.close()
})

/** Breaks the one path over which a voice comes to this page, and lets no other come about. */
async function cutVoice(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const piecesOf = async (path: RTCPeerConnection) => {
      let pieces = 0
      const report = await path.getStats()
      report.forEach(entry => {
        if (entry.type === 'inbound-rtp' && entry.kind === 'audio') pieces += entry.packetsReceived
      })
      return pieces
    }
    const paths = window.watched.paths.filter(path => path.connectionState === 'connected')
    const before = await Promise.all(paths.map(piecesOf))
    for (;;) {
      await new Promise(requestAnimationFrame)
      const after = await Promise.all(paths.map(piecesOf))
      const speaking = paths.find((_, n) => (after[n] ?? 0) > (before[n] ?? 0))
      if (!speaking) continue
      window.watched.isCut = true
      return speaking.close()
    }
  })
}
