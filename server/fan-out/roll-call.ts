// What do the other processes answer, when all of them are asked? As many answers as were sent for, or those that came in time.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'

export interface RollCalls<Answer> {
  /** `say` sends the question under a number, and resolves with how many it was sent to. Never rejects when that does not. */
  ask(say: (call: number) => Promise<number>): Promise<Answer[]>
  answered(call: number, answer: Answer): void
}

/**
 * A process that is well answers within a few ms, a busy one within a second, and one that was killed is not asked: Redis knows that it is
 * gone. One that stands still must not keep people waiting for longer.
 */
export const ROLL_CALL_MS: Ms = 1_000

export function createRollCalls<Answer>(clock: Clock): RollCalls<Answer> {
  const calls = new Map<number, (answer: Answer) => void>()
  let called = 0
  return {
    async ask(say) {
      const call = called++
      const answers: Answer[] = []
      let expected = Number.POSITIVE_INFINITY
      let finish = () => {}
      const finished = new Promise<void>(resolve => {
        finish = resolve
      })
      const stop = clock.at(clock.now() + ROLL_CALL_MS, finish)
      calls.set(call, answer => {
        if (answers.push(answer) >= expected) finish()
      })
      expected = await say(call)
      if (answers.length >= expected) finish()
      await finished
      stop()
      calls.delete(call)
      return answers
    },
    answered: (call, answer) => calls.get(call)?.(answer),
  }
}
