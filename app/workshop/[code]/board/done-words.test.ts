// Is whoever can't see the board told of everything that they have done, and in which words?
import { expect, test } from 'vitest'
import type { DirectAsk } from '../../../../lib/wire/circle.ts'
import { facilitatorFor } from '../../../../lib/words/facilitator.ts'
import { doneWords } from './done-words.ts'

const NAMES: Record<string, string> = { p1: 'Ana', p2: 'Bo' }
const nameOf = (id: string) => NAMES[id] ?? '?'
const { board: words } = facilitatorFor('en')
const said = (ask: DirectAsk) => doneWords(ask, nameOf, words)
const { done } = words.acts

test('what was done for all is said', () => {
  const asks: DirectAsk[] = [
    ...([{ do: 'begin' }, { do: 'hold' }, { do: 'resume' }, { do: 'more' }, { do: 'close' }] as const),
    ...([
      { do: 'say', text: null },
      { do: 'say', text: 'Tea is ready.' },
    ] as const),
    ...([{ do: 'pair' }, { do: 'pair', who: 'waiting' }, { do: 'call-back', seconds: 30 }] as const),
  ]
  const { begin, hold, resume, more, close, bell, say, pair, seated, callBack } = done
  expect(asks.map(said)).toEqual([begin, hold, resume, more, close, bell, say, pair, seated, callBack])
})

test('what was done for some names them, and what was taken back is said to be taken back', () => {
  const people: ['p1', 'p2'] = ['p1', 'p2']
  expect(said({ do: 'fix', people })).toBe(words.people.together('Ana', 'Bo'))
  expect(said({ do: 'apart', people })).toBe(words.people.apart('Ana', 'Bo'))
  expect(said({ do: 'remove', person: 'p2' })).toBe(done.remove('Bo'))
  expect(said({ do: 'reflect', person: 'p1' })).toBe(words.reflection.reflects('Ana'))
  const back: DirectAsk[] = [
    { do: 'fix', people, off: true },
    { do: 'reflect', person: 'p1', off: true },
    { do: 'knock', room: 1, off: true },
    { do: 'call-back', seconds: null },
  ]
  expect(new Set(back.map(said))).toEqual(new Set([done.takenBack]))
})

test('every act is told in Spanish too, and none in the words of another', () => {
  const { board: spanish } = facilitatorFor('es')
  for (const { acts } of [words, spanish]) {
    const all = Object.values(acts.done).map(one => (typeof one === 'string' ? one : one('7' as never)))
    expect(new Set(all).size).toBe(all.length)
  }
})
