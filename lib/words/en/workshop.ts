// What is said to the people of a workshop: at its door, in the circle between rounds, when something of a round is given
// without a name, and on the wall that everybody sees?
import { closeness } from './closeness.ts'
import { offer, onWall } from './offered.ts'

const code = {
  title: 'Join a circle',
  heading: 'Join a circle',
  lead: 'The code stands on the wall, or whoever leads the circle tells it to you.',
  field: 'The code',
  hint: 'Eight letters and digits. Small letters and spaces are fine.',
  wrong: 'A code has eight letters and digits, and no vowel. Look at it once more.',
  unknown: 'No circle has this code. It may be over, or one letter may be another.',
  button: 'Go on',
}

const door = {
  title: 'A circle',
  looking: 'Looking for the circle…',
  lead: 'You are brought together with one person at a time. One speaks, the other only listens; then you change places.',
  media: {
    together: 'You sit side by side, and your phones keep the time.',
    text: 'You meet in writing.',
    voice: 'You meet by voice.',
  },
  name: 'Your name',
  nameHint: 'Whoever sits with you reads it, and so does the facilitator. It is never on the wall.',
  nameMissing: 'Write the name by which the others know you.',
  enter: 'Come in',
  entering: 'Coming in…',
  notThrough: 'That did not arrive. Look at your connection, then try again.',
  tooFast: 'A great many are coming in at once. Try again in a moment.',
}

const circle = {
  titleOf: (title: string) => `${title} · Clearing`,
  /** How many are here, oneself among them. */
  here: (count: number) => (count <= 1 ? 'You are the only one here.' : `${count} people are here.`),
  gathering: {
    heading: (name: string) => `You are here, ${name}.`,
    next: 'When the circle is there, you are brought together with one person. Until then there is nothing to do.',
  },
  between: {
    heading: 'Back in the circle',
    next: 'Soon you sit with somebody. Until then there is nothing to do.',
    last: 'Those were the rounds that were planned. The facilitator says what comes now.',
  },
  rest: {
    heading: 'You rest this round',
    body: 'There is one person more than there are pairs. Sit quietly, and let the breath come and go. If another round follows, you sit with somebody in it.',
  },
  facilitator: {
    heading: 'You sit with the facilitator',
    body: 'There is one person more than there are pairs, so this round you sit with whoever leads the circle. They come to you.',
  },
  waiting: {
    heading: 'This round has its pairs already',
    body: 'You come in with another one, or sooner if somebody is free. Sit quietly, and let the breath come and go.',
  },
  reflect: {
    heading: 'This time is yours',
    body: 'Until the round ends, stay with it as if somebody listened. There is nothing to write. If another round follows, you sit with somebody in it.',
  },
  room: {
    heading: 'Your room is open',
    body: 'One moment, you are led there.',
    button: 'Go to my room',
  },
  closed: {
    heading: 'The circle is closed',
    body: 'Thank you for listening. Nothing that was said is kept, and the names are gone with the circle.',
  },
  promptNow: 'This round is about',
  promptFirst: 'The first round is about',
  promptNext: 'The next round is about',
  putDown: 'You can put the phone down. A soft bell rings when it begins.',
  quiet: 'The line is quiet. We are looking for it, and your place is kept.',
  home: 'To the front page',
}

const leave = {
  do: 'Leave',
  heading: 'Leave the circle?',
  body: 'You are brought together with nobody any more. You owe no reason, and with the code you can come again as somebody new.',
  yes: 'Leave quietly',
  no: 'Stay',
}

const away = {
  out: { heading: 'You are no longer in this circle', body: 'If that is not as it should be, tell the facilitator.' },
  left: { heading: 'You have left the circle', body: 'Nothing of it is left on this device.' },
  elsewhere: {
    heading: 'You are in the circle in another window',
    body: 'You can also go on here.',
    here: 'Go on here',
  },
  trouble: { heading: 'One moment', body: 'The circle is out of reach for the moment.', again: 'Try again' },
  noCrypto: {
    heading: 'This browser is too old',
    body: 'It cannot seal what is written in a room. Use a newer one, and an address that begins with https.',
  },
  again: 'Come in again',
}

const said = {
  bell: 'The facilitator rings the bell.',
}

const give = {
  heading: 'Would you give something of this round?',
  lead: 'If you like: how close you felt, before and after, and whether you felt heard. The facilitator gets it without your name.',
  sums: 'They see sums alone, and only once five people have given theirs. No answer is an answer too.',
  before: 'How close you felt before',
  after: 'How close you felt after',
  heard: 'I felt heard',
  button: 'Give this',
  giving: 'Giving…',
  none: 'Choose something first, or give nothing.',
  skip: 'Give nothing',
  done: 'It is given. Thank you.',
  notThrough: 'That did not arrive. Try again in a moment.',
  late: 'The circle takes no more of this round. Nothing was given.',
}

const wall = {
  title: 'The wall',
  goTo: 'On your phone, go to',
  enter: 'and enter',
  codeLabel: 'A code for the camera of a phone that holds the way into this circle',
  here: (count: number) =>
    count === 0 ? 'Nobody is here yet.' : count === 1 ? 'One person is here.' : `${count} people are here.`,
  noNames: 'Names are not shown.',
  late: 'Came late?',
  paired: 'Find the one you sit with',
  pairedBody: 'Your phone says who it is.',
  roundLabel: (round: number, rounds: number) => (round <= rounds ? `Round ${round} of ${rounds}` : `Round ${round}`),
  listening: 'One speaks. One listens.',
  stopped: 'The clock stands still for everybody.',
  backSoon: 'Come to a close. Soon everybody comes back to the circle.',
  over: 'Come back to the circle.',
  pause: 'Between two rounds',
  nextLabel: 'Next',
  last: 'Thank you.',
  lastBody: 'Those were the rounds that were planned.',
  closed: 'Thank you for listening.',
  closedBody: 'This circle is closed. Nothing that was said is kept.',
  unknown: 'No circle has this code.',
  looking: 'Looking for the circle…',
  quiet: 'The line is quiet. We are looking for it.',
}

export const workshop = { lang: 'en', code, door, circle, leave, away, said, give, wall, offer, onWall, closeness }
