// What is said of lines that people offer to the wall: to whoever may offer theirs, on the wall, and to the facilitator?

export const offer = {
  heading: 'The line that you opened',
  lead: 'If you like, it can stand on the wall. Everybody in the circle can read it there, without your name. Whoever sat with you knows that it is yours.',
  small: 'It leaves your room by this press alone. The facilitator can take it down, and it goes with the workshop.',
  button: 'Offer it to the wall',
  offering: 'Offering…',
  done: 'It is offered. Thank you.',
  notThrough: 'That did not arrive. Try again in a moment.',
  late: 'The wall takes no more lines. Yours stays with you.',
}

export const onWall = 'Offered by some of you'

export const offered = {
  heading: 'Lines for the wall',
  body: 'Some people chose to show theirs, each one line, without a name. Between the rounds they stand on the wall.',
  takeDown: 'Take down',
  takeDownWhat: (line: string) => `Take down: ${line}`,
  harvest: 'Lines that were offered',
  harvestLead: 'Numbers, questions, and the lines that some chose to offer. Print it, or copy it.',
}
