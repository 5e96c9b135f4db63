// What passes between two browsers in sound, and is any of it heard? Counted where it arrives, in the page of whoever listens:
// what came over the path, and what the page lets out of it.
import { expect, type Page } from '@playwright/test'
import type { Words } from '../lib/words/words.ts'
import { press, words } from './people.ts'

/** What a page keeps in sight for these tests; nothing of it is in the product. */
interface Watched {
  paths: RTCPeerConnection[]
  /** Of which parts of a description (`sdpMid`) addresses were found, each once. */
  places: string[]
  /** No path can be made, as on a network that lets none through. */
  isCut: boolean
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** From the next page on, each path that the page makes is kept in sight. */
export async function watchPaths(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.watched = { paths: [], places: [], isCut: false }
    const Real = window.RTCPeerConnection
    window.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        if (window.watched.isCut) throw new Error('cut')
        super(configuration)
        window.watched.paths.push(this)
        this.addEventListener('icecandidate', ({ candidate }) => {
          const place = candidate?.candidate ? candidate.sdpMid : null
          if (place != null && !window.watched.places.includes(place)) window.watched.places.push(place)
        })
      }
    }
  })
}

/** Opens or closes one's own microphone by the menu, as a person does. */
export async function setMicrophone(page: Page, how: 'open' | 'closed', own: Words = words): Promise<void> {
  const { microphone } = own.voice
  await press(page, own.menu.open)
  const dialog = page.getByRole('dialog')
  const button = how === 'open' ? microphone.doOpen : microphone.doClose
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.getByText(how === 'open' ? microphone.open : microphone.closed, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
}

/** Whether the newest path of this page has come about. */
export function hasPath(page: Page): Promise<boolean> {
  return page.evaluate(() => window.watched.paths.at(-1)?.connectionState === 'connected')
}

export interface Came {
  /** Pieces of sound that have arrived. */
  pieces: number
  /** Their energy, as the receiving browser counts it. */
  energy: number
}

/** What has arrived in this page by now, over the newest path. */
export function came(page: Page): Promise<Came> {
  return page.evaluate(async () => {
    const sum = { pieces: 0, energy: 0 }
    const report = await window.watched.paths.at(-1)?.getStats()
    report?.forEach(entry => {
      if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return
      sum.pieces += entry.packetsReceived
      sum.energy += entry.totalAudioEnergy
    })
    return sum
  })
}

/**
 * The loudest moment of what this page lets out, until `pieces` more have arrived or, where none arrive, until as many
 * moments have passed. 0 is exactly nothing.
 */
export function loudest(page: Page, pieces: number): Promise<number> {
  return page.evaluate(async enough => {
    const context = new AudioContext()
    await context.resume()
    const analyser = context.createAnalyser()
    const elements = [...document.querySelectorAll('audio')]
    for (const element of elements) {
      const stream = element.srcObject
      // What is muted comes out as nothing, whatever it is given.
      if (stream instanceof MediaStream && !element.muted && !element.paused) {
        context.createMediaStreamSource(stream).connect(analyser)
      }
    }
    const samples = new Float32Array(analyser.fftSize)
    const moment = enough * 20
    const until = context.currentTime + moment / 1000
    let most = 0
    while (context.currentTime < until) {
      await new Promise(requestAnimationFrame)
      analyser.getFloatTimeDomainData(samples)
      for (const sample of samples) most = Math.max(most, Math.abs(sample))
    }
    await context.close()
    return most
  }, pieces)
}

/** Three seconds of sound. */
export const PIECES = 150
/** What a browser counts of that last fading where nothing is let out any more: a tenth of the faintest word at most. */
const FADING = 1e-3

/** Whether sound arrives from now on, looked at or not. */
export async function soundComes(page: Page): Promise<void> {
  const before = (await came(page)).energy
  await expect.poll(async () => (await came(page)).energy).toBeGreaterThan(before)
}

/** The one is heard by the other, and the other by nobody. */
export async function isHeardAlone(speaker: Page, listener: Page): Promise<void> {
  await soundComes(listener)
  await expect.poll(() => loudest(listener, 50)).toBeGreaterThan(0.01)
  await nothingComes(speaker)
}

export async function nothingComes(page: Page): Promise<void> {
  // What is on its way already does arrive.
  let last = await came(page)
  await expect
    .poll(async () => {
      const before = last.pieces
      last = await came(page)
      return last.pieces - before
    })
    .toBe(0)
  // And what a browser makes up of itself after it fades away, the slower the busier it is, and not without a pause.
  let { energy } = last
  await expect
    .poll(async () => {
      energy = (await came(page)).energy
      return await loudest(page, PIECES)
    })
    .toBe(0)
  const silence = await came(page)
  expect(silence.pieces).toBe(last.pieces)
  expect(silence.energy - energy).toBeLessThan(FADING)
}

/**
 * Of what kind are the ends that this page offered on all its paths, and those that it took. One that wrote to us before we were told
 * of it is a stranger to a browser (`prflx`), also where it is the other's place at the relay.
 */
export async function ends(page: Page, other: Page): Promise<string[]> {
  const places = (await candidates(other))
    .filter(({ isOwn, kind }) => isOwn && kind === 'relay')
    .map(({ port }) => port)
  const isPlace = (end: Candidate) => !end.isOwn && end.kind === 'prflx' && places.includes(end.port)
  return [...new Set((await candidates(page)).map(end => (isPlace(end) ? 'relay' : end.kind)))]
}

interface Candidate {
  isOwn: boolean
  kind: string
  port: number
}

function candidates(page: Page): Promise<Candidate[]> {
  return page.evaluate(async () => {
    const reports = await Promise.all(window.watched.paths.map(path => path.getStats()))
    return reports
      .flatMap(report => [...report.values()])
      .filter(({ type }) => type === 'local-candidate' || type === 'remote-candidate')
      .map(({ type, candidateType, port }) => ({ isOwn: type === 'local-candidate', kind: candidateType, port }))
  })
}

/** Once this page has sent a microphone it sends it all along, whatever the page itself would have. */
export async function alwaysSend(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const send = RTCRtpSender.prototype.replaceTrack
    const kept = new WeakMap<RTCRtpSender, MediaStreamTrack>()
    RTCRtpSender.prototype.replaceTrack = async function (track) {
      const own = track ?? kept.get(this) ?? null
      if (own?.kind === 'audio') {
        own.enabled = true
        Object.defineProperty(own, 'enabled', { get: () => true, set: () => {} })
        kept.set(this, own)
      }
      return send.call(this, own)
    }
  })
}

/** Whatever comes is let out, whoever has the floor. */
export async function alwaysPlay(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(HTMLMediaElement.prototype, 'muted', { get: () => false, set: () => {} })
    Object.defineProperty(MediaStreamTrack.prototype, 'enabled', { get: () => true, set: () => {} })
  })
}

/** Over how many of its paths sound comes to this page now, told from a second of listening. */
export function voicesComing(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const paths = window.watched.paths.filter(path => path.connectionState === 'connected')
    const counts = () =>
      Promise.all(
        paths.map(async path => {
          let pieces = 0
          const report = await path.getStats()
          report.forEach(entry => {
            if (entry.type === 'inbound-rtp' && entry.kind === 'audio') pieces += entry.packetsReceived
          })
          return pieces
        }),
      )
    const before = await counts()
    await new Promise(resolve => setTimeout(resolve, 1000))
    const after = await counts()
    return after.filter((pieces, n) => pieces > (before[n] ?? 0)).length
  })
}

/** How many others this page has a path to. */
export function pathsThere(page: Page): Promise<number> {
  return page.evaluate(() => window.watched.paths.filter(path => path.connectionState === 'connected').length)
}
