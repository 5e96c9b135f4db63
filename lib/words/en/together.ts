// What is said where both go on together?

/** Shared by phases that both may leave early: each says so alone, and the room goes on when both have. */
export const together = {
  /** In place of a name that is not known yet. */
  someone: 'the other person',
  waiting: (name: string) => `Waiting for ${name}. There is no hurry.`,
  theyAreReady: (name: string) => `${name} is ready when you are.`,
}
