// Does every entry say something, in the way that we speak: plainly, of nobody's gender, and never as a machine?
import { describe, expect, it } from 'vitest'
import { frame } from './en/frame.ts'
import { opening } from './en/opening.ts'
import { time } from './en/time.ts'
import { facilitatorFor } from './facilitator.ts'
import { LOCALES } from './locale.ts'
import { onePhoneFor } from './one-phone.ts'
import { practiceFor } from './practice.ts'
import { readingFor } from './reading.ts'
import { sentences } from './testing/sentences.ts'
import { wordsFor } from './words.ts'
import { workshopFor } from './workshop.ts'

const all = [
  ...sentences(wordsFor('en'), 'words'),
  ...sentences(frame, 'frame'),
  ...sentences(opening, 'opening'),
  ...sentences(onePhoneFor('en'), 'onePhone'),
  ...sentences(practiceFor('en'), 'practice'),
  ...sentences(workshopFor('en'), 'workshop'),
  ...sentences(facilitatorFor('en'), 'facilitator'),
  ...sentences(readingFor('en'), 'reading'),
]

const ungendered = /\b(he|she|him|his|her|hers|himself|herself)\b/i
const machine =
  /\b(users?|sessions?|expired?|fail(ed|s|ure)?|errors?|invalid|oops|sorry|partners?|scores?|log ?in|sign ?up|disconnected|timeout|click)\b/i

describe('the dictionary', () => {
  it('holds a few hundred sentences, none of them empty', () => {
    expect(all.length).toBeGreaterThan(300)
    expect(all.filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it('leaves no argument unsaid', () => {
    expect(all.filter(({ text }) => /undefined|NaN|\[object/.test(text))).toEqual([])
  })

  it('promises no line that is kept to oneself to anybody: what opens is what is offered', () => {
    for (const locale of LOCALES) {
      const { phases, workshop } = wordsFor(locale)
      const offered = onePhoneFor(locale).drop.together
      expect(phases.drop.together).toBe(offered)
      expect(workshop.turns.together.split(' ').slice(0, 5)).toEqual(offered.split(' ').slice(0, 5))
    }
  })

  it('speaks of nobody as he or she', () => {
    expect(all.filter(({ text }) => ungendered.test(text))).toEqual([])
  })

  it('has none of the words that machines use of people', () => {
    expect(all.filter(({ text }) => machine.test(text))).toEqual([])
  })

  it('writes its quotation marks and apostrophes as type, never as code', () => {
    expect(all.filter(({ text }) => /['"]|\.\.\./.test(text))).toEqual([])
  })

  it('never shows the time in numbers where a person speaks or listens', () => {
    const shown = all.filter(({ path }) =>
      /^(words\.(phases|status|hold|more|together|writing|samePlace)|onePhone\.(arrive|handed|turn|settle|tell|thanks|held))\./.test(
        path,
      ),
    )
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.filter(({ text }) => /\d:\d\d/.test(text))).toEqual([])
  })
})

describe('time in words', () => {
  it.each([
    [15_000, '15 seconds'],
    [10_000, 'ten seconds'],
    [30_000, 'half a minute'],
    [60_000, 'one minute'],
    [90_000, 'a minute and a half'],
    [135_000, 'two minutes and 15 seconds'],
    [150_000, 'two and a half minutes'],
    [300_000, 'five minutes'],
    [1_080_000, '18 minutes'],
  ])('%i ms is %s', (ms, said) => {
    expect(time.duration(ms)).toBe(said)
  })

  it.each([
    [300_000, 'About five minutes left'],
    [90_000, 'About two minutes left'],
    [60_000, 'About a minute left'],
    [30_000, 'Coming to a close'],
    [0, 'The time is complete'],
  ])('%i ms before the end it says: %s', (ms, said) => {
    expect(time.left(ms)).toBe(said)
  })

  it('shows numbers only to whoever asked for them, counted up to the whole second', () => {
    expect([0, 999, 61_000, 600_000].map(time.clock)).toEqual(['0:00', '0:01', '1:01', '10:00'])
  })
})
