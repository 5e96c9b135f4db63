// Which doors to strangers are open here? On localhost all; on a public address those that the operator has prepared.
import type { ShutWhy } from '../../lib/wire/events.ts'
import type { Config } from '../config.ts'

export interface Doors {
  /** Null: open. */
  text: ShutWhy | null
  voice: ShutWhy | null
}

/** `hasRelay`: whether strangers can speak through a relay, so that neither learns the other's address. */
export function doorsOf(
  { contactEmail, trustProxy }: Pick<Config, 'contactEmail' | 'trustProxy'>,
  hasRelay: boolean,
  isLocal: boolean,
): Doors {
  // Two windows of one machine have no address to hide from each other. Behind a proxy nobody is one of them.
  if (isLocal && trustProxy === 0) return { text: null, voice: null }
  if (contactEmail === null) return { text: 'no-contact', voice: 'no-contact' }
  return { text: null, voice: hasRelay ? null : 'no-relay' }
}

/** As `/readyz` tells it. */
export const doorsInWords = ({ text, voice }: Doors): { text: string; voice: string } => ({
  text: text ?? 'open',
  voice: voice ?? 'open',
})
