// Does a room that its store has lost come back as it was, whoever comes first, and does nothing come back that should not?
import { describe, expect, test } from 'vitest'
import { broughtBack, capsuleOf, keptAgain, withCapsule } from './capsule.ts'
import { comeBack, type Returning, went } from './door.ts'
import type { Ms, Room, SeatId } from './room.ts'
import { begun, did, gathered, refusalOf, SECOND, T0, TRIO } from './testing/sample-room.ts'
import { view } from './view.ts'

const at = (seconds: number) => T0 + seconds * SECOND
/** In the first turn. */
const TURN = 20
/** In the phase of the closing question. */
const DROP = 170

interface Comes {
  seat: SeatId
  /** How often they have been given a token before. */
  turn?: number
  capsule?: Room
  heard?: Ms
  present?: SeatId[]
}

function coming({ seat, turn = 0, capsule, heard, present = [] }: Comes): Returning {
  return {
    token: `token-${seat}-${turn}`,
    next: `token-${seat}-${turn + 1}`,
    key: null,
    heard: heard ?? null,
    present,
    capsule: capsule ? { room: capsule, seat } : null,
  }
}

function back(room: Room, who: Comes, now: Ms): Room {
  const out = comeBack(room, coming(who), now)
  if (!out.ok) throw new Error(out.code)
  return out.room
}

/** As it is kept in the store that came after. */
const inAnother = (capsule: Room, epoch = 'second') => broughtBack(capsule, epoch)

/** Both as they were told it last, a minute before their store was lost. */
const capsules = (room: Room, now: Ms) => ({ a: capsuleOf(room, 'a', now), b: capsuleOf(room, 'b', now) })

