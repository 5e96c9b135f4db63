// Where do identities and chance come from? From the system's random bytes, and from nowhere else in the server.
import { randomBytes, randomInt } from 'node:crypto'
import type { Ids } from './ports.ts'

export function createIds(): Ids {
  return {
    room: near => {
      const id = randomBytes(16).toString('base64url')
      return near ? near + id.slice(near.length) : id
    },
    token: () => randomBytes(32).toString('base64url'),
    // The letter and the hyphen in front keep a run of digits from being taken for a number by a careless reader.
    commit: () => `c-${randomBytes(12).toString('base64url')}`,
    below: most => randomInt(most),
    coin: () => (randomBytes(1).readUInt8(0) & 1) === 1,
  }
}
