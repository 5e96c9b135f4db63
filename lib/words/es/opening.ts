// Which words does the page need in Spanish on which a room is opened? Only these, so that it loads without those of the room.
import { open } from './open.ts'
import { refusals, trouble } from './trouble.ts'

export const opening = { open, refusals, unreachable: trouble.unreachable, cannotSeal: trouble.oldBrowser }
