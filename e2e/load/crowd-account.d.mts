// Which types do the tests see of crowd-account.mjs?
import type { RoomView } from '../../lib/wire/events.ts'

export interface Account {
  wrong: string[]
  holds: number
  boundaries: number
  view: RoomView | null
  now?: number
}

export function newAccount(known?: Account): Account
export function seeView(person: Account, view: RoomView): void
