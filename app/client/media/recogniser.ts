// Can this browser write down speech by itself, and how is it asked to? Only a recogniser that can be held to the device is
// taken: where none can be, there is none for us, and no sound is handed to a service somewhere else.

export interface Recogniser {
  /** Fetches what the browser still lacks; false where that can't be done. */
  prepare(): Promise<boolean>
  /** Writes down a track until it is stopped, or stops by itself. */
  hear(track: MediaStreamTrack, ports: HearingPorts): Listening
}

export interface HearingPorts {
  /** The latest stretches of speech, the last of them perhaps still growing. */
  heard(stretches: readonly string[]): void
  /** It writes no longer. `isHopeless`: and would not if it were asked again. */
  over(isHopeless: boolean): void
}

export interface Listening {
  stop(): void
}

interface Own extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  onresult: ((event: SpeechRecognitionEvent) => void) | null
  onerror: ((event: SpeechRecognitionErrorEvent) => void) | null
  onend: (() => void) | null
  start(track: MediaStreamTrack): void
  abort(): void
}

interface What {
  langs: string[]
  processLocally: true
}

/** As far as we ask of it. */
interface Browsers {
  new (): Own
  prototype: Own
  available(what: What): Promise<string>
  install(what: What): Promise<boolean>
}

/** A region, where the browser's own languages name none for a page's. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-ES' }
/** Stretches of speech that the last two lines can come from. */
const STRETCHES = 2
/** A silence is no failure here. */
const QUIET: readonly string[] = ['no-speech', 'aborted']

/** The browser's own, for the language of the page; null where it has none that stays on the device. */
export async function findRecogniser(language: string): Promise<Recogniser | null> {
  const browsers = browsersOwn()
  if (!browsers) return null
  for (const lang of tagsFor(language)) {
    const state = await browsers.available({ langs: [lang], processLocally: true }).catch(() => 'unavailable')
    if (state !== 'unavailable') return recogniserOf(browsers, lang)
  }
  return null
}

/** The older name has no word about the device, and sends what it hears away. */
function browsersOwn(): Browsers | null {
  const own: unknown = Reflect.get(window, 'SpeechRecognition')
  if (typeof own !== 'function' || !('available' in own) || !('install' in own)) return null
  return 'processLocally' in own.prototype ? (own as unknown as Browsers) : null
}

function tagsFor(language: string): string[] {
  const [primary = ''] = language.split('-')
  const own = navigator.languages.filter(tag => tag.startsWith(`${primary}-`))
  return [...new Set([...own, REGIONS[primary] ?? language])]
}

function recogniserOf(browsers: Browsers, lang: string): Recogniser {
  const what: What = { langs: [lang], processLocally: true }
  return {
    async prepare() {
      if ((await browsers.available(what).catch(() => '')) === 'available') return true
      return browsers.install(what).catch(() => false)
    },
    hear(track, { heard, over }) {
      const own = new browsers()
      let isOver = false
      const end = (isHopeless: boolean) => {
        if (isOver) return
        isOver = true
        over(isHopeless)
      }
      own.lang = lang
      own.continuous = true
      own.interimResults = true
      own.processLocally = true
      own.onresult = ({ results }) => {
        const latest = [...results].slice(-STRETCHES)
        if (!isOver) heard(latest.map(([best]) => best?.transcript ?? ''))
      }
      own.onerror = ({ error }) => {
        if (!QUIET.includes(error)) end(true)
      }
      own.onend = () => end(false)
      try {
        own.start(track)
      } catch {
        end(true)
      }
      return {
        stop() {
          isOver = true
          own.abort()
        },
      }
    },
  }
}
