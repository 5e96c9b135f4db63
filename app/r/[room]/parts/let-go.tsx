// One press lets everything go: and if the room could not be reached? Then it is said, and it can be pressed again.
import { wordsFor } from '../../../../lib/words/words.ts'
import { Button } from '../../../parts/button.tsx'
import { Quiet } from './panel.tsx'

const { goodbye } = wordsFor()

export interface LetGoButtonProps {
  letting: boolean
  /** The last attempt was not confirmed. */
  failed: boolean
  label?: string
  onLetGo: () => void
}

export function LetGo({ letting, failed, label = goodbye.letGo, onLetGo }: LetGoButtonProps) {
  return (
    <>
      {failed ? <Quiet>{goodbye.notYet}</Quiet> : null}
      <Button wide busy={letting} onClick={onLetGo}>
        {letting ? goodbye.letting : failed ? goodbye.again : label}
      </Button>
    </>
  )
}
