// Under which name are two people known together? Under the same whichever comes first: both ids, the smaller before the
// other, a space between them. An id holds no space.

export const pairName = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** The two of a name. */
export function pairOf(name: string): [string, string] {
  const space = name.indexOf(' ')
  return [name.slice(0, space), name.slice(space + 1)]
}

/** Every two of a room. */
export const pairsIn = (room: readonly string[]): [string, string][] =>
  room.flatMap((one, n) => room.slice(n + 1).map((other): [string, string] => [one, other]))
