// Which words does a sitting say, beyond those of the room's frame? They load with the panels that say them.
import { look } from './front.ts'
import { alone } from './leaving.ts'
import { more } from './pauses.ts'
import { phases } from './phases.ts'
import { samePlace, writing } from './writing.ts'

export const sitting = { alone, look, more, phases, samePlace, writing }
