// Does anything of a path arrive that the other person has not sealed for this very page, or twice, or changed?
import { expect, it } from 'vitest'
import type { Tellings } from '../../../lib/wire/events.ts'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { readSignal, type Signal } from './signal.ts'
import { createSignals } from './signals.ts'

type Told = Parameters<Tellings['signal']>[0]

const OFFER: Signal = {
  turn: 1,
  description: { type: 'offer', sdp: `v=0\r\na=fingerprint:sha-256 AA\r\n${'x'.repeat(9000)}` },
}
/** Sealing takes its time on a busy machine. */
const PATIENT = { timeout: 10_000 }
const label = { kind: 'media', phase: 0, id: 0 } as const

async function receiver() {
  const link = await fakeLink({ medium: 'voice' })
  const came: Signal[] = []
  let changed = 0
  const signals = createSignals({ link, came: (_, signal) => came.push(signal), changedOnTheWay: () => changed++ })
  const settled = async (told: Told) => {
    signals.take(told)
    // What is taken is opened in turn: when this one has come, everything before it was judged.
    const mark = { turn: 999, wants: 'offer' } as const
    signals.take(await sealed(link, mark))
    await expect.poll(() => came.at(-1), PATIENT).toEqual(mark)
    came.pop()
  }
  return { link, came, changes: () => changed, signals, settled }
}

async function sealed(link: FakeLink, signal: Signal): Promise<Told> {
  const text = JSON.stringify(signal)
  return { from: 'a', data: { under: under(link), sealed: await link.sealedByOther({ ...label, text }) } }
}

function under(link: FakeLink): string {
  const { seats } = link.view() ?? {}
  return (seats?.a?.key ?? '').slice(-16) + (link.keys()?.public ?? '').slice(-16)
}

it('what the other has sealed comes, as long as a description is', async () => {
  const { link, came, changes, settled } = await receiver()
  await settled(await sealed(link, OFFER))
  expect(came).toEqual([OFFER])
  expect(changes()).toBe(0)
})

it('a relay that puts its own fingerprint in the way is noticed, and nothing of it comes', async () => {
  const { link, came, changes, settled } = await receiver()
  const told = await sealed(link, OFFER)
  const data = told.data as { under: string; sealed: string }
  for (const at of [0, 20, 2000, data.sealed.length - 2]) {
    const other = data.sealed[at] === 'A' ? 'B' : 'A'
    await settled({
      from: 'a',
      data: { ...data, sealed: data.sealed.slice(0, at) + other + data.sealed.slice(at + 1) },
    })
  }
  await settled({ from: 'a', data: { type: 'offer', sdp: 'v=0' } as never })
  await settled({ from: 'a', data: { ...data, sealed: JSON.stringify(OFFER) } })
  expect(came).toEqual([])
  expect(changes()).toBe(6)
})

it('what came once, what we have sealed ourselves, and what was sealed as words, never comes', async () => {
  const { link, came, changes, signals, settled } = await receiver()
  const told = await sealed(link, OFFER)
  await settled(told)
  await settled(told)
  expect(changes()).toBe(1)
  signals.send('a', OFFER)
  await expect.poll(() => link.asked.length, PATIENT).toBe(1)
  const own = link.asked[0]?.payload.data as { sealed: string }
  await settled({ from: 'a', data: { under: under(link), sealed: own.sealed } })
  const text = JSON.stringify({ camera: true })
  const asWords = await link.sealedByOther({ kind: 'words', phase: 0, id: 0, text })
  await settled({ from: 'a', data: { under: under(link), sealed: asWords } })
  expect(came).toEqual([OFFER])
  expect(changes()).toBe(3)
})

it('what was sealed for a page that is gone is dropped in silence, and what is ahead of the view waits for it', async () => {
  const { link, came, changes, signals } = await receiver()
  const old = await sealed(link, OFFER)
  await link.otherReloads()
  signals.take(old)
  const next = await sealed(link, { microphone: 'open' })
  signals.take({ ...next, data: { ...(next.data as object), under: `${'z'.repeat(32)}` } as never })
  signals.take(next)
  await expect.poll(() => came, PATIENT).toEqual([{ microphone: 'open' }])
  expect(changes()).toBe(0)
})

it('what is still being opened when the other’s page is loaded again does not come from the new page', async () => {
  const { link, came, changes, signals } = await receiver()
  const told = await sealed(link, OFFER)
  const { a, ...seats } = link.view()?.seats ?? {}
  if (!a) throw new Error('nobody is there')
  // Asked for once it is settled under which keys this opens.
  link.secret = () => {
    link.see({ medium: 'voice', seats: { ...seats, a: { ...a, key: 'another' } } })
    return null
  }
  signals.take(told)
  signals.take({ from: 'a', data: null })
  // The second one has been judged, and so the first one before it.
  await expect.poll(changes, PATIENT).toBe(1)
  expect(came).toEqual([])
})

it('what is sent opens at the other end, and no word of it is on the line', async () => {
  const { link, signals } = await receiver()
  signals.send('a', OFFER)
  signals.send('a', { camera: true })
  signals.send('a', { captions: true })
  await expect.poll(() => link.asked.length, PATIENT).toBe(3)
  const [first, second, third] = link.asked.map(({ payload }) => payload.data as { under: string; sealed: string })
  expect(JSON.parse(await link.openedByOther(first?.sealed ?? '', label))).toEqual(OFFER)
  expect(JSON.parse(await link.openedByOther(second?.sealed ?? '', label))).toEqual({ camera: true })
  expect(JSON.parse(await link.openedByOther(third?.sealed ?? '', label))).toEqual({ captions: true })
  // Nothing so short that what is sealed may spell it by chance.
  expect(JSON.stringify(link.asked)).not.toMatch(/fingerprint|v=0|camera|captions/)
})

it('a program of the other’s own can send nothing that reads like none of them', () => {
  const bad = ['', 'null', '[]', '7', '{}', '{"turn":0,"wants":"offer"}', '{"turn":1.5,"candidate":null}', '{"turn":1}']
  const worse = [
    '{"same":"commit"}',
    '{"turn":1,"description":{"type":"rollback"}}',
    '{"microphone":"loud"}',
    '{"camera":"yes"}',
    '{"captions":1}',
    '{"turn":2e6,"wants":"offer"}',
  ]
  expect([...bad, ...worse].map(readSignal)).toEqual([...bad, ...worse].map(() => null))
})
