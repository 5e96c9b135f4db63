// Is practice open here, and when do people gather? Asked of the server as soon as the page is there, until it answers.
import type { PracticeAnswer } from '../../../lib/wire/practice.ts'
import { backoffMs } from '../line/backoff.ts'
import { dial, type Wire } from '../line/socket.ts'

const DIAL_MS = 8000

/** Calls `told` with the answer, and with null each time that none came. Returns how to stop asking. */
export function askDoors(told: (answer: PracticeAnswer | null) => void, dialled: () => Wire = dial): () => void {
  let isOver = false
  const ask = async () => {
    const wire = dialled()
    for (let failures = 1; !isOver; failures++) {
      if (await wire.up(DIAL_MS)) {
        const answer = await wire.ask('practice')
        if (isOver) break
        if (answer.ok) {
          told(answer)
          break
        }
      }
      if (!isOver) told(null)
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
    }
    wire.close()
  }
  void ask()
  return () => {
    isOver = true
  }
}
