// Which sitting did somebody ask for? One of ours by its name, or one of their own phase by phase.
import { customFormat, type Problem } from '../../lib/formats/custom.ts'
import { formatFor, isFormatId } from '../../lib/formats/formats.ts'
import type { Format } from '../../lib/protocol/room.ts'
import type { FormatAsk } from '../../lib/wire/events.ts'

/** The sitting in full; or what is wrong with the phases, or `unknown` where there is none of that name. */
export function formatOf(ask: FormatAsk): { format: Format } | { problem: Problem | 'unknown' } {
  if ('phases' in ask) return customFormat(ask.phases)
  return isFormatId(ask.id) ? { format: formatFor(ask.id, 2, ask.minutes) } : { problem: 'unknown' }
}
