// Is each address held to its share, by the clock that the server is given, without being remembered for ever?
import { expect, it } from 'vitest'
import { createHandClock } from '../testing/hand-clock.ts'
import { createLimits, LIMITS, type LimitsConfig } from './limits.ts'

const ME = '203.0.113.7'
const YOU = '198.51.100.9'
const CONFIG: LimitsConfig = {
  sockets: 2,
  handshakes: { burst: 3, everyMs: 1_000 },
  opens: { burst: 2, everyMs: 60_000 },
  joins: { burst: 2, everyMs: 5_000 },
  guesses: { burst: 2, everyMs: 10_000 },
  addresses: 100,
}

function start(config: Partial<LimitsConfig> = {}) {
  const clock = createHandClock(1_000_000)
  return { clock, limits: createLimits({ ...CONFIG, ...config }, clock) }
}
const times = <T>(n: number, ask: () => T): T[] => Array.from({ length: n }, () => ask())

it('holds an address to its number of connections, and gives one back when it leaves', () => {
  const { limits } = start()
  expect(times(3, () => limits.mayConnect(ME))).toEqual([true, true, false])
  expect(limits.mayConnect(YOU)).toBe(true)
  limits.left(ME)
  expect(times(2, () => limits.mayConnect(ME))).toEqual([true, false])
})

it('a connection that leaves twice does not make room for two', () => {
  const { limits } = start()
  limits.mayConnect(ME)
  times(3, () => limits.left(ME))
  expect(times(3, () => limits.mayConnect(ME))).toEqual([true, true, false])
})

it('counts handshakes and opened rooms for each address, and forgives with time', async () => {
  const { clock, limits } = start()
  expect(times(4, () => limits.mayShake(ME))).toEqual([true, true, true, false])
  expect(times(3, () => limits.mayOpen(ME))).toEqual([true, true, false])
  expect([limits.mayShake(YOU), limits.mayOpen(YOU)]).toEqual([true, true])
  await clock.advance(1_000)
  expect(times(2, () => limits.mayShake(ME))).toEqual([true, false])
  expect(limits.mayOpen(ME)).toBe(false)
  await clock.advance(59_000)
  expect(times(2, () => limits.mayOpen(ME))).toEqual([true, false])
})

it('counts who comes into a workshop for each address and each workshop, and forgives with time', async () => {
  const { clock, limits } = start()
  expect(times(3, () => limits.mayJoin(ME, 'one'))).toEqual([true, true, false])
  expect([limits.mayJoin(ME, 'other'), limits.mayJoin(YOU, 'one')]).toEqual([true, true])
  await clock.advance(5_000)
  expect(times(2, () => limits.mayJoin(ME, 'one'))).toEqual([true, false])
})

it('asking for rooms costs nothing, only guessing wrong does', async () => {
  const { clock, limits } = start()
  expect(times(50, () => limits.mayGuess(ME))).not.toContain(false)
  times(2, () => limits.guessedWrong(ME))
  expect(limits.mayGuess(ME)).toBe(false)
  expect(limits.mayGuess(YOU)).toBe(true)
  await clock.advance(9_999)
  expect(limits.mayGuess(ME)).toBe(false)
  await clock.advance(1)
  expect(limits.mayGuess(ME)).toBe(true)
})

it('counts all the addresses of one IPv6 /64 as one', () => {
  const { limits } = start()
  expect(['::1', '::2', '::3'].map(host => limits.mayConnect(`2001:db8:1:2${host}`))).toEqual([true, true, false])
  expect(limits.mayConnect('2001:db8:1:3::1')).toBe(true)
})

it('remembers a bounded number of addresses, and never forgets one that holds a connection', () => {
  const { limits } = start({ addresses: 3 })
  times(2, () => limits.mayConnect(ME))
  times(2, () => limits.mayOpen(YOU))
  for (let i = 0; i < 50; i++) limits.mayShake(`192.0.2.${i}`)
  expect(limits.size).toBe(3)
  expect(limits.mayConnect(ME)).toBe(false)
  // The one that was silent longest is a stranger again.
  expect(limits.mayOpen(YOU)).toBe(true)
})

it('lets a workshop of thirty pairs behind one address dial in at once', () => {
  const { limits } = start(LIMITS)
  expect(times(60, () => limits.mayShake(ME) && limits.mayConnect(ME))).not.toContain(false)
})

it('remembers an address no longer than it is connected, or has not its whole share', async () => {
  const { clock, limits } = start()
  for (const address of [ME, YOU]) expect(limits.mayShake(address) && limits.mayConnect(address)).toBe(true)
  times(2, () => limits.mayOpen(ME))
  expect(limits.mayJoin(ME, 'one')).toBe(true)
  limits.left(ME)
  await clock.advance(110_000)
  // What was used of its share still counts.
  expect(times(2, () => limits.mayOpen(ME))).toEqual([true, false])
  await clock.advance(60_000)
  expect(limits.size).toBe(2)
  await clock.advance(70_000)
  expect(limits.size).toBe(1)
  limits.left(YOU)
  await clock.advance(60_000)
  expect([limits.size, clock.alarms]).toEqual([0, 0])
})

it('nobody who waits for nothing is waited for', async () => {
  const { clock, limits } = start()
  limits.mayShake(ME)
  limits.mayConnect(ME)
  await clock.advance(60_000)
  expect([limits.size, clock.alarms]).toEqual([1, 0])
})
