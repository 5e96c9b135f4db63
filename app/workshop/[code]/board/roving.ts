// Where does an arrow key lead among the rooms? They stand in lines as the window allows: up and down is as many rooms as
// stand in one line.

export interface Key {
  key: string
  /** How many stand in one line. */
  columns: number
  isRightToLeft: boolean
}

/** The place that a key leads to from `at` among `count`; null when it leads nowhere. */
export function ledTo(at: number, count: number, { key, columns, isRightToLeft }: Key): number | null {
  const steps: Record<string, number> = {
    ArrowRight: isRightToLeft ? -1 : 1,
    ArrowLeft: isRightToLeft ? 1 : -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -at,
    End: count - 1 - at,
  }
  const step = steps[key]
  if (step === undefined) return null
  const to = at + step
  return to >= 0 && to < count ? to : null
}

/** The next of the rooms that asked, after the one that has the focus, and round to the first. */
export function nextAsking(asking: readonly number[], from: number | null): number | null {
  const at = from === null ? -1 : asking.indexOf(from)
  return asking[(at + 1) % Math.max(1, asking.length)] ?? null
}
