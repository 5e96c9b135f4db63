// What is said around the eight statements about being heard, at the goodbye? Our own sentences, after the Feeling Heard Scale
// (lib/closeness/felt-heard.ts); nothing that weighs what comes of them.

export const feltHeard = {
  /** The one press behind which they are. */
  offer: 'Eight statements about being heard',
  heading: 'Did you feel heard?',
  body: (other: string) =>
    `Think of this sitting with ${other}. For each statement choose one of seven steps, from not at all to completely.`,
  private: 'If you like. Only you see this: nothing of it is sent, and it goes with the room.',
  statements: {
    whole: () => 'Taken as a whole, I felt heard.',
    voice: () => 'There was room for what I had to say.',
    elsewhere: (other: string) => `${other} was busier with their own thoughts than with my words.`,
    attention: (other: string) => `${other} followed what I was saying.`,
    empathy: (other: string) => `${other} tried to see it as I see it.`,
    untouched: (other: string) => `What I think and feel did not seem to touch ${other}.`,
    respect: (other: string) => `${other} met me with respect.`,
    common: () => 'Each of us knew what the other meant.',
  },
  steps: {
    1: 'not at all',
    2: 'hardly',
    3: 'a little',
    4: 'in part',
    5: 'for the most part',
    6: 'almost completely',
    7: 'completely',
  },
  /** What a screen reader says of each step. */
  step: (step: number, words: string) => `${step} of 7: ${words}`,
  on: 'Show me the whole',
  leave: 'Go back and keep nothing',
  /** Beside a statement that was passed over, and in sum. */
  open: 'Still open',
  left: (count: number) => (count === 1 ? 'One statement is still open.' : `${count} statements are still open.`),
  source: {
    lead: 'Our own words, after the Feeling Heard Scale of',
    by: 'Roos, Postmes and Koudenburg 2023, PLOS ONE 18(11): e0292865 (CC BY 4.0).',
    apart: 'What you see here is not to be compared with published figures.',
  },
  /** Shown back, to their owner alone. */
  backHeading: 'How heard you felt',
  together: {
    1: 'Taken together, your answers say that you did not feel heard.',
    2: 'Taken together, your answers say that you hardly felt heard.',
    3: 'Taken together, your answers say that you felt heard a little.',
    4: 'Taken together, your answers say that you felt heard in part.',
    5: 'Taken together, your answers say that you felt heard for the most part.',
    6: 'Taken together, your answers say that you felt heard almost completely.',
    7: 'Taken together, your answers say that you felt heard completely.',
  },
  shown: 'Only you see this. It means what it means to you.',
}
