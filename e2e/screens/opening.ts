// The screens before a sitting: the pages to read, the form, the invitation, the door and the agreement.
import { expect } from '@playwright/test'
import { agree, comeIn, openRoom, press, sees, words } from '../people.ts'
import { lookAtSheet, shows, type Walk } from './walk.ts'

const { open, doorstep, door, agreement, menu, leave, notFound } = words

export async function opening({ maya, jonah, look }: Walk): Promise<void> {
  await maya.goto('/')
  await look('home', maya)
  await maya.goto('/how')
  await look('how', maya)
  await maya.goto('/privacy')
  await look('privacy', maya)
  await maya.goto('/nowhere')
  await sees(maya, notFound.heading)
  await look('not-found', maya)
  await maya.goto('/open')
  await sees(maya, open.heading)
  await look('open', maya)
  await press(maya, open.button)
  await expect(maya.getByText(open.nameMissing).first()).toBeVisible()
  await look('open-no-name', maya)

  const link = await openRoom(maya, { name: 'Maya', sitting: 'listening' })
  await sees(maya, doorstep.heading)
  await look('invite', maya)
  await press(maya, doorstep.showCode)
  await expect(maya.getByRole('img', { name: doorstep.codeLabel })).toBeVisible()
  await look('invite-code', maya)
  await press(maya, doorstep.hideCode)
  await lookAtSheet(maya, menu.open, () => look('settings-alone', maya))
  await lookAtSheet(maya, leave.do, () => look('leave-alone', maya))

  await jonah.goto(link)
  await sees(jonah, door.heading('Maya'))
  await look('door', jonah)
  await press(jonah, door.enter)
  await shows(jonah, door.nameMissing('Maya'))
  await look('door-no-name', jonah)

  await comeIn(jonah, link, 'Jonah')
  await sees(jonah, agreement.heading)
  await sees(maya, agreement.heading)
  await look('agreement-host', maya)
  await look('agreement-guest', jonah)
  await lookAtSheet(maya, doorstep.notThem, () => look('ask-out', maya))
  await agree(maya, 'me')
  await shows(maya, agreement.waiting('Jonah'))
  await look('agreement-agreed', maya)
  await shows(jonah, agreement.theyAgree('Maya'))
  await look('agreement-they-agree', jonah)
}
