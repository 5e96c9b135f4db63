// What is told of each planted mistake?
export interface Mistake {
  /** What would then go wrong between people. */
  wrong: string
  /** The file, a piece of its text that occurs once, and what would stand there instead. */
  file: string
  text: string
  instead: string
  /** The tests that are to notice. */
  tests: string[]
}

export const MISTAKES: readonly Mistake[]
