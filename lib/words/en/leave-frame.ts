// What does a room say of leaving before anybody asks, and after somebody has left?

/** On every screen of a room. */
export const leaveFrame = { do: 'Leave' }

/** After leaving, to the one who left. */
export const left = {
  title: 'You have left',
  heading: 'You have left the room.',
  body: 'Nothing that was said or written there is left on this device.',
  home: 'To the front page',
  /** After a room of a workshop. */
  circle: 'To the circle',
  /** After a sitting with somebody new. */
  after: 'Once more, never again, or somebody new',
}
