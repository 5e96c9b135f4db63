// How does a room stand, in words? Its phase and who has the floor, why it is held, how it ended: never what is said in it.
import type { BoardRoom, PersonId } from '../../../../lib/wire/circle.ts'
import type { BoardWords } from '../../../../lib/words/facilitator.ts'

export function roomWords(room: BoardRoom, nameOf: (id: PersonId) => string, { room: words }: BoardWords): string {
  const { stage, phase, held, closed, people, here } = room
  if (stage === 'closed') return closed && isEnd(closed.why) ? words.closed[closed.why] : words.closed.expired
  const away = people.filter(id => !here.includes(id))
  const [missing] = away
  if (held?.why === 'away' && missing && away.length === 1) return words.heldFor(nameOf(missing))
  // Whoever was away may be back, and the room waits for a word of theirs.
  if (held?.why === 'away' && !missing) return words.heldStill
  if (held) return words.held[held.why]
  if (stage === 'gathering' || !phase) return missing ? words.coming : words.notBegun
  const { kind, speaker } = phase
  if (speaker === null) return words.phases[kind]
  const name = nameOf(speaker)
  if (kind === 'speak') return words.speaks(name)
  if (kind === 'tell') return words.tells(name)
  if (kind === 'say-back') return words.saysBack(name)
  return words.phases[kind]

  function isEnd(why: string): why is keyof typeof words.closed {
    return Object.hasOwn(words.closed, why)
  }
}
