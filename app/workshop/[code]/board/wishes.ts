// Whom does a facilitator mean, and what is wished for these two already?
import type { BoardHead, BoardPerson, PersonId } from '../../../../lib/wire/circle.ts'

export type Two = [PersonId, PersonId]

/** The two of whom one was drawn onto the other; null when that is nobody, or the same person. */
export function twoOf(drawn: string | null | undefined, onto: string | null | undefined): Two | null {
  return drawn && onto && drawn !== onto ? [drawn, onto] : null
}

const isSame = ([one, other]: Two, pair: Two): boolean => pair.includes(one) && pair.includes(other)

/** Whether these two are always together, or never. */
export function wishOf({ fixed, apart }: Pick<BoardHead, 'fixed' | 'apart'>, two: Two): 'fix' | 'apart' | null {
  if (fixed.some(pair => isSame(two, pair))) return 'fix'
  return apart.some(pair => isSame(two, pair)) ? 'apart' : null
}

/** Everybody else, by name. */
export function othersOf(people: readonly BoardPerson[], id: PersonId, language: string): BoardPerson[] {
  return byName(
    people.filter(person => person.id !== id),
    language,
  )
}

export function byName(people: readonly BoardPerson[], language: string): BoardPerson[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...people].sort((one, other) => compare(one.name, other.name))
}

/** Those whose name holds what was written, whatever its case and its accents. */
export function found(people: readonly BoardPerson[], written: string): BoardPerson[] {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
  const wanted = plain(written.trim())
  return wanted === '' ? [...people] : people.filter(({ name }) => plain(name).includes(wanted))
}
