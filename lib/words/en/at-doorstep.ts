// What is said to whoever opened a room and waits in it, by the parts that come after the first screen?

export const atDoorstep = {
  heading: 'Your room is open',
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
  putDown: 'You can put the phone down for a while. A soft bell rings when somebody comes.',
  /** Where this device rings nothing, and where its browser waits for a touch. */
  bellOff: 'The bell is off here. Look in now and then: the screen says when somebody comes.',
  bellClosed: 'Touch the page once, so that a soft bell can ring when somebody comes.',
  before: {
    heading: 'Before you begin',
    lines: ['Close the door.', 'Silence what might ring.', 'Have a glass of water near.'],
  },
  notThem: 'This is not who I invited',
  notThemAsk: (name: string) => `Ask ${name} out? The link will then work once more, for somebody else.`,
  notThemYes: (name: string) => `Ask ${name} out`,
  notThemNo: (name: string) => `Let ${name} stay`,
}
