// What of a device may still be open when there is no way into a room? Whatever was opened at its door. It says here how it is
// closed, since a page that never opened it has not loaded it either.

const closing = new Set<() => void>()

/** `close` is called whenever this page finds no way in. */
export function whenShutOut(close: () => void): void {
  closing.add(close)
}

export function shutOut(): void {
  for (const close of closing) close()
}
