// The screens of a workshop's people: the way in, the circle, a room whose facilitator directs it or comes to its door, what follows a
// round, and the wall of the hall.
import { expect } from '@playwright/test'
import { press, sees, words } from '../people.ts'
import { convene, inRoom, joinCircle, PLAN, waitInCircle, workshop } from '../workshop.ts'
import { lookAtSheet, MINUTE, shows, turnOf, type Walk } from './walk.ts'

const { circle, code, door, leave, offer, wall } = workshop
const { phases, menu } = words

export async function workshopPeople(walk: Walk): Promise<void> {
  const { maya, jonah, house, look, someone } = walk
  await maya.goto('/j')
  await sees(maya, code.heading)
  await look('join', maya)
  await maya.goto('/workshop/BBBBBBBB')
  await expect(maya.getByText(code.unknown)).toBeVisible()
  // One page of a site takes the place of another before its title is there.
  await expect(maya).toHaveTitle(/./)
  await look('join-unknown', maya)

  const ada = await convene(house)
  const hall = await (await someone()).newPage()
  await hall.setViewportSize({ width: 1280, height: 720 })
  await hall.goto(`/workshop/${ada.code}/wall`)
  await sees(hall, PLAN.title)
  await maya.goto(`/workshop/${ada.code}`)
  await sees(maya, PLAN.title)
  await press(maya, door.enter)
  await expect(maya.getByText(door.nameMissing)).toBeVisible()
  await look('circle-door', maya)
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'say', text: 'We begin in five minutes. There is tea in the hall.' })
  await shows(maya, circle.here(2))
  await look('circle', maya)
  await lookAtSheet(maya, leave.do, () => look('circle-leave', maya))
  await expect(hall.getByText(wall.here(2))).toBeVisible()
  await expect(hall.getByRole('img', { name: wall.codeLabel })).toBeVisible()
  await look('wall-join', hall)

  await ada.direct({ do: 'pair' })
  await sees(maya, inRoom.before.heading('Jonah'))
  await maya.getByRole('radio', { name: words.first.me }).check()
  await jonah.getByRole('radio', { name: words.first.other }).check()
  await look('workshop-before', maya)
  await look('wall-paired', hall)
  await ada.direct({ do: 'begin' })
  await sees(maya, phases.meet.heading('Jonah'))
  await look('workshop-meet', maya)
  await look('wall-round', hall)
  const late = await (await someone()).newPage()
  await joinCircle(late, ada.code, 'Ada')
  await sees(late, circle.waiting.heading)
  await look('circle-waiting', late)
  const lates = (await ada.board()).people.find(({ name }) => name === 'Ada')?.id ?? ''
  await ada.direct({ do: 'reflect', person: lates })
  await sees(late, circle.reflect.heading)
  await look('circle-reflect', late)

  await house.skip(31_000)
  const turn = await turnOf(walk)
  await look('workshop-speak', turn.speaker)
  await look('workshop-listen', turn.listener)
  await lookAtSheet(turn.listener, inRoom.help.open, () => look('workshop-help', turn.listener))
  await lookAtSheet(turn.speaker, menu.open, () => look('workshop-settings', turn.speaker))
  await ada.direct({ do: 'say', text: 'Half of the time is over.' })
  await shows(turn.listener, 'Half of the time is over.')
  await look('workshop-said', turn.listener)
  await ada.direct({ do: 'hold' })
  await sees(maya, inRoom.facilitator.held)
  await look('workshop-held', maya)
  await expect(hall.getByText(wall.stopped)).toBeVisible()
  await look('wall-stopped', hall)
  await ada.direct({ do: 'resume' })
  await press(turn.speaker, phases.speak.speaker.on)
  await sees(turn.listener, phases.speak.silence.heading)
  await look('workshop-silence', turn.listener)
  ada.close()
}

