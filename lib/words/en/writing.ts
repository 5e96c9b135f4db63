// What does a sitting in writing say, and one in the same place?

export const writing = {
  field: 'Your words',
  hint: (other: string) => `Enter sends a sentence to ${other}. Shift and Enter begins a new line.`,
  hintTouch: (other: string) => `Each sentence goes to ${other} when you send it.`,
  /** A choice of whoever writes, off until they make it. */
  live: (other: string) => `Let ${other} see each sentence as it grows`,
  liveHint: 'Otherwise a sentence is seen when you send it.',
  say: 'Say it',
  saidSoFar: 'What you have said',
  theirs: (speaker: string) => `What ${speaker} says`,
  notYet: (speaker: string) => `${speaker}’s words appear here. Silence counts too.`,
  waiting: 'On its way',
  notSaid: 'This has not arrived. It is sent again when you are connected.',
  tooLong: 'This is too long for one piece. Send it in two.',
  bellRang: 'The bell rang while you were writing. You have a few seconds to send this.',
  unsent: 'Your turn ended before this was sent. Only you see it.',
  lost: 'Some words were sealed for a page that has since been closed, and nobody can read them now.',
}

export const samePlace = {
  arrive: 'Sit so that you can see each other. Lay the phones down between you.',
  speaker: (other: string) => `Speak aloud. ${other} is listening.`,
  listener: 'Put the phone down and listen. A bell will call you.',
  /** Where this phone is not the one that rings, and where it can't. */
  listenerElsewhere: 'Put the phone down and listen. The bell of another phone will call you.',
  listenerSilent: 'Put the phone down and listen. The screen says when the turn is over.',
  oneBell: 'One phone rings for both',
  oneBellHint: 'Choose here which of the two rings, so that the bell sounds once.',
  thisRings: 'This phone rings',
  otherRings: 'The other phone rings',
}