describe('a room that was lost', () => {
  test('[C2] comes back with all that was decided, and holds where it was last served until all are there', () => {
    const room = begun()
    const { a, b } = capsules(room, at(TURN))
    const one = back(inAnother(a), { seat: 'a', capsule: a, heard: at(30) }, at(38))
    expect(view(one, 'a', at(38))).toMatchObject({ stage: 'sitting', phase: { n: 1 }, seats: { b: { here: false } } })
    expect(one.rev).toBeGreaterThan(room.rev + 500)
    const two = back(one, { seat: 'b', capsule: b, heard: at(30), present: ['a'] }, at(39))
    const seen = view(two, 'b', at(39))
    expect(seen.held).toMatchObject({ why: 'away', since: at(30), leftMs: 47 * SECOND })
    expect(seen.seats).toMatchObject({ a: { name: 'Ada', here: true }, b: { name: 'Ben', here: true } })
    expect(two.unwatchedSince).toBeNull()
  })

  test('[C2] comes back before its beginning too, and whoever said that they are ready says it again when others brought it back', () => {
    const ready = did(gathered(), 'b', { do: 'ready', first: 'me' }, at(1))
    const { a, b } = capsules(ready, at(1))
    const one = back(inAnother(a), { seat: 'a', capsule: a }, at(3))
    expect(view(one, 'a', at(3)).seats).toMatchObject({ b: { ready: false } })
    const own = back(inAnother(b), { seat: 'b', capsule: b }, at(3))
    expect(view(own, 'b', at(3))).toMatchObject({ wish: 'me', seats: { b: { ready: true } } })
  })

  test('[C3] is what the newer capsule says, whichever comes first, and whoever has come back stays', () => {
    const early = capsules(begun(), at(TURN)).a
    const further = did(begun(), 'a', { do: 'on', phase: 1 }, at(TURN + 2))
    const late = capsules(further, at(TURN + 2)).b
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(TURN) }, at(28))
    const both = back(first, { seat: 'b', capsule: late, heard: at(TURN + 2), present: ['a'] }, at(29))
    const other = back(inAnother(late), { seat: 'b', capsule: late, heard: at(TURN + 2) }, at(28))
    const same = back(other, { seat: 'a', capsule: early, heard: at(TURN), present: ['b'] }, at(29))
    for (const room of [both, same]) {
      expect(room.sitting?.on).toEqual(further.sitting?.on)
      expect(Object.values(room.seats).map(seat => seat?.goneSince)).toEqual([null, null])
    }
    // The token that they were given as they came back is still good.
    expect(both.seats.a?.token.given).toBe('token-a-1')
    expect(both.rev).toBeGreaterThan(first.rev)
    expect(both.broughtBack).toEqual({ rev: late.rev, seats: ['a', 'b'], epoch: 'second' })
  })

  test('[C3] spends nobody’s turn on the time in which it was lost, when a newer capsule comes second', () => {
    const early = capsules(begun(), at(2)).a
    const late = capsules(
      did(did(begun(), 'a', { do: 'on', phase: 0 }, at(3)), 'b', { do: 'on', phase: 0 }, at(4)),
      at(4),
    ).b
    // Both were served for as long as the one who comes first was, whose capsule is older.
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(12) }, at(60))
    const both = back(first, { seat: 'b', capsule: late, heard: at(9), present: ['a'] }, at(90))
    expect(view(both, 'b', at(90))).toMatchObject({ phase: { n: 1 }, held: { why: 'away', since: at(12) } })
    // Nor when it came back before it had begun.
    const { a } = capsules(gathered(), at(0))
    const unbegun = back(inAnother(a), { seat: 'a', capsule: a, heard: at(0) }, at(60))
    const begins = back(unbegun, { seat: 'b', capsule: late, heard: at(9), present: ['a'] }, at(90))
    expect(view(begins, 'b', at(90))).toMatchObject({ phase: { n: 1 }, held: { why: 'away', since: at(9) } })
  })

  test('[C3] is what the newer capsule says also where whoever brought it back was gone before they were let in', () => {
    const room = begun()
    const early = capsules(room, at(TURN)).a
    // Since 22 the other was away, and the room was held.
    const late = capsuleOf(went(room, 'a', 'token-a-0', at(22)), 'b', at(30))
    expect(late.sitting?.hold?.since).toBe(at(22))
    const kept = inAnother(early)
    const one = back(kept, { seat: 'b', capsule: late, heard: at(58) }, at(60))
    expect(one.broughtBack).toEqual({ rev: late.rev, seats: ['b'], epoch: 'second' })
    const both = back(one, { seat: 'a', capsule: early, heard: at(22), present: ['b'] }, at(61))
    expect(view(both, 'a', at(61))).toMatchObject({ phase: { n: 1 }, held: { why: 'away', since: at(22) } })
  })

  test('[C3] holds where somebody had left just before it was lost, whom only the newer capsule knew to be gone', () => {
    const room = begun({ seats: 3, phases: TRIO })
    const early = capsuleOf(room, 'a', at(TURN))
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(TURN) }, at(60))
    for (const heard of [TURN, 30]) {
      const late = capsuleOf(went(room, 'c', 'token-c-0', at(26)), 'b', at(27))
      const one = back(first, { seat: 'b', capsule: late, heard: at(heard), present: ['a'] }, at(61))
      const all = back(one, { seat: 'c', heard: at(26), present: ['a', 'b'] }, at(62))
      expect(all.sitting?.hold).toMatchObject({ why: 'away', since: at(26) })
    }
  })

  test('[C2] waits for everybody to come anew, also for whoever is connected elsewhere and may know more of it', () => {
    const early = capsules(begun(), at(TURN)).a
    // By another process the one was away for long, and the other reads that the room is held.
    const late = capsuleOf(went(begun(), 'a', 'token-a-0', at(22)), 'b', at(30))
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(40), present: ['b'] }, at(41))
    expect(first.seats.b?.goneSince).toBe(at(40))
    const both = back(first, { seat: 'b', capsule: late, heard: at(41), present: ['a'] }, at(42))
    expect(both.sitting?.hold).toMatchObject({ why: 'away', since: at(22) })
    // It may even have begun.
    const { a } = capsules(gathered(), at(0))
    const unbegun = back(inAnother(a), { seat: 'a', capsule: a, heard: at(40), present: ['b'] }, at(41))
    expect(unbegun.seats.b?.goneSince).toBe(at(41))
    const again = back(unbegun, { seat: 'a', turn: 1, heard: at(42), present: ['b'] }, at(43))
    const begins = back(again, { seat: 'b', capsule: late, heard: at(43), present: ['a'] }, at(44))
    expect(view(begins, 'b', at(44))).toMatchObject({ stage: 'sitting', held: { since: at(22) } })
    expect(begins.seats.b?.goneSince).toBeNull()
  })

  test('[H2] [C3] goes on by everybody’s word alone once somebody was shown that it is held, however short it was lost', () => {
    const early = capsules(begun(), at(TURN)).a
    const late = capsules(did(begun(), 'a', { do: 'more', phase: 1 }, at(27)), at(27)).b
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(TURN) }, at(30))
    expect(view(first, 'a', at(30)).held).toMatchObject({ why: 'away', since: at(TURN) })
    // They were served until just before.
    const both = back(first, { seat: 'b', capsule: late, heard: at(29), present: ['a'] }, at(31))
    expect(view(both, 'b', at(31))).toMatchObject({ phase: { n: 1 }, held: { why: 'away', since: at(29), resume: [] } })
    // Nobody was shown that, where it was not held by then.
    const short = back(inAnother(early), { seat: 'a', capsule: early, heard: at(28) }, at(30))
    expect(
      view(back(short, { seat: 'b', capsule: late, heard: at(29), present: ['a'] }, at(31)), 'b', at(31)).held,
    ).toBeNull()
  })

  test('[C3] is kept by whom it was known before as a newer capsule would have it, where it was lost from one more store', () => {
    const further = did(begun(), 'a', { do: 'on', phase: 1 }, at(TURN + 2))
    const [early, late] = [capsules(begun(), at(TURN)).a, capsules(further, at(TURN + 2)).b]
    // Both had come back before that.
    const one = back(inAnother(late, 'first'), { seat: 'b', capsule: late, heard: at(TURN + 2) }, at(28))
    const known = back(one, { seat: 'a', capsule: early, heard: at(TURN), present: ['b'] }, at(29))
    const stored = back(inAnother(early), { seat: 'a', turn: 0, capsule: early, heard: at(TURN) }, at(30))
    expect(known.rev).toBeGreaterThan(stored.rev)
    const kept = keptAgain(stored, known, at(31))
    expect(kept.sitting?.on).toEqual(further.sitting?.on)
    expect([kept.seats.a, kept.seats.b?.token]).toEqual([stored.seats.a, known.seats.b?.token])
    expect(kept.rev).toBeGreaterThan(known.rev)
    // What was taken of what the store had, has nothing that is newer.
    expect(withCapsule(kept, { room: capsuleOf(stored, 'a', at(30)), seat: 'a' }, at(31))).toBe(kept)
    // All are there again: what the store has stays, and nobody takes it for old.
    const all = back(
      stored,
      { seat: 'b', capsule: capsules(begun(), at(TURN)).b, heard: at(TURN), present: ['a'] },
      at(31),
    )
    expect(keptAgain(all, known, at(31))).toEqual({ ...all, rev: expect.any(Number) })
    expect(keptAgain(all, known, at(31)).rev).toBeGreaterThan(known.rev)
    // And a store that has only gone back is told what it had.
    expect(keptAgain({ ...known, rev: known.rev - 1 }, known, at(31))).toBe(known)
  })

  test('[C3] is not turned back by a newer capsule once all are there', () => {
    const room = begun({ seats: 3, phases: TRIO })
    const early = (['a', 'b', 'c'] as const).map(seat => capsuleOf(room, seat, at(TURN)))
    const late = capsuleOf(did(room, 'a', { do: 'on', phase: 1 }, at(TURN)), 'c', at(TURN))
    let now = inAnother(early[0] as Room)
    now = back(now, { seat: 'a', capsule: early[0] as Room, heard: at(TURN) }, at(24))
    now = back(now, { seat: 'b', capsule: early[1] as Room, heard: at(TURN), present: ['a'] }, at(24))
    now = back(now, { seat: 'c', capsule: early[2] as Room, heard: at(TURN), present: ['a', 'b'] }, at(24))
    const { sitting } = now
    now = back(now, { seat: 'c', turn: 1, capsule: late, present: ['a', 'b', 'c'] }, at(25))
    expect(now.sitting).toEqual(sitting)
  })

  test('[C3] is turned back by no capsule that was taken since it came back, whoever is missing by then', () => {
    const { a, b } = capsules(begun(), at(TURN))
    const one = back(inAnother(a), { seat: 'a', capsule: a, heard: at(30) }, at(38))
    const two = back(one, { seat: 'b', capsule: b, heard: at(30), present: ['a'] }, at(39))
    const since = capsuleOf(two, 'b', at(40))
    const further = did(two, 'a', { do: 'resume' }, at(41))
    // Whoever comes back next is met by a process that watched over nobody.
    const missed = back(further, { seat: 'a', turn: 1, heard: at(42) }, at(50))
    expect(missed.unwatchedSince).not.toBeNull()
    const come = { seat: 'b', turn: 1, heard: at(42), present: ['a'] as SeatId[] } as const
    const plain = back(missed, come, at(51))
    expect(back(missed, { ...come, capsule: since }, at(51))).toEqual(plain)
  })

  test('[C3] asks everybody again whether they go on, whatever a newer capsule says of that', () => {
    const early = capsules(begun(), at(TURN)).a
    const held = did(did(begun(), 'b', { do: 'hold' }, at(TURN + 1)), 'a', { do: 'resume' }, at(TURN + 2))
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(TURN) }, at(30))
    const both = back(first, { seat: 'b', capsule: capsuleOf(held, 'b', at(TURN + 3)), present: ['a'] }, at(31))
    expect(both.sitting?.hold).toMatchObject({ resume: [] })
  })

  test('[C3] has no place any more for somebody who had been asked out, whose own capsule was older', () => {
    const early = capsules(gathered(), at(1)).b
    const alone = did(gathered(), 'a', { do: 'unseat', seat: 'b' }, at(2))
    const late = capsuleOf(alone, 'a', at(2))
    const first = back(inAnother(early), { seat: 'b', capsule: early }, at(4))
    const both = back(first, { seat: 'a', capsule: late, present: ['b'] }, at(5))
    expect(both.seats).toMatchObject({ a: { name: 'Ada' }, b: null })
    expect(comeBack(both, coming({ seat: 'b', turn: 1, capsule: early }), at(6))).toMatchObject({ code: 'not-yours' })
  })

  test('[C4] lets in whoever was given their token after the capsule that brought it back', () => {
    const early = capsules(begun(), at(TURN)).a
    const again = back(begun(), { seat: 'b', present: ['a', 'b'] }, at(TURN + 1))
    const late = capsuleOf(again, 'b', at(TURN + 1))
    const first = back(inAnother(early), { seat: 'a', capsule: early, heard: at(TURN) }, at(30))
    const shown = { seat: 'b', turn: 1, heard: at(TURN + 1), present: ['a'] as SeatId[] } as const
    expect(comeBack(first, coming(shown), at(31))).toMatchObject({ ok: false, code: 'not-yours' })
    expect(comeBack(first, coming({ ...shown, capsule: late }), at(31))).toMatchObject({ ok: true, seat: 'b' })
    // Also when the newer capsule may turn nothing back any more.
    const all: Room = { ...first, unwatchedSince: null }
    expect(comeBack(all, coming({ ...shown, capsule: late }), at(31))).toMatchObject({ ok: true, seat: 'b' })
  })

  test('[C4] has the answer again of whoever answered, which is in no other capsule', () => {
    const answered = did(begun(), 'b', { do: 'line', phase: 5, sealed: 'sealed by b' }, at(DROP))
    const { a, b } = capsules(answered, at(DROP))
    expect(JSON.stringify(a)).not.toContain('sealed by b')
    const first = back(inAnother(a), { seat: 'a', capsule: a, heard: at(DROP) }, at(DROP + 1))
    expect(first.sitting?.lines).toEqual({})
    const both = back(first, { seat: 'b', capsule: b, heard: at(DROP), present: ['a'] }, at(DROP + 2))
    expect(view(both, 'b', at(DROP + 2)).answered).toBe('line')
    expect(view(both, 'a', at(DROP + 2)).answered).toBeNull()
  })
})

