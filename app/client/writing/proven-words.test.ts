// Is nothing of a stranger's shown that could not be held up to them, and is what is shown kept with its proof?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fromBase64url } from '../../../lib/seal/base64url.ts'
import { commitmentOf } from '../../../lib/seal/franking.ts'
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { createHearing } from './hearing.ts'
import { commitAll } from './proven-words.ts'
import { packReplay, readReplay, type Said } from './replay.ts'
import { createRevealed } from './revealed-lines.ts'
import { createSaying } from './saying.ts'
import { forgetWritten, writtenIn } from './written.ts'

type Told = Parameters<Tellings['words']>[0]

const during = (floor: 'a' | 'b'): Partial<RoomView> => ({
  kind: 'practice',
  phase: { n: 1, kind: 'speak', floor, startedAt: 0, bellAt: null, endsAt: null, on: [] },
})
const MARK = { at: 1_700_000_000_000, tag: 'T'.repeat(43) }

let link: FakeLink

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  link = await fakeLink()
})
afterEach(() => {
  forgetWritten(link.room)
  vi.useRealTimers()
})

function listener(change = during('a')) {
  const ports = { lineCame: () => {}, replayed: () => {}, changed: () => {} }
  const hearing = createHearing({ link, ...ports })
  hearing.seen(link.see(change))
  return hearing
}

const texts = (hearing: ReturnType<typeof listener>) => hearing.all().map(({ text }) => text)
const kept = () => writtenIn(link.room).map(({ kind, text }) => [kind, text])

/** As a stranger's page says it, and the server tells it. */
async function franked(id: number, text: string, kind: 'words' | 'draft' = 'words'): Promise<Told> {
  const { sealed, commitment } = await (await link.other()).sealFranked({ kind, phase: 1, id, text })
  return { from: 'a', phase: 1, id, sealed, commitment, ...MARK }
}

/** Whatever came before this one has been looked at. */
async function settled(hearing: ReturnType<typeof listener>, id: number): Promise<void> {
  hearing.words(await franked(id, 'the last'))
  await expect.poll(() => texts(hearing)).toContain('the last')
}

describe('what a stranger says', () => {
  test('is shown, and kept with what proves it', async () => {
    const hearing = listener()
    const told = await franked(1, 'unkind')
    hearing.words(told)
    await expect.poll(() => texts(hearing)).toEqual(['unkind'])
    const [one] = writtenIn(link.room)
    expect(one).toEqual({ phase: 1, id: 1, kind: 'words', text: 'unkind', key: expect.any(String), ...MARK })
    const key = fromBase64url(one?.key ?? '') ?? new Uint8Array()
    const said = { room: link.room, from: 'a', phase: 1, id: 1, kind: 'words', text: 'unkind' } as const
    expect(await commitmentOf(said, key)).toBe(told.commitment)
  })

  test.each(['commitment', 'at', 'tag'] as const)('is not shown without its %s', async left => {
    const hearing = listener()
    const { [left]: _, ...told } = await franked(1, 'unkind')
    hearing.words(told)
    await settled(hearing, 2)
    expect(texts(hearing)).toEqual(['the last'])
  })

  test('is not shown when it is sealed without a key, or comes with the commitment to something else', async () => {
    const hearing = listener()
    const plain = { from: 'a', phase: 1, id: 1, ...MARK } as const
    const kind = await franked(2, 'kind')
    const sealed = await link.sealedByOther({ kind: 'words', phase: 1, id: 1, text: 'unkind' })
    hearing.words({ ...plain, sealed })
    hearing.words({ ...plain, sealed, commitment: kind.commitment })
    hearing.words({ ...(await franked(1, 'unkind')), commitment: kind.commitment })
    await settled(hearing, 3)
    expect(texts(hearing)).toEqual(['the last'])
    expect(kept()).toEqual([['words', 'the last']])
  })

  test('is kept also where it was written and never said', async () => {
    const hearing = listener()
    hearing.words(await franked(1, 'an insult', 'draft'))
    await expect.poll(() => texts(hearing)).toEqual(['an insult'])
    hearing.words(await franked(1, '', 'draft'))
    await expect.poll(() => texts(hearing)).toEqual([])
    expect(kept()).toEqual([['draft', 'an insult']])
  })

  test('among friends is shown as it is, and nothing of it is kept', async () => {
    const hearing = listener({ ...during('a'), kind: 'friends' })
    const sealed = await link.sealedByOther({ kind: 'words', phase: 1, id: 1, text: 'between us' })
    hearing.words({ from: 'a', phase: 1, id: 1, sealed })
    await expect.poll(() => texts(hearing)).toEqual(['between us'])
    expect(kept()).toEqual([])
  })
})

