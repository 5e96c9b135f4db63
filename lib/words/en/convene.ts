// What does the page say on which somebody prepares a workshop?
import { joining } from './joining.ts'
import { late } from './late.ts'
import { left } from './left-alone.ts'
import { sittings } from './sittings.ts'
import { time } from './time.ts'

const { listening, taste, dyad } = sittings

export const convene = {
  title: 'For a group',
  heading: 'A workshop',
  lead: 'People come in with a code and sit in pairs, with somebody new in each round. You keep the time for all, and never hear or read a word of theirs.',
  guide: 'How to guide one, with words to read aloud',
  name: 'What it is called',
  nameHint: 'Everybody who comes in reads it.',
  nameMissing: 'Write what it is called.',
  audience: 'Who it is for',
  audienceHint: 'It may stay empty. For young people, the care that they need stays with whoever brings them.',
  format: 'What happens in a round',
  formats: {
    round: {
      title: 'A round',
      sentence: 'Two meet, each speaks while the other only listens, each says what was let go, and they thank.',
    },
    listening,
    taste,
    dyad,
  },
  minutes: 'How long a round is',
  total: (total: number) => `About ${total} minutes`,
  about: (total: number) => `${total} min`,
  each: (speaking: string) => `In a pair each has ${speaking} to speak.`,
  eachThree: (speaking: string) => `A room of three takes as long in all: each has ${speaking}.`,
  medium: 'How they meet',
  media: {
    together: { label: 'In one place', hint: 'They sit together and speak aloud. Phones only keep the time.' },
    text: { label: 'In writing', hint: 'They are apart. Whoever speaks writes, and the other reads.' },
    voice: { label: 'By voice', hint: 'They are apart and hear each other. Who listens is not heard.' },
  },
  odd: 'When one is left over',
  odds: {
    trio: {
      label: 'A room of three',
      hint: 'Three sit on the same clock, each with a turn. It is somebody else each time.',
    },
    facilitator: {
      label: 'Beside you',
      hint: 'One person sits out the round with you. It is somebody else each time.',
    },
    rest: { label: 'A round of rest', hint: 'One person rests for the round. It is somebody else each time.' },
  },
  late,
  left,
  rounds: 'The rounds',
  roundsHint: 'What each is about, if you like. People read it as the round begins.',
  round: (n: number) => `Round ${n}`,
  up: (n: number) => `Move round ${n} up`,
  down: (n: number) => `Move round ${n} down`,
  out: (n: number) => `Take round ${n} out`,
  add: 'Add a round',
  most: 'Thirty rounds are the most.',
  moved: (n: number) => `It is round ${n} now.`,
  taken: (count: number) => (count === 1 ? 'One round is left.' : `${count} rounds are left.`),
  added: (n: number) => `Round ${n} is added.`,
  plan: 'The plan as a file',
  planHint: 'Keep all of this for another time, or hand it on. It holds nothing but what stands here.',
  save: 'Save the plan',
  load: 'Load a plan',
  loaded: 'The plan is loaded.',
  planProblems: {
    unreadable: 'That file holds no plan of a workshop. What stands here is as it was.',
    newer: 'That plan was made by a newer Clearing than this one. What stands here is as it was.',
  },
  fileName: 'workshop-plan.json',
  button: 'Prepare the workshop',
  preparing: 'Preparing…',
  refused: {
    'too-fast': 'There were many workshops from here in a short time. Try again in a few minutes.',
    'no-answer': 'We cannot reach the place at the moment. Try again in a little while.',
    other: 'It is not possible at the moment. Try again in a little while.',
  },
  ready: {
    heading: 'It is ready',
    lead: 'Nobody has to do anything until you begin. Keep your own link; the others are for the group.',
    board: 'Open the board',
  },
  joining,
  time,
}
