// What is said to whoever has left? That it is so, and that nothing of it is left here.
import { Button, ButtonLink } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useFrame } from '../../../words/use-words.ts'
import { OnlyHereLater } from '../parts/with-stranger.tsx'

export interface LeftProps {
  /** It was somebody new, of whom something can still be said. */
  hasMet: boolean
  /** It was a room of a circle, which goes on. */
  goBack: (() => void) | null
}

export function Left({ hasMet, goBack }: LeftProps) {
  const { left } = useFrame()
  return (
    <Panel
      behind={<TwoBreaths near="apart" />}
      action={
        <>
          {hasMet ? (
            <ButtonLink href="/practice/after" wide>
              {left.after}
            </ButtonLink>
          ) : null}
          {goBack ? (
            <Button wide look="quiet" onClick={goBack}>
              {left.circle}
            </Button>
          ) : (
            <ButtonLink href="/" look="quiet" wide>
              {left.home}
            </ButtonLink>
          )}
        </>
      }
    >
      <Heading>{left.heading}</Heading>
      <Quiet>{left.body}</Quiet>
      {hasMet ? <OnlyHereLater /> : null}
    </Panel>
  )
}
