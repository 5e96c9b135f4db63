// What went in and out of a browser, and is a given text anywhere in it? Every frame, request, answer and line of the
// console is kept as text, and searched for the text itself and for the disguises in which it could have travelled.
import type { BrowserContext, Page, Request } from '@playwright/test'

export interface Piece {
  what: 'sent' | 'received' | 'request' | 'response' | 'console'
  /** The address of the page, the request or the socket. */
  at: string
  /** With what an HTTP message began, as JSON. */
  headers: string
  text: string
}

export interface Traffic {
  /** In the order in which it went by; the text of an answer is filled in once it was read. */
  pieces: Piece[]
  /** Resolves when every answer so far was read. */
  whole(): Promise<void>
}

/** Bytes as text that loses none of them: one character a byte. */
const asText = (payload: string | Buffer): string =>
  typeof payload === 'string' ? payload : payload.toString('latin1')

/** Writes down everything that passes between this browser and any server, from now on. */
export function listenTo(context: BrowserContext): Traffic {
  const pieces: Piece[] = []
  const reading: Promise<unknown>[] = []
  const add = (what: Piece['what'], at: string, text: string): Piece => {
    const piece = { what, at, headers: '', text }
    pieces.push(piece)
    return piece
  }
  const follow = (page: Page) => {
    page.on('websocket', socket => {
      add('request', socket.url(), '')
      socket.on('framesent', ({ payload }) => add('sent', socket.url(), asText(payload)))
      socket.on('framereceived', ({ payload }) => add('received', socket.url(), asText(payload)))
    })
    // Where it was said is written down by us, and without what stands behind #, which no page has printed.
    const here = () => page.url().split('#')[0] ?? ''
    page.on('console', message => add('console', here(), message.text()))
    page.on('pageerror', error => add('console', here(), error.stack ?? error.message))
  }
  const asked = new Map<Request, Piece>()
  context.on('request', request => {
    const body = request.postDataBuffer()
    asked.set(request, add('request', request.url(), body ? asText(body) : ''))
  })
  // Only now all headers are known, cookies among them; what never came to its end has none to wait for.
  context.on('requestfinished', request => {
    const read = async () => {
      const piece = asked.get(request)
      const response = await request.response()
      if (piece) piece.headers = JSON.stringify(await request.allHeaders())
      if (!response) return
      const answer = add('response', response.url(), '')
      answer.headers = JSON.stringify(await response.allHeaders())
      // A redirect has no body.
      const bytes = await response.body().catch(() => Buffer.alloc(0))
      answer.text = `${bytes.toString('latin1')}\n${bytes.toString('utf8')}`
    }
    reading.push(read().catch(() => {}))
  })
  for (const page of context.pages()) follow(page)
  context.on('page', follow)
  return {
    pieces,
    async whole() {
      await Promise.all(reading)
    },
  }
}

/** All that went over a line, but for what pages and server say to each other from time to time: alive, and what time it is. */
export function said({ pieces }: Traffic): string[] {
  const clockwork = /^[23]$|^4[23]\d*\["clock"|^43\d+\[\{"ok":true,"now":\d+\}\]$/
  return pieces.filter(({ text }) => !clockwork.test(text)).map(({ what, at, text }) => `${what} ${at} ${text}`)
}

/** The part of a base64 text that is the same whatever stands before and after these bytes, for each of the three places. */
function base64s(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap(before => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const same = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [same, same.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** Everything that a program could have made of a text without meaning to hide it, and a few that would. */
export function disguises(text: string): { name: string; form: string; exact: boolean }[] {
  const little = Buffer.from(text, 'utf16le')
  const encodings = {
    'UTF-8': Buffer.from(text),
    'UTF-16LE': little,
    'UTF-16BE': Buffer.from(little).swap16(),
    reversed: Buffer.from([...text].reverse().join('')),
  }
  return Object.entries(encodings).flatMap(([name, bytes]) => {
    const pairs = [...bytes].map(byte => byte.toString(16).padStart(2, '0'))
    return [
      { name, form: bytes.toString('latin1'), exact: false },
      { name: `${name} in hex`, form: pairs.join(''), exact: false },
      { name: `${name} as percents`, form: pairs.map(pair => `%${pair}`).join(''), exact: false },
      { name: `${name} as escapes`, form: pairs.map(pair => `\\u00${pair}`).join(''), exact: false },
      ...base64s(bytes).map(form => ({ name: `${name} in base64`, form, exact: true })),
    ]
  })
}

/** Where a text, or any one of its words, is found: one line for each place and disguise. */
export function findings(text: string, pieces: readonly Piece[]): string[] {
  const forms = [...new Set([text, ...text.split(' ')])].flatMap(disguises)
  return pieces.flatMap(({ what, at, headers, text: body }) => {
    const hay = [at, headers, body].join('\n')
    const lower = hay.toLowerCase()
    return forms
      .filter(({ form, exact }) => (exact ? hay.includes(form) : lower.includes(form.toLowerCase())))
      .map(({ name }) => `${what} ${at}: ${name}`)
  })
}

const SYLLABLES = ['ba', 'ke', 'di', 'fo', 'gu', 'ly', 'ma', 'ne', 'pi', 'ro', 'su', 'vy', 'xa', 'ze', 'jo', 'qui']

/** Words that nobody has ever said, so that finding one is no accident. */
export function canary(words = 3): string {
  const word = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(7))
    return [...bytes].map(byte => SYLLABLES[byte % SYLLABLES.length]).join('')
  }
  return Array.from({ length: words }, word).join(' ')
}
