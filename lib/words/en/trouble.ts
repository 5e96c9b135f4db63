// What is said when something cannot be done? Where a person can do something about it, the sentence says what.
import type { RefusalCode } from '../../wire/events.ts'

/** One sentence for each answer that a server can give. */
export const refusals = {
  'bad-request': 'The room did not understand that. Load the page again, then try once more.',
  'too-big': 'That is longer than the room can carry. Try it in smaller pieces.',
  'too-fast': 'That was a little quick. Wait a moment, then try again.',
  gone: 'This room is gone.',
  full: 'This room is for two, and both are here.',
  'not-yours': 'This seat has been taken up somewhere else.',
  'not-now': 'That is not possible at this moment.',
  'stale-phase': 'The room had already gone on.',
  'not-allowed': 'That is not possible from this seat.',
  busy: 'A great deal is happening at once. Try again in a moment.',
  'store-down': 'Our memory is out of reach for the moment. We keep trying.',
  closed: 'This room is closed.',
  draining: 'The room is moving to another machine. Try again in a moment.',
} satisfies Record<RefusalCode, string>

export const trouble = {
  unreachable: 'We cannot reach the room. Look at your connection, then try again.',
  again: 'Try again',
  notTaken: 'The room could not take that. Nothing is lost; press it once more in a moment.',
  home: 'To the front page',
  full: {
    title: 'The room is full',
    heading: 'This room is for two, and both are here.',
    body: 'If one of the seats should be yours, come back in the same browser in which you first came in.',
    anew: 'Open a room of your own',
  },
  gone: {
    title: 'The room is gone',
    heading: 'This room is gone.',
    body: 'Rooms are not kept: a finished one is gone within a minute, and one that nobody began after a day. Nothing of it is left.',
    anew: 'Open a new room',
  },
  incomplete: {
    title: 'The link is incomplete',
    heading: 'A part of this link is missing.',
    body: 'The end of the link, after the # sign, is what seals your words. Open it again from the message, or ask for it anew.',
  },
  otherTab: {
    title: 'Open elsewhere',
    heading: 'Your seat is open in another window.',
    body: 'You are in the room there while that window is open. You can also take the seat up here.',
    here: 'Go on here',
  },
  storeDown: {
    title: 'One moment',
    heading: 'One moment.',
    body: 'Our memory is out of reach, and we keep trying. If time is lost by it, hold the room as soon as you can.',
  },
  oldBrowser: {
    title: 'This browser is too old',
    heading: 'This browser cannot seal your words.',
    body: 'Use a newer one, and an address that begins with https, so that nobody but the two of you can read them.',
  },
  noScript: 'A room needs JavaScript: it is what seals your words before they leave this device.',
}
