// What does the page say on which a person opens a room?
import { sittings } from './sittings.ts'
import { time } from './time.ts'

export const open = {
  title: 'Open a room',
  heading: 'Open a room',
  lead: 'Choose how you would like to sit together. You get a link for one other person.',
  sitting: 'Which sitting',
  sittings,
  minutes: 'How long',
  /** The whole sitting, and what it gives each person to speak. */
  total: (total: number) => `About ${total} minutes in all`,
  each: (speaking: string) => `Each of you has ${speaking} to speak.`,
  about: (total: number) => `${total} min`,
  medium: 'How you meet',
  media: {
    voice: {
      label: 'By voice',
      hint: 'You are apart and hear each other. A microphone is heard only in its person’s turn.',
    },
    video: {
      label: 'By voice and picture',
      hint: 'As by voice. You also see each other, once both of you have said yes.',
    },
    text: { label: 'In writing', hint: 'You are apart. Whoever speaks writes; the other reads, sentence by sentence.' },
    together: { label: 'In one place', hint: 'You sit together and speak aloud. Your phones only keep the time.' },
  },
  clock: 'The clock',
  clocks: {
    timed: { label: 'Timed', hint: 'Equal turns. A bell ends each one, and you may ask for a minute more.' },
    unhurried: { label: 'Unhurried', hint: 'The same, with room for up to ten more minutes in each turn.' },
    none: { label: 'No clock', hint: 'Whoever speaks says when they are finished. Nothing is timed.' },
  },
  untimed: 'No clock: as long as the two of you need.',
  name: 'Your name',
  nameHint: 'The person you invite will see it. It is gone when the room is.',
  nameMissing: 'Write the name that the other person knows you by.',
  button: 'Open the room',
  opening: 'Opening the room…',
  remembered: 'Your name and these choices are remembered on this device only.',
  time,
}