/** Maya and Jonah in the first turn of a round. */
async function inTurn(walk: Walk) {
  const { maya, jonah, house } = walk
  const ada = await convene(house)
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'pair' })
  await sees(maya, inRoom.before.heading('Jonah'))
  await maya.getByRole('radio', { name: words.first.me }).check()
  await jonah.getByRole('radio', { name: words.first.other }).check()
  await ada.direct({ do: 'begin' })
  await sees(maya, phases.meet.heading('Jonah'))
  await house.skip(31_000)
  return { ada, turn: await turnOf(walk) }
}

export async function workshopVisited(walk: Walk): Promise<void> {
  const { look } = walk
  const { ada, turn } = await inTurn(walk)
  await press(turn.listener, inRoom.help.open)
  await press(turn.listener, inRoom.help.call)
  await shows(turn.speaker, inRoom.help.called)
  await ada.direct({ do: 'knock', room: 1 })
  await shows(turn.listener, inRoom.visit.knocks)
  await look('workshop-knock', turn.listener)
  await press(turn.listener, inRoom.visit.yes)
  await shows(turn.listener, inRoom.visit.said)
  await look('workshop-knock-yes', turn.listener)
  await press(turn.speaker, inRoom.visit.yes)
  await shows(turn.listener, inRoom.visit.isIn)
  await look('workshop-visited-listen', turn.listener)
  await look('workshop-visited-speak', turn.speaker)
  await press(turn.speaker, inRoom.visit.lend)
  await shows(turn.listener, inRoom.visit.has)
  await look('workshop-lent', turn.speaker)
  await press(turn.listener, inRoom.visit.out)
  await expect(turn.speaker.getByRole('main').getByText(inRoom.visit.has)).toHaveCount(0)
  ada.close()
}

export async function workshopAfter(walk: Walk): Promise<void> {
  const { maya, jonah, house, look, someone } = walk
  const { ada, turn } = await inTurn(walk)
  const hall = await (await someone()).newPage()
  await hall.setViewportSize({ width: 1280, height: 720 })
  await hall.goto(`/workshop/${ada.code}/wall`)
  await sees(hall, PLAN.prompts[0] ?? '')
  const late = await (await someone()).newPage()
  await joinCircle(late, ada.code, 'Ada')
  await sees(late, circle.waiting.heading)
  await ada.direct({ do: 'call-back', seconds: 60 })
  await shows(turn.listener, inRoom.facilitator.backInMinute)
  await look('workshop-back-soon', turn.listener)
  await ada.direct({ do: 'call-back', seconds: null })
  await house.skip(12 * MINUTE)
  await sees(jonah, inRoom.closing.complete.heading)
  await look('workshop-over', jonah)
  await press(maya, inRoom.closing.button)
  await sees(maya, circle.between.heading)
  await look('circle-give', maya)
  // As after a sitting that asks for a line.
  await maya.evaluate(key => {
    const sat = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    sessionStorage.setItem(key, JSON.stringify({ ...sat, line: 'That I must mend it.' }))
  }, `clearing.sat.${ada.code}`)
  await maya.reload()
  await expect(maya.getByRole('heading', { name: offer.heading })).toBeVisible()
  await look('circle-offer', maya)
  await press(maya, offer.button)
  await expect(maya.getByRole('main').getByText(offer.done)).toBeVisible()
  await press(maya, workshop.give.skip)
  await look('circle-between', maya)
  await look('wall-between', hall)
  await jonah.waitForURL(`**/workshop/${ada.code}`, { timeout: 30_000 })

  await ada.direct({ do: 'pair' })
  const three = [maya, jonah, late]
  for (const page of three) await sees(page, /^You sit with /)
  await look('workshop-three', maya)
  await ada.direct({ do: 'begin' })
  await house.skip(31_000)
  for (const page of three) {
    await expect(page.getByRole('heading', { name: /speaking/ })).toBeVisible()
    if ((await page.getByRole('heading', { level: 1 }).textContent()) === phases.speak.speaker.heading)
      await look('workshop-three-speak', page)
  }
  await ada.direct({ do: 'close' })
  await maya.waitForURL(`**/workshop/${ada.code}`, { timeout: 30_000 })
  await sees(maya, circle.closed.heading)
  await look('circle-closed', maya)
  await look('wall-closed', hall)
  ada.close()
}
