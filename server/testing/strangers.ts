// How do strangers come to a house? Each with a device of their own, from an address of their own where it matters.
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { BarredRefusal, PairedTold, WaitAsk } from '../../lib/wire/events.ts'
import type { Dialled, Person } from './house.ts'

export interface Stranger extends Person {
  device: string
  wait(over?: Partial<WaitAsk>): Promise<{ ok: true } | BarredRefusal>
  /** Resolves with the newest pairing, once there have been `count`. */
  pairing(count?: number): Promise<PairedTold>
  /** Comes in with the token of the newest pairing. */
  comeIn(): Promise<PairedTold>
}

export const newDevice = (): string => randomBytes(18).toString('base64url')

export async function stranger(
  house: Dialled,
  name: string,
  address?: string,
  device = newDevice(),
): Promise<Stranger> {
  const person = await house.dial(address === undefined ? {} : { headers: { 'X-Forwarded-For': address } })
  const pairing = async (count = person.told.paired.length || 1) => {
    await expect.poll(() => person.told.paired.length, { interval: 2, timeout: 8_000 }).toBeGreaterThanOrEqual(count)
    return person.told.paired.at(-1) as PairedTold
  }
  return Object.assign(person, {
    device,
    wait: (over: Partial<WaitAsk> = {}) =>
      person.ask('wait', { name, medium: 'text', language: 'en', device, ...over }),
    pairing,
    async comeIn() {
      const told = await pairing()
      await person.must('enter', { room: told.room, token: told.token })
      return told
    },
  })
}

/** Two strangers who were brought together and came in, but have not said yes. */
export async function pairOff(one: Stranger, other: Stranger): Promise<PairedTold> {
  const [first, second] = [one.told.paired.length + 1, other.told.paired.length + 1]
  expect(await one.wait()).toMatchObject({ ok: true })
  expect(await other.wait()).toMatchObject({ ok: true })
  await one.pairing(first)
  await other.pairing(second)
  const told = await one.comeIn()
  await other.comeIn()
  expect(other.told.paired.at(-1)?.room).toBe(told.room)
  return told
}

/** Both have said yes, and the sitting has begun. */
export async function sitTogether(one: Stranger, other: Stranger): Promise<PairedTold> {
  const told = await pairOff(one, other)
  await one.must('intent', { do: 'ready', first: 'me' })
  await other.must('intent', { do: 'ready', first: 'either' })
  await one.sees(view => view.stage === 'sitting')
  await other.sees(view => view.stage === 'sitting')
  return told
}
