// Which refusals may be none a moment later? Those of a server that is busy, hurried, ending, or parted from its memory, and
// an answer that never came.
import type { RefusalCode } from '../../../lib/wire/events.ts'

const PASSING: readonly string[] = ['no-answer', 'busy', 'store-down', 'too-fast', 'draining']

export function isPassing(code: RefusalCode | 'no-answer'): boolean {
  return PASSING.includes(code)
}

/** Whether it may have been done all the same. */
export function isUnknown(code: RefusalCode | 'no-answer'): boolean {
  return code === 'no-answer' || code === 'store-down'
}
