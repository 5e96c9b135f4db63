// Does a voice reach the other through the relay alone, and does neither browser then tell where it is? Two real browsers and
// a real relay that refuses every peer but itself. The pages take the room's own answers about how to reach each other.
import type { Page } from '@playwright/test'
import type { IceAnswer } from '../lib/wire/events.ts'
import { dial } from '../server/testing/house.ts'
import { opening } from '../server/testing/pair.ts'
import { came, ends, hasPath, setMicrophone, watchPaths } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { agree, comeIn, openRoom, press, sees, words } from './people.ts'
import { type Relay, startRelay } from './setup/relay.mjs'

let relay: Relay
let site: House & { close(): Promise<void> }
test.beforeAll(async () => {
  relay = await startRelay()
  site = await openHouse({ ice: { servers: [], turn: { urls: relay.urls, secret: relay.secret }, relayOnly: true } })
})
test.afterAll(async () => {
  await site.close()
  await relay.stop()
})

/** What two who sit in a voice room are told. */
async function answers(): Promise<[IceAnswer, IceAnswer]> {
  const [ann, ben] = [await dial(site.url), await dial(site.url)]
  const { room } = await ann.must('open', opening({ medium: 'voice' }))
  await ben.must('enter', { room, name: 'Ben' })
  const told: [IceAnswer, IceAnswer] = [await ann.must('ice'), await ben.must('ice')]
  for (const person of [ann, ben]) person.close()
  return told
}

interface Called extends Window {
  peer: RTCPeerConnection
  found: string[]
  heard: string[]
}

/** Prepares a page for a call, and makes an offer or the answer to one, with every candidate in it. */
async function describe(page: Page, ice: IceAnswer, offer: string | null): Promise<string> {
  return page.evaluate(
    async ({ ice, offer }) => {
      const own = window as unknown as Called
      own.found = []
      own.heard = []
      const peer = new RTCPeerConnection({
        iceServers: ice.iceServers,
        iceTransportPolicy: ice.relayOnly ? 'relay' : 'all',
      })
      own.peer = peer
      const gathered = new Promise<void>(resolve => {
        peer.onicecandidate = ({ candidate }) => {
          if (candidate?.candidate) own.found.push(candidate.candidate)
          if (candidate === null) resolve()
        }
      })
      const hear = (channel: RTCDataChannel) => {
        channel.onmessage = ({ data }) => {
          own.heard.push(String(data))
          if (offer !== null) channel.send('from the second')
        }
        if (offer === null) channel.onopen = () => channel.send('from the first')
      }
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      for (const track of stream.getTracks()) peer.addTrack(track, stream)
      if (offer === null) {
        hear(peer.createDataChannel('words'))
        await peer.setLocalDescription()
      } else {
        peer.ondatachannel = ({ channel }) => hear(channel)
        await peer.setRemoteDescription({ type: 'offer', sdp: offer })
        await peer.setLocalDescription()
      }
      await gathered
      return peer.localDescription?.sdp ?? ''
    },
    { ice, offer },
  )
}

const took = (page: Page, answer: string) =>
  page.evaluate(sdp => (window as unknown as Called).peer.setRemoteDescription({ type: 'answer', sdp }), answer)
const heard = (page: Page) => page.evaluate(() => (window as unknown as Called).heard)

/** Bytes of voice that came to this page, and of what kind both ends of the way are that they took. */
const voice = (page: Page) =>
  page.evaluate(async () => {
    const stats = [...(await (window as unknown as Called).peer.getStats()).values()]
    const pair = stats.find(
      ({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded',
    )
    const kind = (id: string) => stats.find(stat => stat.id === id)?.candidateType
    const bytes = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')?.bytesReceived ?? 0
    return { bytes, ways: [kind(pair?.localCandidateId), kind(pair?.remoteCandidateId)] }
  })

test('voices and words go through the relay, and no candidate says where a browser is', async ({ page, other }) => {
  const [first, second] = await answers()
  expect([first.relayOnly, second.relayOnly]).toEqual([true, true])
  for (const one of [page, other]) await one.goto(site.url)
  const offer = await describe(page, first, null)
  const answer = await describe(other, second, offer)
  await took(page, answer)
  for (const one of [page, other])
    await expect.poll(() => one.evaluate(() => (window as unknown as Called).found.length)).toBeGreaterThan(0)
  const state = (one: Page) => one.evaluate(() => (window as unknown as Called).peer.connectionState)
  for (const one of [page, other]) await expect.poll(() => state(one), { timeout: 30_000 }).toBe('connected')

  await expect.poll(() => heard(other), { timeout: 30_000 }).toEqual(['from the first'])
  await expect.poll(() => heard(page)).toEqual(['from the second'])
  for (const one of [page, other]) {
    await expect.poll(async () => (await voice(one)).bytes).toBeGreaterThan(500)
    expect((await voice(one)).ways).toEqual(['relay', 'relay'])
    const found = await one.evaluate(() => (window as unknown as Called).found)
    for (const candidate of found) {
      expect(candidate).toMatch(
        new RegExp(` ${relay.address.replaceAll('.', '\\.')} \\d+ typ relay raddr 0\\.0\\.0\\.0 rport 0 `),
      )
    }
  }
  for (const sdp of [offer, answer]) {
    const places = sdp.match(/^(c=|a=candidate:|a=rtcp:).*$/gm) ?? []
    for (const place of places)
      expect(place).toMatch(/typ relay raddr 0\.0\.0\.0 rport 0|IN IP4 (127\.0\.0\.1|0\.0\.0\.0)/)
  }
})

test('two friends sit by voice, and all of it goes through the relay', async ({ browser }) => {
  test.setTimeout(180_000)
  const contexts = [await browser.newContext({ baseURL: site.url }), await browser.newContext({ baseURL: site.url })]
  const [maya, jonah] = await Promise.all(contexts.map(context => context.newPage()))
  if (!maya || !jonah) throw new Error('no pages')
  for (const page of [maya, jonah]) await watchPaths(page)
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste', medium: 'voice', clock: 'none' })
  await comeIn(jonah, link, 'Jonah')
  await expect(maya.getByRole('button', { name: words.agreement.agree })).toBeVisible()
  for (const page of [maya, jonah]) await setMicrophone(page, 'open')
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), { timeout: 30_000 }).toBe(true)
  await agree(maya, 'me')
  await agree(jonah, 'other')
  for (const page of [maya, jonah]) await press(page, words.phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, words.phases.picture.on)
  await sees(maya, words.phases.speak.speaker.heading)
  const before = (await came(jonah)).energy
  await expect.poll(async () => (await came(jonah)).energy, { timeout: 30_000 }).toBeGreaterThan(before)
  expect([await ends(maya), await ends(jonah)]).toEqual([['relay'], ['relay']])
  for (const context of contexts) await context.close()
})
