// What has the facilitator just said? One sentence at a time, for as long as it takes to read it twice; kept nowhere.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { SaidLine } from './circle-state.ts'

const SHOWN_MS: Ms = 20_000

export interface SaidLately {
  now(): SaidLine | null
  told(said: SaidLine): void
  end(): void
}

export function createSaidLately({ changed, rings }: { changed(): void; rings(): void }): SaidLately {
  let line: SaidLine | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  return {
    now: () => line,
    told(said) {
      // On one connection it may come to a circle and to its room both.
      if (line && said.at <= line.at) return
      line = said
      clearTimeout(later)
      later = setTimeout(() => {
        line = null
        changed()
      }, SHOWN_MS)
      rings()
      changed()
    },
    end: () => clearTimeout(later),
  }
}
