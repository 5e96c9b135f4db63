// What is said to whoever has left? That it is so, and that nothing of it is left here.

import { ButtonLink } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useFrame } from '../../../parts/use-words.ts'
import { Panel, Quiet } from '../parts/panel.tsx'

/** `hasMet`: it was somebody new, of whom something can still be said. */
export function Left({ hasMet }: { hasMet: boolean }) {
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
          <ButtonLink href="/" look="quiet" wide>
            {left.home}
          </ButtonLink>
        </>
      }
    >
      <Heading>{left.heading}</Heading>
      <Quiet>{left.body}</Quiet>
    </Panel>
  )
}