describe('a room whose store fell behind what it had kept', () => {
  const kept: Room = { ...begun(), madeIn: 'first' }
  const held = did(kept, 'a', { do: 'hold' }, at(TURN))
  const spoken = did(held, 'b', { do: 'resume' }, at(TURN + 1))

  test('[C7] is again as the newest capsule tells of it, and newer than all that anybody was shown', () => {
    const one = back(kept, { seat: 'a', capsule: capsuleOf(held, 'a', at(TURN)), heard: at(TURN) }, at(TURN + 8))
    expect(one.sitting?.hold).toMatchObject({ why: 'asked', by: 'a', resume: [] })
    expect(one.rev).toBeGreaterThan(held.rev + 500)
    const capsule = capsuleOf(spoken, 'b', at(TURN + 1))
    const two = back(one, { seat: 'b', capsule, heard: at(TURN + 1), present: ['a'] }, at(TURN + 9))
    expect(view(two, 'b', at(TURN + 9))).toMatchObject({ held: { why: 'asked' }, seats: { a: { here: true } } })
    // It bears the name that the store still has: nothing that ends from now on comes back to it.
    expect(two.broughtBack).toMatchObject({ epoch: 'first', seats: ['a', 'b'] })
  })

  test('[C7] lets whoever has come in since come in with what they were given then', () => {
    const come = back(kept, { seat: 'a', present: ['b'] }, at(TURN))
    const capsule = capsuleOf(come, 'a', at(TURN))
    expect(comeBack(kept, coming({ seat: 'a', turn: 1 }), at(TURN + 8))).toMatchObject({ code: 'not-yours' })
    const again = back(kept, { seat: 'a', turn: 1, capsule, heard: at(TURN) }, at(TURN + 8))
    expect(again.seats.a?.goneSince).toBeNull()
  })

  test('[C7] does so each time, and says nothing of what it has closed since', () => {
    const first = back(kept, { seat: 'a', capsule: capsuleOf(held, 'a', at(TURN)), heard: at(TURN) }, at(TURN + 8))
    const later = did(first, 'a', { do: 'resume' }, at(TURN + 9))
    const capsule = capsuleOf(later, 'a', at(TURN + 9))
    const second = back(first, { seat: 'a', turn: 1, capsule, heard: at(TURN + 9) }, at(TURN + 20))
    expect(second.rev).toBeGreaterThan(later.rev + 500)
    const over = did(kept, 'a', { do: 'leave' }, at(TURN))
    expect(withCapsule(over, { room: capsule, seat: 'a' }, at(TURN + 20))).toBe(over)
  })
})

