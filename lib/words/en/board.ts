// What does a facilitator's board say? Where each room stands and who needs somebody; never a word of what is said there.
import type { PhaseKind } from '../../protocol/room.ts'
import { harvest, learned } from './harvest.ts'
import { joining } from './joining.ts'
import { late } from './late.ts'
import { reflection } from './left-alone.ts'
import { offered } from './offered.ts'
import { time } from './time.ts'
import { visiting } from './visiting.ts'

const state = {
  gathering: 'The door is open.',
  paired: 'Pairs are made. Nobody has begun.',
  running: 'The round is on its way.',
  stopped: 'You have stopped the clock of all rooms.',
  over: 'The time of this round is over.',
  calling: (when: string) => `You have called everybody back. Rooms close in ${when}.`,
  closed: 'The workshop is closed.',
  here: (here: number, people: number) =>
    people === 0
      ? 'Nobody is here yet'
      : here === people
        ? `${people} ${people === 1 ? 'person' : 'people'} here`
        : `${here} of ${people} people here`,
  round: (n: number, of: number) => (n > of ? `Round ${n}` : `Round ${n} of ${of}`),
  planned: (of: number) => (of === 1 ? 'One round is planned' : `${of} rounds are planned`),
  asks: (n: number) => `Room ${n} asked for you`,
  prompt: 'This round is about',
  nextPrompt: 'The next round is about',
}

const room = {
  name: (n: number) => `Room ${n}`,
  help: 'Asked for you',
  by: (name: string) => `${name} asked`,
  attend: 'I have been there',
  attendWhat: (n: number) => `I have been to room ${n}`,
  here: 'here',
  away: 'not here',
  notBegun: 'Not begun',
  coming: 'Somebody is still to come in',
  phases: {
    arrive: 'Arriving',
    picture: 'The picture they bring',
    speak: 'A turn',
    settle: 'A moment of quiet',
    'say-back': 'Saying back',
    heard: 'Asked whether they feel heard',
    drop: 'Looking back',
    tell: 'What was let go',
    thanks: 'Thanking',
    quiet: 'Quiet',
    meet: 'Meeting',
    agree: 'What it is about',
  } satisfies Record<PhaseKind, string>,
  speaks: (name: string) => `${name} speaks`,
  saysBack: (name: string) => `Saying back what ${name} said`,
  tells: (name: string) => `${name} says what was let go`,
  held: {
    asked: 'Held by one of them',
    away: 'Held: somebody is away',
    late: 'Held for a moment',
    facilitator: 'Stopped by you',
  },
  heldFor: (name: string) => `Held: ${name} is away`,
  heldStill: 'Held until they go on',
  withoutHint: (name: string) =>
    `If ${name} does not come back, press the name to take them out. Whoever is left then goes on, or waits for somebody else.`,
  behind: (length: string) => `${length} behind the others`,
  closed: {
    complete: 'Finished',
    left: 'Ended: somebody left',
    empty: 'Ended: nobody was there',
    expired: 'Ended',
    facilitator: 'Closed by you',
  },
  nobody: 'Somebody who left',
}

const rooms = {
  heading: 'Rooms',
  none: 'There are no rooms yet. Make pairs when everybody is here; whoever comes later is seated too.',
  hint: 'With the arrow keys you go from room to room. H goes to the next one that asked for you.',
}

const people = {
  heading: 'People',
  waits: 'Without a room',
  waiting: (count: number) => (count === 1 ? 'One person has no room' : `${count} people have no room`),
  waitsHint:
    'They came after the pairs were made, or the person they sat with has left. Press a name for what you can do.',
  beside: (name: string) => `${name} sits beside you in this round.`,
  rests: (name: string) => `${name} rests in this round.`,
  all: (count: number) => `Everybody (${count})`,
  hint: 'Press a name, or drag it onto another, to keep two people together or apart.',
  find: 'Find a name',
  inRoom: (n: number) => `room ${n}`,
  odd: (times: number) => (times === 1 ? 'left over once' : `left over ${times} times`),
  together: (one: string, other: string) => `${one} and ${other} sit together`,
  apart: (one: string, other: string) => `${one} and ${other} do not sit together`,
  undo: 'Take back',
  undoWhat: (which: string) => `Take back: ${which}`,
  wishes: 'Together and apart',
  about: (name: string) => `About ${name}`,
  with: (name: string) => `${name} and whom?`,
  choose: 'Choose a person',
  keepTogether: 'Always together',
  keepApart: 'Never together',
  twoHint: 'It holds from the next pairs on. Nobody is told of it.',
  remove: 'Take out of the workshop',
  removeHeading: (name: string) => `Take ${name} out?`,
  removeBody: (name: string) =>
    `${name} leaves the room and the workshop at once. Whoever sat there with them is told only that they left.`,
  removeYes: 'Take out',
  removeNo: 'Leave it as it is',
}

