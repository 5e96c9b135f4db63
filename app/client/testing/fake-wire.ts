// What does a seat hold on to in a test? A connection that goes up and down by hand, and a server that is a function.
import type { Tellings } from '../../../lib/wire/events.ts'
import type { AskName, Wire } from '../line/socket.ts'

type Answer = { ok: boolean; [field: string]: unknown }

export interface FakeWire extends Wire {
  asked: { name: AskName; payload: unknown }[]
  /** What the server answers; may wait, or lose its answer. */
  answer(name: AskName, payload: unknown): Answer | Promise<Answer>
  goUp(): void
  goDown(): void
  tell<Name extends keyof Tellings>(name: Name, told: Parameters<Tellings[Name]>[0]): void
  isClosed: boolean
  redials: number
  /** With what it was to be dialled again, each time that it was said. */
  nears: string[]
}

export function fakeWire(answer: FakeWire['answer']): FakeWire {
  const lines: ((isUp: boolean) => void)[] = []
  const told = new Map<string, ((told: never) => void)[]>()
  const waiting = new Set<() => void>()
  let isUp = false

  const change = (next: boolean) => {
    isUp = next
    for (const line of lines) line(next)
    if (next) for (const go of waiting) go()
  }
  const wire: FakeWire = {
    asked: [],
    answer,
    isClosed: false,
    redials: 0,
    nears: [],
    ask: (async (name: AskName, payload: unknown) => {
      if (!isUp) return { ok: false, code: 'no-answer' }
      wire.asked.push({ name, payload })
      return wire.answer(name, payload)
    }) as unknown as Wire['ask'],
    on: (name, listener) => void told.set(name, [...(told.get(name) ?? []), listener as (told: never) => void]),
    onLine: changed => void lines.push(changed),
    isUp: () => isUp,
    up: () => (isUp ? Promise.resolve(true) : new Promise(resolve => waiting.add(() => resolve(true)))),
    lastHeardAt: () => null,
    stayNear: near => void wire.nears.push(near),
    redial: () => {
      wire.redials += 1
    },
    close: () => {
      wire.isClosed = true
      isUp = false
    },
    goUp: () => change(true),
    goDown: () => change(false),
    tell: (name, telling) => {
      for (const listener of told.get(name) ?? []) listener(telling as never)
    },
  }
  return wire
}
