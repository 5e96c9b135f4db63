// Who comes to a workshop in a test? Somebody who facilitates it on a device, and people with the code.
import { expect } from 'vitest'
import type {
  Board,
  BoardPerson,
  BoardRoom,
  CircleView,
  ConveneAsk,
  Convened,
  DirectAsk,
  Joined,
} from '../../lib/wire/circle.ts'
import type { Asks, PairedTold } from '../../lib/wire/events.ts'
import type { Dialled, Person } from './house.ts'

export const PLAN: ConveneAsk = {
  title: 'Tuesday circle',
  audience: 'Whoever would like to be heard',
  format: { id: 'round' },
  medium: 'together',
  odd: 'trio',
  prompts: ['What is it like to be here?', 'What do you seldom say?', 'What would you like to keep?'],
}

export interface Facilitator extends Person {
  convened: Convened
  /** The board as it is when everything that was told has been taken in. */
  board(): Board
  direct(ask: DirectAsk): Promise<Parameters<Parameters<Asks['direct']>[1]>[0]>
  /** Resolves when the board is as described. */
  reads(what: (board: Board) => boolean): Promise<Board>
}

export interface Guest extends Person {
  name: string
  joined: Joined
  circle(): CircleView
  /** Comes into the room of the newest pairing. */
  comeIn(): Promise<PairedTold>
}

/** Takes what was told into a board, as any client must. */
export function merged(board: Board, told: Person['told']['board']): Board {
  return told.reduce<Board>((before, change) => {
    const people = new Map(before.people.map(person => [person.id, person]))
    for (const person of change.people) people.set(person.id, person)
    for (const id of change.gone) people.delete(id)
    const isNew = change.head.round !== before.head.round
    const rooms = new Map(isNew ? [] : before.rooms.map(room => [room.n, room]))
    for (const room of change.rooms) rooms.set(room.n, room)
    for (const n of rooms.keys()) if (n > (change.roomsInAll ?? n)) rooms.delete(n)
    return { head: change.head, people: [...people.values()], rooms: [...rooms.values()] }
  }, board)
}

export async function facilitator(house: Dialled, convened: Convened): Promise<Facilitator> {
  const person = await house.dial()
  const { board: first } = await person.must('facilitate', { circle: convened.circle, key: convened.key })
  const board = () => merged(first, person.told.board)
  return Object.assign(person, {
    convened,
    board,
    direct: (ask: DirectAsk) => person.ask('direct', ask),
    async reads(what: (board: Board) => boolean) {
      await expect.poll(() => what(board()), { interval: 2, timeout: 8_000 }).toBe(true)
      return board()
    },
  })
}

export async function convene(house: Dialled, over: Partial<ConveneAsk> = {}): Promise<Facilitator> {
  const person = await house.dial()
  const { circle, code, key } = await person.must('convene', { ...PLAN, ...over })
  person.close()
  return facilitator(house, { circle, code, key })
}

export async function guest(
  house: Dialled,
  code: string,
  name: string,
  token?: string,
  dialled?: Person,
): Promise<Guest> {
  const person = dialled ?? (await house.dial())
  const joined = await person.must('join', token === undefined ? { code, name } : { code, token })
  const told = Object.assign(person, {
    name,
    joined,
    circle: () => person.told.circle.at(-1) ?? joined.view,
    async comeIn() {
      await expect.poll(() => person.told.paired.length, { interval: 2, timeout: 8_000 }).toBeGreaterThan(0)
      const newest = person.told.paired.at(-1) as PairedTold
      await person.must('enter', { room: newest.room, token: newest.token, key: `key-${name.replace(' ', '-')}` })
      return newest
    },
  })
  return told
}

export async function guests(house: Dialled, code: string, ...names: string[]): Promise<Guest[]> {
  const came: Guest[] = []
  for (const name of names) came.push(await guest(house, code, name))
  return came
}

export const roomNamed = ({ rooms, people }: Board, name: string): BoardRoom | undefined => {
  const own = people.find((person: BoardPerson) => person.name === name)
  return own && rooms.findLast(room => room.people.includes(own.id))
}
