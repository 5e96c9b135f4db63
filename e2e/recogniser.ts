// What stands in a test where a browser has its own recogniser of speech? One that is on the device, knows every language, and
// writes down what the test says.
import type { Page } from '@playwright/test'

export interface Recognised extends Window {
  /** What the page's recognisers hear, the newest last, while they do. */
  hearing: { track: MediaStreamTrack; isLocal: boolean; says(...stretches: string[]): void }[]
}

/** From the next page on. */
export async function withRecogniser(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = window as unknown as Recognised
    own.hearing = []
    class Recogniser extends EventTarget {
      static available = async () => 'available'
      static install = async () => true
      onresult: ((event: unknown) => void) | null = null
      onend: (() => void) | null = null
      #isLocal = false
      #own: Recognised['hearing'][number] | null = null
      get processLocally() {
        return this.#isLocal
      }
      set processLocally(isLocal: boolean) {
        this.#isLocal = isLocal
      }
      start(track: MediaStreamTrack) {
        const says = (...stretches: string[]) =>
          this.onresult?.({ results: stretches.map(transcript => [{ transcript }]) })
        this.#own = { track, isLocal: this.#isLocal, says }
        own.hearing.push(this.#own)
      }
      abort() {
        own.hearing = own.hearing.filter(one => one !== this.#own)
        this.onend?.()
      }
    }
    Object.defineProperty(window, 'SpeechRecognition', { value: Recogniser })
  })
}

/** As the newest recogniser of this page hears it, stretch by stretch. */
export const says = (page: Page, ...stretches: string[]) =>
  page.evaluate(said => (window as unknown as Recognised).hearing.at(-1)?.says(...said), stretches)
