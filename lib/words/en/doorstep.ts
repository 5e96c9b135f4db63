// What is said before a sitting begins: to the person who opened the room, and at the guest's door?

/** The person who opened the room waits here. */
export const doorstep = {
  title: 'Your room',
  heading: 'Your room is open',
  place: 'Your room',
  /** Beneath the heading: what the two will do together. */
  sitting: (title: string, total: string) => `${title}, about ${total}`,
  sittingUntimed: (title: string) => `${title}, with no clock`,
  invite: 'Send this link to the one person you want to meet here.',
  linkLabel: 'The link to this room',
  copy: 'Copy the link',
  copied: 'Link copied',
  copyYourself: 'Copying did not work here. Press and hold the link to copy it.',
  share: 'Share…',
  shareTitle: 'A quiet room for two',
  shareText: 'You are invited to a quiet room for two.',
  showCode: 'Show as a code',
  hideCode: 'Hide the code',
  codeLabel: 'A code that holds the link to this room, for the camera of another phone',
  oneOnly: 'Opening the link takes no seat. Whoever comes in with it does, and then the room is full.',
  waiting: 'Waiting for the other person',
  empty: 'This seat is still free',
  putDown: 'You can put the phone down for a while. A soft bell rings when somebody comes.',
  /** Where this device rings nothing, and where its browser waits for a touch. */
  bellOff: 'The bell is off here. Look in now and then: the screen says when somebody comes.',
  bellClosed: 'Touch the page once, so that a soft bell can ring when somebody comes.',
  before: {
    heading: 'Before you begin',
    lines: ['Close the door.', 'Silence what might ring.', 'Have a glass of water near.'],
  },
  away: (name: string) => `${name} has stepped away`,
  you: (name: string) => `${name} (you)`,
  notThem: 'This is not who I invited',
  notThemAsk: (name: string) => `Ask ${name} out? The link will then work once more, for somebody else.`,
  notThemYes: (name: string) => `Ask ${name} out`,
  notThemNo: (name: string) => `Let ${name} stay`,
  titleHere: (name: string) => `● ${name} is here`,
}

/** The person who was invited stands here, before taking a seat. */
export const door = {
  title: 'You are invited',
  heading: (host: string) => `${host} invites you to listen and be listened to.`,
  sitting: (title: string, total: string) => `${title}, about ${total}.`,
  sittingUntimed: (title: string) => `${title}, with no clock.`,
  media: {
    text: 'You meet in writing.',
    together: 'You sit in the same place, and your phones keep the time.',
    voice: 'You meet by voice.',
    video: 'You meet by voice and picture.',
  },
  how: 'One of you speaks while the other only listens. Then you change places. Nothing is recorded or kept.',
  name: 'Your name',
  nameHint: (host: string) => `${host} will see it. It is gone when the room is.`,
  nameMissing: (host: string) => `Write the name that ${host} knows you by.`,
  enter: 'Come in',
  entering: 'Coming in…',
  looking: 'Looking for the room…',
}