describe('what a stranger says again', () => {
  const practice = (you: 'a') => ({ ...link.view(), kind: 'practice', room: link.room, you }) as RoomView

  async function again(said: Said[], change: (text: string) => string = text => text) {
    const { told, commitments } = await commitAll(practice('a'), said)
    const [piece = ''] = packReplay(told, null, 2)
    const sealed = await link.sealedByOther({ kind: 'replay', phase: 0, id: 0, text: change(piece) })
    const marked = commitments(piece).said?.map(one => ({ ...one, ...MARK }))
    return { from: 'a' as const, sealed, said: marked }
  }
  const BOTH = [
    { phase: 1, id: 1, text: 'one' },
    { phase: 1, id: 2, text: 'two' },
  ]

  test('is shown and kept with what proves it, like what came at first', async () => {
    const hearing = listener()
    await expect.poll(() => link.asked).toHaveLength(1)
    hearing.replay(await again(BOTH))
    await expect.poll(() => texts(hearing)).toEqual(['one', 'two'])
    expect(kept()).toEqual([
      ['words', 'one'],
      ['words', 'two'],
    ])
  })

  test('is not shown where the commitment is missing, or is to something else', async () => {
    for (const [what, change] of [
      ['no mark', (text: string) => text],
      ['another text', (text: string) => text.replace('"one"', '"ones"')],
      ['no key', (text: string) => text.replaceAll('"key"', '"kei"')],
    ] as const) {
      link = await fakeLink()
      const hearing = listener()
      await expect.poll(() => link.asked).toHaveLength(1)
      const told = await again(BOTH, change)
      hearing.replay(what === 'no mark' ? { ...told, said: told.said?.slice(1) } : told)
      await settled(hearing, 3)
      expect(texts(hearing), what).toEqual(what === 'no key' ? ['the last'] : ['two', 'the last'])
    }
  })
})

describe('a stranger’s closing line', () => {
  const open: Partial<RoomView> = {
    kind: 'practice',
    phase: { n: 4, kind: 'tell', floor: 'all', startedAt: 0, bellAt: null, endsAt: null, on: [] },
  }
  const LABEL = { kind: 'line', phase: 3, id: 0 } as const

  function reader(sealed: string) {
    const ports = { askAgain: (from: string) => void asked.push(from), isHopeless: () => false, changed: () => {} }
    const asked: string[] = []
    const revealed = createRevealed({ link, ...ports })
    const view = link.see({ ...open, lines: { a: { sealed }, b: 'kept' } })
    revealed.learn(view)
    revealed.show(view, 'kept')
    return { asked, theirs: () => revealed.opened()?.a }
  }

  test('is shown, and kept with what proves it', async () => {
    const { sealed, commitment } = await (await link.other()).sealFranked({ ...LABEL, text: 'that you are cold' })
    const { theirs } = reader([commitment, MARK.at, MARK.tag, sealed].join('.'))
    await expect.poll(() => theirs()).toEqual({ as: 'open', text: 'that you are cold' })
    expect(writtenIn(link.room)).toEqual([{ ...LABEL, text: 'that you are cold', key: expect.any(String), ...MARK }])
  })

  test('is not shown without a mark, or with the commitment to something else', async () => {
    const text = 'that you are cold'
    const { sealed, commitment } = await (await link.other()).sealFranked({ ...LABEL, text })
    const plain = await link.sealedByOther({ ...LABEL, text })
    const lie = 'A'.repeat(43)
    const marked = (of: string, what: string) => [of, MARK.at, MARK.tag, what].join('.')
    for (const kept of [plain, sealed, `${commitment}...${sealed}`, marked(lie, sealed), marked(commitment, plain)]) {
      const { asked, theirs } = reader(kept)
      await expect.poll(() => asked).toEqual(['a'])
      expect(theirs()).toEqual({ as: 'opening' })
    }
    expect(kept()).toEqual([])
  })

  test('that is said again is taken with its proof alone', async () => {
    const came: unknown[] = []
    const ended: string[] = []
    const hearing = createHearing({
      link,
      lineCame: (_, line) => void came.push(line),
      replayed: from => void ended.push(from),
      changed: () => {},
    })
    hearing.seen(link.see({ ...open, lines: {} }))
    await expect.poll(() => link.asked).toHaveLength(1)
    const theirs = { ...link.view(), you: 'a' } as RoomView
    const { told, line, commitments } = await commitAll(theirs, [], { text: 'that you are cold' })
    const [piece = ''] = packReplay(told, line, 0)
    const said = commitments(piece).said?.map(one => ({ ...one, ...MARK }))
    expect(said).toEqual([{ phase: 3, id: 0, commitment: expect.any(String), ...MARK }])
    const answer = async () => ({
      from: 'a' as const,
      sealed: await link.sealedByOther({ kind: 'replay', phase: 0, id: 0, text: piece }),
    })
    hearing.replay(await answer())
    await expect.poll(() => ended).toEqual(['a'])
    expect(came).toEqual([])
    hearing.wantAgain('a')
    hearing.replay({ ...(await answer()), ...(said && { said }) })
    await expect.poll(() => came).toEqual([line])
    expect(kept()).toEqual([['line', 'that you are cold']])
  })
})

