// What is said when two people share one phone? Each screen speaks to both at once, so it calls them by their names; what is
// for one pair of eyes says so first.

const begin = {
  title: 'One phone between you',
  heading: 'One phone between you',
  lead: 'Lay it on the table between two people. One speaks, one only listens; then you change places.',
  names: 'Who is here?',
  one: 'One of you',
  other: 'The other',
  namesHint: 'Only so that the screen can say whose turn it is. Leave them empty, and you are Ember and Tide.',
  ember: 'Ember',
  tide: 'Tide',
  sitting: 'How long',
  minutes: 'In all',
  total: (total: number) => `About ${total} minutes`,
  each: (speaking: string) => `Each of you has ${speaking} to speak. What you write takes as long as it takes.`,
  first: 'Who speaks first?',
  coin: 'A coin decides',
  on: 'Begin',
  promise: 'Nothing leaves this phone, and nothing of it stays here. It goes on without a network.',
}

const first = {
  coin: (speaks: string, listens: string) => `The coin chose ${speaks} to speak first. ${listens} listens.`,
  chosen: (speaks: string, listens: string) => `${speaks} speaks first. ${listens} listens.`,
}

const arrive = {
  label: 'Arriving',
  heading: 'Arrive',
  body: 'Lay the phone between you, and sit so that you can see each other.',
  otherwise: 'Notice the breath as it is. If that is unpleasant, simply sit.',
  breatheIn: 'Breathe in',
  breatheOut: 'Breathe out',
  on: 'Begin',
}

/** What is for one pair of eyes: the phone goes to one, then to the other, then it lies between them again. */
const handed = {
  only: (looks: string) => `Only ${looks} looks now`,
  away: (closes: string) => `${closes}, close your eyes, or look out of the window.`,
  look: (looks: string) => `I am ${looks}`,
  noHurry: 'No clock is running. Take your time.',
  back: 'Lay it between you again',
  backBody: (opens: string) => `${opens}, you can look again.`,
}

const picture = {
  label: 'The picture I bring',
  heading: (other: string) => `What picture of ${other} do you walk in with?`,
  body: 'A few words, or none. It is a picture, not the person.',
  field: 'The picture I walk in with',
  private: (other: string) => `Only you see this, now and before the closing question. ${other} never does.`,
  on: 'Set it aside',
  both: (speaks: string) => `Then ${speaks} speaks`,
}

const turn = {
  label: { speak: 'A turn', tell: 'What was let go' },
  heading: (speaks: string) => `${speaks} is speaking`,
  listens: (listens: string) => `${listens} listens. There is nothing to answer.`,
  /** Said once to whoever can’t see the ring. */
  has: (speaks: string, length: string) => `${speaks} has ${length}.`,
  closing: (speaks: string) => `Coming to a close. ${speaks}, finish your sentence in peace.`,
  on: (speaks: string) => `${speaks} is finished`,
  silence: {
    label: 'A shared silence',
    heading: 'A shared silence',
    body: (speaks: string, listens: string) =>
      `${speaks} is finished. What remains is silence for both of you; ${listens} may end it.`,
    on: 'Go on',
  },
  more: {
    ask: 'A little more',
    asks: (speaks: string, listens: string) => `${speaks} asks for one more minute. Is that all right, ${listens}?`,
    same: (listens: string) => `${listens} will have the same.`,
    yes: 'Yes, one more minute',
    orNothing: 'Or do nothing; that is an answer too.',
    granted: 'One more minute.',
  },
}

const settle = {
  label: 'A moment of quiet',
  heading: (spoke: string) => `Thank you, ${spoke}.`,
  body: 'Sit a moment.',
  listened: 'What did I hear? And what did I make of it?',
  next: (speaks: string, listens: string) => `Next, ${speaks} speaks and ${listens} listens.`,
  nextWriting: 'Next, each of you writes one line.',
  on: 'Go on',
  again: {
    ask: 'Another round',
    asked: 'One of you would like another round. Would the other, too?',
    yes: 'Yes, another round',
    granted: 'Another round, in the other order.',
  },
}

const drop = {
  label: 'Looking back',
  heading: 'What model did I drop?',
  body: (other: string) => `A picture of ${other} that you were holding, and let go of. A few words are enough.`,
  alsoAnswers: '“None”, “it came back” and “I don’t know” are answers too.',
  mine: 'The picture you walked in with. Only you see this.',
  field: 'What model did I drop?',
  legend: 'What happens with it',
  share: (other: string) => `Offer it to ${other}`,
  keep: 'Keep it to myself',
  on: 'I’m ready',
  together: 'What is offered opens for both of you at the same moment.',
  both: 'Open what was offered',
}

const tell = {
  heading: 'What was let go',
  kept: (name: string) => `${name} kept theirs. That is welcome too.`,
  may: (tells: string) => `${tells} may say more about it`,
  listens: (listens: string) => `Or pass. ${listens} only listens.`,
  on: 'That is all',
}

const thanks = {
  label: 'Thanks',
  heading: 'Say thank you',
  body: 'To each other, and only that. “Thank you.”',
  on: 'Go on',
}

const quiet = {
  label: 'Quiet',
  heading: 'Quiet',
  body: 'There is no need to talk it over now. Let it settle.',
  on: 'Finish',
}

const held = {
  label: 'The clock stands still',
  heading: 'The clock stands still',
  asked: 'One of you asked for a moment. Nothing of anybody’s time is lost.',
  late: 'This phone was asleep, or away, for a while. Nobody’s turn was spent on that.',
  on: 'Go on, both of you',
  offerEnd: 'You have been still for a while. You can go on, or end here kindly.',
  end: 'End here',
}

const menu = {
  hold: 'Hold',
  holdHint: 'Stops the clock for both of you. No reason is needed.',
  heading: 'On this phone',
}

const leave = {
  do: 'End',
  heading: 'End the sitting?',
  body: 'Either of you may, without a reason. It ends for both, and nothing of it stays on this phone.',
  yes: 'End here',
  no: 'Stay',
}

const goodbye = {
  label: 'Goodbye',
  heading: 'Let it go?',
  body: 'The sitting is complete. What you wrote is nowhere but on this screen now.',
  on: 'Let it go',
  empty: 'It is let go',
  ended: 'The sitting has ended',
  emptyBody: 'Nothing that was said or written here was kept.',
  next: 'The same works with somebody who is far away: each with their own device, and a link between you.',
  room: 'Open a room with somebody far away',
  again: 'Sit once more here',
}

export const onePhone = {
  begin,
  first,
  arrive,
  handed,
  picture,
  turn,
  settle,
  drop,
  tell,
  thanks,
  quiet,
  held,
  menu,
  leave,
  goodbye,
}
