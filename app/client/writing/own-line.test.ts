import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { createLinesLink } from './lines-link.ts'
import { isChanged, NO_LINE, type OwnLine, readOwnLine, writeOwnLine } from './own-line.ts'

const ROOM = 'r'.repeat(22)
const phase = { n: 3, kind: 'drop', floor: 'none', startedAt: 0, bellAt: null, endsAt: null, on: [] } as const

let page: FakePage
beforeEach(() => {
  page = fakePage()
})
afterEach(() => vi.unstubAllGlobals())

describe('what was chosen for a line', () => {
  test.each(['keep', 'offer', null] as const)('%s is read again with its text, by the same seat alone', becomes => {
    const line: OwnLine = { ...NO_LINE, text: 'Not for you.', becomes }
    writeOwnLine(ROOM, 'b', line)
    expect(readOwnLine(ROOM, 'b')).toEqual(line)
    expect(readOwnLine(ROOM, 'a')).toEqual(NO_LINE)
  })

  test('is nothing where the tab remembers something else, or a line that was written before there was a choice', () => {
    const { becomes: _, ...before } = { ...NO_LINE, text: 'Not for you.' }
    for (const stored of [before, { ...before, becomes: 'public' }]) {
      writeOwnLine(ROOM, 'b', stored as OwnLine)
      expect(readOwnLine(ROOM, 'b')).toEqual({ ...before, becomes: null })
    }
  })

  test('stands in the room as long as the text does, over a page that is loaded anew', async () => {
    const link: FakeLink = await fakeLink()
    const load = () => {
      const lines = createLinesLink({ link, askAgain: () => {}, isHopeless: () => false, changed: () => {} })
      lines.seen(link.see({ phase: { ...phase, on: [] }, can: ['line', 'keep'] }))
      return lines
    }
    const first = load()
    expect(first.written()).toEqual({ text: '', becomes: null, isChanged: false })
    first.choose('keep')
    first.write('Not for you.')
    const chosen = { text: 'Not for you.', becomes: 'keep', isChanged: false }
    expect(first.written()).toEqual(chosen)
    expect(load().written()).toEqual(chosen)
    expect(page.device.size).toBe(0)
    await first.keep()
    expect(first.written()).toEqual(chosen)
  })
})

describe('an answer is about to become another', () => {
  const offered: OwnLine = { ...NO_LINE, text: 'For you.', becomes: 'offer', offered: 'For you.' }
  const kept: OwnLine = { ...NO_LINE, text: 'Not for you.', becomes: 'keep', isKept: true }
  test.each<[string, OwnLine, boolean]>([
    ['a line as it was offered', offered, false],
    ['with a space behind it', { ...offered, text: 'For you. ' }, false],
    ['with other words', { ...offered, text: 'For me.' }, true],
    ['to be kept from now on', { ...offered, becomes: 'keep' }, true],
    ['to be kept, and the server has not confirmed it', { ...offered, becomes: 'keep', wantsKept: true }, true],
    ['a line as it was kept', kept, false],
    ['kept, with other words', { ...kept, text: 'Mine.' }, false],
    ['kept, and to be offered from now on', { ...kept, becomes: 'offer' }, true],
    ['nothing, offered: that is kept', { ...kept, text: ' ', becomes: 'offer' }, false],
    ['before any answer', { ...NO_LINE, text: 'A line.', becomes: 'keep' }, false],
    ['before any choice', { ...offered, becomes: null }, false],
  ])('%s: %#', (_, line, changed) => {
    expect(isChanged(line)).toBe(changed)
  })
})
