// What does a room say beyond any other when it is one of a workshop: before the facilitator begins, while they hold the clock
// or call back, when help was called, at its end; and to three who sit in it?

const before = {
  place: 'Your room',
  heading: (others: string) => `You sit with ${others}.`,
  title: (others: string) => `● ${others}`,
  find: 'Find each other, and sit down.',
  begins: 'The facilitator begins for everybody at once. There is nothing to press.',
  about: 'This round is about',
  wish: 'Who speaks first? If you like, say it here.',
  wishHint: 'Nobody else sees what you choose. Where wishes do not meet, a coin decides.',
}

const help = {
  open: 'Help',
  heading: 'Is something not right?',
  body: 'You can call the facilitator to you. Everybody in this room sees that they were called, and nobody else does.',
  call: 'Call the facilitator',
  called: 'The facilitator has been called.',
  close: 'Close',
}

const facilitator = {
  rings: 'The facilitator rings the bell.',
  held: 'The facilitator has stopped the clock for everybody.',
  heldBody: 'Nothing of your time is lost, and there is nothing to press. It goes on for everybody at once.',
  backInMinute: 'The facilitator calls everybody back in a minute.',
  backSoon: 'The facilitator calls everybody back soon.',
}

const visit = {
  knocks: 'The facilitator would like to come to you, and does only if each of you says yes.',
  yes: 'Yes, come',
  no: 'Not now',
  said: 'You have said yes. The facilitator comes when everybody has.',
  isIn: 'The facilitator is with you and listens.',
  lend: 'Give them the word',
  has: 'The facilitator is with you and has the word.',
  takeBack: 'Take the word back',
  out: 'Ask them to go',
  /** For whoever can't see that the line is gone. */
  notComing: 'The facilitator does not come to you now.',
  gone: 'The facilitator is no longer with you.',
}

const turns = {
  silenceSpeaker: 'What remains of your turn is silence. It ends by itself.',
  silenceListener: (speaker: string) => `${speaker} is finished. What remains is silence, and it ends by itself.`,
  sealed: 'Sealed. It opens when the time is over; until then you can change it.',
  kept: 'Kept to yourself. Until the time is over you can change that.',
  together: 'What is offered opens for everybody in the room at the same moment.',
  holdHint: 'Stops the clock of this room. No reason is needed; the other rooms go on.',
}

/** With three people “Jonah and Ada” are more than one. */
const three = {
  speaker: (others: string) => `${others} are listening. Take your time; silence counts too.`,
  speakerAloud: (others: string) => `Speak aloud. ${others} are listening.`,
  teller: (others: string) => `${others} only listen. You may also pass.`,
  nextYou: 'Next, you speak.',
  speaking: (length: string, others: string) => `You are speaking. ${length}. ${others} are listening.`,
  back: (others: string) => `${others} are back. Say when you are ready to go on.`,
  left: (name: string) => `The connection with ${name} ended. The two of you go on.`,
  revealed: 'All lines are open.',
  coinBothSpeak: (chosen: string) => `More than one wanted to speak first. The coin chose ${chosen}.`,
  coinBothListen: (chosen: string) => `All of you wanted to listen first. The coin chose ${chosen} to speak.`,
  coinEither: (chosen: string) => `Nobody asked to speak first. The coin chose ${chosen}.`,
}

const closing = {
  complete: {
    heading: 'This round is over',
    body: 'Thank each other, if you have not. Then it goes back to the circle.',
  },
  called: { heading: 'Back to the circle', body: 'The facilitator has called everybody back.' },
  left: {
    heading: 'The connection ended',
    body: 'You are alone in this room now. In the circle the facilitator sees to it.',
  },
  other: { heading: 'This room is over', body: 'Nothing that was said or written here was kept.' },
  led: 'You are led back in a moment. There is nothing to do.',
  stay: 'Stay here a while',
  stays: 'You stay here until you go back, or until your next room waits.',
  button: 'To the circle',
  private:
    'If you like. Only you see this. After the round you can give it to the facilitator without your name, or not.',
}

export const workshopRoom = { before, help, facilitator, visit, turns, three, closing }
