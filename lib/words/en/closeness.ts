// What is said around the seven pairs of circles, before a sitting and after it? Nothing that weighs one against another.

export const closeness = {
  legend: (other: string) => `How close do you feel to ${other} now?`,
  /** Beneath the pairs. Not to choose is an answer too. */
  private: 'If you like. Only you see this: it stays on this device, and goes with the room.',
  /** What a screen reader says of each pair. */
  pair: (step: number, words: string) => `${step} of 7: ${words}`,
  pairs: {
    1: 'apart, only touching',
    2: 'touching a little',
    3: 'less than half in each other',
    4: 'almost half in each other',
    5: 'more than half in each other',
    6: 'mostly in each other',
    7: 'nearly one',
  },
  /** At the goodbye, to their owner alone. */
  heading: (other: string) => `How close you felt to ${other}`,
  before: 'Before',
  after: 'After',
  shown: 'Only you see this. It means what it means to you.',
}
