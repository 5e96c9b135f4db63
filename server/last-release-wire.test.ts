// Do the pages of the last release work with this server? Each of their asks is still understood, and nothing that they read is missing from
// what they are told.
import { expect, it } from 'vitest'
import { asks } from '../lib/wire/schemas.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createMemoryStore } from './store/memory.ts'
import { last } from './testing/after-release.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { openHouse } from './testing/house.ts'
import { lived } from './testing/release-life.ts'
import { scenes } from './testing/release-scenes.ts'

const nameOf = ({ ask, payload }: (typeof last.asks)[number]) => [ask, Object(payload).do].filter(Boolean).join(' ')

it.each(last.asks.map(one => [nameOf(one), one] as const))('%s is understood as its pages say it', async (_, one) => {
  const { ask, payload } = one
  expect(asks[ask].safeParse(payload).error?.issues ?? []).toEqual([])
})

it('each of them is answered, and none for how it is said', async () => {
  const house = await openHouse()
  for (const { ask, payload } of last.asks) {
    const person = await house.dial()
    const answer = await person.ask(ask, ...(payload === undefined ? [] : [payload]))
    expect([ask, Object(answer).code]).not.toEqual([ask, 'bad-request'])
    person.close()
  }
  await house.close()
})

it('every field that its pages were told or answered is told still, and every ask is among those that are held fast', async () => {
  const now = await lived(
    { openHouse, createMemoryStore, createLobbyMemory, createHandClock },
    'this release',
    scenes(),
  )
  for (const [telling, fields] of Object.entries(last.told)) {
    expect(fields.filter(field => !now.told[telling]?.includes(field)).map(field => `${telling}: ${field}`)).toEqual([])
  }
  expect([...new Set(now.asks.map(({ ask }) => ask))].sort()).toEqual(Object.keys(asks).sort())
})
