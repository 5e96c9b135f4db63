// Does the harvest say what was, and is it honest where little is known?
import { describe, expect, test } from 'vitest'
import { facilitatorFor } from '../../../../lib/words/facilitator.ts'
import { headWith } from '../../../client/testing/board-with.ts'
import { harvestOf, harvestText } from './harvest-text.ts'

const { board: words } = facilitatorFor('en')
const { harvest, learned: sums } = words
const LEARNED = { givers: 6, before: [1, 2, 3, 0, 0, 0, 0], after: [0, 0, 0, 1, 2, 3, 0], heard: 5 }
const kept = {
  people: 13,
  rounds: [
    { n: 1, prompt: 'Home', rooms: 6, people: 13 },
    { n: 2, prompt: null, rooms: 1, people: 13 },
  ],
}
const head = headWith({ round: 3, people: 12, audience: 'neighbours', learned: LEARNED })

describe('the harvest', () => {
  test('holds the rounds that began, as this device saw them, and the most people that there were', () => {
    expect(harvestOf(head, kept, words, '26 November 2026')).toEqual({
      ...{
        title: 'Tuesday circle',
        audience: 'neighbours',
        date: '26 November 2026',
        people: 13,
        learned: LEARNED,
        lines: [],
      },
      rounds: [
        { n: 1, prompt: 'Home', rooms: 6 },
        { n: 2, prompt: harvest.noPrompt, rooms: 1 },
        { n: 3, prompt: harvest.unseen, rooms: null },
      ],
    })
  })

  test('counts no round that nobody has begun', () => {
    expect(harvestOf({ ...head, stage: 'paired', round: 1 }, kept, words, '').rounds).toEqual([])
  })

  test('is text with everything that stands on the page', () => {
    const text = harvestText(harvestOf(head, kept, words, '26 November 2026'), words)
    expect(text.split('\n')).toEqual([
      'Tuesday circle',
      harvest.on('26 November 2026'),
      harvest.for('neighbours'),
      harvest.people(13),
      '',
      harvest.rounds,
      `${harvest.round(1)}: Home (${harvest.rooms(6)})`,
      `${harvest.round(2)}: ${harvest.noPrompt} (${harvest.rooms(1)})`,
      `${harvest.round(3)}: ${harvest.unseen}`,
      '',
      harvest.sums,
      sums.givers(6),
      `${sums.before}: ${[1, 2, 3, 0, 0, 0, 0].map((count, at) => sums.step(at + 1, count)).join(', ')}`,
      `${sums.after}: ${[0, 0, 0, 1, 2, 3, 0].map((count, at) => sums.step(at + 1, count)).join(', ')}`,
      sums.heard(5, 6),
    ])
  })

  test('holds the lines that were offered, and says nothing of any where there are none', () => {
    const lines = [{ id: 'x', text: 'That I must mend it.' }]
    const text = harvestText(harvestOf(head, kept, words, 'x', lines), words)
    expect(text.split('\n').slice(-3)).toEqual(['', words.offered.harvest, 'That I must mend it.'])
    expect(harvestText(harvestOf(head, kept, words, 'x'), words)).not.toContain(words.offered.harvest)
  })

  test('says that there is no sum where fewer than five gave theirs', () => {
    const text = harvestText(
      harvestOf({ ...head, learned: null, audience: '' }, { people: 0, rounds: [] }, words, 'x'),
      words,
    )
    expect(text).toContain(harvest.few)
    expect(text).not.toContain(harvest.for(''))
  })
})
