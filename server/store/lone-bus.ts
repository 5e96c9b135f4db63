// What does a process say that no other can hear? Nothing.
import type { Bus } from '../ports.ts'

export const LONE_BUS: Bus = {
  self: 'alone',
  isAlone: true,
  hear: () => ({ ready: Promise.resolve(), stop: () => {} }),
  say: async () => 0,
  onMissed: () => {},
  isUp: () => true,
  close: async () => {},
}
