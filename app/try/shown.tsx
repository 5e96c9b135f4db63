// Which panel lies on the table? One for each phase of the two sittings that one phone can hold, and for the time in between.
import type { ReactNode } from 'react'
import type { OnePhoneWords } from '../../lib/words/one-phone.ts'
import { turnOf } from '../sitting/turn.ts'
import { Arrive } from './panels/arrive.tsx'
import { Goodbye } from './panels/goodbye.tsx'
import { Handed } from './panels/handed.tsx'
import { Held } from './panels/held.tsx'
import { Settle } from './panels/settle.tsx'
import { Quiet, Thanks } from './panels/together.tsx'
import { Tell, Turn } from './panels/turn.tsx'
import type { TablePanelProps } from './table-props.ts'

export interface Shown {
  /** Changes when another panel takes the place of this one. */
  key: string
  /** Small, at the start of the top line, and in the browser's tab. */
  place: string
  panel: ReactNode
}

export interface Endings {
  letGo: () => void
  askEnd: () => void
}

export function shown(props: TablePanelProps, words: OnePhoneWords, { letGo, askEnd }: Endings): Shown {
  const { view } = props
  const { phase, held } = view
  if (!phase) return { key: 'goodbye', place: words.goodbye.label, panel: <Goodbye {...props} letGo={letGo} /> }
  if (held) {
    return { key: `held-${held.since}`, place: words.held.label, panel: <Held {...props} askEnd={askEnd} /> }
  }
  const key = `${phase.n}`
  switch (phase.kind) {
    case 'arrive':
      return { key, place: words.arrive.label, panel: <Arrive {...props} /> }
    case 'picture':
    case 'drop':
      return { key, place: words[phase.kind].label, panel: <Handed {...props} kind={phase.kind} /> }
    case 'settle':
      return { key, place: words.settle.label, panel: <Settle {...props} /> }
    case 'tell':
      return {
        key: turnOf(view).complete ? `${key}-silence` : key,
        place: words.turn.label.tell,
        panel: <Tell {...props} />,
      }
    case 'thanks':
      return { key, place: words.thanks.label, panel: <Thanks {...props} /> }
    case 'quiet':
      return { key, place: words.quiet.label, panel: <Quiet {...props} /> }
    default: {
      const { complete } = turnOf(view)
      const place = complete ? words.turn.silence.label : words.turn.label.speak
      return { key: complete ? `${key}-silence` : key, place, panel: <Turn {...props} /> }
    }
  }
}
