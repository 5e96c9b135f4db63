// What do a person's own settings say? They are theirs alone, and remembered on the device.
import { menuFrame } from './menu-frame.ts'

export const menu = {
  ...menuFrame,
  heading: 'For you alone',
  body: 'The other person sees none of this.',
  close: 'Done',
  help: 'Call the facilitator',
  /** In a sitting that somebody may have to get away from. */
  exit: 'Press Shift three times to leave at once. The page turns blank.',
  exitNow: 'Leave at once',
  exitTouch: 'The page turns blank, and all of this room is gone from this phone.',
  warning: {
    legend: 'A soft chime before the bell',
    seconds: (count: number) => `${count} seconds`,
    none: 'None',
  },
  clock: {
    legend: 'The time',
    hidden: 'In words',
    shown: 'In numbers',
  },
  spoken: {
    legend: 'Said aloud by a screen reader',
    end: 'Only the end',
    close: 'The last half minute',
    minute: 'Every minute',
  },
  still: { label: 'Hold still', hint: 'Nothing on the screen moves by itself.' },
  awake: {
    kept: 'This screen stays on during the sitting.',
    notKept: 'This device may darken the screen. The bell rings all the same.',
  },
}
