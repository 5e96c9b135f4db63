// What is said while the clock stands still and when a minute more is asked for?

export const hold = {
  do: 'Hold',
  doHint: 'Stops the clock for both of you. No reason is needed.',
  label: 'The clock stands still',
  heading: 'The clock stands still',
  asked: (name: string) => `${name} asked for a moment. Nothing of your time is lost.`,
  askedYou: 'You asked for a moment. Nothing of your time is lost.',
  away: (name: string) => `${name}’s connection is quiet. We are holding your time.`,
  late: 'We lost the thread for a moment on our side. No one’s turn was spent.',
  facilitator: 'The facilitator asked everybody to pause. Nothing of your time is lost.',
  resume: 'Go on',
  resumeWaiting: (name: string) => `Waiting for ${name} to say so too.`,
  /** To whoever has said so while the other is not there to say it. */
  resumeAway: (name: string) => `It goes on when ${name} is back and says so too.`,
  theyWouldResume: (name: string) => `${name} is ready to go on when you are.`,
  back: (name: string) => `${name} is back. Say when you are ready to go on.`,
  /** Behind why their connection is quiet, to whoever is away at this moment. */
  meanwhile: 'The time stands meanwhile.',
  /** To whoever was away themselves. */
  returned: 'We held your time. Say when you are ready to go on.',
  offerEnd: 'You have been still for a while. You can go on, or end here kindly.',
  /** Where it takes the other to go on. */
  offerEndWaiting: 'You have been still for a while. You can wait on, or end here kindly.',
  end: 'End here',
}

/** A minute granted to a turn is added to the turns of its round that are still to come: `same…` is said only then. */
export const more = {
  ask: 'A little more',
  askHint: (other: string) => `One more minute, if ${other} says yes.`,
  sameForThem: (other: string) => `${other} will have the same.`,
  asked: (other: string) => `You asked ${other} for one more minute.`,
  theyAsk: (other: string) => `${other} asks for one more minute.`,
  sameForYou: 'You will have the same.',
  yes: 'Yes, one more minute',
  orNothing: 'Or do nothing; that is an answer too.',
  granted: 'One more minute.',
}
