// What is a sitting by voice, put together? Our microphone, a companion for each other person, and the floor: kept here for what
// leaves this page and for what is played in it, whatever the other end does.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import type { RoomLink } from '../line/room-link.ts'
import type { Keyring } from '../writing/sealing.ts'
import { type Companion, createCompanion } from './companion.ts'
import type { Compare } from './comparing.ts'
import { hasVoice, heardNow, othersOf } from './floor.ts'
import { createOwnMicrophone } from './own-microphone.ts'
import type { Signal } from './signal.ts'
import { createSignals } from './signals.ts'
import { NOT_MET, type RoomVoice, type VoiceWith } from './voice.ts'
import { createWishes } from './wishes.ts'

export interface VoicePorts {
  link: Keyring & Pick<RoomLink, 'ask'>
  serverNow(): Ms
  changed(): void
}

const LOOK_MS = 500

/** `compare`: in a room of strangers, who have no link to hold on to. */
export function createVoiceLink({ link, serverNow, changed }: VoicePorts, compare: Compare | null = null) {
  let view: RoomView | null = null
  const companions = new Map<SeatId, Companion>()
  /** Where a signal was changed on the way, until those two pages have a path. */
  const unchecked = new Set<SeatId>()
  let looking: ReturnType<typeof setInterval> | null = null
  let shown = ''

  const own = createOwnMicrophone({ room: link.room, changed: moved })
  const signals = createSignals({
    link,
    came,
    changedOnTheWay(from) {
      unchecked.add(from)
      moved()
    },
  })
  const comparing = compare?.({ link, send: (to, same) => signals.send(to, { same }), changed: moved }) ?? null
  const wishes = createWishes({
    tell,
    give(track) {
      for (const companion of companions.values()) companion.give('video', track)
    },
    changed: moved,
  })

  function tell(signal: Signal): void {
    for (const seat of companions.keys()) signals.send(seat, signal)
  }

  /** One of us was away: what was told meanwhile may be lost. */
  function retell(): void {
    tell({ microphone: own.says() })
    wishes.repeat()
  }

  function came(from: SeatId, signal: Signal): void {
    if ('same' in signal) {
      comparing?.take(from, signal.same)
      return
    }
    const companion = companions.get(from)
    if (!companion) return
    if ('description' in signal && comparing?.fits(from, signal.description.sdp) === false) return
    if ('turn' in signal) companion.take(signal)
    else if ('microphone' in signal) companion.heard(signal.microphone)
    // Three people have not all agreed when two have.
    else if (companions.size === 1) wishes.heard(signal)
    moved()
  }

  function join(seat: SeatId, you: SeatId): Companion {
    let wasThere = false
    return createCompanion({
      pages: signals.pagesWith(seat),
      polite: you > seat,
      certificate: comparing?.certificate ?? null,
      ice: async () => {
        const answer = await link.ask('ice')
        return answer.ok ? answer : null
      },
      serverNow,
      send: signal => signals.send(seat, signal),
      changed() {
        const isThere = companions.get(seat)?.isThere() ?? false
        if (isThere && !wasThere) {
          unchecked.delete(seat)
          signals.send(seat, { microphone: own.says() })
        }
        wasThere = isThere
        moved()
      },
    })
  }

  function part(seat: SeatId): void {
    companions.get(seat)?.end()
    companions.delete(seat)
    unchecked.delete(seat)
    wishes.rest()
  }

  /** Somebody may be between two strangers: no sound and no picture passes any more, and no path is made again. */
  const isBetween = () => comparing?.snapshot().at === 'differs'

  /** A companion for everybody who sits here with a key, under the keys of now. */
  function meet(next: RoomView): void {
    for (const [seat, { pages }] of companions) if (pages !== signals.pagesWith(seat)) part(seat)
    if (isBetween()) return
    for (const seat of othersOf(next)) {
      if (companions.has(seat) || !signals.pagesWith(seat)) continue
      companions.set(seat, join(seat, next.you))
      signals.send(seat, { microphone: own.says() })
    }
  }

  /** Lets be heard whoever has the floor now, and nobody else. */
  function follow(): void {
    const heard = heardNow(view, serverNow())
    const mine = own.track()
    own.allow(heard.mine && !isBetween())
    for (const [seat, companion] of companions) {
      companion.give('audio', heard.mine ? mine : null)
      companion.sound.allow(heard.theirs.includes(seat))
    }
    // Of two or more at once nobody could tell whose words they are.
    const [only, ...more] = heard.theirs
    const track = (only && more.length === 0 && companions.get(only)?.playing()) || null
    wishes.follow({ phase: view?.phase?.n ?? -1, track })
  }

  let said = ''
  function moved(): void {
    if (isBetween()) for (const seat of [...companions.keys()]) part(seat)
    const says = own.says()
    if (says !== said) {
      said = says
      tell({ microphone: says })
    }
    follow()
    changed()
  }

  /** What comes by time alone. */
  async function look(): Promise<void> {
    follow()
    const now = performance.now()
    const heard = heardNow(view, serverNow())
    for (const [seat, companion] of companions) {
      companion.tend(now)
      await companion.look(now, {
        phase: view?.phase?.n ?? -1,
        hears: heard.theirs.includes(seat),
        speaks: heard.mine && own.state() === 'open',
        isNeeded: view?.stage === 'sitting' && !view.held && (view.seats[seat]?.here ?? false),
      })
    }
    comparing?.tend(now)
    const next = JSON.stringify(snapshot())
    if (next === shown) return
    shown = next
    changed()
  }

  const mend = () => {
    for (const companion of companions.values()) companion.mend()
  }

  function rest(): void {
    for (const seat of [...companions.keys()]) part(seat)
    if (looking) clearInterval(looking)
    looking = null
    wishes.rest()
    own.rest()
    window.removeEventListener('online', mend)
  }

  function begin(): void {
    if (looking) return
    looking = setInterval(look, LOOK_MS)
    window.addEventListener('online', mend)
  }

  function withOther(seat: SeatId): VoiceWith {
    const known = companions.get(seat)?.snapshot(performance.now(), view?.phase?.n ?? -1)
    const { path } = known ?? NOT_MET
    return { ...NOT_MET, ...known, isUnchecked: path !== 'there' && unchecked.has(seat) }
  }

  function snapshot(): RoomVoice {
    const others = view ? othersOf(view).map(seat => [seat, withOther(seat)] as const) : []
    const [first] = companions.values()
    const microphone = own.state()
    return {
      isOn: view !== null && hasVoice(view),
      microphone,
      open: own.open,
      close: own.close,
      with: Object.fromEntries(others),
      mustWrite: others.some(([, { path }]) => path === 'none') || (microphone !== 'open' && microphone !== 'asking'),
      tryAgain,
      level,
      ...wishes.snapshot(first?.picture() ?? null),
      same: comparing?.snapshot() ?? null,
    }
  }

  function tryAgain(): void {
    for (const [seat, companion] of companions) {
      const { path, isLost } = withOther(seat)
      // Of three, two may hear each other well.
      if (path !== 'there' || isLost) companion.renew()
    }
    moved()
  }

  function level(seat: SeatId): number {
    if (seat !== view?.you) return companions.get(seat)?.sound.level() ?? 0
    return heardNow(view, serverNow()).mine ? own.level() : 0
  }

  return {
    seen(next: RoomView): void {
      const isLater = next.phase?.n !== view?.phase?.n
      const isBack = othersOf(next).some(seat => next.seats[seat]?.here && view?.seats[seat]?.here === false)
      view = next
      if (!hasVoice(next) || next.stage === 'closed') {
        rest()
        return
      }
      begin()
      own.sit(next.you)
      wishes.seen(next, isLater)
      meet(next)
      if (isBack) retell()
      comparing?.seen()
      signals.seen()
      moved()
    },
    /** The seat was entered on a connection. */
    entered: retell,
    signal: (told: Parameters<Tellings['signal']>[0]): void => signals.take(told),
    /** This page holds the seat no longer. */
    rest,
    snapshot,
    end(): void {
      rest()
      wishes.end()
      own.end()
      comparing?.end()
      signals.end()
    },
  }
}

export type VoiceLink = ReturnType<typeof createVoiceLink>