describe('what oneself says', () => {
  function speaker(change: Partial<RoomView>) {
    const saying = createSaying({ link, mayWrite: () => true, ownLine: () => null, changed: () => {} })
    saying.seen(link.see(change))
    return saying
  }

  test('to a stranger goes with a commitment, and so does what is said again, under keys of its own', async () => {
    const saying = speaker(during('b'))
    await saying.say('hear me')
    const { payload } = link.asked[0] ?? { payload: {} as Record<string, unknown> }
    const label = { kind: 'words', phase: 1, id: 1 } as const
    const opened = await (await link.other()).openFranked(String(payload.sealed), label, String(payload.commitment))
    expect(opened.text).toBe('hear me')
    await saying.tellAgain({ from: 'a', since: 0 })
    const replay = link.asked[1]?.payload ?? {}
    const [said] =
      readReplay(await link.openedByOther(String(replay.sealed), { kind: 'replay', phase: 0, id: 0 }))?.said ?? []
    expect(said).toEqual({ phase: 1, id: 1, text: 'hear me', key: expect.any(String) })
    expect(said?.key).not.toBe(opened.key)
    const committed = { room: link.room, from: 'b', phase: 1, id: 1, kind: 'words', text: 'hear me' } as const
    const commitment = await commitmentOf(committed, fromBase64url(said?.key ?? '') ?? new Uint8Array())
    expect(replay.said).toEqual([{ phase: 1, id: 1, commitment }])
  })

  test('to a friend goes as it always did, in the order that is read quickly', async () => {
    const saying = speaker({ ...during('b'), kind: 'friends' })
    await saying.say('hear me')
    await saying.tellAgain({ from: 'a', since: 0 })
    expect(link.asked.map(({ payload }) => Object.keys(payload))).toEqual([
      ['phase', 'id', 'sealed'],
      ['to', 'sealed'],
    ])
  })

  test('again goes with no more commitments than stand in the piece, however much was said', async () => {
    const saying = speaker(during('b'))
    for (let n = 1; n <= 60; n++) await saying.say(`sentence ${n}`)
    link.asked = []
    await saying.tellAgain({ from: 'a', since: 0 })
    expect(link.asked.length).toBeGreaterThan(1)
    const ids: number[] = []
    for (const { payload } of link.asked) {
      const text = await link.openedByOther(String(payload.sealed), { kind: 'replay', phase: 0, id: 0 })
      const said = (payload.said ?? []) as { id: number }[]
      expect(said.map(({ id }) => id)).toEqual(readReplay(text)?.said.map(({ id }) => id))
      expect(said.length).toBeLessThanOrEqual(64)
      ids.push(...said.map(({ id }) => id))
    }
    expect(ids).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
  })
})
