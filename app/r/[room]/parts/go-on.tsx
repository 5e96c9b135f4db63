// How does one say "I am ready to go on"? A link where going on is only possible, a button where it is the thing to do.
// Whoever has said so reads that the other takes their time; nobody reads that they are being waited for.
import type { ButtonLook } from '../../../parts/button.tsx'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from './act-button.tsx'

export interface GoOnProps extends Pick<PanelProps, 'room' | 'view' | 'names'> {
  label: string
  look?: ButtonLook
}

export function GoOn({ room, view, names, label, look = 'link' }: GoOnProps) {
  const { together } = useWords()
  const { phase } = view
  if (phase?.on.includes(view.you)) return <NowWaiting>{together.waiting(names.others)}</NowWaiting>
  if (!phase || !view.can.includes('on')) return null
  return (
    <ActButton room={room} act={{ do: 'on', phase: phase.n }} look={look} wide={look === 'primary'}>
      {label}
    </ActButton>
  )
}
