// What does a facilitator read who would like to come into a room?
import type { BoardRoom } from '../../wire/circle.ts'

type Visit = NonNullable<BoardRoom['visit']>

export const visiting = {
  knock: 'Knock at this room',
  how: 'They are asked between two turns. You come in once each of them has said yes, and listen until you are given the word.',
  howCalled:
    'They have called, so they are asked at once. You come in once each of them has said yes, and listen until you are given the word.',
  unknock: 'Knock no more',
  leave: 'I have left them',
  left: (n: number) => `You have left room ${n}.`,
  about: {
    waits: 'You have knocked. They read it when this turn is over.',
    asks: 'You have knocked. Stay away until each of them has said yes.',
    in: 'They have let you in. Listen until you are given the word.',
    heard: 'You are given the word.',
    'not-now': 'Not now. Somebody would rather not, or nobody answered within a minute.',
    out: 'They would like to go on without you.',
  } satisfies Record<Visit, string>,
  /** Beside the room, in few words. */
  row: {
    waits: 'You have knocked',
    asks: 'You have knocked',
    in: 'You are let in',
    heard: 'You have the word',
    'not-now': 'Not now',
    out: 'Without you again',
  } satisfies Record<Visit, string>,
  /** For the ear, wherever one looks. */
  says: {
    in: (n: number) => `Room ${n} lets you in.`,
    heard: (n: number) => `Room ${n} gives you the word.`,
    'not-now': (n: number) => `Room ${n}: not now.`,
    out: (n: number) => `Room ${n} would like to go on without you.`,
  },
  far: 'You cannot come into this room: what is said or written there reaches only those who sit in it.',
}
