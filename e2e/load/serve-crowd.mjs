// Who are thousands of people, each with a page open? Each keeps what a page keeps: the newest view and token, what it is given for the server,
// the last instant it heard. It dials again as a page does, moves before it lets go, says what was not answered again, and asks the other
// for what it has missed. Two of a room sit in one process, so that what was said can be compared with what was heard.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { newAccount, seeView } from './crowd-account.mjs'
import { dialLine } from './crowd-line.mjs'
import { missed, replay, say, take } from './crowd-words.mjs'

/** Full jitter as in app/client/line/backoff.ts. */
const ours = failures => Math.random() * Math.min(4_000, 500 * 2 ** Math.min(failures, 10))
/** What Socket.IO's own client waits: a second, doubled up to five, half of it more or less. */
function peers(failures) {
  const ms = 1_000 * 2 ** Math.min(failures, 10)
  return Math.min(5_000, ms + (Math.random() < 0.5 ? -1 : 1) * Math.floor(Math.random() * 0.5 * ms))
}

const SAY_MS = 4_000
const AT_ONCE = 20
const PASSING = ['store-down', 'busy', 'draining', 'no-answer', 'too-fast']

export async function start({ ports, isPeer = false, first = 0, pairs, phases }) {
  const people = []
  const backoff = isPeer ? peers : ours
  const stall = monitorEventLoopDelay({ resolution: 10 })
  stall.enable()
  let isTalking = false
  let isOver = false

  const told = person => ({
    ...{ room: person.room, token: person.token },
    // The server's instant at which it was last heard: every view is heard, so this is none before the newest.
    heard: Math.floor(person.now + Math.max(0, person.line.heardAt - person.nowAt)),
    ...(person.view.capsule && { capsule: person.view.capsule }),
  })

  function live(person, line) {
    const before = person.line
    person.line = line
    line.hear = (event, what) => hear(person, event, what)
    line.ended = () => line === person.line && void lost(person)
    if (before && before !== line) before.close()
  }

  /** Whether the seat is held; the line is closed where it is not. */
  async function takeSeat(person, line) {
    if (isPeer) return (await line.ask('enter', person.room)).ok
    line.hear = (event, what) => hear(person, event, what)
    for (let failures = 1; line.isOpen; failures++) {
      const answer = await line.ask('enter', told(person))
      if (answer.ok) {
        person.token = answer.token
        seeView(person, answer.view)
        return true
      }
      if (!PASSING.includes(answer.code)) person.gone = answer.code
      if (person.gone || answer.code === 'draining') break
      await pause(backoff(failures))
    }
    line.close()
    return false
  }

  async function lost(person) {
    if (isOver || person.isComing) return
    const since = performance.now()
    person.isComing = true
    person.isUp = false
    for (let failures = 0; !isOver && !person.gone; failures++) {
      await pause(backoff(failures))
      person.at = (person.at + 1) % ports.length
      const line = await dialLine(ports[person.at], person.address).catch(() => null)
      if (line === null || !(await takeSeat(person, line))) continue
      live(person, line)
      if (!line.isOpen) continue
      person.isUp = true
      person.outages.push(performance.now() - since)
      person.backAt = Date.now()
      break
    }
    person.isComing = false
    if (!isPeer && !person.gone) missed(person)
  }

  /** Sits at another process before the old connection is let go. */
  async function moveOn(person) {
    if (person.isComing) return
    person.isComing = true
    const before = person.line
    for (let failures = 0; before.isOpen && !person.gone; failures++) {
      if (failures > 0) await pause(backoff(failures))
      person.at = (person.at + 1) % ports.length
      const line = await dialLine(ports[person.at], person.address).catch(() => null)
      if (line === null || !(await takeSeat(person, line))) continue
      const wasOpen = before.isOpen
      live(person, line)
      person.outages.push(wasOpen ? 0 : performance.now() - before.heardAt)
      person.backAt = Date.now()
      person.isComing = false
      return missed(person)
    }
    person.isComing = false
    if (!before.isOpen) void lost(person)
  }

  function hear(person, event, what) {
    if (event === 'view') {
      seeView(person, what)
      const { held, seats, you } = what
      const isReady = held && seats.a?.here && seats.b?.here && !held.resume.includes(you)
      if (isReady) void person.line.ask('intent', { do: 'resume', since: held.since })
    } else if (event === 'words') take(person, [what.id], true)
    else if (event === 'again') replay(person, what)
    else if (event === 'replay') take(person, JSON.parse(Buffer.from(what.sealed, 'base64url')), false)
    else if (event === 'moved' && what.why === 'draining') void moveOn(person)
  }

  async function must(line, event, payload) {
    for (;;) {
      const answer = await line.ask(event, payload)
      if (answer.ok) return answer
      if (!PASSING.includes(answer.code)) throw new Error(`${event} was refused: ${answer.code}`)
      await pause(backoff(1))
    }
  }

  async function sits(n) {
    const address = `10.${(n >> 14) & 127}.${(n >> 7) & 127}.${n & 127}`
    const both = []
    // Of two processes half of the rooms have their two people at one, half at both.
    for (const [seat, half] of [n % 2, (n >> 1) % 2].entries()) {
      const at = half % ports.length
      const line = await dialLine(ports[at], address)
      const person = {
        ...newAccount(),
        you: 'ab'[seat],
        address,
        at,
        home: at,
        outages: [],
        got: new Set(),
        askedAt: 0,
      }
      Object.assign(person, { said: 0, unsure: null, twice: 0, healed: 0, isUp: true, gone: null, backAt: 0 })
      if (isPeer) {
        person.room = `room-${n}`
        await must(line, 'enter', person.room)
      } else {
        const opening = { kind: 'friends', format: { phases }, medium: 'text', name: 'Ann' }
        const seated = await (seat === 0
          ? must(line, 'open', opening)
          : must(line, 'enter', { room: both[0].room, name: 'Ben' }))
        person.room = seated.view.room
        person.token = seated.token
        seeView(person, seated.view)
      }
      live(person, line)
      both.push(person)
    }
    if (!isPeer) {
      await must(both[0].line, 'intent', { do: 'ready', first: 'me' })
      await must(both[1].line, 'intent', { do: 'ready', first: 'other' })
    }
    people.push(...both)
  }

  let next = first
  const filling = async () => {
    for (let n = next++; n < first + pairs; n = next++) await sits(n)
  }
  const filled = Promise.all(Array.from({ length: AT_ONCE }, filling))
  await filled

  /** Each says something every so often, at instants of their own. */
  async function talk() {
    for (let slot = 0; !isOver; slot = (slot + 1) % 100) {
      for (let n = slot; isTalking && n < people.length; n += 100) void say(people[n])
      await pause(SAY_MS / 100)
    }
  }
  if (!isPeer) void talk()

  /** Waits until it is so for everybody, `ms` at the most; of how many it is not. */
  async function when(ms, isSo) {
    const until = performance.now() + ms
    while (performance.now() < until && !people.every(isSo)) await pause(50)
    return people.filter(person => !isSo(person)).length
  }

  return {
    answers: {
      mark() {
        isTalking = true
        stall.reset()
        for (const person of people) {
          Object.assign(person, { outages: [], backAt: 0, twice: 0, healed: 0, ...newAccount(person) })
        }
        return people.length
      },
      /** As a balancer would have it: everybody goes to where they sat first. */
      async spread() {
        const away = people.filter(person => person.at !== person.home)
        const one = async () => {
          for (let person = away.pop(); person; person = away.pop()) await moveOn(person)
        }
        await Promise.all(Array.from({ length: AT_ONCE }, one))
      },
      /** Resolves when everybody sits or knows that they do not, at the latest after `ms`. */
      settle: ({ ms }) => when(ms, ({ isUp, isComing, gone }) => gone !== null || (isUp && !isComing)),
      /** Both of a room are there again and the clock goes, or it is over for both; `anew`: after each has come back to it. */
      goesOn({ ms, anew = false }) {
        const both = ({ seats, held }) => seats.a?.here && seats.b?.here && !held
        return when(ms, one => one.gone !== null || (one.isUp && both(one.view) && (one.backAt > 0 || !anew)))
      },
      /** Of each room one closes their page for good; whoever stays is told of as before. */
      halve() {
        const staying = people.filter((_, n) => (n >> 1) % 2 === n % 2)
        const leaving = people.filter(person => !staying.includes(person))
        people.splice(0, people.length, ...staying)
        for (const { line } of leaving) {
          line.ended = () => {}
          line.close()
        }
        return people.length
      },
      /** Everybody is shown that they are there alone. */
      alone: ({ ms }) => when(ms, ({ view, you }) => view.held && !view.seats[you === 'a' ? 'b' : 'a']?.here),
      /** Everybody has come back to their seat, whoever else is there, or knows that it is over. */
      back: ({ ms }) => when(ms, ({ isUp, gone, backAt }) => gone !== null || (isUp && backAt > 0)),
      /** Nobody speaks any more, and what is still missing is asked for; what then has not arrived is lost. */
      async quiet() {
        isTalking = false
        await pause(2_000)
        const missing = () => people.filter((person, n) => person.got.size < people[n ^ 1].said)
        for (let tries = 0; tries < 10 && missing().length > 0; tries++) {
          for (const person of missing()) missed(person)
          await pause(1_000)
        }
        return missing().length
      },
      tell: () => ({
        stallMs: stall.max / 1e6,
        people: people.map(({ outages, backAt, gone, isUp, said, twice, healed, wrong, holds, boundaries }) => ({
          ...{ outages, backAt, gone, isUp, said, twice, healed, wrong, holds, boundaries },
        })),
      }),
      end() {
        isOver = true
        for (const { line } of people) line.close()
      },
    },
  }
}
