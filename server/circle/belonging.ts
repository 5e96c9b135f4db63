// Of which circle is a connection, and as whom? Of one at a time: whoever comes to another one has left the one before.
import type { Ear, Ears, Member } from './telling.ts'

/** Who a connection is, and where. */
export interface Own {
  id: string
  member: Member
}

export interface Belonging<C extends Ear> {
  /** From now on it is of this circle. Who was it in another one, which it leaves by that? */
  come(ear: C, id: string, as?: 'board'): Own | null
  isOf(ear: C, id: string): boolean
  isOfAny(ear: C): boolean
  memberOf(ear: C): Own | null
  /** The circle whose board it shows. */
  boardOf(ear: C): string | null
  /** It is of no circle any more. Who was it? */
  leave(ear: C): Own | null
  clear(): void
}

/** `earsOf`: everybody of a circle who is connected here, as long as it is looked after. */
export function createBelonging<C extends Ear>(earsOf: (id: string) => Ears<C> | undefined): Belonging<C> {
  const circles = new Map<C, { id: string; isBoard: boolean }>()

  const belonging: Belonging<C> = {
    come(ear, id, as) {
      const before = circles.get(ear)
      const isSame = before?.id === id
      const own = isSame ? null : belonging.leave(ear)
      circles.set(ear, { id, isBoard: as === 'board' || (isSame && before.isBoard) })
      return own
    },
    isOf: (ear, id) => circles.get(ear)?.id === id,
    isOfAny: ear => circles.has(ear),
    memberOf(ear) {
      const id = circles.get(ear)?.id
      const member = id === undefined ? undefined : earsOf(id)?.members.get(ear)
      return id !== undefined && member ? { id, member } : null
    },
    boardOf(ear) {
      const of = circles.get(ear)
      return of?.isBoard ? of.id : null
    },
    leave(ear) {
      const own = belonging.memberOf(ear)
      const ears = earsOf(circles.get(ear)?.id ?? '')
      circles.delete(ear)
      ears?.members.delete(ear)
      ears?.walls.delete(ear)
      ears?.boards.delete(ear)
      ears?.coming.delete(ear)
      return own
    },
    clear: () => circles.clear(),
  }
  return belonging
}
