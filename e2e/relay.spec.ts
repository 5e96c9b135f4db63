// Does a voice reach the other through the relay alone, and does neither browser then tell where it is? Two real browsers and
// a real relay that refuses every peer but itself. The pages take the room's own answers about how to reach each other.
import type { Page } from '@playwright/test'
import type { IceAnswer } from '../lib/wire/events.ts'
import { wordsFor } from '../lib/words/words.ts'
import { dial } from '../server/testing/house.ts'
import { opening } from '../server/testing/pair.ts'
import { ends, hasPath, isHeardAlone, setMicrophone, soundComes, watchPaths } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { agree, comeIn, openRoom, press, sees, words } from './people.ts'
import { type Relay, startRelay } from './setup/relay.mjs'

const es = wordsFor('es')
/** Of a listening: five minutes and the seven seconds. */
const TURN_MS = 307_000
const SETTLE_MS = 30_000
/** How often a relay that refused is asked once more. */
const TRIES = 3

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
  // A busy relay may refuse whoever asks; the product's own pages try again as well.
  for (let tries = 0; ; tries++) {
    const described = await tryToDescribe(page, ice, offer)
    if (described.includes('a=candidate:') || tries === TRIES) return described
  }
}

async function tryToDescribe(page: Page, ice: IceAnswer, offer: string | null): Promise<string> {
  return page.evaluate(
    async ({ ice, offer }) => {
      const own = window as unknown as Called
      own.found = []
      own.heard = []
      const peer = new RTCPeerConnection({
        iceServers: ice.iceServers,
        iceTransportPolicy: ice.relayOnly ? 'relay' : 'all',
        // As the pages have it.
        bundlePolicy: 'max-bundle',
      })
      if ('peer' in own) own.peer.close()
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

test('two who share no language hold a whole listening by voice, all of it through the relay, one of them behind another window half of the time', async ({
  someone,
  openScreen,
}) => {
  test.setTimeout(240_000)
  const maya = await (await someone({ baseURL: site.url })).newPage()
  const screen = await openScreen()
  const ines = screen.page
  await ines.setExtraHTTPHeaders({ 'accept-language': 'es' })
  for (const page of [maya, ines]) await watchPaths(page)
  const link = await openRoom(maya, { name: 'Maya', sitting: 'listening', medium: 'voice' })
  await comeIn(ines, link, 'Inés', es)
  await expect(maya.getByRole('button', { name: words.agreement.agree })).toBeVisible()
  await setMicrophone(maya, 'open')
  await setMicrophone(ines, 'open', es)
  for (const page of [maya, ines]) await expect.poll(() => hasPath(page), { timeout: 30_000 }).toBe(true)
  // Whichever of them offers has asked the relay for one place, and not for one for the sound and one for a picture.
  for (const page of [maya, ines]) expect(await page.evaluate(() => window.watched.places)).toEqual(['0'])
  await agree(maya, 'me')
  await agree(ines, 'other', es)
  await press(maya, words.phases.arrive.on)
  await press(ines, es.phases.arrive.on)
  await press(maya, words.phases.picture.on)
  await press(ines, es.phases.picture.on)

  await sees(maya, words.phases.speak.speaker.heading)
  await sees(ines, es.phases.speak.listener.heading('Maya'))
  await isHeardAlone(maya, ines)
  await screen.hide()
  await soundComes(ines)
  await site.skip(TURN_MS)
  await sees(maya, words.phases.settle.headingYou)
  await ines.bringToFront()
  await sees(ines, es.phases.settle.heading('Maya'))
  await site.skip(SETTLE_MS)

  await sees(ines, es.phases.speak.speaker.heading)
  await sees(maya, words.phases.speak.listener.heading('Inés'))
  await isHeardAlone(ines, maya)
  await screen.hide()
  await soundComes(maya)
  await site.skip(TURN_MS)
  await sees(maya, words.phases.settle.heading('Inés'))
  await site.skip(SETTLE_MS)
  await ines.bringToFront()

  await sees(ines, es.phases.drop.heading)
  await sees(maya, words.phases.drop.heading)
  await maya.getByRole('textbox').fill('That you never ask.')
  await press(maya, words.phases.drop.on)
  await ines.getByRole('textbox').fill('Que nunca tienes tiempo.')
  await press(ines, es.phases.drop.on)
  await expect(ines.getByText('That you never ask.')).toBeVisible()
  await expect(maya.getByText('Que nunca tienes tiempo.')).toBeVisible()
  await soundComes(ines)
  await press(maya, words.phases.tell.teller.on)
  await press(ines, es.phases.speak.silence.on)
  await soundComes(maya)
  await press(ines, es.phases.tell.teller.on)
  await press(maya, words.phases.speak.silence.on)
  await sees(maya, words.phases.thanks.heading)
  for (const page of [maya, ines]) await soundComes(page)
  // While a path is mended it has none for a moment.
  await expect.poll(() => ends(maya, ines)).toEqual(['relay'])
  await expect.poll(() => ends(ines, maya)).toEqual(['relay'])
  await site.skip(20_000)
  await sees(ines, es.phases.quiet.heading)
  await site.skip(60_000)
  await sees(maya, words.goodbye.heading)
  await sees(ines, es.goodbye.heading)
  await press(maya, words.goodbye.letGo)
  await press(ines, es.goodbye.letGo)
  await sees(maya, words.goodbye.empty)
  await sees(ines, es.goodbye.empty)
})
