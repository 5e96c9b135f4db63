// One press lets everything go: and if the room could not be reached? Then it is said, and it can be pressed again.
import { Button } from '../../../parts/button.tsx'
import { Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'

export interface LetGoButtonProps {
  letting: boolean
  /** The last attempt was not confirmed. */
  failed: boolean
  label?: string
  onLetGo: () => void
}

export function LetGo({ letting, failed, label, onLetGo }: LetGoButtonProps) {
  const { goodbye } = useWords()
  return (
    <>
      {failed ? <Quiet>{goodbye.notYet}</Quiet> : null}
      <Button wide busy={letting} onClick={onLetGo}>
        {letting ? goodbye.letting : failed ? goodbye.again : (label ?? goodbye.letGo)}
      </Button>
    </>
  )
}
