// What does each phase of a sitting say, to each of its roles? `label` stands small at the top, `heading` is said by the room.
import type { PhaseKind } from '../../protocol/room.ts'

const arrive = {
  label: 'Arriving',
  heading: 'Arrive',
  body: 'There is nothing to prepare. Notice the breath as it is.',
  breatheIn: 'Breathe in',
  breatheOut: 'Breathe out',
  otherwise: 'If following the breath is unpleasant, simply sit.',
  on: 'Begin',
}

const picture = {
  label: 'The picture I bring',
  heading: (other: string) => `What picture of ${other} do you walk in with?`,
  headingRepair: (other: string) => `What story do you tell yourself about ${other}?`,
  body: 'A few words, or none. It is a picture, not the person.',
  field: 'The picture I walk in with',
  private: (other: string) => `Only you see this. It stays on this device; ${other} never gets it, and neither do we.`,
  on: 'Set it aside',
}

const speak = {
  label: { first: 'First turn', second: 'Second turn', third: 'Third turn', later: 'Next turn' },
  speaker: {
    heading: 'You are speaking',
    body: (other: string) => `${other} is listening. Take your time; silence counts too.`,
    closing: 'Coming to a close. Finish your sentence in peace.',
    on: 'I’m finished',
  },
  listener: {
    heading: (speaker: string) => `${speaker} is speaking`,
    body: 'There is nothing for you to do.',
  },
  /** The speaker is finished before the time is: what remains is silence for both, and the listener may end it. */
  silence: {
    label: 'A shared silence',
    heading: 'A shared silence',
    speaker: (other: string) => `What remains of your turn is silence for both of you. ${other} may end it.`,
    listener: (speaker: string) =>
      `${speaker} is finished. What remains is silence for both of you, as long as you like.`,
    on: 'Go on',
  },
}

const settle = {
  label: 'A moment of quiet',
  heading: (spoke: string) => `Thank you, ${spoke}.`,
  headingYou: 'Thank you.',
  body: 'Sit a moment.',
  listened: 'What did I hear? And what did I make of it?',
  nextYou: (listener: string) => `Next, you speak and ${listener} listens.`,
  nextThem: (speaker: string) => `Next, ${speaker} speaks and you listen.`,
  nextSayBackYou: (spoke: string) => `Next, you say back what you heard ${spoke} say.`,
  nextSayBackThem: (sayer: string) => `Next, ${sayer} says back what they heard you say.`,
  on: 'Go on',
  /** After the last turn of a round: another one, if everybody wishes it. */
  again: {
    ask: 'Another round',
    asked: (other: string) => `You would like another round. It begins if ${other} wishes it too.`,
    theyAsk: (other: string) => `${other} would like another round.`,
    yes: 'Yes, another round',
    granted: 'Another round, in the other order.',
  },
}

const sayBack = {
  label: 'Saying back',
  sayer: {
    heading: (spoke: string) => `Say back what you heard ${spoke} say`,
    body: 'Only theirs, in your own words. No reply yet, and not your own side.',
    hint: 'You can begin with: “What I heard is…”',
    on: 'That is what I heard',
  },
  hearer: {
    heading: (sayer: string) => `${sayer} is saying back what they heard`,
    body: 'Listen for yourself in it. You will be asked whether you feel heard.',
  },
}

const heard = {
  label: 'Do I feel heard?',
  speaker: {
    heading: 'Do you feel heard?',
    body: (other: string) =>
      `It need not be perfect. If something is missing, say it once more and ${other} listens again.`,
    yes: 'I feel heard',
    more: 'There is more',
  },
  other: {
    heading: (speaker: string) => `${speaker} is asked: do you feel heard?`,
    body: 'There is nothing for you to do. Either answer is a good one.',
  },
  enough: 'Perhaps not everything was heard today. What was, counts. We go on.',
}

const drop = {
  label: 'Looking back',
  heading: 'What model did I drop?',
  body: (other: string) => `A picture of ${other} that you were holding, and let go of. A few words are enough.`,
  alsoAnswers: '“None”, “it came back” and “I don’t know” are answers too.',
  mine: 'The picture you walked in with. Only you see this.',
  field: 'What model did I drop?',
  left: (count: number) => (count === 1 ? 'One character left' : `${count} characters left`),
  tooLong: 'This is longer than fits. A few words are enough.',
  legend: 'What happens with it',
  share: (other: string) => `Offer it to ${other}`,
  keep: 'Keep it to myself',
  on: 'I’m ready',
  together: 'What is offered opens for both of you at the same moment.',
  sealed: (other: string) => `Sealed. You can still change it until ${other} is ready.`,
  kept: (other: string) => `Kept to yourself. You can still change that until ${other} is ready.`,
  change: 'Change it',
  noHurry: 'Take your time. Nothing has to be written.',
}

const tell = {
  label: 'What was let go',
  heading: 'What was let go',
  yours: 'You',
  keptThem: (name: string) => `${name} kept theirs. That is welcome too.`,
  keptYou: 'You kept yours. That is welcome too.',
  unread: (name: string) =>
    `${name}’s line was sealed for a page that has since been closed, and nobody can read it now. Ask them, if you like.`,
  teller: {
    heading: 'Is there more you would like to say about it?',
    body: (other: string) => `${other} only listens. You may also pass.`,
    on: 'That is all',
    pass: 'Pass',
  },
  listener: {
    heading: (teller: string) => `${teller} may say more about it`,
    body: 'There is nothing for you to do.',
  },
}

const thanks = {
  label: 'Thanks',
  heading: 'Say thank you',
  body: 'Only that. “Thank you.”',
  giver: { heading: (other: string) => `Thank ${other}`, body: 'For one thing, if you like. A few words are enough.' },
  receiver: {
    heading: (giver: string) => `${giver} is thanking you`,
    body: 'Let it arrive. There is nothing to answer.',
  },
  say: 'Thank you',
  said: 'You said thank you',
  theySaid: (name: string) => `${name} says thank you`,
  on: 'Go on',
}

const quiet = {
  label: 'Quiet',
  heading: 'Quiet',
  body: 'There is no need to talk it over now. Let it settle.',
  bodyRepair: 'No talking it over tonight. Let it settle until tomorrow.',
  on: 'Finish',
}

const meet = {
  label: 'Meeting',
  heading: (other: string) => `You are here with ${other}.`,
  body: 'Say hello. Say your name, and one word for how you are.',
  on: 'We have met',
}

const agree = {
  label: 'What today is about',
  heading: 'What is today about?',
  body: 'Agree on one thing, in one line. Today is for hearing each other, not for deciding anything.',
  topic: 'Our one line',
  topicHint: (other: string) => `${other} sees it as you write it.`,
  on: 'This is what we talk about',
  safety: {
    heading: 'Only you see this',
    body: 'If you are afraid of this person, this room is not the right place. It is for two who are safe with each other.',
    help: 'If you are in danger now, call the emergency number of your country. Otherwise a doctor, a helpline or somebody you trust can help you find what is right.',
    safe: 'I am safe with this person',
    leave: 'Leave now',
    leaveSays: 'The other person will read only that the connection ended.',
    keys: 'Press Shift three times to leave at once, now or later. The page turns blank.',
    touch: 'Later, too, you can leave at once, by the menu at the top. The page turns blank.',
  },
}

export const phases = {
  arrive,
  picture,
  speak,
  settle,
  'say-back': sayBack,
  heard,
  drop,
  tell,
  thanks,
  quiet,
  meet,
  agree,
} satisfies Record<PhaseKind, object>
