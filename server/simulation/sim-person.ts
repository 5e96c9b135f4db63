// What does a person do, and their pages? Each page dials a process, enters with the newest token, keeps the newest view, dials again
// when its connection ends, and asks for what it is offered, or for something that it was never offered.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { Ack, Intent, RoomView, Seated } from '../../lib/wire/events.ts'
import { lieOf, nextIntent, shortSitting } from './intentions.ts'
import type { Person, PersonPorts, Tab } from './people.ts'
import { connect, type Page, type Wire } from './sim-network.ts'

const ANSWER_MS = 5_000
const LEAVE_MS = 3_000
const FINAL = new Set(['gone', 'closed', 'not-yours', 'full'])

export function openTab(ports: PersonPorts, person: Person): Tab {
  const { world, chronicle, witness } = ports
  const { chance } = world
  /** Holds the seat; and the one that is on its way to hold it. */
  let live: Wire | null = null
  let coming: Wire | null = null
  let newest: RoomView | null = null
  /** Is coming to the seat by itself: whoever takes it from the connection that holds it is this very page. */
  let isComing = false
  let isStopped = false
  /** How often it asked for the seat and was not answered: each of these may take the seat later, for a connection that is no more. */
  let unanswered = 0
  let spoken = 0
  let failures = 0
  const sent: Intent[] = []

  function dialLater(): void {
    failures++
    world.in(chance.whole(0, Math.min(4_000, 250 * 2 ** failures)), () => tab.dial())
  }

  function page(own: () => Wire | null): Page {
    let rev = 0
    let now = 0
    let seat: SeatId | null = null
    const look = (view: RoomView) => {
      const isOnward = view.rev >= rev && (view.rev > rev || view.now >= now)
      world.must(isOnward, 'neither rev nor time runs back on one connection', () => [rev, now, view.rev, view.now])
      rev = view.rev
      now = view.now
    }
    return {
      told(event, told) {
        world.tell(
          `${person.name} on ${own()?.process.name} is told ${event} ${event === 'moved' ? JSON.stringify(told) : ''}`,
        )
        if (event === 'view') look(told as RoomView)
        if (own() !== live) return
        if (event === 'view') learn(told as RoomView)
        if (event === 'words' && person.room) witness.heard(person.room, told as never)
        if (event === 'moved') moved((told as { why: string }).why)
      },
      ended() {
        const wire = own()
        world.tell(`${person.name} loses ${wire?.process.name}`)
        if (wire === live && wire) {
          live = null
          person.heard = Math.max(person.heard, wire.heardAt())
        } else if (wire !== coming) return
        if (wire === coming) coming = null
        if (!coming) dialLater()
      },
      answeredThere(name, asked, ack) {
        const wire = own()
        if (!wire) return
        world.count(ack.ok ? `done: ${name}` : `refused: ${ack.code}`)
        if (person.room && seat) witness.acknowledged(person.room, seat, name, asked, ack, wire.process)
        if (!ack.ok || !('token' in ack)) return
        const seated = ack as unknown as Seated
        seat = seated.seat
        chronicle.entered(ports.hash(seated.token), wire)
        look(seated.view)
      },
    }
  }

  function moved(why: string): void {
    world.count(`moved: ${why}`)
    if (why === 'draining') {
      if (!coming) tab.dial()
    } else if (!isComing && unanswered > 0) {
      unanswered--
      tab.redial()
    } else if (!isComing) {
      isStopped = true
      tab.hangUp()
    }
  }

  function learn(view: RoomView): void {
    const isNewer = !newest || view.rev > newest.rev || (view.rev === newest.rev && view.now > newest.now)
    if (isNewer) newest = view
    // A room that is over can still be let go; one that somebody was asked out of can not.
    if (view.closed && view.can.length === 0) person.isDone = 'asked out'
    person.heard = Math.max(person.heard, view.now)
  }

  function enter(wire: Wire): void {
    const seat = person.token
    const { room, name, key, heard } = person
    const known = { ...(heard > 0 && { heard }), ...(newest?.capsule !== undefined && { capsule: newest.capsule }) }
    const ask =
      room && (seat ? { room, token: seat, key, ...known } : { room, name, key, attempt: name.padEnd(22, '-') })
    const late = world.in(ANSWER_MS, () => wire === coming && again(wire))
    unanswered++
    const answered = (ack: Ack<object>) => {
      late()
      unanswered--
      if (wire !== coming) return
      if (ack.ok) seated(wire, ack as unknown as Seated & { room?: string })
      else if (!FINAL.has(ack.code)) again(wire)
      else refused(wire, ack.code, seat)
    }
    if (ask) wire.ask('enter', ask, answered)
    else wire.ask('open', opening(), answered)
  }

  function opening() {
    const { name, key } = person
    return { ...{ kind: 'friends', medium: 'text', name, key }, format: { phases: shortSitting(world) } }
  }

  function again(wire: Wire): void {
    coming = null
    wire.hangUp()
    dialLater()
  }

  function seated(wire: Wire, answer: Seated & { room?: string }): void {
    const before = live
    live = wire
    coming = null
    isComing = false
    failures = 0
    if (before && before !== wire) before.hangUp()
    person.room ??= answer.room ?? null
    person.token = answer.token
    learn(answer.view)
    world.count('seated')
    world.tell(`${person.name} is seated by ${wire.process.name}`)
  }

  function refused(wire: Wire, code: string, shown: string | null): void {
    coming = null
    wire.hangUp()
    // Pages of one browser share its tokens: another has shown a newer one since. Who was asked out knocks again.
    if (code === 'not-yours' && shown !== person.token) return void dialLater()
    // Whoever reads the last page of their room is left in peace, also where it came back from before its end.
    if (code === 'not-yours' && !newest?.closed && !sent.some(intent => intent.do === 'leave')) {
      world.count('came to a seat that was not theirs')
      const forgotten = newest ? null : ports.hash(person.token ?? '')
      const isKnown = person.tabs.length > 1 || chronicle.mayBeUnknown(person.room ?? '', forgotten)
      world.must(isKnown, 'nobody loses their seat who was not asked out', () => [person.name, person.room])
      person.token = null
      newest = null
      dialLater()
      return
    }
    person.isDone = code
    tab.hangUp()
  }

  function intend(intent: Intent): void {
    const wire = live
    const room = person.room
    if (!wire || !room || !newest) return
    world.count('acts')
    chronicle.asked(room, newest.you, intent)
    sent.push(intent)
    const lost = world.in(ANSWER_MS, () => {
      if (wire === live) tab.redial()
    })
    wire.ask('intent', intent, ack => {
      lost()
      if (!ack.ok && ack.code === 'gone') tab.redial()
      if (!ack.ok && (ack.code === 'store-down' || ack.code === 'busy') && !person.isDone) intendLater(intent)
      if (intent.do === 'leave') leave()
    })
    // Whoever has to leave may have no network, and no time to wait for one.
    if (intent.do === 'leave') world.in(LEAVE_MS, leave)
  }

  function leave(): void {
    person.isDone ??= 'left'
    tab.hangUp()
  }

  /** What did not get through is asked for once more, while it is still wanted. */
  function intendLater(intent: Intent): void {
    world.in(chance.whole(200, 1_500), () => {
      if (newest?.can.includes(intent.do)) intend(intent)
    })
  }

  const tab: Tab = {
    dial() {
      if (isStopped || person.isDone || coming) return
      isComing = true
      const process = ports.process()
      if (!process) return dialLater()
      const wire: Wire = connect(
        world,
        process,
        page(() => wire),
      )
      coming = wire
      world.tell(`${person.name} dials ${process.name}`)
      enter(wire)
    },
    hangUp() {
      for (const wire of [live, coming]) wire?.hangUp()
      live = null
      coming = null
    },
    redial() {
      tab.hangUp()
      dialLater()
    },
    reload() {
      newest = null
      unanswered = 0
      tab.redial()
    },
    act() {
      if (!live || !newest || !person.room) return
      if (chance.often(0.08)) {
        const lie = lieOf(world, newest)
        world.count('lies')
        if (lie.name === 'intent') return intend(lie.asked as Intent)
        return live.ask(lie.name, lie.asked, () => {})
      }
      if (sent.length > 0 && chance.often(0.05)) return intend(chance.pick(sent as [Intent]))
      const mayTalk = newest.phase?.floor === newest.you || newest.phase?.floor === 'all'
      if (mayTalk && chance.often(0.4)) {
        world.count('acts')
        return live.ask('words', { phase: newest.phase?.n ?? 0, id: ++spoken, sealed: 'c2FpZA' }, () => {})
      }
      const intent = nextIntent(world, newest)
      if (intent) intend(intent)
    },
    goOn() {
      const can = newest?.can ?? []
      const n = newest?.phase?.n ?? 0
      if (can.includes('ready') && newest && !newest.seats[newest.you]?.ready) intend({ do: 'ready' })
      else if (can.includes('resume')) intend({ do: 'resume' })
      else if (can.includes('heard')) intend({ do: 'heard', phase: n, heard: true })
      else if (can.includes('on')) intend({ do: 'on', phase: n })
      else if (can.includes('keep') && newest?.answered === null) intend({ do: 'keep', phase: n })
    },
    wire: () => live,
    seen: () => (live ? newest : null),
    isStopped: () => isStopped,
  }
  return tab
}
