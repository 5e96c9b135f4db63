// Is nobody of a circle here who is connected nowhere? Several processes at one store, of which one is killed, cut off or started anew.
import { afterEach, expect, test } from 'vitest'
import { ALIVE_MS, SILENT_MS } from '../fan-out/company.ts'
import { type Bus, type LobbyStore, StoreDown } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { LONE_BUS } from '../store/lone-bus.ts'
import { createMemoryStore } from '../store/memory.ts'
import { withNews } from '../store/room-news.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { convene, type Facilitator, facilitator, guest, guests } from '../testing/workshop.ts'
import { LOOK_MS } from './circles.ts'
import { BACK_MS } from './roll.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface Process extends House {
  setHeard(isHeard: boolean): void
  /** As a kill does it: nothing is said, heard, read or kept any more. */
  kill(): void
  /** What is kept next is kept, and the answer lost. */
  loseAnswer(): void
}

function ground() {
  const hand = createHandClock(START)
  const rooms = createMemoryStore(hand)
  const kept = createLobbyMemory(hand)
  const hub = createHub()
  let swaps = 0
  async function open(bus: Bus = LONE_BUS, setHeard = (_isHeard: boolean) => {}): Promise<Process> {
    let isKilled = false
    let answersLost = 0
    const alive = () => {
      if (isKilled) throw new StoreDown('refused')
    }
    const lobbyStore: LobbyStore = {
      ...kept,
      async load(key) {
        alive()
        return kept.load(key)
      },
      async swap(...asked) {
        alive()
        const answer = await kept.swap(...asked)
        if (answer.result === 'swapped') swaps++
        if (answersLost-- > 0) throw new StoreDown('timeout')
        return answer
      },
    }
    const house = await openHouse({ hand, bus, store: withNews(rooms, bus), lobbyStore })
    ends.push(() => house.close())
    const kill = () => {
      isKilled = true
      setHeard(false)
    }
    const loseAnswer = () => {
      answersLost = 1
    }
    return { ...house, setHeard, kill, loseAnswer }
  }
  return {
    hand,
    /** How often anything was kept since this was asked last. */
    swaps() {
      const since = swaps
      swaps = 0
      return since
    },
    alone: () => open(),
    async several(count: number) {
      const all: Process[] = []
      for (let n = 0; n < count; n++) {
        const bus = hub.join()
        all.push(await open(bus, bus.setUp))
      }
      return all as [Process, Process, ...Process[]]
    },
    /** Until the others know that a process is no more. */
    async silence() {
      for (let ms = 0; ms <= SILENT_MS + ALIVE_MS; ms += ALIVE_MS) await hand.advance(ALIVE_MS)
    },
  }
}

const here = (board: Facilitator) => board.board().people.flatMap(person => (person.here ? [person.name] : []))
const shows = (board: Facilitator, ...names: string[]) => expect.poll(() => here(board)).toEqual(names)
const paired = async (board: Facilitator): Promise<string[]> => {
  expect(await board.direct({ do: 'pair' })).toMatchObject({ ok: true })
  await board.reads(({ rooms }) => rooms.length > 0)
  return board
    .board()
    .rooms.flatMap(({ people }) => people)
    .toSorted()
}

test('[PE6] with a process that is no more its people are gone from when it was last heard, and those who came back are not', async () => {
  const { hand, several, silence } = ground()
  const [first, second] = await several(2)
  const ada = await convene(second)
  const { code } = ada.convened
  await guests(second, code, 'Ana', 'Bo')
  const [, dai] = await guests(first, code, 'Cleo', 'Dai')
  await hand.advance(LOOK_MS)
  await shows(ada, 'Ana', 'Bo', 'Cleo', 'Dai')
  const lastHeard = hand.now()
  first.kill()
  await guest(second, code, 'Dai', dai?.joined.token)
  await silence()
  await hand.to(lastHeard + MINUTE + ALIVE_MS)
  await shows(ada, 'Ana', 'Bo', 'Dai')
  expect(await paired(ada)).toEqual(['p1', 'p2', 'p4'])
})