const acts = {
  pair: 'Make pairs',
  pairAnew: 'Make other pairs',
  begin: 'Begin for all',
  next: 'Next round',
  hold: 'Stop all',
  resume: 'Go on',
  more: 'A minute more',
  bell: 'Ring the bell',
  say: 'Say a sentence',
  callBack: 'Call back',
  uncall: 'Take back the call',
  close: 'Close the workshop',
  all: 'All that you can do',
  harvest: 'What the group takes along',
  join: 'How to come in',
  guide: 'The facilitator’s guide',
  done: {
    bell: 'The bell has rung for everybody.',
    more: 'Everybody has a minute more.',
    say: 'Everybody reads it for a while. It is kept nowhere.',
    attend: (n: number) => `Room ${n} knows that you have been there.`,
    /** For the ear alone: the board itself shows these. */
    begin: 'All rooms have begun.',
    hold: 'The clock of all rooms is stopped.',
    resume: 'All rooms go on.',
    pair: 'The pairs are made.',
    seated: 'Whoever waited is seated.',
    callBack: 'Everybody is being called back.',
    close: 'The workshop is closed now.',
    remove: (name: string) => `${name} is out of the workshop.`,
    takeDown: 'The line is taken down.',
    takenBack: 'That is taken back.',
  },
  cancel: 'Not now',
  back: 'Back to the board',
  menu: 'More that you can do',
}

const pairing = {
  heading: (n: number) => `Pairs for round ${n}`,
  counts: (pairs: number) => (pairs === 1 ? 'one pair' : `${pairs} pairs`),
  plan: (people: number, pairs: string) => `${people} people are here: ${pairs}`,
  even: (plan: string) => `${plan}, and nobody is left over.`,
  trio: (plan: string) => `${plan}, and a room of three.`,
  facilitator: (plan: string) => `${plan}, and one person beside you.`,
  rest: (plan: string) => `${plan}, and one person who rests.`,
  three: 'Three people are here: a room of three.',
  fresh: 'They sit with somebody new as long as that is possible. Who is to be together or apart stays so.',
  away: 'Whoever is not here is left out, and can be seated later.',
  running: (rooms: number) =>
    rooms === 1
      ? 'One room is still sitting. It ends when the new pairs are made.'
      : `${rooms} rooms are still sitting. They end when the new pairs are made.`,
  unbegun: 'Nobody has begun with the pairs that are made. They are made anew.',
  late: 'They are seated in this round. If it runs, they begin at once, among themselves; before it begins one alone finds a seat too.',
  few: 'Two people have to be here before there are pairs.',
  yes: 'Make these pairs',
  same: 'The same pairs again',
  waiting: (count: number) => (count === 1 ? 'Seat the one who waits' : `Seat the ${count} who wait`),
}

const saying = {
  heading: 'A sentence for all',
  body: 'Everybody reads it for a while, with the bell. It is kept nowhere.',
  field: 'What you would like to say',
  left: (count: number) => (count === 1 ? 'One character left' : `${count} characters left`),
  yes: 'Say it to all',
  empty: 'Write a sentence first.',
}

const calling = {
  heading: 'Call everybody back',
  body: 'Everybody is told how long there is. Then the rooms close by themselves.',
  in: { 30: 'In half a minute', 60: 'In a minute', 120: 'In two minutes' },
  takeBack: 'Take it back',
  takenBack: 'You have called everybody back. Taken back, the rooms go on as before.',
}

const closing = {
  heading: 'Close the workshop?',
  rooms: (count: number) =>
    count === 1 ? 'One room is still sitting. It ends now.' : `${count} rooms are still sitting. They end now.`,
  body: 'Everybody is thanked, and all names are forgotten. What the group gave in sums can be read here for an hour.',
  yes: 'Close it for all',
  no: 'Not yet',
}

const line = {
  lost: 'The line is quiet. Rooms go on by themselves, and this board catches up as soon as it is back.',
  loading: 'The board is on its way.',
}

const door = {
  keyHeading: 'This board needs its whole link',
  keyBody:
    'A facilitator’s link is long, and its key stands behind the mark #. Open it again from where you kept it, whole. Without the key nobody comes in here.',
  wrongHeading: 'This link does not open the board',
  wrongBody: 'Its key is not the one of this workshop. Look for the link that you were given when you prepared it.',
  goneHeading: 'This workshop is over',
  goneBody: 'Nothing of it is kept any more.',
  anew: 'Prepare a workshop',
  join: 'Come in with a code instead',
}

const refusals = {
  'not-now': 'That is not possible at this moment.',
  closed: 'The workshop is closed.',
  gone: 'That is no longer there.',
  'too-fast': 'That was much at once. Wait a moment, then try again.',
  quiet: 'The line is quiet, so nothing was sent. Try again when it is back.',
  'no-answer': 'It is not known whether that arrived. Look at the board before you press again.',
  other: 'That did not work. Try again in a moment.',
}

/** Why no pairs could be made, with the names of those whom it is about. */
const whys = {
  'too-few': () => 'Two people have to be here before there are pairs.',
  'too-many': () => 'That is more people than one workshop can seat: five hundred are the most.',
  'same-person': (names: string) =>
    `Nobody can be wished together with themselves, or apart from themselves: ${names}.`,
  'unknown-person': (names: string) => `Not here: ${names}.`,
  'fixed-clash': (names: string) => `Somebody cannot be kept together with two people at once. It is about ${names}.`,
  'fixed-apart': (names: string) => `Two cannot be both always together and never together: ${names}.`,
  'apart-impossible': (names: string) =>
    `With those who are never to sit together, not everybody finds a place. It is about ${names}. Take one of these back, and try again.`,
  other: () => 'These pairs are not possible.',
}

export const board = {
  title: 'Board',
  ...{ state, room, rooms, people, acts, pairing, saying, calling, closing },
  ...{ learned, harvest, line, door, refusals, whys },
  ...{ joining, late, offered, reflection, time, visiting },
  lang: 'en',
}
