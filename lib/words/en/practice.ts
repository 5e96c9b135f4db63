// What is said around practice with somebody one does not know: at its door, while one waits, as two are brought together, in
// the room beside what every room says, and afterwards?
import { prompts } from './prompts.ts'
import { sameWords } from './same-words.ts'
import { time } from './time.ts'

const COUNTED = ['Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const

const door = {
  title: 'With somebody new',
  heading: 'Practise with somebody new',
  lead: 'Fourteen minutes with a person you do not know. One speaks, one listens, then you change places, and once more.',
  looking: 'One moment. We are looking whether practice is open here.',
  rulesHeading: 'Five things that both keep to',
  rules: [
    'Listen. Nothing has to be answered, mended or advised.',
    'No flirting, no selling, no preaching.',
    'Say nothing by which you could be found: no whole name, no address, no number.',
    'Record nothing, and keep what you hear to yourself.',
    'Leave whenever you like. No reason is owed.',
  ],
  isNotHeading: 'What it is not',
  isNot: 'It is not therapy, and no place to look for more than these minutes. Nobody watches over the room.',
  adult: 'I am 18 or older, and I keep to these five',
  adultMissing: 'Practice with strangers is for people of 18 or older who keep to the five.',
  name: 'What you would like to be called',
  nameHint: 'Not your whole name. The other sees it, and it is gone when the room is.',
  nameMissing: 'Write what the other may call you.',
  medium: 'How you meet',
  media: {
    voice: {
      label: 'By voice',
      hint: 'You hear each other through a relay, so that neither learns where the other is.',
      direct: 'Without a relay only two windows of this machine can meet by voice, straight from one to the other.',
    },
    text: { label: 'In writing', hint: 'Whoever speaks writes; the other reads, sentence by sentence.' },
  },
  language: 'In which language',
  button: 'Wait for somebody',
  device: 'So that two who should not meet again do not, this browser keeps a random mark. It says nothing about you.',
  shut: {
    'no-contact':
      'Practice with strangers is not open here: whoever runs this place has not said to whom one can turn.',
    'no-relay': 'By voice it is not open here: without a relay each could learn where the other is. In writing it is.',
  },
  unreachable: 'We cannot reach the waiting place at the moment. We keep trying.',
  contact: (address: string) => `If something is not right, write to ${address}.`,
}

const waiting = {
  label: 'Waiting',
  title: 'Waiting for somebody',
  heading: 'Waiting for somebody',
  body: 'The waiting is part of it. Breathe out, and let your shoulders down.',
  /** How many others are here, softly. */
  here: (count: number) =>
    count === 0
      ? 'Nobody else is here at this moment.'
      : count === 1
        ? 'One other person is here.'
        : count < COUNTED.length
          ? `${COUNTED[count]} others are here.`
          : 'Many others are here.',
  usual: (length: string) => `People have usually waited ${length}.`,
  putDown: 'You can put the phone down, or go to another window. A soft bell rings, and this tab says so.',
  /** Where this device rings nothing, and where its browser waits for a touch. */
  bellOff: 'The bell is off here. You can go to another window: this tab says when somebody comes.',
  bellClosed: 'Touch the page once, so that a soft bell can ring when somebody comes. This tab says so too.',
  declined: 'That one did not come about. You are in front again.',
  silent: 'There was no answer in time. You are in front again.',
  quiet: 'The line is quiet. We are looking for it, and then you wait on.',
  notice: 'Show a notice when somebody comes',
  noticed: 'A notice will show when somebody comes.',
  noticeText: 'Somebody is here. You have half a minute to say yes.',
  stop: 'Stop waiting',
  nobodyHeading: 'If nobody comes',
  stay: 'Stay as long as you like.',
  gatherings: 'People gather here at these times, told by your own clock:',
  calendar: 'Put these in my calendar',
  calendarTitle: 'Clearing: practice with somebody new',
  onePhone: 'Or try it with one phone between two of you',
}

const meeting = {
  title: 'Somebody is here',
  heading: (name: string) => `${name} is here`,
  body: 'Would you like to begin? You have half a minute. No answer is a no, and nobody is told why.',
  yes: 'Yes, let us begin',
  no: 'Not this time',
  waiting: (name: string) => `Waiting for ${name} to say yes`,
  theyWould: (name: string) => `${name} would like to begin`,
  quiet: 'The line is quiet. We are looking for it; the half minute goes on meanwhile.',
  begins: 'It begins',
}

const over = {
  missed: { heading: 'The moment has passed', body: 'Somebody was here, and the half minute went by.' },
  steppedBack: { heading: 'You stepped back', body: 'The other reads only that it did not come about.' },
  elsewhere: {
    heading: 'You wait in another window',
    body: 'On one device one waits once. You can wait here instead.',
    here: 'Wait here instead',
  },
  again: 'Wait again',
  home: 'To the front page',
  barredHeading: 'Not now',
  barred: {
    rest: (when: string) => `You left early a few times. Rest a little: practice is open to you again at ${when}.`,
    paused: 'Several people have told us of a concern. Somebody will look at it; until then practice is not open here.',
    banned: (when: string) => `Practice is not open to this device until ${when}.`,
    often: 'You have come and gone often. Rest a little, and come again later.',
    seal: 'This browser cannot seal what is said. A newer one can.',
    other: 'It is not possible at the moment. Come again in a little while.',
  },
}

const after = {
  title: 'Afterwards',
  heading: 'How was it?',
  body: (name: string) => `What you choose here is yours alone. ${name} is told of none of it.`,
  someone: 'the other person',
  again: (name: string) => `Meet ${name} again`,
  againHint: 'It happens only if both of you choose it. Nobody learns how to reach the other.',
  hopingHeading: 'If both of you would like to',
  hoping: (name: string) => `If ${name} chooses it too, you meet at once. Stay as long as you like.`,
  fresh: 'Wait for somebody new',
  never: 'Never meet again',
  neverDone: 'You will not be brought together again.',
  concern: 'Tell us of a concern',
  nobodyHeading: 'There is nobody to think back to',
  nobodyBody:
    'What can be said of a sitting with somebody new can be said for some hours, in the window in which it was.',
  notThrough: 'It did not go through. Try again.',
}

const concern = {
  heading: 'Tell us of a concern',
  body: 'Only somebody who runs this place reads it. The other is never told, and you two will not meet again.',
  reason: 'What was it?',
  reasons: {
    sexual: 'Sexual words or acts',
    harassment: 'Threats or insults',
    hate: 'Hatred of a group of people',
    minor: 'Somebody who seems to be under 18',
    danger: 'Somebody may be in danger',
    recording: 'Something was recorded',
    other: 'Something else',
  },
  reasonMissing: 'Choose what comes nearest.',
  text: 'In your own words, if you like',
  textHint: 'Nothing that was said in the room goes along unless you write it here.',
  textHintShown: 'Nothing that was said in the room goes along unless you write it here, or choose it below.',
  shown: {
    open: 'Include what they wrote',
    legend: 'What they wrote to you',
    hint: 'Only the sentences that you choose go along. Whoever looks after this place reads them, and sees that they were really written to you, and nothing else of the room. What came before this page was last loaded may not be among them.',
    as: { draft: '(begun, and not said)', line: '(their closing line)' },
    most: 'Twenty sentences are the most that can go along.',
    unproven:
      'These sentences could not be confirmed any more. Send it without them, or write in your own words what was said.',
    tooMuch: 'Together they are too long to send. Choose fewer of them.',
  },
  send: 'Send it',
  sending: 'Sending…',
  sent: 'It is sent. Thank you. You two will not meet again.',
}

const safety = {
  open: 'Safety',
  heading: 'At any time',
  leave: 'You can leave with one press, at the top of every screen. No reason is owed.',
  help: 'Get help now',
  helpHint:
    'Opens a directory of helplines in every country, in another window. In danger, call your emergency number.',
  listener:
    'You do not have to mend anything. You can say: I am glad you told me. Shall we look at this page together?',
  onlyHere:
    'If something that they wrote should be seen by whoever looks after this place, choose it here, under Safety. Once this page is left it is gone.',
  close: 'Close',
}

const agree = {
  label: 'Agreement',
  heading: 'Read these five',
  aloud: 'Aloud, a line each, in turn.',
  silently: 'Each for yourself.',
  on: 'We have read them',
}

export const practice = {
  door,
  waiting,
  meeting,
  over,
  after,
  concern,
  safety,
  agree,
  prompts,
  sameWords,
  time,
  lang: 'en',
}
