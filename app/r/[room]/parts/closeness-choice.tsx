// How close do I feel to this person now? One tap on one of seven pairs of circles, for myself alone.
import type { When } from '../../../client/device/closeness.ts'
import { PairsRow } from '../../../parts/pairs-row.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'

export interface ClosenessChoiceProps extends Pick<PanelProps, 'room' | 'view' | 'names'> {
  when: When
}

export function ClosenessChoice({ room, view, names, when }: ClosenessChoiceProps) {
  const { closeness: words, workshop } = useWords()
  // A pair is a picture of two: three people are not asked.
  if (Object.keys(view.seats).length !== 2 || room.others.length !== 1) return null
  return (
    <PairsRow
      legend={words.legend(names.others)}
      note={view.kind === 'workshop' ? workshop.closing.private : words.private}
      words={words}
      chosen={room.closeness[when]}
      onChoose={step => room.closeness.choose(when, step)}
    />
  )
}
