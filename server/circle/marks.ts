// Has this person done this for this round? Known by a mark that only this site can make: whoever reads the store finds no name beside an
// answer, nor can they try every name of a circle until one fits.
import { createHmac } from 'node:crypto'
import { fields } from '../../lib/seal/fields.ts'
import type { PersonId } from '../../lib/wire/circle.ts'
import { siteKey } from '../site-seal.ts'

const VERSION = 'clearing circle marks 1'
/** Compared with five hundred people of a circle at most: that two of them have the same is a chance of one in two thousand million. */
const MARK_BYTES = 6

export type CircleMark = (did: 'give' | 'offer', circle: string, person: PersonId, round: number) => string

/** `secret`: what every process of the site knows, and nobody else. */
export function createCircleMarks(secret: string): CircleMark {
  const key = siteKey(secret, VERSION)
  return (did, circle, person, round) =>
    createHmac('sha256', key)
      .update(fields(VERSION, did, circle, person, round))
      .digest()
      .subarray(0, MARK_BYTES)
      .toString('base64url')
}
