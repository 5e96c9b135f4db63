// What is said of something that was done, to whoever can't see how the board has changed? One short sentence for each act.
import type { DirectAsk, PersonId } from '../../../../lib/wire/circle.ts'
import type { BoardWords } from '../../../../lib/words/facilitator.ts'

export function doneWords(
  ask: DirectAsk,
  nameOf: (id: PersonId) => string,
  { acts: { done }, late, people, reflection, visiting }: BoardWords,
): string {
  switch (ask.do) {
    case 'pair':
      return ask.who === 'waiting' ? done.seated : done.pair
    case 'begin':
    case 'hold':
    case 'resume':
    case 'more':
    case 'close':
      return done[ask.do]
    case 'say':
      return ask.text === null ? done.bell : done.say
    case 'call-back':
      return ask.seconds === null ? done.takenBack : done.callBack
    case 'fix':
    case 'apart':
      return ask.off ? done.takenBack : people[ask.do === 'fix' ? 'together' : 'apart'](...namesOf(ask.people, nameOf))
    case 'reflect':
      return ask.off ? done.takenBack : reflection.reflects(nameOf(ask.person))
    case 'remove':
      return done.remove(nameOf(ask.person))
    case 'attend':
      return done.attend(ask.room)
    case 'knock':
      return ask.off ? done.takenBack : visiting.row.waits
    case 'take-down':
      return done.takeDown
    case 'late':
      return late.modes[ask.late].label
  }
}

const namesOf = ([one, other]: [PersonId, PersonId], nameOf: (id: PersonId) => string): [string, string] => [
  nameOf(one),
  nameOf(other),
]