describe('a capsule', () => {
  test('[C5] says nothing of a room that was never lost and is not behind it, that has closed, or that is another one', () => {
    const room: Room = { ...begun(), madeIn: 'first' }
    expect(withCapsule(room, { room: capsuleOf(room, 'b', at(TURN)), seat: 'b' }, at(TURN))).toBe(room)
    const late = capsuleOf(did(room, 'a', { do: 'on', phase: 1 }, at(TURN)), 'b', at(TURN))
    const brought = { room: late, seat: 'b' } as const
    const lost = inAnother(capsuleOf(room, 'a', at(TURN)))
    expect(withCapsule({ ...lost, createdAt: T0 - 1 }, brought, at(TURN))).toEqual({ ...lost, createdAt: T0 - 1 })
    const over = did(lost, 'a', { do: 'leave' }, at(TURN))
    expect(withCapsule(over, brought, at(TURN))).toBe(over)
  })

  test('[C5] opens no seat to whoever shows no token of it', () => {
    const room = begun()
    const { a, b } = capsules(room, at(TURN))
    const lost = inAnother(a)
    const thief = comeBack(lost, { ...coming({ seat: 'b', capsule: b }), token: 'another' }, at(30))
    expect(thief).toEqual({ ok: false, code: 'not-yours', room: lost })
  })

  test('[C1] holds what the others have let everybody know, and no wish, answer or yes of theirs', () => {
    const wished = did(gathered(), 'b', { do: 'ready', first: 'me' }, at(1))
    expect(capsuleOf(wished, 'a', at(1)).seats.b?.wish).toBeNull()
    expect(capsuleOf(wished, 'b', at(1)).seats.b?.wish).toBe('me')
    const visit = { since: at(1), stage: 'asks', until: null, yes: ['a', 'b'], lent: null } as const
    const asked: Room = { ...begun(), kind: 'workshop', visit: { ...visit, yes: [...visit.yes] } }
    expect(capsuleOf(asked, 'a', at(TURN)).visit?.yes).toEqual(['a'])
    let room = did(begun(), 'b', { do: 'line', phase: 5, sealed: 'sealed by b' }, at(DROP))
    expect(capsuleOf(room, 'a', at(DROP)).sitting?.lines).toEqual({})
    room = did(room, 'a', { do: 'keep', phase: 5 }, at(DROP + 1))
    expect(capsuleOf(room, 'a', at(DROP + 1)).sitting?.lines).toEqual({
      a: 'kept',
      b: { sealed: 'sealed by b' },
    })
    expect(capsuleOf(room, 'b', at(DROP + 1)).sitting?.lines).toEqual({ b: { sealed: 'sealed by b' } })
  })

  test('[C2] that is taken while somebody is away says since when', () => {
    const away = went(begun(), 'b', 'token-b-0', at(TURN))
    const capsule = capsuleOf(away, 'a', at(TURN + 2))
    const room = back(inAnother(capsule), { seat: 'a', capsule, heard: at(TURN + 2) }, at(40))
    expect(room.seats.b?.goneSince).toBe(at(TURN))
    expect(refusalOf(room, 'b', { do: 'resume' }, at(41))).not.toBeNull()
  })
})
