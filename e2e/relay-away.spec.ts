// What do two strangers meet whose relay dies while one of them speaks? No sound can pass between them, so both are told, the sitting goes
// on and each can say so; and when a relay is there again they hear each other. Two real browsers, and a real relay that is stopped.
import type { Page } from '@playwright/test'
import { hasPath, isHeardAlone, setMicrophone } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { say, sees, words } from './people.ts'
import { bothOn, finish, turnOf } from './screens/walk.ts'
import { type Relay, startRelay } from './setup/relay.mjs'
import { meetByVoice, practice } from './strangers.ts'

const { phases, voice } = words
const { speak } = phases

let relay: Relay
let site: House & { close(): Promise<void> }
test.beforeAll(async () => {
  relay = await startRelay()
  site = await openHouse({ ice: { servers: [], turn: { urls: relay.urls, secret: relay.secret }, relayOnly: false } })
})
test.afterAll(async () => {
  await site.close()
  await relay.stop()
})

/** Sound takes the time that it takes, and so does finding out that there is none. */
test.describe.configure({ timeout: 240_000 })
const PATIENCE = { timeout: 60_000 }

const line = (page: Page, says: string) => expect(page.getByText(says, { exact: true }).first()).toBeVisible(PATIENCE)

test('the relay is stopped in the middle of a turn: both read that no sound passes, the turn goes on, and a relay at its place brings the sound back', async ({
  someone,
}) => {
  const maya = await (await someone({ baseURL: site.url })).newPage()
  const jonah = await (await someone({ baseURL: site.url })).newPage()
  await meetByVoice([maya, jonah], site.url)
  for (const page of [maya, jonah]) await setMicrophone(page, 'open')
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), PATIENCE).toBe(true)
  await bothOn({ maya, jonah }, practice.agree.on)
  await bothOn({ maya, jonah }, phases.arrive.on)
  const now = await turnOf({ maya, jonah })
  const { speaker, listener, speaks } = now
  const names = { speaker: speaks, listener: speaks === 'Maya' ? 'Jonah' : 'Maya' }
  await isHeardAlone(speaker, listener)

  await relay.stop()
  await line(listener, voice.missedHere)
  await line(speaker, voice.missedThere(names.listener))
  await line(listener, voice.lost(names.speaker))
  await line(speaker, voice.noPath(names.listener))
  await say(speaker, 'Then I write it.')
  await expect(listener.getByText('Then I write it.')).toBeVisible(PATIENCE)
  // Nobody is out of the room, and nobody's turn is taken: it is theirs to end.
  await expect(speaker.getByRole('button', { name: speak.speaker.on })).toBeVisible()

  const { port, secret } = relay
  relay = await startRelay({ port, secret })
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), PATIENCE).toBe(true)
  await isHeardAlone(speaker, listener)
  await expect(listener.getByText(voice.lost(names.speaker), { exact: true })).toHaveCount(0)
  await expect(speaker.getByText(voice.noPath(names.listener), { exact: true })).toHaveCount(0)
  await finish(now)
  await sees(speaker, phases.settle.headingYou)
})
