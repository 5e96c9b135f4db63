// What does a process say when it is open? In one line: where, where its rooms live and whether it must be alone, and what else whoever
// keeps it should know.
import type { Config } from './config.ts'
import { hasRelay, type IceConfig } from './ice.ts'
import type { Doors } from './lobby/doors.ts'

/** One line, in which no setting is told that is a secret. */
export function greeting(
  { store, host, dev, pages, ice, metrics }: Config,
  port: number,
  { answers, isKept }: { answers: boolean; isKept: boolean },
  doors: Doors,
): string {
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  const where = {
    memory: isKept
      ? 'rooms live in the memory of this process, which must be the only one, and come back after a restart from the browsers of whoever sits in them'
      : 'rooms live in the memory of this process, which must be the only one, and end with it (set CLEARING_SECRET or REDIS_URL to keep them over a restart)',
    tcp: 'rooms live in Redis, and any number of processes may serve them',
    rest: 'rooms live in Redis over HTTPS, which tells one process nothing of another: this must be the only one',
  }[store.kind]
  const parts = [`Clearing${dev ? ' (development)' : ''} is open at ${address}`, where]
  if (!pages) parts.push('the pages are served elsewhere')
  // In memory it ends with the rooms, and of that the line has told.
  if (!isKept && store.kind !== 'memory') {
    parts.push(
      'what it seals (rooms that browsers keep, the words of reports) opens at no other process, nor after a restart (set CLEARING_SECRET, the same for all processes)',
    )
  }
  if (!answers) parts.push('the store does not answer yet, and no room can be opened until it does')
  parts.push(reach(ice), practice(doors))
  if (metrics) parts.push(`metrics are read at ${metrics.host}, port ${metrics.port}`)
  return parts.join(' · ')
}

function practice({ text, voice }: Doors): string {
  if (text === 'no-contact') return 'practice with strangers is open on localhost alone (set CONTACT_EMAIL to open it)'
  return `practice with strangers is open in writing${voice === null ? ' and by voice' : ' (by voice once a relay is set)'}`
}

/** A network that keeps two browsers apart is common enough that an operator must know what then happens. */
function reach(ice: IceConfig): string {
  if (ice.relayOnly) return 'voices go through the relay alone'
  return hasRelay(ice)
    ? 'voices go from browser to browser, or through the relay where a network keeps them apart'
    : 'voices go from browser to browser; where a network keeps them apart they need a relay (set TURN_URLS and TURN_SECRET)'
}