test('[PE6] whoever is connected to a process that is well is here all the time, and two that look for people mark them once', async () => {
  const { hand, several, silence, swaps } = ground()
  const [first, second, third] = await several(3)
  const ada = await convene(second)
  const { code } = ada.convened
  await guest(first, code, 'Ana')
  await guest(third as Process, code, 'Bo')
  await hand.advance(2 * BACK_MS)
  await shows(ada, 'Ana', 'Bo')
  first.kill()
  swaps()
  await silence()
  await hand.advance(2 * BACK_MS + MINUTE)
  await shows(ada, 'Bo')
  expect(swaps()).toBe(1)
  const all = ada.told.board.flatMap(({ people }) => people)
  expect(all.filter(({ name }) => name === 'Bo').every(bo => bo.here)).toBe(true)
})

test('[PE6] of a process that was only cut off from the others the people are here again, and those who hung up there are not', async () => {
  const { hand, several, silence, swaps } = ground()
  const [first, second] = await several(2)
  const ada = await convene(second)
  const [, bo] = await guests(first, ada.convened.code, 'Ana', 'Bo')
  await hand.advance(LOOK_MS)
  await shows(ada, 'Ana', 'Bo')
  first.setHeard(false)
  swaps()
  await silence()
  // Both were taken to be gone, and were put back.
  await expect.poll(swaps).toBe(2)
  bo?.close()
  await first.connections(1)
  await hand.advance(MINUTE)
  await shows(ada, 'Ana')
  first.setHeard(true)
  await hand.advance(MINUTE)
  await ada.caughtUp()
  expect(here(ada)).toEqual(['Ana'])
})

test('[PE6] a process that hears nobody takes nobody to be gone', async () => {
  const { hand, several, swaps } = ground()
  const [first, second] = await several(2)
  const ada = await convene(first)
  const { code } = ada.convened
  await guest(second, code, 'Ana')
  await first.connections(1)
  first.setHeard(false)
  swaps()
  await hand.advance(2 * BACK_MS + MINUTE)
  await ada.caughtUp()
  // Nor for a moment, after which their own process would put them back.
  expect(swaps()).toBe(0)
  expect(ada.told.board.flatMap(({ people }) => people).every(ana => ana.here)).toBe(true)
})

test.each(['alone', 'one of several'] as const)(
  '[PE6] when a killed process (%s) has taken everybody along, those who do not come back are gone',
  async which => {
    const { hand, alone, several } = ground()
    const [first, second] = which === 'alone' ? [await alone(), null] : await several(2)
    const ada = await convene(first)
    const { code } = ada.convened
    const [ana, bo] = await guests(first, code, 'Ana', 'Bo', 'Cleo')
    first.kill()
    await hand.advance(MINUTE)
    const next = second ?? (await alone())
    const again = await facilitator(next, ada.convened)
    for (const person of [ana, bo]) await guest(next, code, person?.name ?? '', person?.joined.token)
    expect(again.board().people.map(person => person.here)).toEqual([true, true, true])
    await hand.advance(BACK_MS + LOOK_MS + MINUTE)
    await shows(again, 'Ana', 'Bo')
    expect(await paired(again)).toEqual(['p1', 'p2'])
  },
)

test('[PE6] whoever asks to come in, and again since they had no answer, is not paired as two', async () => {
  const { hand, alone } = ground()
  const house = await alone()
  const ada = await convene(house)
  const { code } = ada.convened
  await guests(house, code, 'Ana', 'Bo')
  await hand.advance(2 * BACK_MS)
  house.loseAnswer()
  const line = await house.dial()
  expect(await line.ask('join', { code, name: 'Cleo' })).toMatchObject({ ok: false, code: 'store-down' })
  expect((await guest(house, code, 'Cleo', undefined, line)).joined.person).toBe('p4')
  await hand.advance(BACK_MS + LOOK_MS + MINUTE)
  await expect.poll(() => ada.board().people.map(person => person.here)).toEqual([true, true, false, true])
  expect(await paired(ada)).toEqual(['p1', 'p2', 'p4'])
})
