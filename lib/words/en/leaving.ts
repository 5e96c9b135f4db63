// What is said when somebody leaves, when one person finishes alone, and when the room is let go?
import { leaveFrame } from './leave-frame.ts'

export const leave = {
  ...leaveFrame,
  heading: 'Leave the room?',
  body: (other: string) => `${other} will read that the connection ended. You owe no reason.`,
  bodyBefore: (other: string) => `${other} will read that you are no longer here. You owe no reason.`,
  bodyAlone: 'Nobody else is here. The room will be gone, and its link with it.',
  yes: 'Leave quietly',
  no: 'Stay',
}

/** The other person is gone for good. */
export const ended = {
  title: 'The connection ended',
  heading: 'The connection ended.',
  body: (other: string) => `${other} is no longer in the room. You can sit here as long as you like.`,
  /** A page that was loaded anew knows nobody's name who is gone. */
  bodyUnnamed: 'The other person is no longer in the room. You can sit here as long as you like.',
  /** For whoever was asked out before the beginning. */
  bodyOut: 'You are no longer in this room. You can close the page.',
  alone: 'Finish alone',
  aloneHint: 'Write what you would have written. It stays with you.',
  close: 'Close',
}

/** Writing the closing line with nobody to offer it to. */
export const alone = {
  heading: 'What model did I drop?',
  body: 'Nobody will read this. It is gone when you let it go.',
  field: 'What model did I drop?',
  on: 'Let it go',
}

export const goodbye = {
  label: 'Goodbye',
  heading: 'Let it go?',
  body: (other: string) =>
    `When you do, the room is emptied and nothing is left on this device. ${other} can read on until they let it go too.`,
  copyMine: 'Copy my own words',
  copied: 'Your own words are copied',
  copyYourself: 'Copying did not work here. They are selected: copy them from here.',
  letGo: 'Let it go',
  letting: 'Letting go…',
  notYet: 'We could not reach the room to empty it. It empties by itself soon; you can also try again.',
  again: 'Try again',
  empty: 'The room is empty',
  emptyBody: 'Nothing that was said or written here was kept.',
  close: 'Close',
  anew: 'Open a new room together',
  over: 'The time of this room was over, and it emptied by itself.',
  nobody: 'Everybody was away for a while, and the room emptied by itself.',
  facilitator: 'The facilitator has closed the room.',
  complete: 'The sitting is complete.',
}
