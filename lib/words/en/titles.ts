// What stands in the browser’s tab? The phase, so that whoever looks away knows where the room is; never a number.
import type { PhaseKind } from '../../protocol/room.ts'

export const titles = {
  held: 'Held',
  goodbye: 'Goodbye',
  speaking: 'Speaking',
  listening: 'Listening',
  phases: {
    arrive: 'Arriving',
    picture: 'The picture I bring',
    speak: 'A turn',
    settle: 'A moment of quiet',
    'say-back': 'Saying back',
    heard: 'Feeling heard',
    drop: 'Looking back',
    tell: 'What was let go',
    thanks: 'Thanks',
    quiet: 'Quiet',
    meet: 'Meeting',
    agree: 'What today is about',
  } satisfies Record<PhaseKind, string>,
  room: (where: string) => `${where} · Clearing`,
}
